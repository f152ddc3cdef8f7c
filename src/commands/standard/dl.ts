import { UsageError } from '../../bytes/errors.ts';
import { hexPadded, hexTicked } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseExpression } from '../../debugger/expression-syntax.ts';
import { readRange, unitsOf } from '../../debugger/memory-units.ts';
import { addressText } from '../../debugger/names.ts';
import { expressionIn } from '../../debugger/scope.ts';

interface Options {
  readonly backwards: boolean;
  readonly address: Expression;
  readonly most: Expression | null;
  readonly size: Expression | null;
}

interface ListData {
  readonly pointerSize: 4 | 8;
  readonly nodes: readonly { readonly address: bigint; readonly values: readonly (bigint | null)[] }[];
  /** Why the walk stopped before the count: back at its head, or a link that leads nowhere. */
  readonly end: 'head' | 'loop' | 'null' | 'unreadable' | 'count';
}

const MOST = 0x10000;

export default command<Options, ListData>({
  name: 'dl',
  syntax: 'dl[b] address [most [size]]',
  summary: 'Walks a linked list (LIST_ENTRY or SINGLE_LIST_ENTRY) and shows the first pointers of each node.',
  example: 'dl nt!PsLoadedModuleList 10 2',
  patterns: [],
  parse(args, session, typed) {
    const backwards = /^b\b/.test(args) || typed.toLowerCase() === 'dlb';
    const text = backwards ? args.replace(/^b/, ' ') : args;
    if (text.trim() === '') throw new UsageError('dl', "Numeric expression missing from '<EOL>'", args.length);
    const first = parseExpression(text, session.reading);
    const rest = text.slice(first.end).trim() === '' ? null : parseExpression(text, session.reading, first.end);
    const last = rest && text.slice(rest.end).trim() !== '' ? parseExpression(text, session.reading, rest.end) : null;
    return { backwards, address: first.expression, most: rest?.expression ?? null, size: last?.expression ?? null };
  },
  async run(session, { backwards, address, most, size }) {
    const { pointerSize } = session;
    const head = await expressionIn(session, address);
    const count = most ? Math.min(MOST, Number(await expressionIn(session, most))) : 0x20;
    const perNode = size ? Math.max(2, Math.min(64, Number(await expressionIn(session, size)))) : 4;
    const nodes: ListData['nodes'][number][] = [];
    const seen = new Set<bigint>();
    let end: ListData['end'] = 'count';
    for (let at = head; nodes.length < count; ) {
      if (seen.has(at)) {
        end = at === head ? 'head' : 'loop';
        break;
      }
      seen.add(at);
      const memory = readRange(session.memory, session.address(at), perNode * pointerSize);
      const values = unitsOf(memory, pointerSize);
      nodes.push({ address: at, values });
      const next = values[backwards ? 1 : 0] ?? null;
      if (next === null || next === 0n) {
        end = next === null ? 'unreadable' : 'null';
        break;
      }
      at = next;
    }
    return { pointerSize, nodes, end };
  },
  render({ pointerSize, nodes }, text) {
    const missing = pointerSize === 8 ? '????????`????????' : '????????';
    for (const { address, values } of nodes) {
      const shown = values.map((value) =>
        value === null ? missing : pointerSize === 8 ? hexTicked(value) : hexPadded(value, 8),
      );
      const perRow = pointerSize === 8 ? 2 : 4;
      for (let at = 0; at < shown.length; at += perRow)
        text.line(
          `${addressText(address + BigInt(at * pointerSize), pointerSize)}  ${shown.slice(at, at + perRow).join(' ')}`,
        );
    }
  },
});
