import { type CodeLine, codeLines, codeOptions, codeStyle, decodeAt } from '../../debugger/code.ts';
import { renderCode } from '../../debugger/code-text.ts';
import { command } from '../../debugger/command.ts';
import { promptText } from '../../debugger/prompt.ts';
import { parseWholeRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';

interface Options {
  readonly range: RangeSyntax;
  readonly line: string;
}

export interface CodeData {
  readonly pointerSize: 4 | 8;
  readonly codeBytes: boolean;
  readonly style: 'x86' | 'arm';
  readonly lines: readonly CodeLine[];
  /** What was typed, where memory ended before the instructions did. */
  readonly unreadable: string | null;
  /** Column of the caret under the end of what was typed. */
  readonly caret: number;
}

export default command<Options, CodeData>({
  name: 'u',
  syntax: 'u [address [L count | end]]',
  summary: 'Disassembles forward.',
  example: 'u @$ip L4',
  patterns: ['wild-code', 'invalid-pointer'],
  parse: (args, session, typed) => ({
    range: parseWholeRange(args, session.reading, typed),
    line: `${typed} ${args.trim()}`.trim(),
  }),
  async run(session, { range, line }) {
    const resolved = await resolveRange(session, range, { unit: 1, count: 8, key: 'u', command: 'u' });
    const most = range.end ? resolved.count : Math.min(resolved.count, 1 << 16);
    const bytes = range.end ? resolved.count + 15 : most * 16;
    const all = await decodeAt(session, 'u', resolved.address, most, bytes);
    const base = session.address(resolved.address) ?? 0;
    const found = range.end ? all.filter((one) => one.address - base < resolved.count) : all;
    const lines = codeLines(session, found);
    const last = found.at(-1);
    let next = resolved.address + BigInt(last ? last.address + last.bytes.length - base : 0);
    if (session.pointerSize === 4) next &= 0xffffffffn;
    session.nextAddress.set('u', next);
    const short = range.end ? found.length === 0 : found.length < most;
    if (short) lines.push({ label: null, address: next, bytes: '', mnemonic: '???', operands: '' });
    return {
      pointerSize: session.pointerSize,
      codeBytes: codeOptions(session).codeBytes,
      style: codeStyle(session),
      lines,
      unreadable: short ? line : null,
      caret: line.length - 1 + promptText(session).length,
    };
  },
  render(data, text) {
    renderCode(data.lines, data.pointerSize, data.codeBytes, text, data.style);
    if (data.unreadable !== null) text.line(`${' '.repeat(data.caret)}^ Memory access error in '${data.unreadable}'`);
  },
});
