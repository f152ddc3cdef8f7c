import { DEFINITION_RANGES } from './definition-range.ts';
import { RecordReader } from './record-reader.ts';
import type {
  BlockSymbol,
  CompileSymbol,
  ConstantSymbol,
  DataSymbol,
  EnvironmentSymbol,
  LabelSymbol,
  ParsedSymbol,
  ProcedureSymbol,
  PublicSymbol,
  ReferenceSymbol,
  RegisterRelativeSymbol,
  RegisterSymbol,
  ThunkSymbol,
  UdtSymbol,
} from './symbol.ts';
import { symbolKindName } from './symbol-kind.ts';

type Name = (reader: RecordReader) => string;
const z: Name = (reader) => reader.name();
const st: Name = (reader) => reader.pascal();

function procedure(r: RecordReader, name: Name, isGlobal: boolean, isId: boolean): ProcedureSymbol {
  const parent = r.u32();
  const end = r.u32();
  r.skip(4);
  const size = r.u32();
  const debugStart = r.u32();
  const debugEnd = r.u32();
  const type = r.u32();
  const offset = r.u32();
  const section = r.u16();
  const flags = r.u8();
  return {
    is: 'procedure',
    name: name(r),
    section,
    offset,
    size,
    isGlobal,
    type,
    isId,
    parent,
    end,
    debugStart,
    debugEnd,
    flags,
  };
}

function data(r: RecordReader, name: Name, isGlobal: boolean, isThreadLocal: boolean): DataSymbol {
  const type = r.u32();
  const offset = r.u32();
  const section = r.u16();
  return { is: 'data', name: name(r), section, offset, type, isGlobal, isThreadLocal };
}

function publicSymbol(r: RecordReader, name: Name): PublicSymbol {
  const flags = r.u32();
  const offset = r.u32();
  const section = r.u16();
  return { is: 'public', name: name(r), section, offset, flags };
}

function thunk(r: RecordReader, name: Name): ThunkSymbol {
  r.skip(4);
  const end = r.u32();
  r.skip(4);
  const offset = r.u32();
  const section = r.u16();
  const size = r.u16();
  const ordinal = r.u8();
  return { is: 'thunk', name: name(r), section, offset, size, ordinal, end };
}

function block(r: RecordReader, name: Name): BlockSymbol {
  const parent = r.u32();
  const end = r.u32();
  const size = r.u32();
  const offset = r.u32();
  const section = r.u16();
  return { is: 'block', name: name(r), section, offset, size, parent, end };
}

function label(r: RecordReader, name: Name): LabelSymbol {
  const offset = r.u32();
  const section = r.u16();
  const flags = r.u8();
  return { is: 'label', name: name(r), section, offset, flags };
}

function reference(r: RecordReader, name: Name, of: ReferenceSymbol['of']): ReferenceSymbol {
  r.skip(4);
  const symbolOffset = r.u32();
  const module = r.u16();
  return { is: 'reference', name: name(r), of, module, symbolOffset };
}

function constant(r: RecordReader, name: Name): ConstantSymbol {
  const type = r.u32();
  const value = r.numeric();
  return { is: 'constant', name: name(r), type, value };
}

function udt(r: RecordReader, name: Name): UdtSymbol {
  const type = r.u32();
  return { is: 'udt', name: name(r), type };
}

function registerRelative(r: RecordReader, name: Name): RegisterRelativeSymbol {
  const offset = r.i32();
  const type = r.u32();
  const register = r.u16();
  return { is: 'register-relative', name: name(r), type, offset, register };
}

function basePointerRelative(r: RecordReader, name: Name): RegisterRelativeSymbol {
  const offset = r.i32();
  const type = r.u32();
  return { is: 'register-relative', name: name(r), type, offset, register: null };
}

function register(r: RecordReader, name: Name): RegisterSymbol {
  const type = r.u32();
  const number = r.u16();
  return { is: 'register', name: name(r), type, register: number };
}

function compile(r: RecordReader, parts: number, name: Name): CompileSymbol {
  const flags = r.u32();
  const machine = r.u16();
  const version = () => Array.from({ length: parts }, () => r.u16()).join('.');
  const frontEnd = version();
  const backEnd = version();
  return { is: 'compile', language: flags & 0xff, machine, frontEnd, backEnd, version: name(r) };
}

function environment(r: RecordReader): EnvironmentSymbol {
  r.skip(1);
  const strings: string[] = [];
  while (r.left > 0) {
    const text = r.name();
    if (text === '') break;
    strings.push(text);
  }
  return { is: 'environment', strings };
}

type Parser = (reader: RecordReader) => ParsedSymbol;

/** Parsers by kind; layouts are those of cvinfo.h (PROCSYM32, PUBSYM32, DATASYM32 ...). */
const PARSERS = new Map<number, Parser>([
  [0x0009, (r) => ({ is: 'object-name', signature: r.u32(), name: st(r) })],
  [0x0206, (r) => thunk(r, st)],
  [0x0207, (r) => block(r, st)],
  [0x0209, (r) => label(r, st)],
  [0x0400, (r) => reference(r, st, 'procedure')],
  [0x0401, (r) => reference(r, st, 'data')],
  [0x0403, (r) => reference(r, st, 'procedure')],
  [0x1001, (r) => register(r, st)],
  [0x1002, (r) => constant(r, st)],
  [0x1003, (r) => udt(r, st)],
  [0x1006, (r) => basePointerRelative(r, st)],
  [0x1007, (r) => data(r, st, false, false)],
  [0x1008, (r) => data(r, st, true, false)],
  [0x1009, (r) => publicSymbol(r, st)],
  [0x100a, (r) => procedure(r, st, false, false)],
  [0x100b, (r) => procedure(r, st, true, false)],
  [0x100d, (r) => registerRelative(r, st)],
  [0x100e, (r) => data(r, st, false, true)],
  [0x100f, (r) => data(r, st, true, true)],
  [
    0x1012,
    (r) => ({
      is: 'frame-procedure',
      frameSize: r.u32(),
      paddingSize: r.u32(),
      paddingOffset: r.u32(),
      savedRegistersSize: r.u32(),
      handlerOffset: r.u32(),
      handlerSection: r.u16(),
      flags: r.u32(),
    }),
  ],
  [0x1013, (r) => compile(r, 3, st)],
  [0x1020, (r) => data(r, st, false, false)],
  [0x1021, (r) => data(r, st, true, false)],
  [0x1101, (r) => ({ is: 'object-name', signature: r.u32(), name: z(r) })],
  [0x1102, (r) => thunk(r, z)],
  [0x1103, (r) => block(r, z)],
  [0x1105, (r) => label(r, z)],
  [0x1106, (r) => register(r, z)],
  [0x1107, (r) => constant(r, z)],
  [0x1108, (r) => udt(r, z)],
  [0x110b, (r) => basePointerRelative(r, z)],
  [0x110c, (r) => data(r, z, false, false)],
  [0x110d, (r) => data(r, z, true, false)],
  [0x110e, (r) => publicSymbol(r, z)],
  [0x110f, (r) => procedure(r, z, false, false)],
  [0x1110, (r) => procedure(r, z, true, false)],
  [0x1111, (r) => registerRelative(r, z)],
  [0x1112, (r) => data(r, z, false, true)],
  [0x1113, (r) => data(r, z, true, true)],
  [0x1116, (r) => compile(r, 3, z)],
  [0x111c, (r) => data(r, z, false, false)],
  [0x111d, (r) => data(r, z, true, false)],
  [0x1124, (r) => ({ is: 'namespace', name: z(r) })],
  [0x1125, (r) => reference(r, z, 'procedure')],
  [0x1126, (r) => reference(r, z, 'data')],
  [0x1127, (r) => reference(r, z, 'procedure')],
  [0x1128, (r) => reference(r, z, 'annotation')],
  [
    0x112c,
    (r) => {
      const type = r.u16();
      const size = r.u16();
      const offset = r.u32();
      const targetOffset = r.u32();
      const section = r.u16();
      return { is: 'trampoline', type, size, offset, section, targetOffset, targetSection: r.u16() };
    },
  ],
  [0x112d, (r) => constant(r, z)],
  [
    0x1132,
    (r) => {
      const parent = r.u32();
      const end = r.u32();
      const size = r.u32();
      r.skip(4);
      const offset = r.u32();
      const parentOffset = r.u32();
      const section = r.u16();
      return { is: 'separated-code', parent, end, size, offset, section, parentOffset, parentSection: r.u16() };
    },
  ],
  [
    0x1136,
    (r) => {
      const section = r.u16();
      r.skip(2);
      const rva = r.u32();
      const size = r.u32();
      const characteristics = r.u32();
      return { is: 'section', section, rva, size, characteristics, name: z(r) };
    },
  ],
  [
    0x1137,
    (r) => {
      const size = r.u32();
      const characteristics = r.u32();
      const offset = r.u32();
      const section = r.u16();
      return { is: 'coff-group', size, characteristics, offset, section, name: z(r) };
    },
  ],
  [0x1138, (r) => ({ is: 'export', ordinal: r.u16(), flags: r.u16(), name: z(r) })],
  [0x113c, (r) => compile(r, 4, z)],
  [0x113d, environment],
  [
    0x113e,
    (r) => {
      const type = r.u32();
      const flags = r.u16();
      return { is: 'local', type, flags, name: z(r) };
    },
  ],
  ...DEFINITION_RANGES,
  [0x1146, (r) => procedure(r, z, false, true)],
  [0x1147, (r) => procedure(r, z, true, true)],
  [0x114c, (r) => ({ is: 'build-info', id: r.u32() })],
  [0x114d, (r) => ({ is: 'inline-site', parent: r.u32(), end: r.u32(), inlinee: r.u32(), annotations: r.raw(r.left) })],
  [
    0x1153,
    (r) => {
      const type = r.u32();
      r.skip(4);
      const flags = r.u16();
      return { is: 'file-static', type, flags, name: z(r) };
    },
  ],
  [0x1155, (r) => procedure(r, z, false, false)],
  [0x1156, (r) => procedure(r, z, false, true)],
  [
    0x115d,
    (r) => {
      const parent = r.u32();
      const end = r.u32();
      const inlinee = r.u32();
      r.skip(4);
      return { is: 'inline-site', parent, end, inlinee, annotations: r.raw(r.left) };
    },
  ],
]);

/** One record of a symbol stream: its kind and raw bytes; `parse` gives the fields, or `other` for kinds without any. */
export class SymbolRecord {
  readonly kind: number;
  /** Offset of the record (of its length field) in its stream. */
  readonly offset: number;
  /** What follows the kind. */
  readonly data: Uint8Array;
  constructor(kind: number, offset: number, data: Uint8Array) {
    this.kind = kind;
    this.offset = offset;
    this.data = data;
  }
  get kindName(): string {
    return symbolKindName(this.kind);
  }
  /** Throws FormatError when the record is too short for its kind. */
  parse(): ParsedSymbol {
    const parser = PARSERS.get(this.kind);
    return parser ? parser(new RecordReader(this.data, symbolKindName(this.kind))) : { is: 'other' };
  }
}
