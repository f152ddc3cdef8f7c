import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseExpression } from '../../debugger/expression-syntax.ts';
import { nameOf } from '../../debugger/names.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import { readSource } from '../../debugger/source-file.ts';

interface Options {
  readonly address: Expression;
  /** First line, counted from that of the address. */
  readonly from: number;
  readonly count: number;
}

interface Data {
  /** As the symbols name it. */
  readonly file: string;
  readonly line: number;
  readonly first: number;
  readonly lines: readonly string[];
}

/** Lines before and after that of the address, as WinDbg shows them. */
const BEFORE = 5;
const USUAL = 10;
const MOST = 1000;

export default command<Options, Data>({
  name: 'lsa',
  syntax: 'lsa [address[,first][,count]]',
  summary: 'Shows the source around an address, from a file below the folders of .srcpath.',
  example: 'lsa .',
  patterns: [],
  isWholeWord: true,
  notes: 'Symbols with line numbers are needed, and the source on this machine; it is not fetched from source servers.',
  parse(args, session) {
    void session.target;
    const { expression, end } = parseExpression(args.trim() === '' ? '.' : args, session.reading);
    const rest = args.slice(end).trim();
    const found = /^(?:,\s*(-?\d+)\s*)?(?:,\s*(\d+)\s*)?$/.exec(rest);
    if (args.trim() !== '' && !found) throw new UsageError('lsa', `Extra character error in '${rest}'`, end);
    const count = Math.min(MOST, Number(found?.[2] ?? USUAL));
    return { address: expression, from: Number(found?.[1] ?? -BEFORE), count };
  },
  async run(session, { address, from, count }) {
    const value = await expressionIn(session, address);
    const place = await lineOf(session, value);
    if (!place)
      throw new UsageError('lsa', 'No source line is known for that address: its symbols have no line numbers', 0);
    const source = readSource(session, place.file);
    if (!source)
      throw new UsageError(
        'lsa',
        `${place.file} @ ${place.line}: the file was not found below ${session.sourcePath || 'an empty .srcpath'}`,
      );
    const first = Math.max(1, place.line + from);
    return { ...place, first, lines: source.lines.slice(first - 1, first - 1 + count) };
  },
  render({ line, first, lines }, text) {
    for (const [index, shown] of lines.entries()) {
      const number = first + index;
      text.line(`${number === line ? '>' : ' '}${String(number).padStart(5)}: ${shown}`);
    }
  },
});

async function lineOf(
  session: Session,
  value: bigint,
): Promise<{ readonly file: string; readonly line: number } | null> {
  await nameOf(session, value);
  const module = session.moduleAt(value);
  const at = session.address(value);
  const found = module && at !== null ? session.symbolsOf(module)?.table?.lineAt(at - module.base) : null;
  return found ? { file: found.file, line: found.line } : null;
}
