import { MemoreticsError } from '../bytes/errors.ts';
import { asCount, asObject, asText, type IsfFile, parseJson } from '../formats/isf/isf.ts';
import type { BaseType, EnumType, Field, StructType, Type, TypeTable, VoidType } from './type.ts';

const VOID: VoidType = { kind: 'void', name: 'Void', size: 0 };
/** Arrays of arrays and pointers to pointers nest; nothing real comes near. */
const MOST_DEPTH = 64;

/** WinDbg's name for a base type of an ISF file. */
function baseType(isfName: string, kind: string, size: number, signed: boolean): Type {
  if (kind === 'void' || isfName === 'void') return VOID;
  const spelling = /^(?:unsigned )?long$/.test(isfName) && size === 4 ? { cName: isfName } : {};
  const base = (name: string, encoding: BaseType['encoding']): BaseType => ({
    kind: 'base',
    name,
    size,
    encoding,
    ...spelling,
  });
  if (isfName === 'HRESULT') return base('HRESULT', 'hresult');
  if (/^w?char(16|32)?(_t)?$/.test(isfName) && isfName !== 'char') return base('Wchar', 'wchar');
  if (kind === 'float') return base(size === 4 ? 'Float' : size === 8 ? 'Double' : `Float${size}B`, 'float');
  if (kind === 'bool') return base('Bool', 'bool');
  if (size === 1) return signed ? base('Char', 'char') : base('UChar', 'unsigned');
  return signed ? base(`Int${size}B`, 'signed') : base(`Uint${size}B`, 'unsigned');
}

/** An unknown or damaged type: bytes of unknown meaning. */
function opaque(name: string): BaseType {
  return { kind: 'base', name, size: 0, encoding: 'other' };
}

/** A structure that the file mentions and does not define. */
function incomplete(name: string): StructType {
  return { kind: 'struct', flavour: 'struct', name, size: 0, fields: () => [], field: () => null };
}

/** Turns the JSON of an ISF file's types into `Type`s, each when it is first asked for. */
export class IsfTypeTable implements TypeTable {
  readonly #file: IsfFile;
  readonly #known = new Map<string, Type | null>();
  constructor(file: IsfFile) {
    this.#file = file;
  }

  type(name: string): Type | null {
    let type = this.#known.get(name);
    if (type === undefined) {
      type = this.#struct(name) ?? this.#enum(name) ?? this.#base(name);
      this.#known.set(name, type);
    }
    return type;
  }

  *typeNames(): Iterable<string> {
    for (const records of [this.#file.userTypes, this.#file.enums]) {
      for (let index = 0; index < records.count; index++) yield records.name(index);
    }
    yield* this.#file.baseTypes.keys();
  }

  #base(name: string): Type | null {
    const base = this.#file.baseTypes.get(name);
    return base ? baseType(name, base.kind, base.size, base.signed) : null;
  }

  #json(kind: 'userTypes' | 'enums', name: string): Readonly<Record<string, unknown>> | null {
    const records = this.#file[kind];
    const index = records.find(name);
    if (index < 0) return null;
    try {
      return asObject(parseJson(records.text(index)));
    } catch (error) {
      if (error instanceof MemoreticsError) return null;
      throw error;
    }
  }

  #struct(name: string): StructType | null {
    const json = this.#json('userTypes', name);
    if (!json) return null;
    const flavour = (['union', 'class', 'interface'] as const).find((kind) => kind === json['kind']) ?? 'struct';
    let fields: readonly Field[] | null = null;
    let byName: Map<string, Field> | null = null;
    const all = () => (fields ??= this.#fields(asObject(json['fields'])));
    return {
      kind: 'struct',
      flavour,
      name,
      size: asCount(json['size']) ?? 0,
      fields: all,
      field(key) {
        byName ??= new Map(all().map((field) => [field.name, field]));
        return byName.get(key) ?? null;
      },
    };
  }

  /**
   * The file lost the declaration order. By offset, and at one offset bit fields first by position, is how nearly all
   * of the kernel's unions are declared.
   */
  #fields(json: Readonly<Record<string, unknown>>): Field[] {
    const rows: { field: Field; offset: number; bit: number }[] = [];
    for (const [name, value] of Object.entries(json)) {
      const { offset, type } = asObject(value);
      const at = asCount(offset);
      if (at === null) continue;
      const description = asObject(type);
      const bit = description['kind'] === 'bitfield' ? (asCount(description['bit_position']) ?? 0) : 1 << 16;
      let resolved: Type | null = null;
      rows.push({
        offset: at,
        bit,
        field: { name, offset: at, type: () => (resolved ??= this.describe(description)) },
      });
    }
    rows.sort((left, right) => left.offset - right.offset || left.bit - right.bit);
    return rows.map((row) => row.field);
  }

  #enum(name: string): EnumType | null {
    const json = this.#json('enums', name);
    if (!json) return null;
    const base = asText(json['base']);
    return {
      kind: 'enum',
      name,
      size: asCount(json['size']) ?? 0,
      base: () => this.#base(base) ?? opaque(base),
      values: () =>
        Object.entries(asObject(json['constants']))
          .flatMap(([key, value]) =>
            typeof value === 'number' && Number.isInteger(value) ? [{ name: key, value: BigInt(value) }] : [],
          )
          .sort((left, right) => (left.value < right.value ? -1 : left.value > right.value ? 1 : 0)),
    };
  }

  /** The type that one JSON description stands for; parts that are missing or wrong come out as size 0. */
  describe(json: Readonly<Record<string, unknown>>, depth = 0): Type {
    if (depth > MOST_DEPTH) return opaque('');
    const name = asText(json['name']);
    switch (json['kind']) {
      case 'base':
        return this.#base(name) ?? opaque(name);
      case 'struct':
      case 'union':
      case 'class':
      case 'interface':
        return this.type(name) ?? incomplete(name);
      case 'enum':
        return this.type(name) ?? opaque(name);
      case 'pointer': {
        const size = this.#file.baseTypes.get(asText(json['base']) || 'pointer')?.size ?? 8;
        return { kind: 'pointer', size, target: () => this.describe(asObject(json['subtype']), depth + 1) };
      }
      case 'array': {
        const count = asCount(json['count']) ?? 0;
        const element = this.describe(asObject(json['subtype']), depth + 1);
        return { kind: 'array', size: count * element.size, count, element: () => element };
      }
      case 'bitfield': {
        const base = this.describe(asObject(json['type']), depth + 1);
        return {
          kind: 'bitfield',
          size: base.size,
          position: asCount(json['bit_position']) ?? 0,
          length: asCount(json['bit_length']) ?? 0,
          base: () => base,
        };
      }
      case 'function':
        return { kind: 'function', size: 0, name: 'function' };
      default:
        return opaque(name);
    }
  }
}
