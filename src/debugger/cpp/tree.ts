/** A type as written: `nt!_KTHREAD**`, `unsigned long`, `char[16]`. */
export interface TypeName {
  readonly name: string;
  readonly pointers: number;
  /** Outermost first. */
  readonly counts: readonly number[];
  /** Pointers to all of this: 1 of `int (*)[4]`. */
  readonly outer?: number;
}

/** A C++ expression as a tree; `at` is a 0-based column. */
export type CppExpression =
  | {
      readonly kind: 'integer';
      readonly value: bigint;
      readonly unsigned: boolean;
      readonly long: boolean;
      /** Of characters: `char`, `wchar_t`. */
      readonly type: 'char' | 'wchar_t' | 'bool' | null;
      readonly at: number;
    }
  | { readonly kind: 'float'; readonly value: number; readonly single: boolean; readonly at: number }
  | { readonly kind: 'string'; readonly text: string; readonly at: number }
  | { readonly kind: 'name'; readonly text: string; readonly at: number }
  | { readonly kind: 'register'; readonly name: string; readonly at: number }
  | { readonly kind: 'masm'; readonly text: string; readonly at: number; readonly start: number }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: CppExpression; readonly at: number }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: CppExpression;
      readonly right: CppExpression;
      readonly at: number;
    }
  | {
      readonly kind: 'choose';
      readonly condition: CppExpression;
      readonly yes: CppExpression;
      readonly no: CppExpression;
      readonly at: number;
    }
  | {
      readonly kind: 'member';
      readonly operand: CppExpression;
      readonly name: string;
      readonly arrow: boolean;
      readonly at: number;
    }
  | { readonly kind: 'index'; readonly operand: CppExpression; readonly index: CppExpression; readonly at: number }
  | {
      readonly kind: 'cast';
      readonly type: TypeName;
      readonly operand: CppExpression;
      /** reinterpret_cast: pointers keep their bits. */
      readonly exactly?: boolean;
      readonly at: number;
    }
  | { readonly kind: 'size'; readonly of: TypeName | CppExpression; readonly at: number }
  | { readonly kind: 'offset'; readonly type: TypeName; readonly path: string; readonly at: number }
  /** `#RTL_SIZEOF_THROUGH_FIELD(type, field)`. */
  | { readonly kind: 'through'; readonly type: TypeName; readonly path: string; readonly at: number }
  /** `#RTL_NUMBER_OF(array)`. */
  | { readonly kind: 'elements'; readonly operand: CppExpression; readonly at: number }
  /** `#RTL_CONTAINS_FIELD(structure, size, field)`. */
  | {
      readonly kind: 'contains';
      readonly operand: CppExpression;
      readonly size: CppExpression;
      readonly path: string;
      readonly at: number;
    }
  /** Of pseudo-registers: all else in a dump stays as it is. */
  | { readonly kind: 'assign'; readonly register: string; readonly value: CppExpression; readonly at: number }
  | {
      readonly kind: 'call';
      readonly operand: CppExpression;
      readonly args: readonly CppExpression[];
      readonly at: number;
    }
  | {
      readonly kind: 'lambda';
      readonly parameters: readonly string[];
      readonly body: CppExpression;
      readonly at: number;
    }
  | {
      readonly kind: 'new';
      readonly members: readonly { readonly name: string; readonly value: CppExpression }[];
      readonly at: number;
    }
  | {
      readonly kind: 'container';
      readonly operand: CppExpression;
      readonly type: TypeName;
      readonly path: string;
      readonly at: number;
    };
