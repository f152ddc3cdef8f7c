import type { Type } from './type.ts';

/** Where a member lies: bytes from the start of its structure, and its type. */
export interface MemberPlace {
  readonly offset: number;
  readonly type: Type;
}

/** The member at a dotted path (`Counters.TotalUCRs`) of a structure; null when it has none, or is no structure. */
export function memberPlace(structure: Type | null, path: string): MemberPlace | null {
  let type: Type | null = structure;
  let offset = 0;
  for (const part of path.split('.')) {
    const field = type?.kind === 'struct' ? type.field(part) : null;
    if (!field) return null;
    offset += field.offset;
    type = field.type();
  }
  return type && { offset, type };
}
