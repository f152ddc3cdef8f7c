import { UsageError } from '../../bytes/errors.ts';
import {
  codeLines,
  codeOptions,
  codeStyle,
  decodeAt,
  disassemblerOf,
  naming,
  needNames,
  readCode,
} from '../../debugger/code.ts';
import { renderCode } from '../../debugger/code-text.ts';
import { command } from '../../debugger/command.ts';
import { nameOf, startOfName } from '../../debugger/names.ts';
import { parseWholeRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';
import type { Session } from '../../debugger/session.ts';
import type { Instruction } from '../../machine/instruction.ts';
import type { CodeData } from './u.ts';

/** A function is decoded from its start when it is no longer than this. */
const LONGEST_FUNCTION = 0x4000;

interface Options {
  readonly range: RangeSyntax;
  readonly line: string;
}

export default command<Options, CodeData>({
  name: 'ub',
  syntax: 'ub [address [L count]]',
  summary: 'Disassembles backward: the instructions that end at an address, such as the call before a return address.',
  example: 'ub @$ip',
  patterns: ['wild-code'],
  parse: (args, session, typed) => ({
    range: parseWholeRange(args, session.reading, typed),
    line: `${typed} ${args.trim()}`.trim(),
  }),
  async run(session, { range, line }) {
    const { address, count } = await resolveRange(session, range, { unit: 1, count: 8, key: 'u', command: 'ub' });
    await nameOf(session, address - 1n);
    const found = await before(session, address, Math.min(count, 1 << 12));
    const first = found[0];
    if (!first)
      throw new UsageError(
        'ub',
        `Unable to find valid previous instruction for '${line}'`,
        Math.max(0, line.length - 3),
      );
    await needNames(session, found);
    const start = BigInt.asUintN(session.pointerSize * 8, BigInt(first.address));
    session.nextAddress.set('u', start);
    const again = await decodeAt(session, 'ub', start, found.length, Number(address - start));
    return {
      pointerSize: session.pointerSize,
      codeBytes: codeOptions(session).codeBytes,
      style: codeStyle(session),
      lines: codeLines(session, again.length === found.length ? again : found),
      unreadable: null,
      caret: 0,
    };
  },
  render(data, text) {
    renderCode(data.lines, data.pointerSize, data.codeBytes, text, data.style);
  },
});

/** The last `count` instructions that end at `address`; empty when nothing decodes to end there. */
async function before(session: Session, address: bigint, count: number): Promise<Instruction[]> {
  const disassembler = disassemblerOf(session, 'ub');
  const name = naming(session);
  const step = session.architecture === 'arm64' ? 4 : 1;
  if (step === 4) {
    for (let words = count; words > 0; words--) {
      const start = address - BigInt(words * 4);
      const at = session.address(start);
      const code = readCode(session, start, words * 4);
      if (at === null || code.length < words * 4) continue;
      const found = disassembler.decode(code, at, words, name);
      return found.at(-1)?.valid ? found : [];
    }
    return [];
  }
  // From the start of what covers the byte before: compilers leave no gaps, so the walk meets the address if it is one.
  const start = startOfName(session, address - 1n);
  if (start !== null && start < address && address - start <= LONGEST_FUNCTION) {
    const found = upTo(session, start, address);
    if (found) return found.slice(-count);
  }
  // Without a name: a decoding that begins well before the address falls into step after a few instructions.
  for (let back = Math.min(count * 12 + 32, 512); back > 0; back--) {
    const found = upTo(session, address - BigInt(back), address);
    if (found && found.length >= 1 && (found.length >= count || back < 24)) return found.slice(-count);
  }
  return [];
}

/** Valid instructions from `start` that end exactly at `end`, or null. */
function upTo(session: Session, start: bigint, end: bigint): Instruction[] | null {
  const length = Number(end - start);
  const code = readCode(session, start, length);
  const at = session.address(start);
  if (code.length < length || at === null) return null;
  const found = disassemblerOf(session, 'ub').decode(code, at, length);
  const last = found.at(-1);
  if (!last || found.some((one) => !one.valid) || last.address + last.bytes.length - at !== length) return null;
  return found;
}
