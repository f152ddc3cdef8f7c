import type { Type } from '../../symbols/type.ts';
import { load } from '../cpp/access.ts';
import { cppScope } from '../cpp/scope.ts';
import { INT, integer, signedValue, type TypedValue } from '../cpp/value.ts';
import type { Names } from './model-host.ts';
import { type ModelItem, type ModelValue, typed, unknown } from './model-value.ts';
import type { ArrayExpansion, Conditional } from './natvis-model.ts';
import type { NatvisScope } from './natvis-scope.ts';

/** Elements of a container that are walked, whatever size it claims. */
export const MOST_NODES = 100_000;
const MOST_RANKS = 16;

const counter = (index: number): Names => new Map([['$i', typed(integer(BigInt(index), INT), true)]]);

/** The number of elements that the object states, capped; `most` where the visualizer states none. */
export async function statedSize(scope: NatvisScope, size: readonly Conditional[], most: number): Promise<number> {
  const text = await scope.first(size);
  const limit = Math.min(most, MOST_NODES);
  return text === null ? limit : capped(signedValue(await scope.number(text)), limit);
}

function capped(stated: bigint, limit: number): number {
  if (stated < 0n) return 0;
  return stated > BigInt(limit) ? limit : Number(stated);
}

/** `ArrayItems`: elements side by side in memory, of one dimension or more. */
export async function arrayItems(scope: NatvisScope, each: ArrayExpansion, most: number): Promise<ModelItem[]> {
  const text = await scope.first(each.value);
  const pointer = text === null ? null : await pointerOf(scope, await scope.value(text));
  if (!pointer) return [];
  const ranks = each.rank === null ? null : await dimensions(scope, each);
  const limit = Math.min(most, MOST_NODES);
  const count = ranks ? capped(product(ranks), limit) : await statedSize(scope, each.size, most);
  const isBackward = each.direction?.toLowerCase() === 'backward';
  const items: ModelItem[] = [];
  for (let index = 0; index < count; index++) {
    await scope.host.step();
    const address = pointer.address + BigInt(index * Math.max(1, pointer.type.size));
    const read = async () => typed(load(pointer.type, address, cppScope(scope.host.session), 0), false, pointer.format);
    const item = { key: BigInt(index), value: await scope.guarded(read) };
    items.push(ranks ? { ...item, name: placeText(index, ranks, isBackward) } : item);
  }
  return items;
}

interface Elements {
  readonly type: Type;
  readonly address: bigint;
  readonly format: (ModelValue & { readonly kind: 'typed' })['format'];
}

async function pointerOf(scope: NatvisScope, value: ModelValue): Promise<Elements | null> {
  const { type, bits, address }: TypedValue = await scope.host.number(value, 0);
  const format = value.kind === 'typed' ? value.format : null;
  if (type.kind === 'pointer') return bits ? { type: type.target(), address: bits, format } : null;
  return type.kind === 'array' && address !== null ? { type: type.element(), address, format } : null;
}

interface Dimension {
  readonly size: bigint;
  readonly lower: bigint;
}

async function dimensions(scope: NatvisScope, { rank, size, lower }: ArrayExpansion): Promise<Dimension[]> {
  const count = capped(signedValue(await scope.number(rank ?? '1')), MOST_RANKS);
  const out: Dimension[] = [];
  for (let index = 0; index < count; index++) {
    const names = counter(index);
    const text = await scope.first(size, names);
    const stated = text === null ? 0n : signedValue(await scope.number(text, names));
    out.push({
      size: stated < 0n ? 0n : stated,
      lower: lower === null ? 0n : signedValue(await scope.number(lower, names)),
    });
  }
  return out;
}

const product = (ranks: readonly Dimension[]): bigint => ranks.reduce((all, { size }) => all * size, 1n);

/** `[1,2]`: forward the last dimension varies fastest, backward the first. */
function placeText(index: number, ranks: readonly Dimension[], isBackward: boolean): string {
  let rest = BigInt(index);
  const order = isBackward ? ranks : [...ranks].reverse();
  const places = order.map(({ size, lower }) => {
    const place = rest % size;
    rest /= size;
    return place + lower;
  });
  return `[${(isBackward ? places : places.reverse()).join(',')}]`;
}

/** `IndexListItems`: an expression with `$i` for each element. */
export async function indexItems(
  scope: NatvisScope,
  size: readonly Conditional[],
  values: readonly Conditional[],
  most: number,
): Promise<ModelItem[]> {
  const count = await statedSize(scope, size, most);
  const items: ModelItem[] = [];
  for (let index = 0; index < count; index++) {
    const names = counter(index);
    const value = await scope.guarded(async () => {
      const text = await scope.first(values, names);
      return text === null ? unknown('no ValueNode holds') : scope.value(text, names);
    });
    items.push({ key: BigInt(index), value });
  }
  return items;
}
