// What could stand at the cursor, on the demo, whose types and symbols are known from its source.
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { complete } from '../../src/debugger/completion.ts';
import { Console } from './console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const session = new Console(`${DEMO}/crash.dmp`, [DEMO]);
afterAll(() => session.close());

/** The lines that the completion of a line leads to. */
async function lines(line: string): Promise<string[]> {
  const { start, words } = await complete(session.session, line, line.length);
  return words.map((word) => line.slice(0, start) + word);
}

test.each([
  ['.form', ['.formats']],
  ['k; !anal', ['k; !analyze']],
  ['.if (1) { .fo', expect.arrayContaining(['.if (1) { .for', '.if (1) { .foreach', '.if (1) { .formats'])],
  ['.hh !lock', ['.hh !locks']],
  ['lm m ord', ['lm m orders']],
  ['? ord', ['? orders!']],
  ['x orders!find', ['x orders!findOrder']],
  ['u ORDERS!CUST', ['u ORDERS!customerName']],
  ['dt orders!Or', ['dt orders!Order']],
  ['dt orders!Order cu', ['dt orders!Order customer']],
  ['?? order->cu', ['?? order->customer']],
  ['?? sizeof(order->cu', ['?? sizeof(order->customer']],
  ['? @@c++(order->to', ['? @@c++(order->total']],
  ['r $t0 = @ra', ['r $t0 = @rax']],
  ['r ra', ['r rax']],
  [
    'r $t1',
    ['r $t1', 'r $t10', 'r $t11', 'r $t12', 'r $t13', 'r $t14', 'r $t15', 'r $t16', 'r $t17', 'r $t18', 'r $t19'],
  ],
  ['? @$pe', ['? @$peb']],
  ['dx @$curprocess.Thr', ['dx @$curprocess.Threads']],
  ['?? nosuch->x', []],
  ['dt nosuch!type x', []],
])('%j', async (line, expected) => {
  expect(await lines(line)).toEqual(expected);
});

test('aliases, also in braces', async () => {
  await session.text('as OrdersPlace orders!findOrder');
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the debugger's alias syntax looks like JavaScript's templates.
  const braced = ['u ${Ord', 'u ${OrdersPlace}'] as const;
  expect(await lines('u OrdersP')).toEqual(['u OrdersPlace']);
  expect(await lines('OrdersP')).toEqual(['OrdersPlace']);
  expect(await lines(braced[0])).toEqual([braced[1]]);
});

test('what no dump can answer is not offered', async () => {
  const refused = session.session.commands.filter(({ isRefused }) => isRefused).map(({ name }) => name);
  expect(refused.length).toBeGreaterThan(0);
  for (const name of refused) expect(await lines(name)).not.toContain(name);
});
