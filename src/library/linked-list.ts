import { UsageError } from '../bytes/errors.ts';
import { memberOf } from '../debugger/cpp/access.ts';
import { cppTypeText } from '../debugger/cpp/value.ts';
import type { Session } from '../debugger/session.ts';
import { listNodes } from '../debugger/type-list.ts';
import { pointerAt } from '../debugger/type-value.ts';
import type { StructType, Type } from '../symbols/type.ts';
import { objectAt, type TypedObject } from './typed-object.ts';

/** A list that tells when it is not whole. */
export type DumpList<Item> = readonly Item[] & {
  /** Why items may be missing, for people; null where the list is whole. */
  readonly lost: string | null;
};

export function listOf<Item>(items: readonly Item[], lost: string | null): DumpList<Item> {
  return Object.assign([...items], { lost });
}

const MOST_STRUCTURES = 1_000_000;

/**
 * The structures of a linked list. Where the member is a LIST_ENTRY, `head` is the address of the list's own LIST_ENTRY
 * and the walk ends there; where it is a pointer to the next structure, `head` is the first one and a null pointer ends it.
 */
export function structuresOf(session: Session, head: bigint, type: Type, path: string): DumpList<TypedObject> {
  if (type.kind !== 'struct') throw new UsageError('list', `${cppTypeText(type)} is no structure`);
  const link = linkAt(type, path);
  const isRing = link.type.kind === 'struct';
  const step = isRing ? { offset: 0, leadsTo: 0 } : { offset: link.offset, leadsTo: 0 };
  if (head === 0n && !isRing) return listOf([], null);
  const { addresses, end } = listNodes(session, step, head, MOST_STRUCTURES + 1);
  const last = addresses.at(-1)!;
  const structures = isRing ? addresses.slice(1).map((entry) => entry - BigInt(link.offset)) : addresses;
  const objects = structures.map((at) => objectAt(session, type, at));
  const comesBack = isRing && pointerAt(session, last) === addresses[0];
  if (end === 'loop') return listOf(objects, comesBack ? null : 'a link leads back into the list');
  if (end === 'unreadable') return listOf(objects, `the link at 0x${last.toString(16)} is not in the dump`);
  if (end === 'count') return listOf(objects, `more than ${MOST_STRUCTURES} structures`);
  return listOf(objects, isRing ? `the link at 0x${last.toString(16)} is null` : null);
}

function linkAt(type: StructType, path: string): { readonly offset: number; readonly type: Type } {
  let here: Type = type;
  let offset = 0;
  for (const part of path.split('.')) {
    const found: ReturnType<typeof memberOf> = here.kind === 'struct' ? memberOf(here, part, 0) : null;
    if (!found) throw new UsageError('list', `${cppTypeText(here)} has no member '${part}'`);
    offset += found.offset;
    here = found.type;
  }
  const target = here.kind === 'pointer' ? here.target() : null;
  const isEntry = here.kind === 'struct' && /^_?LIST_ENTRY(32|64)?$/.test(here.name);
  if (!isEntry && !(target?.kind === 'struct' && target.name === type.name))
    throw new UsageError(
      'list',
      `'${path}' is ${cppTypeText(here)}: neither a LIST_ENTRY nor a pointer to ${type.name}`,
    );
  return { offset, type: here };
}
