import { UsageError } from '../../bytes/errors.ts';
import { hexPadded, hexTicked } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseExpression } from '../../debugger/expression-syntax.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { chooseProcessor } from '../../debugger/processor-choice.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { toAddress } from '../../memory/space.ts';
import { isUserMode } from '../../target/target.ts';
import { readSegmentDescriptor, type SegmentDescriptor, segmentTypeName } from '../../windows/segment-descriptor.ts';

interface Row {
  readonly selector: number;
  /** Null where the table's page is not in the dump. */
  readonly descriptor: SegmentDescriptor | null;
}

interface Data {
  readonly pointerSize: 4 | 8;
  readonly processor: number;
  readonly table: bigint;
  readonly rows: readonly Row[];
}

const LAST_SELECTOR = 0xffff;
const MOST_ROWS = 1024;

export default command<{ readonly first: Expression; readonly last: Expression | null }, Data>({
  name: 'dg',
  syntax: 'dg firstSelector [lastSelector]',
  summary: 'Shows segment descriptors of the global descriptor table of the current processor.',
  example: 'dg 10',
  patterns: [],
  isWholeWord: true,
  notes: 'Only of dumps of the system, whose KPCR leads to the table; the dump of a process has no descriptors.',
  parse(args, session) {
    void session.target;
    if (args.trim() === '') throw new UsageError('dg', 'Missing selector, as in dg 10', args.length);
    const first = parseExpression(args, session.reading);
    const rest = args.slice(first.end);
    const last = rest.trim() === '' ? null : parseExpression(args, session.reading, first.end);
    return { first: first.expression, last: last?.expression ?? null };
  },
  async run(session, { first, last }) {
    if (isUserMode(session.target))
      throw new UsageError(
        'dg',
        'this is the dump of a process, which holds no descriptor tables; r shows the selectors',
      );
    const kernel = await needKernel(session, 'dg');
    const processor = await chooseProcessor(session, kernel, '', 'dg');
    const table = processor.tables?.gdt ?? null;
    const at = table === null ? null : toAddress(table);
    if (table === null || at === null || at === 0)
      throw new UsageError('dg', 'the KPCR of the processor does not tell where its descriptor table is');
    const from = Number(await expressionIn(session, first));
    const to = last ? Number(await expressionIn(session, last)) : from;
    if (from > LAST_SELECTOR || to > LAST_SELECTOR || to < from)
      throw new UsageError('dg', 'Range error: a selector is 0 to ffff', 0);
    const rows: Row[] = [];
    for (let selector = from; selector <= to && rows.length < MOST_ROWS; selector += 8)
      rows.push({ selector, descriptor: readSegmentDescriptor(session.memory, at, selector, session.pointerSize) });
    if (rows.every(({ descriptor }) => !descriptor))
      throw new UsageError('dg', `the descriptor table at 0x${table.toString(16)} is not in the dump`);
    return { pointerSize: session.pointerSize, processor: processor.number, table, rows };
  },
  render({ pointerSize, rows }, text) {
    const wide = pointerSize === 8;
    const width = wide ? 17 : 8;
    const rule = '-'.repeat(width);
    text.line(`${' '.repeat(wide ? 52 : 34)}P Si Gr Pr Lo`);
    text.line(
      wide
        ? 'Sel        Base              Limit          Type    l ze an es ng Flags'
        : 'Sel    Base     Limit     Type    l ze an es ng Flags',
    );
    text.line(`---- ${rule} ${rule} ---------- - -- -- -- -- --------`);
    const number = (value: bigint) => (wide ? hexTicked(value) : hexPadded(value, 8));
    for (const { selector, descriptor } of rows) {
      if (!descriptor) {
        text.line(`${hexPadded(selector, 4)} Unable to get descriptor: not in the dump`);
        continue;
      }
      const { base, limit, privilege, isBig, inPages, present, isLong, flags } = descriptor;
      const bits = `${isBig ? 'Bg' : 'Nb'} ${inPages ? 'Pg' : 'By'} ${present ? 'P ' : 'Np'} ${isLong ? 'Lo' : 'Nl'}`;
      text.line(
        `${hexPadded(selector, 4)} ${number(base)} ${number(limit)} ${segmentTypeName(descriptor).padEnd(10)} ${privilege} ${bits} ${hexPadded(flags, 8)}`,
      );
    }
  },
});
