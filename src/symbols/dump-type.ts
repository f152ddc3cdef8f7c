import type { Type } from './type.ts';

/** One type as `memoretics symbols dump` prints it. */
export interface TypeRecord {
  readonly kind: 'type';
  readonly name: string;
  readonly size: number;
  readonly flavour: string;
  readonly fields?: readonly {
    readonly name: string;
    readonly offset: number;
    readonly type: string;
    /** Lowest bit and number of bits of a bit field, null for others. */
    readonly bit: number | null;
    readonly bits: number | null;
  }[];
  readonly values?: readonly { readonly name: string; readonly value: bigint }[];
}

/** A type in WinDbg's words: `Uint4B`, `Ptr64 _KTHREAD`, `[3] Char`, `_LIST_ENTRY`. */
export function typeWords(type: Type, depth = 0): string {
  if (depth > 32) return '...';
  switch (type.kind) {
    case 'pointer':
      return `Ptr${type.size * 8} ${typeWords(type.target(), depth + 1)}`;
    case 'array':
      return `[${type.count}] ${typeWords(type.element(), depth + 1)}`;
    case 'bitfield':
      return typeWords(type.base(), depth + 1);
    default:
      return type.name;
  }
}

/** The plain record of a named type. */
export function dumpType(name: string, type: Type): TypeRecord {
  const flavour = type.kind === 'struct' ? type.flavour : type.kind;
  const head = { kind: 'type', name, size: type.size, flavour } as const;
  if (type.kind === 'enum') return { ...head, values: type.values() };
  if (type.kind !== 'struct') return head;
  const fields = type.fields().map((field) => {
    const of = field.type();
    const bitField = of.kind === 'bitfield' ? of : null;
    return {
      name: field.name,
      offset: field.offset,
      type: typeWords(of),
      bit: bitField?.position ?? null,
      bits: bitField?.length ?? null,
    };
  });
  return { ...head, fields };
}
