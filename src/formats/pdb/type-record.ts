import { introduces, members } from './field-list.ts';
import { RecordReader } from './record-reader.ts';
import { typeLeafName } from './type-leaf.ts';
import type {
  ListRecord,
  MethodListRecord,
  ParsedType,
  PointerRecord,
  UdtRecord,
  VtableRecord,
  VtableShapeRecord,
} from './type-shape.ts';

/** CV_prop_t bits of structures, unions and enumerations. */
export const PROP_FORWARD = 0x80;
const PROP_SCOPED = 0x100;
const PROP_UNIQUE_NAME = 0x200;

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
