/** The fields of parsed TPI and IPI records by leaf (cvinfo.h); `is` tells them apart. */

/** LF_STRUCTURE, LF_CLASS, LF_UNION, LF_INTERFACE and LF_ENUM: what has a name and members. */
export interface UdtRecord {
  readonly is: 'udt';
  readonly flavour: 'struct' | 'class' | 'union' | 'interface' | 'enum';
  readonly name: string;
  /** Decorated, when the compiler gave one: tells apart equal names in different scopes. */
  readonly uniqueName: string | null;
  readonly memberCount: number;
  readonly size: number;
  /** Index of the field list, 0 for none. */
  readonly fields: number;
  readonly isForward: boolean;
  readonly isScoped: boolean;
  /** Underlying type of an enumeration, else 0. */
  readonly underlying: number;
  readonly vtableShape: number;
}
export interface PointerRecord {
  readonly is: 'pointer';
  readonly target: number;
  readonly size: number;
  /** CV_ptrmode_e: 0 pointer, 1 lvalue reference, 2 data member, 3 member function, 4 rvalue reference. */
  readonly mode: number;
  readonly isConst: boolean;
  readonly isVolatile: boolean;
  /** Class of a pointer to member, else 0. */
  readonly containing: number;
}
export interface ModifierRecord {
  readonly is: 'modifier';
  readonly target: number;
  readonly isConst: boolean;
  readonly isVolatile: boolean;
  readonly isUnaligned: boolean;
}
export interface ArrayRecord {
  readonly is: 'array';
  readonly element: number;
  readonly index: number;
  readonly size: number;
  readonly name: string;
}
export interface BitFieldRecord {
  readonly is: 'bitfield';
  readonly base: number;
  readonly position: number;
  readonly length: number;
}
export interface ProcedureRecord {
  readonly is: 'procedure';
  readonly returns: number;
  readonly callingConvention: number;
  readonly argumentCount: number;
  readonly argumentList: number;
}
export interface MemberFunctionRecord {
  readonly is: 'member-function';
  readonly returns: number;
  readonly containing: number;
  readonly thisType: number;
  readonly callingConvention: number;
  readonly argumentCount: number;
  readonly argumentList: number;
  readonly thisAdjustment: number;
}
/** LF_ARGLIST, LF_SUBSTR_LIST, LF_BUILDINFO: a list of indices. */
export interface ListRecord {
  readonly is: 'list';
  readonly items: readonly number[];
}
export interface MethodListRecord {
  readonly is: 'method-list';
  readonly methods: readonly {
    readonly attributes: number;
    readonly type: number;
    readonly vtableOffset: number | null;
  }[];
}
export interface VtableShapeRecord {
  readonly is: 'vtable-shape';
  /** CV_VTS_desc of each slot. */
  readonly slots: readonly number[];
}
export interface VtableRecord {
  readonly is: 'vtable';
  readonly type: number;
  readonly base: number;
  readonly offset: number;
  /** The table's own name, then its methods'. */
  readonly names: readonly string[];
}
export interface AliasRecord {
  readonly is: 'alias';
  readonly target: number;
  readonly name: string;
}
export interface FieldListRecord {
  readonly is: 'field-list';
  members(): Generator<Member>;
}
/** LF_FUNC_ID and LF_MFUNC_ID (IPI): a function's name in its scope. */
export interface FunctionIdRecord {
  readonly is: 'function-id';
  readonly name: string;
  /** LF_FUNC_ID: an IPI string for a namespace, or 0. LF_MFUNC_ID: the TPI index of the class. */
  readonly scope: number;
  readonly isMember: boolean;
  readonly type: number;
}
export interface StringIdRecord {
  readonly is: 'string-id';
  readonly text: string;
  /** IPI index of a list of strings to put in front, or 0. */
  readonly prefix: number;
}
export interface UdtSourceRecord {
  readonly is: 'udt-source';
  readonly type: number;
  /** LF_UDT_SRC_LINE: an IPI string; LF_UDT_MOD_SRC_LINE: an offset in `/names`. */
  readonly file: number;
  readonly line: number;
  /** 1-based module, or null. */
  readonly module: number | null;
}
export interface OtherRecord {
  readonly is: 'other';
}

export type ParsedType =
  | UdtRecord
  | PointerRecord
  | ModifierRecord
  | ArrayRecord
  | BitFieldRecord
  | ProcedureRecord
  | MemberFunctionRecord
  | ListRecord
  | MethodListRecord
  | VtableShapeRecord
  | VtableRecord
  | AliasRecord
  | FieldListRecord
  | FunctionIdRecord
  | StringIdRecord
  | UdtSourceRecord
  | OtherRecord;

/** One entry of a field list. */
export type Member =
  | {
      readonly is: 'member';
      readonly name: string;
      readonly type: number;
      readonly offset: number;
      readonly attributes: number;
    }
  | { readonly is: 'static-member'; readonly name: string; readonly type: number; readonly attributes: number }
  | { readonly is: 'base'; readonly type: number; readonly offset: number; readonly attributes: number }
  | {
      readonly is: 'virtual-base';
      readonly type: number;
      readonly isIndirect: boolean;
      readonly pointerType: number;
      readonly pointerOffset: number;
      readonly tableOffset: number;
      readonly attributes: number;
    }
  | { readonly is: 'enumerate'; readonly name: string; readonly value: bigint; readonly attributes: number }
  | {
      readonly is: 'method';
      readonly name: string;
      readonly type: number;
      readonly attributes: number;
      readonly vtableOffset: number | null;
    }
  | { readonly is: 'methods'; readonly name: string; readonly count: number; readonly list: number }
  | { readonly is: 'nested'; readonly name: string; readonly type: number }
  | { readonly is: 'vtable-pointer'; readonly type: number; readonly offset: number }
  | { readonly is: 'friend'; readonly name: string | null; readonly type: number }
  /** LF_INDEX: the list goes on in another record. */
  | { readonly is: 'continued'; readonly list: number };
