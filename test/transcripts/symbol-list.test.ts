import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Console } from './console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const session = new Console(`${DEMO}/crash.dmp`, [DEMO]);
afterAll(() => session.close());
const rows = async (line: string) => (await session.text(line)).split('\n').slice(0, -1);

// Learn, "x": /0 the address, /1 the name, /2 both without the data type.
test('x /0, /1 and /2 show parts of the same rows', async () => {
  const whole = await rows('x orders!*');
  expect(whole.length).toBeGreaterThan(1);
  const names = whole.map((row) => row.split(/ +/)[1]);
  const addresses = whole.map((row) => row.split(' ')[0]);
  expect(await rows('x /1 orders!*')).toEqual(names);
  expect(await rows('x /0 orders!*')).toEqual(addresses);
  expect(await rows('x /2 orders!*')).toEqual(addresses.map((address, index) => `${address} ${names[index]}`));
  expect(await rows('.foreach (s { x /1 orders!* }) { .echo s }')).toEqual(names);
});

test('x sorts by name, size or address, either way', async () => {
  const names = await rows('x /1 /n orders!*');
  expect(names).toEqual([...names].sort());
  expect(await rows('x /1 /N orders!*')).toEqual([...names].reverse());
  const sizes = (await rows('x /s /z orders!*')).map((row) => Number.parseInt(row.slice(17, 22), 16));
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  const addresses = await rows('x /0 /A orders!*');
  expect(addresses).toEqual([...addresses].sort().reverse());
});

test('x /v tells what a symbol is and how large, /q quotes names, /p leaves out a blank', async () => {
  const [verbose] = await rows('x /v orders!printInvoice');
  expect(verbose).toMatch(/^prv func {3}[0-9a-f`]{17} +[0-9a-f]+ orders!printInvoice \(.*\)$/);
  expect((await rows('x /q orders!printInvoice'))[0]).toMatch(/ @!"orders!printInvoice" \(/);
  expect((await rows('x /p orders!printInvoice'))[0]).toMatch(/ orders!printInvoice\(/);
});
