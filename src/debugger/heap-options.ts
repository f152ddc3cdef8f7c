import { UsageError } from '../bytes/errors.ts';
import type { Expression, Reading } from './expression-syntax.ts';
import { parseWhole } from './expression-syntax.ts';
import type { SizeOrder } from './heap-groups.ts';

/** What `!heap -stat` and `!heap -flt` were given. */
export type HeapSearch =
  | {
      readonly kind: 'sizes';
      /** Null or 0 is all heaps. */
      readonly heap: Expression | null;
      readonly order: SizeOrder;
      readonly most: number;
    }
  | { readonly kind: 'filter'; readonly least: Expression; readonly most: Expression };

/** -grp A, B and S (Learn, "!heap"). */
const ORDERS: Readonly<Record<string, SizeOrder>> = { a: 'SIZE', b: 'BLOCKCOUNT', s: 'TOTSIZE' };
const USUAL_GROUPS = 20;
const MOST_GROUPS = 100_000;

/** The options of `!heap -stat -h heap [-grp A|B|S [most]]` and `!heap -flt s size` or `r least most`; null for others. */
export function heapSearch(args: string, reading: Reading): HeapSearch | null {
  const words = args.trim().split(/\s+/);
  const at = (word: string) => words.findIndex((each) => each.toLowerCase() === word);
  const value = (index: number, what: string): Expression => {
    const text = words[index];
    if (text === undefined) throw new UsageError('!heap', `Missing ${what}`, args.length);
    return parseWhole(text, reading);
  };
  const filter = at('-flt');
  if (filter >= 0) {
    const how = words[filter + 1]?.toLowerCase();
    if (how === 's') {
      const size = value(filter + 2, 'a size, as in !heap -flt s 20');
      return { kind: 'filter', least: size, most: size };
    }
    if (how !== 'r') throw new UsageError('!heap', 'Syntax error: -flt takes s size, or r least most', args.length);
    return { kind: 'filter', least: value(filter + 2, 'a size'), most: value(filter + 3, 'the largest size') };
  }
  if (at('-stat') < 0) return null;
  const heap = at('-h');
  const group = at('-grp');
  const letter = group < 0 ? 's' : (words[group + 1] ?? '').toLowerCase();
  const order = ORDERS[letter];
  if (!order)
    throw new UsageError(
      '!heap',
      'Syntax error: -grp takes A (size of a block), B (number of blocks) or S (their sum)',
      args.length,
    );
  const most = Number.parseInt((group < 0 ? undefined : words[group + 2]) ?? '', 16);
  return {
    kind: 'sizes',
    heap: heap < 0 || words[heap + 1] === undefined ? null : value(heap + 1, 'a heap'),
    order,
    most: Number.isNaN(most) ? USUAL_GROUPS : Math.min(most, MOST_GROUPS),
  };
}
