import type { Pdb } from '../formats/pdb/pdb.ts';
import { simpleType } from '../formats/pdb/simple-type.ts';
import type { Member, ParsedType, UdtRecord } from '../formats/pdb/type-shape.ts';
import type { TypeStream } from '../formats/pdb/type-stream.ts';
import { PdbTypeNames } from './pdb-type-name.ts';
import type { BaseType, EnumType, Field, StructType, Type, TypeTable, VoidType } from './type.ts';

const VOID: VoidType = { kind: 'void', name: 'Void', size: 0 };
/** Modifiers, aliases and forward references chain this far at most; hostile ones go in circles. */
const MOST_STEPS = 32;

function unknownType(index: number): BaseType {
  return { kind: 'base', name: `<type 0x${index.toString(16)}>`, size: 0, encoding: 'other' };
}

/** Types of a PDB behind the common interface. A type is parsed when asked for; fields resolve theirs when asked. */
export class PdbTypes implements TypeTable {
  readonly #pdb: Pdb;
  readonly #stream: TypeStream;
  readonly #types = new Map<number, Type>();
  /** Definitions found for forward references, by the reference's index. */
  readonly #definitions = new Map<number, number>();
  #scoped: { readonly isHashed: boolean; readonly names: Map<string, number> } | null = null;
  /** Types as C++ spells them. */
  readonly names: PdbTypeNames;
  /** Types as debuggers print them beside a variable. */
  readonly spacedNames: PdbTypeNames;

  constructor(pdb: Pdb, stream: TypeStream) {
    this.#pdb = pdb;
    this.#stream = stream;
    const parsed = (index: number) => this.parsed(index);
    const sizeOf = (index: number) => this.sizeOf(index);
    this.names = new PdbTypeNames(parsed, sizeOf);
    this.spacedNames = new PdbTypeNames(parsed, sizeOf, { spaced: true });
  }

  /** The parsed record of a type, or null when there is none or it is damaged (which becomes a problem). */
  parsed(index: number): ParsedType | null {
    try {
      return this.#stream.record(index)?.parse() ?? null;
    } catch (error) {
      this.#pdb.problems.catch(error, 'type record', null);
      return null;
    }
  }

  /** Index of the definition that a forward reference stands for, or the index itself. */
  definition(index: number): number {
    const known = this.#definitions.get(index);
    if (known !== undefined) return known;
    const record = this.parsed(index);
    let found = index;
    if (record?.is === 'udt' && record.isForward) found = this.#define(record) ?? index;
    this.#definitions.set(index, found);
    return found;
  }

  /** Names are hashed as they are, those of scoped types by their unique name. */
  #define(forward: UdtRecord): number | null {
    const unique = forward.uniqueName;
    for (const key of unique === null ? [forward.name] : [forward.name, unique]) {
      for (const candidate of this.#stream.candidates(key)) {
        const record = this.#udt(candidate.index);
        if (record === null || record.isForward || record.name !== forward.name) continue;
        if (unique !== null && record.uniqueName !== null && record.uniqueName !== unique) continue;
        if ((record.flavour === 'enum') === (forward.flavour === 'enum')) return candidate.index;
      }
    }
    if (this.#stream.isHashed) return null;
    return this.#unhashed().get(forward.name) ?? null;
  }

  #udt(index: number): UdtRecord | null {
    const record = this.parsed(index);
    return record?.is === 'udt' ? record : null;
  }

  /** Definitions that the hash does not lead to by name: all, when there is no hash, else those of scoped types. */
  #unhashed(): Map<string, number> {
    const { isHashed } = this.#stream;
    // A hash that turns out to be none, turns all names into such.
    if (this.#scoped?.isHashed === isHashed) return this.#scoped.names;
    const names = new Map<string, number>();
    for (const [index, record] of this.#definitionsOf()) {
      if ((!isHashed || record.isScoped) && !names.has(record.name)) names.set(record.name, index);
    }
    this.#scoped = { isHashed, names };
    return names;
  }

  /** All complete definitions with their indices. */
  *#definitionsOf(): Generator<[index: number, record: UdtRecord]> {
    for (const record of this.#stream.all()) {
      if (!(record.leaf >= 0x1504 && record.leaf <= 0x1507) && !(record.leaf >= 0x1004 && record.leaf <= 0x1007)) {
        if (!(record.leaf >= 0x1608 && record.leaf <= 0x160b) && record.leaf !== 0x1519) continue;
      }
      try {
        const parsed = record.parse();
        if (parsed.is === 'udt' && !parsed.isForward) yield [record.index, parsed];
      } catch (error) {
        this.#pdb.problems.catch(error, record.leafName, null);
      }
    }
  }

  #indexOf(name: string, same: (found: string) => boolean): number | null {
    for (const candidate of this.#stream.candidates(name)) {
      const record = this.#udt(candidate.index);
      if (record !== null && !record.isForward && same(record.name)) return candidate.index;
    }
    return null;
  }

  type(name: string): Type | null {
    const lower = name.toLowerCase();
    const index =
      this.#indexOf(name, (found) => found === name) ??
      this.#indexOf(name, (found) => found.toLowerCase() === lower) ??
      (name.includes('::') || !this.#stream.isHashed ? (this.#unhashed().get(name) ?? null) : null);
    if (index !== null) return this.fromIndex(index);
    return this.#typedef(name);
  }

  /** S_UDT in the globals: a typedef, under which private PDBs know `ETHREAD` and the like. */
  #typedef(name: string): Type | null {
    try {
      for (const record of this.#pdb.globals?.candidates(name) ?? []) {
        const parsed = record.parse();
        if (parsed.is === 'udt' && parsed.name === name) return this.fromIndex(parsed.type);
      }
    } catch (error) {
      this.#pdb.problems.catch(error, 'S_UDT', null);
    }
    return null;
  }

  /** Bytes of all type records of the file. */
  get byteLength(): number {
    return this.#stream.size;
  }

  *typeNames(): Generator<string> {
    for (const [, record] of this.#definitionsOf()) yield record.name;
  }

  /** Size of a type in bytes, 0 when it has none, is not defined here, or goes in circles. */
  sizeOf(index: number): number {
    let at = index;
    for (let step = 0; step < MOST_STEPS; step++) {
      const simple = simpleType(at);
      if (simple !== null) return simple.pointerSize || simple.size;
      const record = this.parsed(at);
      switch (record?.is) {
        case 'pointer':
        case 'array':
          return record.size;
        case 'udt': {
          const definition = record.isForward ? this.definition(at) : at;
          if (definition !== at) at = definition;
          else if (record.flavour === 'enum') at = record.underlying;
          else return record.size;
          break;
        }
        case 'modifier':
        case 'alias':
          at = record.target;
          break;
        case 'bitfield':
          at = record.base;
          break;
        default:
          return 0;
      }
    }
    return 0;
  }

  /** The type with this TPI index. Never throws: what cannot be resolved is a base type of size 0 that says so. */
  fromIndex(index: number): Type {
    let at = index;
    for (let step = 0; step < MOST_STEPS; step++) {
      const known = this.#types.get(at);
      if (known !== undefined) return known;
      const record = simpleType(at) === null ? this.parsed(at) : null;
      if (record?.is === 'modifier' || record?.is === 'alias') at = record.target;
      else if (record?.is === 'udt' && record.isForward && this.definition(at) !== at) at = this.definition(at);
      else {
        const type = record === null ? this.#simple(at) : this.#make(at, record);
        this.#types.set(at, type);
        return type;
      }
    }
    return unknownType(index);
  }

  #simple(index: number): Type {
    const simple = simpleType(index);
    if (simple === null) return unknownType(index);
    if (simple.pointerSize > 0) {
      return { kind: 'pointer', size: simple.pointerSize, target: () => this.fromIndex(index & 0xff) };
    }
    if (simple.encoding === 'void') return VOID;
    const { name: cName, shortName, size, encoding } = simple;
    return { kind: 'base', name: shortName, size, encoding, ...(/^(?:unsigned )?long$/.test(cName) ? { cName } : {}) };
  }

  #make(index: number, record: ParsedType): Type {
    switch (record.is) {
      case 'pointer':
        return { kind: 'pointer', size: record.size, target: () => this.fromIndex(record.target) };
      case 'array': {
        const each = this.sizeOf(record.element);
        const count = each > 0 ? Math.floor(record.size / each) : 0;
        return { kind: 'array', size: record.size, count, element: () => this.fromIndex(record.element) };
      }
      case 'bitfield': {
        const { position, length, base } = record;
        return { kind: 'bitfield', size: this.sizeOf(base), position, length, base: () => this.fromIndex(base) };
      }
      case 'udt':
        return record.flavour === 'enum' ? this.#enum(record) : this.#struct(record, record.flavour);
      case 'procedure':
      case 'member-function':
        return { kind: 'function', size: 0, name: this.names.name(index) };
      case 'vtable-shape':
        return {
          kind: 'array',
          size: 0,
          count: record.slots.length,
          element: () => ({ kind: 'function', size: 0, name: 'virtual function' }),
        };
      default:
        return unknownType(index);
    }
  }

  /** Entries of a field list and of the lists that continue it. */
  *members(list: number): Generator<Member> {
    const seen = new Set<number>();
    for (let at: number | null = list; at !== null && at !== 0 && !seen.has(at); ) {
      seen.add(at);
      const record = this.parsed(at);
      at = null;
      if (record?.is !== 'field-list') return;
      try {
        for (const member of record.members()) {
          if (member.is === 'continued') at = member.list;
          else yield member;
        }
      } catch (error) {
        this.#pdb.problems.catch(error, 'LF_FIELDLIST', null);
      }
    }
  }

  #struct(record: UdtRecord, flavour: StructType['flavour']): StructType {
    let fields: readonly Field[] | null = null;
    let byName: Map<string, Field> | null = null;
    const all = () => (fields ??= this.#fields(record));
    return {
      kind: 'struct',
      flavour,
      name: record.name,
      size: record.size,
      fields: all,
      field: (name) => {
        if (byName === null) {
          byName = new Map();
          for (const field of all()) if (!byName.has(field.name)) byName.set(field.name, field);
        }
        return byName.get(name) ?? null;
      },
    };
  }

  #fields(record: UdtRecord): Field[] {
    const bases: Field[] = [];
    const fields: Field[] = [];
    for (const member of this.members(record.fields)) {
      if (member.is === 'member') {
        fields.push({ name: member.name, offset: member.offset, type: () => this.fromIndex(member.type) });
      } else if (member.is === 'base') {
        const name = this.names.name(member.type);
        bases.push({ name, offset: member.offset, isBase: true, type: () => this.fromIndex(member.type) });
      } else if (member.is === 'vtable-pointer') {
        fields.push({ name: '__VFN_table', offset: member.offset, type: () => this.fromIndex(member.type) });
      }
    }
    return [...bases, ...fields];
  }

  #enum(record: UdtRecord): EnumType {
    let values: readonly { readonly name: string; readonly value: bigint }[] | null = null;
    return {
      kind: 'enum',
      name: record.name,
      size: this.sizeOf(record.underlying),
      base: () => this.fromIndex(record.underlying),
      values: () =>
        (values ??= [...this.members(record.fields)].flatMap((member) =>
          member.is === 'enumerate' ? [{ name: member.name, value: this.enumValue(record, member.value) }] : [],
        )),
    };
  }

  /** The value of an enumerator in its underlying type: clang writes negative ones as unsigned numbers of that size. */
  enumValue(record: UdtRecord, value: bigint): bigint {
    const base = simpleType(record.underlying);
    const bits = (base?.size ?? 0) * 8;
    if (base === null || bits === 0 || base.pointerSize > 0) return value;
    const isSigned = base.encoding === 'signed' || base.encoding === 'char';
    return isSigned ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
  }

  /** Every complete structure, union, class and enumeration, in the order of the file. */
  *definitions(): Generator<{ readonly index: number; readonly record: UdtRecord }> {
    for (const [index, record] of this.#definitionsOf()) yield { index, record };
  }
}
