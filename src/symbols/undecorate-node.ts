/** Bits of a type's qualifiers; a type can carry several. */
export const CONST = 1;
export const VOLATILE = 2;
export const RESTRICT = 4;
export const UNALIGNED = 8;

export type Affinity = '*' | '&' | '&&';

/** What a decorated name says, as a tree; nodes are shared by back references. */
export type TypeNode = PrimitiveNode | TagNode | CustomNode | PointerNode | ArrayNode | SignatureNode;

export interface PrimitiveNode {
  readonly kind: 'primitive';
  readonly name: string;
  readonly quals: number;
}
export interface TagNode {
  readonly kind: 'tag';
  readonly tag: 'class' | 'struct' | 'union' | 'enum';
  readonly name: NameNode;
  readonly quals: number;
}
export interface CustomNode {
  readonly kind: 'custom';
  readonly name: IdentifierNode;
  readonly quals: number;
}
export interface PointerNode {
  readonly kind: 'pointer';
  readonly affinity: Affinity;
  readonly quals: number;
  readonly pointee: TypeNode;
  /** The class of a pointer to member. */
  readonly parent: NameNode | null;
}
export interface ArrayNode {
  readonly kind: 'array';
  readonly dimensions: readonly bigint[];
  readonly element: TypeNode;
  readonly quals: number;
}
export interface SignatureNode {
  readonly kind: 'signature';
  readonly quals: number;
  readonly convention: string;
  /** Null for constructors and destructors. */
  readonly result: TypeNode | null;
  /** Null for `(void)`; empty for `(...)`. */
  readonly parameters: readonly TypeNode[] | null;
  readonly variadic: boolean;
  readonly noexcept: boolean;
  readonly refQualifier: '' | ' &' | ' &&';
}

export interface NamedNode {
  readonly kind: 'name';
  readonly text: string;
  args: readonly ArgumentNode[] | null;
}
/** An operator or compiler-generated member: LLVM's words and, where they differ, the debuggers'. */
export interface IntrinsicNode {
  readonly kind: 'intrinsic';
  readonly text: string;
  readonly windbg: string;
  args: readonly ArgumentNode[] | null;
}
export interface StructorNode {
  readonly kind: 'structor';
  readonly destructor: boolean;
  owner: IdentifierNode | null;
  args: readonly ArgumentNode[] | null;
}
export interface ConversionNode {
  readonly kind: 'conversion';
  target: TypeNode | null;
  args: readonly ArgumentNode[] | null;
}
/** `dynamic initializer for x'. */
export interface InitializerNode {
  readonly kind: 'initializer';
  readonly destructor: boolean;
  readonly subject: SymbolNode | NameNode;
  args: readonly ArgumentNode[] | null;
}
/** A scope inside a function: `f'::`2'. */
export interface LocalScopeNode {
  readonly kind: 'local-scope';
  readonly symbol: SymbolNode;
  readonly number: bigint;
  args: readonly ArgumentNode[] | null;
}
export type IdentifierNode =
  | NamedNode
  | IntrinsicNode
  | StructorNode
  | ConversionNode
  | InitializerNode
  | LocalScopeNode;

/** Outermost scope first. */
export interface NameNode {
  readonly kind: 'qualified';
  readonly parts: readonly IdentifierNode[];
}

export type ArgumentNode =
  | TypeNode
  | NameNode
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'real'; readonly value: number }
  /** A C++20 class, union or array as an argument; an array's braces stand alone. */
  | { readonly kind: 'aggregate'; readonly type: TypeNode | null; readonly items: readonly ArgumentNode[] }
  | {
      readonly kind: 'symbol';
      readonly symbol: SymbolNode | null;
      readonly affinity: '' | '&';
      readonly offsets: readonly bigint[];
    };

export interface FunctionNode {
  readonly kind: 'function';
  readonly name: NameNode;
  readonly access: '' | 'private' | 'protected' | 'public';
  readonly isStatic: boolean;
  readonly isVirtual: boolean;
  readonly isExternC: boolean;
  /** What precedes the parameter list of a thunk, or null when it is none. */
  readonly thunk: string | null;
  /** Null when only the name was decorated. */
  readonly signature: SignatureNode | null;
  /** Calling convention of a function without a parameter list. */
  readonly convention: string;
}
export interface VariableNode {
  readonly kind: 'variable';
  readonly name: NameNode;
  readonly access: '' | 'private' | 'protected' | 'public';
  readonly isStatic: boolean;
  readonly type: TypeNode | null;
}
/** vftables and their like. */
export interface TableNode {
  readonly kind: 'table';
  readonly name: NameNode;
  readonly quals: number;
  /** The bases for which the table is, one for each `{for ...}`. */
  readonly targets: readonly NameNode[];
}
export interface LiteralNode {
  readonly kind: 'string';
  readonly text: string;
}
export type SymbolNode = FunctionNode | VariableNode | TableNode | LiteralNode;
