import { load } from '../cpp/access.ts';
import { cppScope } from '../cpp/scope.ts';
import { integer, pointerTo, type TypedValue } from '../cpp/value.ts';
import type { Names } from './model-host.ts';
import { type ModelItem, type ModelValue, typed, unknown } from './model-value.ts';
import { MOST_NODES, statedSize } from './natvis-arrays.ts';
import type { ListExpansion } from './natvis-model.ts';
import { type NatvisScope, rethrowUnlessLocal } from './natvis-scope.ts';
import { reasonOf } from './reason.ts';

/** Items with what of them is lost, for people. */
export interface WalkedItems {
  readonly items: readonly ModelItem[];
  readonly note: string | null;
}

/** A name with its expressions filled in. */
export type Naming = (text: string, names: Names, self?: TypedValue) => Promise<string>;

const NONE: Names = new Map();

/** `LinkedListItems`: from node to node, to the end, to a node that was there before, or to the size that is stated. */
export async function listItems(
  scope: NatvisScope,
  each: ListExpansion,
  most: number,
  named: Naming,
): Promise<WalkedItems> {
  const count = await statedSize(scope, each.size, most);
  const items: ModelItem[] = [];
  const seen = new Set<bigint>();
  let node = await scope.number(each.head);
  const first = node.bits;
  while (items.length < count && node.bits && !seen.has(node.bits)) {
    seen.add(node.bits);
    try {
      const self = nodeAt(scope, node);
      items.push(await itemOf(scope, each, self, items.length, named));
      node = await scope.number(each.next[0]!, NONE, self);
    } catch (error) {
      rethrowUnlessLocal(error);
      items.push({ key: BigInt(items.length), value: unknown(reasonOf(error as Error)) });
      break;
    }
  }
  const isCircle = items.length < count && node.bits !== null && node.bits !== 0n && seen.has(node.bits);
  // A list without a size may come back to where it began: that is its end.
  const isCut = isCircle && (each.size.length > 0 || node.bits !== first);
  return { items, note: isCut ? 'the list leads back into itself' : endNote(each, items, count) };
}

/** A container that states more than it leads to. */
function endNote({ size }: ListExpansion, items: readonly ModelItem[], count: number): string | null {
  if (size.length === 0 || items.length >= count) return null;
  return `${items.length} of the stated elements are found`;
}

/** `TreeItems` in order: left, the node, right, without recursion, because a tree of a dump can be a chain. */
export async function treeItems(
  scope: NatvisScope,
  each: ListExpansion,
  most: number,
  named: Naming,
): Promise<WalkedItems> {
  const count = await statedSize(scope, each.size, most);
  const items: ModelItem[] = [];
  const note = await lostOf(async () => {
    if (count === 0) return null;
    const isCircle = await walkTree(scope, each, async (self) => {
      items.push(await itemOf(scope, each, self, items.length, named));
      return items.length < count;
    });
    return isCircle ? 'the tree leads back into itself' : endNote(each, items, count);
  });
  return { items, note };
}

/** What of a container is lost; what goes wrong in the middle of it leaves what was found before. */
export async function lostOf(walk: () => Promise<string | null>): Promise<string | null> {
  try {
    return await walk();
  } catch (error) {
    rethrowUnlessLocal(error);
    return reasonOf(error as Error);
  }
}

/** Calls `visit` for each node until it says no; whether the tree led back into itself. */
async function walkTree(
  scope: NatvisScope,
  { head, value, next }: ListExpansion,
  visit: (self: TypedValue) => Promise<boolean>,
): Promise<boolean> {
  const seen = new Set<bigint>();
  const open: TypedValue[] = [];
  let isCircle = false;
  let node: TypedValue | null = await scope.number(head);
  for (let goesOn = true; goesOn; ) {
    while (node?.bits && seen.size < MOST_NODES) {
      const self = nodeAt(scope, node);
      // A sentinel, as trees of the standard library have it, ends its branch.
      if (!(await scope.holds(value.condition, NONE, self))) break;
      isCircle ||= seen.has(node.bits);
      if (seen.has(node.bits)) break;
      seen.add(node.bits);
      open.push(self);
      node = await scope.number(next[0]!, NONE, self);
    }
    const self = open.pop();
    if (!self) break;
    goesOn = await visit(self);
    node = goesOn ? await scope.number(next[1]!, NONE, self) : null;
  }
  return isCircle;
}

async function itemOf(
  scope: NatvisScope,
  each: ListExpansion,
  self: TypedValue,
  index: number,
  named: Naming,
): Promise<ModelItem> {
  const item = { key: BigInt(index), value: await scope.guarded(() => nodeValue(scope, each.value.text, self)) };
  return each.valueName === null ? item : { ...item, name: await named(each.valueName, NONE, self) };
}

function nodeAt(scope: NatvisScope, pointer: TypedValue): TypedValue {
  const type = pointer.type.kind === 'pointer' ? pointer.type.target() : pointer.type;
  return load(type, pointer.bits ?? 0n, cppScope(scope.host.session), 0);
}

async function nodeValue(scope: NatvisScope, text: string, self: TypedValue): Promise<ModelValue> {
  if (text !== 'this') return scope.value(text, NONE, self);
  return typed(integer(self.address ?? 0n, pointerTo(self.type, scope.host.session.pointerSize)));
}
