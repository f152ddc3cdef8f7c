import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Console } from './console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const session = new Console(`${DEMO}/crash.dmp`, [DEMO]);
afterAll(() => session.close());

const rows = async (line: string) => (await session.text(line)).split('\n').slice(0, -1);
const cells = (row: string) => row.slice(19).split('  ')[0]!.trim().split(/[ -]/);

test.each([
  ['dd /c1 @$csp L3', [1, 1, 1]],
  ['dd/c1 @$csp L3', [1, 1, 1]],
  ['dd /c 2 @$csp L3', [2, 1]],
  ['dq /c4 @$csp L8', [4, 4]],
  ['db /c 8 @$csp L10', [8, 8]],
  ['dw /c 0n10 @$csp L14', [10, 10]],
])('%s', async (line, expected) => {
  expect((await rows(line)).map((row) => cells(row).length)).toEqual(expected);
});

test('columns change the layout, not the values', async () => {
  const plain = (await rows('dd @$csp L8')).flatMap(cells);
  expect((await rows('dd /c1 @$csp L8')).flatMap(cells)).toEqual(plain);
  expect((await rows('dps /c1 @$csp L4')).length).toBe(4);
});

test('d goes on in the form of the last command', async () => {
  await session.text('dw @$csp L4');
  expect(cells((await rows('d @$csp L2'))[0]!)).toHaveLength(2);
  expect((await rows('d @$csp L2'))[0]).toMatch(/^\S+ {2}[0-9a-f]{4} [0-9a-f]{4}$/);
});

test('/p asks for physical memory, which the dump of a process does not have', async () => {
  expect(await session.text('dd /p 1000')).toMatch(/only dumps of the system hold physical memory/);
});

test('kd shows the words of the stack as dps does', async () => {
  expect(await session.text('kd 3')).toBe(`kd is answered by dps @$csp L3:\n${await session.text('dps @$csp L3')}`);
});

test('lm sm sorts by name', async () => {
  const names = (await rows('lm1m sm')).map((name) => name.toLowerCase());
  expect(names).toEqual([...names].sort());
  expect(await session.text('lm1m m orders')).toBe('orders\n');
});
