import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { PatchedPdb } from '../../test/synth/patched-pdb.ts';
import { BytesSource } from '../bytes/source.ts';
import { openPdbTable } from './pdb.ts';
import { dumpPdb } from './pdb-dump.ts';
import type { Type } from './type.ts';

const FIXTURES = resolve(import.meta.dirname, '../../test/fixtures/pdb');
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)));
const open = (name: string) => openPdbTable(new BytesSource(bytesOf(name)), name);

interface Foreign {
  readonly Address: string;
  readonly Symbol: readonly {
    readonly FunctionName: string;
    readonly FileName: string;
    readonly Line: number;
  }[];
}

test('functions, lines and inlined calls of each address are those of llvm-symbolizer', () => {
  const table = open('kinds.pdb');
  const answers = readFileSync(join(FIXTURES, 'kinds.symbolizer.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): Foreign => JSON.parse(line));
  /** Without parameters, which only the tool's outermost names have; and the global scope, which it leaves empty. */
  const bare = (name: string) =>
    name
      .replaceAll(', ', ',')
      .replace(/\((?!anonymous|lambda).*$/, '')
      .replace(/^.* (?=[\w:~]+(<.*>)?[\w:~]*$)/, '');
  let inlined = 0;
  let named = 0;
  for (const { Address, Symbol: frames } of answers) {
    const rva = Number(Address);
    const symbol = table.at(rva);
    const outer = frames.at(-1);
    const inner = frames[0];
    // Between two functions the tool goes on with the one before; we do not, for want of a contribution that says so.
    if (symbol === null || outer === undefined || inner === undefined || outer.Line === 0) continue;
    named++;
    // The tool shows the public where names differ: `scalar deleting dtor' for what the compiler calls ~Duck.
    const names = table.aliases(rva).map((alias) => alias.name.replaceAll(', ', ','));
    expect(names, Address).toContain(bare(outer.FunctionName).replace('dtor', 'destructor'));
    const sites = table.inlinesAt(rva);
    expect(
      sites.map(({ name }) => name.split('::').at(-1)),
      Address,
    ).toEqual(frames.slice(0, -1).map(({ FunctionName }) => bare(FunctionName).split('::').at(-1)));
    inlined += sites.length;
    const line = sites.length > 0 ? (sites[0]?.line ?? null) : table.lineAt(rva);
    expect(line, Address).toEqual({ file: inner.FileName, line: inner.Line });
  }
  expect(named).toBeGreaterThan(50);
  expect(inlined).toBeGreaterThan(5);
});

test('names: exact, in any case, decorated, and those that the linker hashed wrongly', () => {
  const x64 = open('kinds.pdb');
  const walk = x64.find('shop::walk');
  expect(walk).toMatchObject({ name: 'shop::walk', kind: 'function' });
  expect(x64.at((walk?.rva ?? 0) + 0x21)).toEqual(walk);
  expect(x64.find('SHOP::WALK')).toEqual(walk);
  expect(x64.find('?count@Animal@shop@@2HA')).toMatchObject({ decorated: '?count@Animal@shop@@2HA' });
  expect(x64.find('shop::Animal::count')).toMatchObject({ kind: 'data', size: 4 });
  expect(x64.find('everything')).toMatchObject({ kind: 'data', size: 8 });
  expect(x64.find('operator delete')).toMatchObject({ name: 'operator delete', kind: 'function' });
  expect(x64.find('')).toBeNull();
  expect(x64.find('nobody')).toBeNull();
  const x86 = open('frames.pdb');
  const start = x86.find('start');
  expect(start).toMatchObject({ kind: 'function', rva: 0x1090 });
  // Eight bytes, so lld's hash is wrong.
  expect(x86.find('_start@0')?.rva).toBe(0x1090);
  expect(x86.find('scale')).toMatchObject({ kind: 'function', rva: 0x1000 });
  expect(x86.find('@scale@8')).toMatchObject({ name: 'scale', decorated: '@scale@8' });
  expect(x86.aliases(0x1090).map(({ name }) => name)).toContain('start');
  expect(x86.at(0x9000_0000)).toBeNull();
});

test('every symbol is found at its own address and by its own name', () => {
  for (const name of ['kinds.pdb', 'frames.pdb']) {
    const table = open(name);
    let count = 0;
    for (const symbol of table.symbols()) {
      count++;
      expect(
        table.aliases(symbol.rva).map((alias) => alias.name),
        symbol.name,
      ).toContain(symbol.name);
      expect(table.find(symbol.name)?.name, symbol.name).toBe(symbol.name);
    }
    expect(count).toBeGreaterThan(name === 'kinds.pdb' ? 20 : 4);
    expect(table.problems).toEqual([]);
  }
});

test('types with every kind of field', () => {
  const { types } = open('kinds.pdb');
  const all = types?.type('shop::Everything');
  if (all?.kind !== 'struct') throw new Error('no structure');
  const shown = (type: Type): string => {
    switch (type.kind) {
      case 'base':
      case 'void':
        return `${type.name}:${type.size}`;
      case 'pointer':
        return `pointer:${type.size}`;
      case 'array':
        return `${shown(type.element())}[${type.count}]`;
      case 'bitfield':
        return `${shown(type.base())} ${type.position},${type.length}`;
      default:
        return `${type.kind} ${type.name}:${type.size}`;
    }
  };
  const fields = (type: Type | null | undefined) =>
    type?.kind === 'struct' ? type.fields().map((field) => `${field.offset} ${field.name} ${shown(field.type())}`) : [];
  expect(fields(all)).toEqual([
    '0 c Char:1',
    '1 sc Char:1',
    '2 uc UChar:1',
    '4 wide Wchar:2',
    '6 utf16 Wchar:2',
    '8 utf32 Char32:4',
    '12 truth Bool:1',
    '14 s Int2B:2',
    '16 us Uint2B:2',
    '20 i Int4B:4',
    '24 u Uint4B:4',
    '28 l Int4B:4',
    '32 ul Uint4B:4',
    '40 ll Int8B:8',
    '48 ull Uint8B:8',
    '56 f Float:4',
    '64 d Double:8',
    '72 cv pointer:8',
    '80 reference pointer:8',
    '88 moved pointer:8',
    '96 grid Int4B:4[3][2]',
    '120 opaque pointer:8',
    '128 duck pointer:8',
    '136 method pointer:16',
    '152 callback pointer:8',
    '160 cell struct shop::Cell:8',
    '168 flags struct shop::Flags:24',
    '192 weight enum shop::Weight:4',
    '200 most enum shop::Wide:8',
    '208 point struct shop::Everything::<unnamed-type-point>:8',
  ]);
  expect(all.size).toBe(216);
  expect(fields(types?.type('shop::Flags'))).toEqual([
    '0 ready Uint4B:4 0,1',
    '0 level Uint4B:4 1,5',
    '8 wide Uint8B:8 0,40',
    '8 high Uint8B:8 40,20',
    '16 small Char:1 0,3',
  ]);
  expect(types?.type('shop::Cell')).toMatchObject({ flavour: 'union', size: 8 });
  expect(fields(types?.type('shop::Duck'))).toEqual([
    '0 shop::Animal struct shop::Animal:24',
    '24 shop::Swimmer struct shop::Swimmer:16',
    '40 feathers struct shop::Duck::Feather:8[3]',
    '64 list struct shop::List:16',
  ]);
  expect(fields(types?.type('shop::Animal'))[0]).toBe('0 __VFN_table pointer:8');
  expect(fields(types?.type('shop::Ring<short,2>'))[0]).toBe('0 items Int2B:2[2]');
  // Case-insensitive, through a typedef, through a forward reference, and none at all.
  expect(types?.type('SHOP::LIST')).toMatchObject({ name: 'shop::List', size: 16 });
  expect(types?.type('ShortRing')).toMatchObject({ name: 'shop::Ring<short,2>' });
  const opaque = all.field('opaque')?.type();
  expect(opaque?.kind === 'pointer' ? opaque.target() : null).toMatchObject({ name: 'Opaque', size: 0 });
  const next = types?.type('shop::List');
  const target = next?.kind === 'struct' ? next.field('next')?.type() : null;
  expect(target?.kind === 'pointer' ? target.target() : null).toBe(next);
  expect(types?.type('Nothing')).toBeNull();
});

test('enumerations: values have the sign of their type, whatever the compiler encoded', () => {
  const { types } = open('kinds.pdb');
  const values = (name: string) => {
    const type = types?.type(name);
    return type?.kind === 'enum' ? type.values().map((each) => `${each.name}=${each.value}`) : null;
  };
  expect(values('shop::Weight')).toEqual(['light=-2', 'heavy=2147483647']);
  expect(values('shop::Colour')).toEqual(['red=0', 'green=7', 'blue=255']);
  expect(values('shop::Wide')).toEqual(['most=18446744073709551615']);
  const dumped = [...dumpPdb(new BytesSource(bytesOf('kinds.pdb')), ['type'])].find(
    ({ name }) => name === 'shop::Weight',
  );
  expect(dumped?.['values']).toEqual([
    { name: 'light', value: -2 },
    { name: 'heavy', value: 2147483647 },
  ]);
});

test('frame records carry their program, and identity is that of the file', () => {
  const table = open('frames.pdb');
  expect(table.frameRecordAt(0x1050)).toMatchObject({
    kind: 'frame-data',
    rva: 0x1016,
    localsSize: 64,
    parametersSize: 4,
    savedRegistersSize: 12,
    program: '$T0 .raSearch = $eip $T0 ^ = $esp $T0 4 + = $ebx $T0 4 - ^ = $edi $T0 8 - ^ = $esi $T0 12 - ^ = ',
  });
  expect(table.frameRecordAt(0x5000)).toBeNull();
  expect(open('kinds.pdb').frameRecordAt(0x1050)).toBeNull();
  expect(table.machine).toBe(0x14c);
  expect(table.identity).toMatchObject({ age: 1 });
  expect(table).toMatchObject({ finder: 'pdb', origin: 'frames.pdb', mismatched: false });
});

test('code that was rearranged after linking: OMAP both ways', () => {
  const patched = new PatchedPdb('frames.pdb');
  const { info } = open('frames.pdb').pdb;
  // The image has `total` (0x1010 to 0x1070) before `scale` (0x1000 to 0x1010), and no longer has `start` (0x1090).
  const toSource = [0x1000, 0x1010, 0x1060, 0x1000, 0x1070, 0x1070, 0x1090, 0];
  const fromSource = [0x1000, 0x1060, 0x1010, 0x1000, 0x1070, 0x1070, 0x1090, 0];
  // The streams of the source server and of the natvis file give their pages; slots 3 and 4 of the debug header, their numbers.
  const slots = [24, 28, 32, 36, 40, 52].reduce((at, size) => at + patched.get32(3, size), 64);
  for (const [slot, name, words] of [
    [3, 'srcsrv', toSource],
    [4, '/src/files/frames.natvis', fromSource],
  ] as const) {
    const stream = info.namedStreams.get(name) ?? -1;
    for (const [index, word] of words.entries()) patched.set32(stream, index * 4, word);
    patched.view.setUint32(patched.sizeAt(stream), words.length * 4, true);
    patched.view.setUint16(patched.at(3, slots + slot * 2), stream, true);
  }
  const table = openPdbTable(new BytesSource(patched.bytes), 'omap');
  expect(table.find('scale')).toMatchObject({ rva: 0x1060 });
  expect(table.find('total')).toMatchObject({ rva: 0x1000 });
  expect(table.at(0x1062)).toMatchObject({ name: 'scale', rva: 0x1060, displacement: 2 });
  expect(table.at(0x1005)).toMatchObject({ name: 'total', rva: 0x1000, displacement: 5 });
  expect(table.at(0x1078)).toMatchObject({ name: 'add', rva: 0x1070, displacement: 8 });
  expect(table.at(0x1095)).toBeNull();
  expect(table.find('start')).toBeNull();
  expect(table.lineAt(0x1060)?.line).toBe(11);
  expect(table.frameRecordAt(0x1010)).toMatchObject({ rva: 0x1006, localsSize: 64 });
  expect([...dumpPdb(new BytesSource(patched.bytes), ['omap'])]).toHaveLength(8);
  expect(table.problems).toEqual([]);
});
