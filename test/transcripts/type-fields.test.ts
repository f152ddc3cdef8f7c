import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Console } from './console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const session = new Console(`${DEMO}/crash.dmp`, [DEMO]);
afterAll(() => session.close());

/** The declarations of orders.c: Order has 24 bytes, its number first; Shop has an array of two at 8. */
test('dt goes into elements of arrays', async () => {
  expect(await session.text('dt Shop orders[1].number')).toBe(
    'orders!Shop\n   +0x020 orders[1] : \n      +0x000 number : Int4B\n',
  );
});

test.each([
  ['dt Shop orders[2]', 'orders[2]'],
  ['dt Order numbr', "numbr'; did you mean number?"],
  ['dt Order @$csp numbr', "numbr'; did you mean number?"],
  ['dt Shop orders[1].numbr', 'orders[1].numbr'],
  ['dt Shop count.number', 'count.number'],
  ['dt Order poi(0)', 'Memory access error'],
  ['dt Order @nosuch', "Bad register error at '@nosuch'"],
])('%s: the caret is below what is wrong', async (line, words) => {
  const [outcome] = await session.run(line);
  expect(outcome!.error!.message).toContain(words);
  const wrong = line.split(' ').at(-1)!;
  const at = outcome!.error!.position!;
  expect(at).toBeGreaterThanOrEqual(line.lastIndexOf(wrong));
  expect(at).toBeLessThan(line.length);
});
