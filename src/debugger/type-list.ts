import type { StructType, Type } from '../symbols/type.ts';
import type { Session } from './session.ts';
import { pointerAt } from './type-value.ts';

/** Where a structure holds the link to the next one, and where within that one the link points. */
export interface Link {
  readonly offset: number;
  /** A LIST_ENTRY points to the LIST_ENTRY of the next structure, other links to its start (0). */
  readonly leadsTo: number;
}

/** Why a walk ended: back at a node that was seen, a null link, one that cannot be read, or the most nodes allowed. */
export type ListEnd = 'loop' | 'null' | 'unreadable' | 'count';

/** The link at a dotted path such as `ActiveProcessLinks.Flink`; null when a part is no member. */
export function linkOf(type: StructType, path: string): Link | null {
  let at: Type = type;
  let offset = 0;
  let leadsTo = 0;
  for (const part of path.split('.')) {
    const field: ReturnType<StructType['field']> = at.kind === 'struct' ? at.field(part) : null;
    if (!field) return null;
    offset += field.offset;
    at = field.type();
    if (at.kind === 'struct' && /^_?LIST_ENTRY/.test(at.name)) leadsTo = offset;
  }
  return { offset, leadsTo };
}

/** The structures of a list from one of them on, each once. */
export function listNodes(
  session: Session,
  { offset, leadsTo }: Link,
  first: bigint,
  most: number,
): { readonly addresses: readonly bigint[]; readonly end: ListEnd } {
  const addresses = new Set<bigint>();
  const wrap = (address: bigint) => BigInt.asUintN(session.pointerSize * 8, address);
  for (let at = wrap(first); addresses.size < most; ) {
    if (addresses.has(at)) return { addresses: [...addresses], end: 'loop' };
    addresses.add(at);
    const next = pointerAt(session, wrap(at + BigInt(offset)));
    if (next === null || next === 0n) return { addresses: [...addresses], end: next === null ? 'unreadable' : 'null' };
    at = wrap(next - BigInt(leadsTo));
  }
  return { addresses: [...addresses], end: 'count' };
}
