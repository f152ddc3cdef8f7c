import type { Type, TypeTable } from './type.ts';

/** Where a member lies: bytes from the start of its structure, and its type. */
export interface MemberPlace {
  readonly offset: number;
  readonly type: Type;
}

/** The first of several dotted paths (`Counters.TotalUCRs`) that a structure has: layouts that moved or were renamed. */
export function memberPlace(types: TypeTable, structure: string, ...paths: readonly string[]): MemberPlace | null {
  for (const path of paths) {
    let type: Type | null = types.type(structure);
    let offset = 0;
    for (const part of path.split('.')) {
      const field = type?.kind === 'struct' ? type.field(part) : null;
      type = field?.type() ?? null;
      offset += field?.offset ?? 0;
    }
    if (type) return { offset, type };
  }
  return null;
}
