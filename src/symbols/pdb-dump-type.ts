import type { Problems } from '../bytes/problem.ts';
import type { Member, UdtRecord } from '../formats/pdb/type-shape.ts';
import { type DumpRecord, jsonInteger } from './pdb-dump-record.ts';
import type { PdbTypes } from './pdb-types.ts';

class TypeDump {
  readonly #types: PdbTypes;
  readonly #problems: Problems;
  /**
   * Members that may still be listed. Types can share one list (equal lists are stored once), and a hostile file lets
   * all types share a long one; a member takes eight bytes or more, so that this allows for eight owners of each.
   */
  #left: number;
  constructor(types: PdbTypes, problems: Problems) {
    this.#types = types;
    this.#problems = problems;
    this.#left = types.byteLength;
  }

  *records(): Generator<DumpRecord> {
    for (const { index, record } of this.#types.definitions()) {
      yield record.flavour === 'enum'
        ? this.#enumeration(this.#types, index, record)
        : this.#structure(this.#types, index, record);
    }
  }

  *#members(list: number): Generator<Member> {
    for (const member of this.#types.members(list)) {
      if (this.#left-- <= 0) {
        this.#problems.add(
          'unreadable',
          'LF_FIELDLIST',
          null,
          'types share their members beyond reason: not all are listed',
        );
        return;
      }
      yield member;
    }
  }

  #enumeration(types: PdbTypes, index: number, record: UdtRecord): DumpRecord {
    const values: { name: string; value: number | string }[] = [];
    for (const member of this.#members(record.fields)) {
      if (member.is !== 'enumerate') continue;
      values.push({ name: member.name, value: jsonInteger(types.enumValue(record, member.value)) });
    }
    const size = types.sizeOf(record.underlying);
    const type = types.names.name(record.underlying);
    return { kind: 'type', name: record.name, size, flavour: 'enum', index, type, fields: [], values };
  }

  #structure(types: PdbTypes, index: number, record: UdtRecord): DumpRecord {
    const fields: object[] = [];
    const bases: object[] = [];
    const statics: object[] = [];
    const methods: object[] = [];
    const nested: object[] = [];
    for (const member of this.#members(record.fields)) {
      switch (member.is) {
        case 'member': {
          const bits = types.parsed(member.type);
          fields.push({
            name: member.name,
            offset: member.offset,
            type: types.names.name(bits?.is === 'bitfield' ? bits.base : member.type),
            size: types.sizeOf(member.type),
            bit: bits?.is === 'bitfield' ? bits.position : null,
            bits: bits?.is === 'bitfield' ? bits.length : null,
          });
          break;
        }
        case 'base':
          bases.push({ name: types.names.name(member.type), offset: member.offset });
          break;
        case 'virtual-base':
          bases.push({
            name: types.names.name(member.type),
            offset: null,
            isVirtual: true,
            isIndirect: member.isIndirect,
            pointerOffset: member.pointerOffset,
            tableIndex: member.tableOffset,
          });
          break;
        case 'vtable-pointer':
          fields.push({
            name: '__VFN_table',
            offset: member.offset,
            type: types.names.name(member.type),
            size: types.sizeOf(member.type),
            bit: null,
            bits: null,
          });
          break;
        case 'static-member':
          statics.push({ name: member.name, type: types.names.name(member.type) });
          break;
        case 'method':
          methods.push({ name: member.name, type: types.names.name(member.type), vtableOffset: member.vtableOffset });
          break;
        case 'methods': {
          const list = types.parsed(member.list);
          for (const method of list?.is === 'method-list' ? list.methods : []) {
            methods.push({ name: member.name, type: types.names.name(method.type), vtableOffset: method.vtableOffset });
          }
          break;
        }
        case 'nested':
          nested.push({ name: member.name, type: types.names.name(member.type) });
          break;
        default:
      }
    }
    return {
      kind: 'type',
      name: record.name,
      size: record.size,
      flavour: record.flavour,
      index,
      uniqueName: record.uniqueName,
      fields,
      bases,
      statics,
      methods,
      nested,
    };
  }
}

/** All complete types of a PDB with their members, in the order of the file. */
export function typeRecords(types: PdbTypes, problems: Problems): Generator<DumpRecord> {
  return new TypeDump(types, problems).records();
}
