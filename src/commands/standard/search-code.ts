import { UsageError } from '../../bytes/errors.ts';
import { poll } from '../../bytes/interruption.ts';
import { type CodeLine, codeOptions, codeStyle, decodeAt, lineOf } from '../../debugger/code.ts';
import { codeLineText, renderCode } from '../../debugger/code-text.ts';
import { command } from '../../debugger/command.ts';
import { nameLoaded, nameText } from '../../debugger/names.ts';
import { parseWholeRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';
import type { Session } from '../../debugger/session.ts';
import { wildcard } from '../../debugger/wildcard.ts';
import { toUnsigned } from '../../memory/space.ts';
import type { CodeData } from './u.ts';

interface Options {
  /** Null: the one of the last search. */
  readonly pattern: string | null;
  readonly range: RangeSyntax;
}

interface Data extends Omit<CodeData, 'unreadable' | 'caret'> {
  readonly pattern: string;
  /** Instructions that were looked at. */
  readonly searched: number;
  /** Code could not be read there; null where the search ended otherwise. */
  readonly unreadableAt: bigint | null;
}

/** Instructions that a search without a length looks at. */
const MOST = 0x20000;
const AT_ONCE = 512;
const lastPattern = new WeakMap<Session, string>();

export default command<Options, Data>({
  name: '#',
  syntax: '# [pattern] [address [L instructions]]',
  summary: 'Searches forward for the next instruction whose disassembly matches a pattern.',
  example: '# call @$ip L20',
  patterns: ['wild-code'],
  notes:
    'The pattern has the wildcards of the debugger and may stand anywhere in the line; several blanks count as one. Without a pattern the last one is searched again, without an address behind the last match.',
  parse(args, session) {
    const found = /^\s*(?:"([^"]*)"|(\S+))?/.exec(args)!;
    const pattern = found[1] ?? found[2] ?? null;
    // The pattern becomes blanks, so that columns of errors stay those of the text.
    const rest = ' '.repeat(found[0].length) + args.slice(found[0].length);
    return { pattern, range: parseWholeRange(rest, session.reading, '#') };
  },
  async run(session, { pattern: given, range }) {
    const pattern = given ?? lastPattern.get(session);
    if (pattern === undefined) throw new UsageError('#', 'Missing pattern, as in # call @$ip', 0);
    lastPattern.set(session, pattern);
    const { address, count, explicit } = await resolveRange(session, range, {
      unit: 1,
      count: MOST,
      key: '#',
      command: '#',
    });
    const matches = wildcard(`*${pattern.replace(/\s+/g, ' ')}*`);
    const { pointerSize } = session;
    const style = codeStyle(session);
    const most = explicit ? count : MOST;
    let at = address;
    let searched = 0;
    let found: CodeLine | null = null;
    let unreadableAt: bigint | null = null;
    while (searched < most && !found) {
      const instructions = await decodeAt(session, '#', at, Math.min(AT_ONCE, most - searched));
      for (const instruction of instructions) {
        poll();
        searched++;
        const line = lineOf(instruction, null);
        if (!matches.test(codeLineText(line, pointerSize, true, style).replace(/\s+/g, ' '))) continue;
        const named = nameLoaded(session, line.address);
        found = { ...line, label: named && nameText(named) };
        break;
      }
      const last = instructions.at(-1);
      if (!last) {
        unreadableAt = at;
        break;
      }
      at = toUnsigned(last.address + last.bytes.length);
    }
    if (found) session.nextAddress.set('#', found.address + BigInt(found.bytes.length / 2));
    return {
      pointerSize,
      codeBytes: codeOptions(session).codeBytes,
      style,
      pattern,
      lines: found ? [found] : [],
      searched,
      unreadableAt,
    };
  },
  render({ lines, pointerSize, codeBytes, style, pattern, searched, unreadableAt }, text) {
    renderCode(lines, pointerSize, codeBytes, text, style);
    if (lines.length > 0) return;
    const end = unreadableAt === null ? '' : `, up to 0x${unreadableAt.toString(16)}, which is not in the dump`;
    text.line(`No instruction matches ${pattern}: ${searched} were searched${end}`);
  },
});
