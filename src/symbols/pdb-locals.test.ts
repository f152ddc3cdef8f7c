import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { mutate, random } from '../../test/synth/mutate.ts';
import { MemoreticsError } from '../bytes/errors.ts';
import { BytesSource } from '../bytes/source.ts';
import { openPdbTable } from './pdb.ts';
import type { VariableScope } from './symbol-table.ts';

const FILE = resolve(import.meta.dirname, '../../test/fixtures/pdb/frames.pdb');
const bytes = new Uint8Array(readFileSync(FILE));
const table = openPdbTable(new BytesSource(bytes), FILE);
const places = (scopes: readonly VariableScope[]) =>
  scopes.map(({ inlined, variables }) => [
    inlined,
    ...variables.map(({ name, isParameter, typeName, place }) => [
      isParameter ? 'param' : 'local',
      typeName,
      name,
      place,
    ]),
  ]);

// What llvm-pdbutil says (frames.pdbutil.txt): code of `total` begins at 0001:0016, that is RVA 0x1010; `node` is at
// $T0 + 4 for the 4 bytes from 0001:0022 on, `room` at $T0 - 76 from 0001:0026 on; `at` belongs to an inner block.
test('definition ranges hold where they say, and nowhere else', () => {
  const nowhere = { kind: 'none', reason: 'the compiler keeps it nowhere at this place' };
  expect(places(table.variablesAt(0x1016))).toEqual([
    [
      null,
      ['param', 'const struct _NODE *', 'node', { kind: 'memory', register: 'vframe', offset: 4 }],
      ['local', 'int [16]', 'room', nowhere],
      ['local', 'int', 'sum', nowhere],
    ],
  ]);
  const [later] = table.variablesAt(0x101a);
  expect(later?.variables.find(({ name }) => name === 'room')?.place).toEqual({
    kind: 'memory',
    register: 'vframe',
    offset: -76,
  });
  expect(table.variablesAt(0x1003)[0]?.variables.map(({ name, isParameter }) => [name, isParameter])).toEqual([
    ['value', true],
    ['by', true],
  ]);
  expect(table.variablesAt(0x10f0)).toEqual([]);
});

test('lines of the source are places of code, the next line with code where one has none', () => {
  const [first] = table.placesOfLine('frames.c', 9);
  expect(first).toMatchObject({ line: 9, rva: 0x1070 });
  expect(table.lineAt(first!.rva)?.line).toBe(9);
  expect(table.placesOfLine('frames.c', 10)[0]).toMatchObject({ line: 11, rva: 0x1000 });
  expect(table.placesOfLine('frames.c', 500)).toEqual([]);
  expect(table.placesOfLine('rames.c', 9)).toEqual([]);
});

test('damage ends in fewer variables or our own errors', () => {
  const next = random(7);
  for (let round = 0; round < 120; round++) {
    const damaged = mutate(bytes, next);
    try {
      const broken = openPdbTable(new BytesSource(damaged), FILE);
      for (let rva = 0x1000; rva < 0x10d0; rva += 13) broken.variablesAt(rva);
      broken.placesOfLine('frames.c', 1);
    } catch (error) {
      expect(error).toBeInstanceOf(MemoreticsError);
    }
  }
});
