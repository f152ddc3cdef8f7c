import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseExpression } from '../../debugger/expression-syntax.ts';
import { addressText } from '../../debugger/names.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { toUnsigned, tryPointer } from '../../memory/space.ts';

interface Options {
  readonly backwards: boolean;
  readonly address: Expression;
  readonly most: Expression | null;
  readonly bias: Expression | null;
}

interface Data {
  readonly pointerSize: 4 | 8;
  readonly nodes: readonly { readonly address: bigint; readonly flink: bigint; readonly blink: bigint }[];
  readonly end: 'head' | 'loop' | 'unreadable' | 'count';
}

const MOST = 0x10000;
const USUAL = 32;

export default command<Options, Data>({
  name: '!dflink',
  aliases: ['!dblink'],
  syntax: '!dflink|!dblink address [most [bias]]',
  summary: 'Follows a LIST_ENTRY forward (!dflink) or backward (!dblink), with both links of each entry.',
  example: '!dflink @$csp',
  patterns: [],
  notes: 'The bias is subtracted from each address, to show the structures that hold the links. The columns are ours.',
  parse(args, session, typed) {
    void session.target;
    if (args.trim() === '') throw new UsageError(typed, 'Missing the address of a LIST_ENTRY', args.length);
    const found: Expression[] = [];
    for (let at = 0; args.slice(at).trim() !== '' && found.length < 3; ) {
      const parsed = parseExpression(args, session.reading, at);
      found.push(parsed.expression);
      at = parsed.end;
    }
    const [address, most = null, bias = null] = found;
    return { backwards: typed.toLowerCase() === '!dblink', address: address!, most, bias };
  },
  async run(session, { backwards, address, most, bias }) {
    const { memory, pointerSize } = session;
    const head = session.address(await expressionIn(session, address));
    const count = most ? Math.min(MOST, Number(await expressionIn(session, most))) : USUAL;
    const less = bias ? await expressionIn(session, bias) : 0n;
    const nodes: Data['nodes'][number][] = [];
    const seen = new Set<number>();
    let end: Data['end'] = 'count';
    for (let at = head; nodes.length < count; ) {
      if (at !== null && seen.has(at)) {
        end = at === head ? 'head' : 'loop';
        break;
      }
      const flink = at === null ? null : tryPointer(memory, at, pointerSize);
      const blink = at === null ? null : tryPointer(memory, at + pointerSize, pointerSize);
      if (at === null || flink === null || blink === null) {
        end = 'unreadable';
        break;
      }
      seen.add(at);
      nodes.push({ address: toUnsigned(at) - less, flink: toUnsigned(flink), blink: toUnsigned(blink) });
      at = backwards ? blink : flink;
    }
    if (nodes.length === 0)
      throw new UsageError('!dflink', 'no LIST_ENTRY is at this address, or it is not in the dump', 0);
    return { pointerSize, nodes, end };
  },
  render({ pointerSize, nodes, end }, text) {
    const shown = (value: bigint) => addressText(value, pointerSize);
    for (const { address, flink, blink } of nodes)
      text.line(`${shown(address)}  Flink ${shown(flink)}  Blink ${shown(blink)}`);
    if (end === 'loop') text.line('The list leads back into itself without meeting its head');
    if (end === 'unreadable') text.line('The list goes on where the dump holds no memory');
  },
});
