/**
 * Types behind one interface, whatever symbol file they come from. Types are resolved when asked for, so that one
 * structure of a large PDB costs what that structure costs.
 */
export type Type = BaseType | PointerType | ArrayType | StructType | EnumType | BitFieldType | FunctionType | VoidType;

export interface BaseType {
  readonly kind: 'base';
  /** WinDbg's short name: `Uint4B`, `Char`, `Float`. */
  readonly name: string;
  readonly size: number;
  /** As C spells it, where the symbols tell and the short name does not: `unsigned long`. */
  readonly cName?: string;
  readonly encoding: 'signed' | 'unsigned' | 'float' | 'char' | 'wchar' | 'bool' | 'hresult' | 'other';
}

export interface VoidType {
  readonly kind: 'void';
  readonly name: 'Void';
  readonly size: 0;
}

export interface PointerType {
  readonly kind: 'pointer';
  readonly size: number;
  target(): Type;
}

export interface ArrayType {
  readonly kind: 'array';
  readonly size: number;
  readonly count: number;
  element(): Type;
}

export interface BitFieldType {
  readonly kind: 'bitfield';
  readonly size: number;
  /** Position of the lowest bit and number of bits within the base. */
  readonly position: number;
  readonly length: number;
  base(): Type;
}

export interface Field {
  readonly name: string;
  /** Bytes from the start of the structure. */
  readonly offset: number;
  /** Set on base classes, whose members are the structure's own to C++. */
  readonly isBase?: boolean;
  type(): Type;
}

export interface StructType {
  readonly kind: 'struct';
  readonly flavour: 'struct' | 'class' | 'union' | 'interface';
  readonly name: string;
  readonly size: number;
  /** Data members in declaration order, base classes first as fields named by the base. */
  fields(): readonly Field[];
  field(name: string): Field | null;
}

export interface EnumType {
  readonly kind: 'enum';
  readonly name: string;
  readonly size: number;
  base(): Type;
  values(): readonly { readonly name: string; readonly value: bigint }[];
}

export interface FunctionType {
  readonly kind: 'function';
  readonly size: 0;
  readonly name: string;
}

/** The types of one module. */
export interface TypeTable {
  /** The complete definition of a structure, union, class, enum or base type by name, or null. */
  type(name: string): Type | null;
  /** Names of all types that match; for wildcards and completion. */
  typeNames(): Iterable<string>;
}
