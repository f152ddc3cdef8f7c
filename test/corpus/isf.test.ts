import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { encodeIsfCache, openIsfCache } from '../../src/formats/isf/cache.ts';
import { dumpIsf, IsfSymbolTable, loadIsf } from '../../src/symbols/isf.ts';
import type { Type } from '../../src/symbols/type.ts';

const FOLDER = resolve(import.meta.dirname, '../../../shared/corpus/isf');
const FILES = [
  '339E74133576439CBCDF7E0229DA3773',
  '5278AFF86C341677D7D7835C85B7B844',
  '89284D0CA6ACC8274B9A44BD5AF9290B',
].map((guid) => ({ guid, path: `${FOLDER}/JPCERTCC__Windows-Symbol-Tables__${guid}-1.json.xz` }));
const SKIP = '(needs ../shared/corpus/isf and xz)';
const ready = FILES.every(({ path }) => existsSync(path)) && existsSync('/usr/bin/xz');

interface Json {
  readonly symbols: Record<string, { address: number; linkage_name?: string }>;
  readonly user_types: Record<
    string,
    { size: number; kind: string; fields: Record<string, { offset: number; type: JsonType }> }
  >;
  readonly enums: Record<string, { size: number; constants: Record<string, number> }>;
}
interface JsonType {
  readonly kind: string;
  readonly name?: string;
  readonly subtype?: JsonType;
  readonly type?: JsonType;
  readonly count?: number;
  readonly bit_position?: number;
  readonly bit_length?: number;
}

function agrees(type: Type, json: JsonType): boolean {
  switch (json.kind) {
    case 'pointer':
      return type.kind === 'pointer' && type.size === 8 && agrees(type.target(), json.subtype as JsonType);
    case 'array':
      return type.kind === 'array' && type.count === json.count && agrees(type.element(), json.subtype as JsonType);
    case 'bitfield':
      return type.kind === 'bitfield' && type.position === json.bit_position && type.length === json.bit_length;
    case 'struct':
    case 'union':
    case 'class':
    case 'enum':
      return (type.kind === 'struct' || type.kind === 'enum') && type.name === json.name;
    case 'function':
      return type.kind === 'function';
    default:
      return type.kind === 'base' || type.kind === 'void';
  }
}

test.skipIf(!ready).each(FILES)(
  `every symbol, type and enum is what JSON.parse sees: $guid ${SKIP}`,
  async ({ guid, path }) => {
    const json = JSON.parse(execFileSync('xz', ['-dc', path], { maxBuffer: 1 << 28 }).toString()) as Json;
    const problems = new Problems();
    const file = await loadIsf(readFileSync(path), problems);
    expect(problems.list).toEqual([]);
    expect(file.metadata.pdb).toMatchObject({ guid, age: 1, database: 'ntkrnlmp.pdb', machine: 0x8664 });
    for (const form of [file, openIsfCache(encodeIsfCache(file))]) {
      const table = new IsfSymbolTable(form, { origin: path });
      expect(form.symbols.count).toBe(Object.keys(json.symbols).length);
      const wrong: string[] = [];
      for (const [name, { address, linkage_name }] of Object.entries(json.symbols)) {
        const found = table.find(name);
        if (found?.rva !== address || (linkage_name && found.decorated !== linkage_name)) wrong.push(name);
      }
      for (const [name, { size, kind, fields }] of Object.entries(json.user_types)) {
        const type = table.types.type(name);
        const ok =
          type?.kind === 'struct' &&
          type.size === size &&
          type.flavour === kind &&
          type.fields().length === Object.keys(fields).length &&
          Object.entries(fields).every(([key, field]) => {
            const found = type.field(key);
            return found?.offset === field.offset && agrees(found.type(), field.type);
          });
        if (!ok) wrong.push(name);
      }
      for (const [name, { size, constants }] of Object.entries(json.enums)) {
        const type = table.types.type(name);
        const values =
          type?.kind === 'enum'
            ? Object.fromEntries(type.values().map((value) => [value.name, Number(value.value)]))
            : null;
        if (type?.size !== size || JSON.stringify(values) === undefined) wrong.push(name);
        else expect(values).toEqual(constants);
      }
      expect(wrong).toEqual([]);
    }
  },
);

test.skipIf(!ready)(`lookups by address and the dump's records ${SKIP}`, async () => {
  const table = new IsfSymbolTable(await loadIsf(readFileSync(FILES[1]?.path ?? ''), new Problems()), {
    origin: 'isf',
  });
  const list = table.find('PsLoadedModuleList');
  expect(list).toMatchObject({ name: 'PsLoadedModuleList', rva: 12755856, kind: 'public', size: 0 });
  expect(table.at((list?.rva ?? 0) + 3)?.name).toBe('PsLoadedModuleList');
  expect(table.find('psloadedmodulelist')?.name).toBe('PsLoadedModuleList');
  expect(table.find('__C_specific_handler')?.name).toBe('_C_specific_handler');
  expect(table.at(0)).toBeNull();
  expect(table.types.type('_LIST_ENTRY')).toMatchObject({ size: 16, flavour: 'struct' });
  const kinds = new Map<string, number>();
  for (const record of dumpIsf(table) as Iterable<{ kind: string }>)
    kinds.set(record.kind, (kinds.get(record.kind) ?? 0) + 1);
  expect(Object.fromEntries(kinds)).toEqual({ metadata: 1, public: 39832, type: 1646 + 293 + 16 });
});
