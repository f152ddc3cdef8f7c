import { RecordReader } from './record-reader.ts';
import { typeLeafName } from './type-leaf.ts';

/** CV_prop_t bits of structures, unions and enumerations. */
export const PROP_FORWARD = 0x80;
const PROP_SCOPED = 0x100;
const PROP_UNIQUE_NAME = 0x200;

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

/** Whether a CV_fldattr_t introduces a virtual function, whose vtable offset then follows. */
function introduces(attributes: number): boolean {
  const property = (attributes >>> 2) & 7;
  return property === 4 || property === 6;
}

function toBig(value: bigint | number | null): bigint {
  return typeof value === 'bigint' ? value : 0n;
}

function* members(bytes: Uint8Array): Generator<Member> {
  const r = new RecordReader(bytes, 'LF_FIELDLIST');
  while (r.left >= 2) {
    const pad = bytes[r.at]!;
    if (pad >= 0xf0) {
      // LF_PADn: n bytes to the next member, this one included.
      r.skip(Math.min(Math.max(1, pad & 0xf), r.left));
      continue;
    }
    const leaf = r.u16();
    const isOld = leaf < 0x1500 && leaf !== 0x1400 && leaf !== 0x1401 && leaf !== 0x1402;
    const name = () => (isOld ? r.pascal() : r.name());
    switch (leaf) {
      case 0x1405:
      case 0x150d: {
        const attributes = r.u16();
        const type = r.u32();
        const offset = r.size();
        yield { is: 'member', attributes, type, offset, name: name() };
        break;
      }
      case 0x1406:
      case 0x150e: {
        const attributes = r.u16();
        const type = r.u32();
        yield { is: 'static-member', attributes, type, name: name() };
        break;
      }
      case 0x1400:
      case 0x151a: {
        const attributes = r.u16();
        const type = r.u32();
        yield { is: 'base', attributes, type, offset: r.size() };
        break;
      }
      case 0x1401:
      case 0x1402: {
        const attributes = r.u16();
        const type = r.u32();
        const pointerType = r.u32();
        const pointerOffset = r.size();
        const tableOffset = r.size();
        yield {
          is: 'virtual-base',
          attributes,
          type,
          isIndirect: leaf === 0x1402,
          pointerType,
          pointerOffset,
          tableOffset,
        };
        break;
      }
      case 0x0403:
      case 0x1502: {
        const attributes = r.u16();
        const value = toBig(r.numeric());
        yield { is: 'enumerate', attributes, value, name: name() };
        break;
      }
      case 0x1407:
      case 0x150f: {
        const count = r.u16();
        const list = r.u32();
        yield { is: 'methods', count, list, name: name() };
        break;
      }
      case 0x140b:
      case 0x1511: {
        const attributes = r.u16();
        const type = r.u32();
        const vtableOffset = introduces(attributes) ? r.u32() : null;
        yield { is: 'method', attributes, type, vtableOffset, name: name() };
        break;
      }
      case 0x1408:
      case 0x140d:
      case 0x1510:
      case 0x1512: {
        r.skip(2);
        const type = r.u32();
        yield { is: 'nested', type, name: name() };
        break;
      }
      case 0x1513: {
        r.skip(2);
        const type = r.u32();
        yield { is: 'nested', type, name: name() };
        break;
      }
      case 0x1404:
        r.skip(2);
        yield { is: 'continued', list: r.u32() };
        break;
      case 0x1409:
        r.skip(2);
        yield { is: 'vtable-pointer', type: r.u32(), offset: 0 };
        break;
      case 0x140c: {
        r.skip(2);
        const type = r.u32();
        yield { is: 'vtable-pointer', type, offset: r.u32() };
        break;
      }
      case 0x140a:
        r.skip(2);
        yield { is: 'friend', name: null, type: r.u32() };
        break;
      case 0x1403:
      case 0x150c: {
        r.skip(2);
        const type = r.u32();
        yield { is: 'friend', type, name: name() };
        break;
      }
      default:
        // The length of an unknown member is unknown, so nothing after it can be found.
        return;
    }
  }
}

type Flavour = UdtRecord['flavour'];

function udt(r: RecordReader, flavour: Flavour, isOld: boolean): UdtRecord {
  const memberCount = r.u16();
  const properties = r.u16();
  let underlying = 0;
  let fields = 0;
  let vtableShape = 0;
  let size = 0;
  if (flavour === 'enum') {
    underlying = r.u32();
    fields = r.u32();
  } else {
    fields = r.u32();
    if (flavour !== 'union') {
      r.skip(4);
      vtableShape = r.u32();
    }
    size = r.size();
  }
  return named(r, { flavour, memberCount, properties, underlying, fields, vtableShape, size }, isOld);
}

/**
 * LF_CLASS2 ... of Visual Studio 2019 and later: 32 bits of properties in front, and the member count as a numeric leaf
 * before the size (volatility3's pdb.json LF_STRUCTURE_VS19 says the same).
 */
function udt2(r: RecordReader, flavour: Flavour): UdtRecord {
  const properties = r.u32();
  const fields = r.u32();
  let vtableShape = 0;
  if (flavour !== 'union') {
    r.skip(4);
    vtableShape = r.u32();
  }
  const memberCount = r.size();
  const size = r.size();
  return named(r, { flavour, memberCount, properties, underlying: 0, fields, vtableShape, size }, false);
}

function named(
  r: RecordReader,
  head: Pick<UdtRecord, 'flavour' | 'memberCount' | 'underlying' | 'fields' | 'vtableShape' | 'size'> & {
    readonly properties: number;
  },
  isOld: boolean,
): UdtRecord {
  const name = isOld ? r.pascal() : r.name();
  const { properties, ...rest } = head;
  const unique = (properties & PROP_UNIQUE_NAME) !== 0 && r.left > 0 && !isOld ? r.name() : '';
  return {
    is: 'udt',
    ...rest,
    name,
    uniqueName: unique === '' ? null : unique,
    isForward: (properties & PROP_FORWARD) !== 0,
    isScoped: (properties & PROP_SCOPED) !== 0,
  };
}

function list(r: RecordReader, count: number): ListRecord {
  const items: number[] = [];
  for (let index = 0; index < count && r.left >= 4; index++) items.push(r.u32());
  return { is: 'list', items };
}

function methodList(r: RecordReader): MethodListRecord {
  const methods: { attributes: number; type: number; vtableOffset: number | null }[] = [];
  while (r.left >= 8) {
    const attributes = r.u16();
    r.skip(2);
    const type = r.u32();
    methods.push({ attributes, type, vtableOffset: introduces(attributes) ? r.u32() : null });
  }
  return { is: 'method-list', methods };
}

function pointer(r: RecordReader): PointerRecord {
  const target = r.u32();
  const attributes = r.u32();
  const type = attributes & 0x1f;
  const mode = (attributes >>> 5) & 7;
  const size = (attributes >>> 13) & 0x3f;
  return {
    is: 'pointer',
    target,
    // CV_PTR_NEAR32 is 0x0a, CV_PTR_64 is 0x0c; old compilers leave the size out.
    size: size !== 0 ? size : type === 0x0c ? 8 : 4,
    mode,
    isVolatile: (attributes & 0x200) !== 0,
    isConst: (attributes & 0x400) !== 0,
    containing: (mode === 2 || mode === 3) && r.left >= 4 ? r.u32() : 0,
  };
}

function vtableShape(r: RecordReader): VtableShapeRecord {
  const count = r.u16();
  const slots: number[] = [];
  for (let index = 0; index < count && r.left > 0; index += 2) {
    const pair = r.u8();
    slots.push(pair & 0xf);
    if (index + 1 < count) slots.push(pair >>> 4);
  }
  return { is: 'vtable-shape', slots };
}

function vtable(r: RecordReader): VtableRecord {
  const type = r.u32();
  const base = r.u32();
  const offset = r.u32();
  const bytes = r.raw(Math.min(r.u32(), r.left));
  const inner = new RecordReader(bytes, 'LF_VFTABLE');
  const names: string[] = [];
  while (inner.left > 0) names.push(inner.name());
  return { is: 'vtable', type, base, offset, names };
}

function parse(leaf: number, r: RecordReader): ParsedType {
  switch (leaf) {
    case 0x1001: {
      const target = r.u32();
      const bits = r.u16();
      return {
        is: 'modifier',
        target,
        isConst: (bits & 1) !== 0,
        isVolatile: (bits & 2) !== 0,
        isUnaligned: (bits & 4) !== 0,
      };
    }
    case 0x1002:
      return pointer(r);
    case 0x1003:
    case 0x1503: {
      const element = r.u32();
      const index = r.u32();
      const size = r.size();
      return { is: 'array', element, index, size, name: leaf === 0x1003 ? r.pascal() : r.name() };
    }
    case 0x1516: {
      const element = r.u32();
      const index = r.u32();
      r.skip(4);
      const size = r.size();
      return { is: 'array', element, index, size, name: r.name() };
    }
    case 0x1004:
      return udt(r, 'class', true);
    case 0x1005:
      return udt(r, 'struct', true);
    case 0x1006:
      return udt(r, 'union', true);
    case 0x1007:
      return udt(r, 'enum', true);
    case 0x1504:
      return udt(r, 'class', false);
    case 0x1505:
      return udt(r, 'struct', false);
    case 0x1506:
      return udt(r, 'union', false);
    case 0x1507:
      return udt(r, 'enum', false);
    case 0x1519:
      return udt(r, 'interface', false);
    case 0x1608:
      return udt2(r, 'class');
    case 0x1609:
      return udt2(r, 'struct');
    case 0x160a:
      return udt2(r, 'union');
    case 0x160b:
      return udt2(r, 'interface');
    case 0x1205: {
      const base = r.u32();
      const length = r.u8();
      return { is: 'bitfield', base, length, position: r.u8() };
    }
    case 0x1008: {
      const returns = r.u32();
      const callingConvention = r.u8();
      r.skip(1);
      const argumentCount = r.u16();
      return { is: 'procedure', returns, callingConvention, argumentCount, argumentList: r.u32() };
    }
    case 0x1009: {
      const returns = r.u32();
      const containing = r.u32();
      const thisType = r.u32();
      const callingConvention = r.u8();
      r.skip(1);
      const argumentCount = r.u16();
      const argumentList = r.u32();
      const thisAdjustment = r.i32();
      return {
        is: 'member-function',
        returns,
        containing,
        thisType,
        callingConvention,
        argumentCount,
        argumentList,
        thisAdjustment,
      };
    }
    case 0x1201:
    case 0x1604:
      return list(r, r.u32());
    case 0x1603:
      return list(r, r.u16());
    case 0x1203:
      return { is: 'field-list', members: () => members(r.bytes) };
    case 0x1206:
      return methodList(r);
    case 0x000a:
      return vtableShape(r);
    case 0x151d:
      return vtable(r);
    case 0x150a: {
      const target = r.u32();
      return { is: 'alias', target, name: r.name() };
    }
    case 0x1601:
    case 0x1602: {
      const scope = r.u32();
      const type = r.u32();
      return { is: 'function-id', scope, type, isMember: leaf === 0x1602, name: r.name() };
    }
    case 0x1605: {
      const prefix = r.u32();
      return { is: 'string-id', prefix, text: r.name() };
    }
    case 0x1606:
    case 0x1607: {
      const type = r.u32();
      const file = r.u32();
      const line = r.u32();
      return { is: 'udt-source', type, file, line, module: leaf === 0x1607 ? r.u16() : null };
    }
    default:
      return { is: 'other' };
  }
}

/** One record of TPI or IPI: its leaf, index and raw bytes; `parse` gives the fields. */
export class TypeRecord {
  readonly leaf: number;
  readonly index: number;
  /** What follows the leaf. */
  readonly data: Uint8Array;
  constructor(leaf: number, index: number, data: Uint8Array) {
    this.leaf = leaf;
    this.index = index;
    this.data = data;
  }
  get leafName(): string {
    return typeLeafName(this.leaf);
  }
  /** Throws FormatError when the record is too short for its leaf. */
  parse(): ParsedType {
    return parse(this.leaf, new RecordReader(this.data, typeLeafName(this.leaf)));
  }
}
