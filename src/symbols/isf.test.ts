import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FormatError, MemoreticsError } from '../bytes/errors.ts';
import { Problems } from '../bytes/problem.ts';
import { encodeIsfCache, openIsfCache } from '../formats/isf/cache.ts';
import { readIsf } from '../formats/isf/isf.ts';
import { dumpIsf, IsfSymbolTable, loadIsf } from './isf.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const open = (text: string, problems = new Problems()) =>
  new IsfSymbolTable(readIsf(bytes(text), problems), { origin: 'test.json' });

const JSON_TEXT = JSON.stringify({
  metadata: {
    format: '6.2.0',
    producer: { name: 'p', version: '1' },
    windows: { pdb: { GUID: 'ab'.repeat(16), age: 2, database: 'nt.pdb', machine_type: 332 } },
  },
  base_types: {
    'unsigned long': { kind: 'int', size: 4, signed: false },
    char: { kind: 'char', size: 1, signed: true },
    pointer: { kind: 'int', size: 4, signed: false },
    void: { kind: 'void', size: 0, signed: false },
  },
  symbols: {
    ZwClose: { address: 0x2000 },
    NtClose: { address: 0x2000, linkage_name: '_NtClose@4' },
    b: { address: 0x1000 },
    'a"\\\u00e9': { address: 0x3000, type: { kind: 'function' } },
    '?f@A@@QAEXXZ': { address: 0x4000 },
    '??_C@_13IIFADGO@?$AAa?$AA?$AA@': { address: 0x5000 },
    nowhere: {},
    version: { constant_data: 'AAAA', type: { kind: 'base', name: 'char' } },
  },
  enums: { E: { base: 'unsigned long', size: 4, constants: { two: 2, minus: -1 } } },
  user_types: {
    _S: {
      kind: 'struct',
      size: 16,
      fields: {
        z: { offset: 0, type: { kind: 'pointer', subtype: { kind: 'struct', name: '_S' } } },
        whole: { offset: 4, type: { kind: 'base', name: 'unsigned long' } },
        high: {
          offset: 4,
          type: { kind: 'bitfield', bit_position: 3, bit_length: 2, type: { kind: 'base', name: 'unsigned long' } },
        },
        low: {
          offset: 4,
          type: { kind: 'bitfield', bit_position: 0, bit_length: 3, type: { kind: 'base', name: 'unsigned long' } },
        },
        list: { offset: 8, type: { kind: 'array', count: 2, subtype: { kind: 'enum', name: 'E' } } },
      },
    },
    _Broken: {
      kind: 'struct',
      size: -1,
      fields: { a: { offset: 'x' }, b: 3, c: { offset: 1, type: { kind: 'array', count: 1e300 } } },
    },
  },
});

describe('ISF', () => {
  test('tells its names alone as the symbols have them', () => {
    const table = open(JSON_TEXT);
    const names = [...table.names()];
    expect(names).toEqual([...table.symbols()].map(({ name }) => name));
    expect(names).toContain('A::f');
    expect(names).toContain("`string'");
  });

  test('names and addresses, unsorted files too', () => {
    for (const form of [JSON_TEXT, JSON.stringify(JSON.parse(JSON_TEXT), null, 4)]) {
      const table = open(form);
      expect(table.file.metadata).toEqual({
        format: '6.2.0',
        producer: 'p 1',
        pdb: { guid: 'AB'.repeat(16), age: 2, database: 'nt.pdb', machine: 332 },
        system: 'windows',
      });
      expect(table.at(0x2fff)).toEqual({
        name: 'NtClose',
        decorated: '_NtClose@4',
        rva: 0x2000,
        size: 0,
        kind: 'public',
      });
      expect(table.aliases(0x2000).map((symbol) => symbol.name)).toEqual(['NtClose', 'ZwClose']);
      expect(table.at(0xfff)).toBeNull();
      expect(table.find('a"\\\u00e9')).toMatchObject({ rva: 0x3000, kind: 'function' });
      expect(table.find('A::f')).toMatchObject({ rva: 0x4000, decorated: '?f@A@@QAEXXZ' });
      expect(table.find('_ntclose@4')?.rva).toBe(0x2000);
      expect(table.find('nowhere')).toBeNull();
      expect(table.find('version')?.kind).toBe('constant');
      expect(table.find('absent')).toBeNull();
    }
  });

  test('types', () => {
    const { types } = open(JSON_TEXT);
    const type = types.type('_S');
    if (type?.kind !== 'struct') throw new Error('no structure');
    expect(type.fields().map((field) => field.name)).toEqual(['z', 'low', 'high', 'whole', 'list']);
    expect(type.field('high')?.type()).toMatchObject({ kind: 'bitfield', position: 3, length: 2, size: 4 });
    expect(type.field('list')?.type()).toMatchObject({ kind: 'array', count: 2, size: 8 });
    const pointer = type.field('z')?.type();
    expect(pointer?.kind === 'pointer' && pointer.target()).toBe(type);
    expect(types.type('E')).toMatchObject({ kind: 'enum', size: 4 });
    expect(types.type('unsigned long')).toMatchObject({ kind: 'base', name: 'Uint4B' });
    expect(types.type('_Broken')).toMatchObject({ size: 0 });
    expect(types.type('absent')).toBeNull();
  });

  test('kernel addresses of Linux tables keep their value', () => {
    const table = open(
      '{"metadata":{"format":"6.2.0","linux":{}},"symbols":{"init_task":{"address":18446744071602085888}}}',
    );
    expect(BigInt.asUintN(64, BigInt(table.find('init_task')?.rva ?? 0))).toBe(18446744071602085888n);
    expect(table.file.metadata.system).toBe('linux');
  });

  test('the cached form is the same table', () => {
    const file = readIsf(bytes(JSON_TEXT), new Problems());
    const again = openIsfCache(encodeIsfCache(file));
    const dump = (form: typeof file) => [...dumpIsf(new IsfSymbolTable(form, { origin: 'x' }))];
    expect(dump(again)).toEqual(dump(file));
    const cache = encodeIsfCache(file);
    expect(() => openIsfCache(cache.subarray(0, cache.length - 1))).toThrow(FormatError);
  });

  test.each([
    '',
    '[]',
    '{',
    '{}',
    '"x"',
    '{"symbols":',
    '{"symbols":{"a":{"address":1}',
    '{"symbols":1}',
    'null',
    '{"user_types":[]}',
  ])('refused with a reason: %s', (text) => expect(() => open(text)).toThrow(FormatError));

  test('depth and wrong types are met with problems, not with a crash', () => {
    expect(() => open(`{"user_types":{"a":${'['.repeat(100_000)}`)).toThrow(FormatError);
    const problems = new Problems();
    const table = open(
      '{"metadata":3,"symbols":{"a":{"address":"x"},"b":7},"enums":[1],"user_types":{"t":null}}',
      problems,
    );
    expect(problems.list.map((problem) => problem.code)).toEqual(['bad-section', 'unsupported-version']);
    expect(table.at(5)).toBeNull();
    expect(table.types.type('t')).toMatchObject({ kind: 'struct', size: 0 });
  });

  test('damage never escapes as anything but our own errors', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(255), fc.boolean(), async (at, value, cached) => {
        const good = cached ? encodeIsfCache(readIsf(bytes(JSON_TEXT), new Problems())) : bytes(JSON_TEXT);
        const damaged = good.slice();
        damaged[at % damaged.length] = value;
        try {
          const table = new IsfSymbolTable(await loadIsf(damaged, new Problems()), { origin: 'x' });
          table.find('Absent');
          Array.from(dumpIsf(table));
        } catch (error) {
          expect(error).toBeInstanceOf(MemoreticsError);
        }
      }),
      { numRuns: 600 },
    );
  });
});
