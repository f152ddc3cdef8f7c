import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { StandInData } from '../../src/debugger/stand-in.ts';
import { Console } from './console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const session = new Console(`${DEMO}/crash.dmp`, [DEMO]);
afterAll(() => session.close());

/** Commands of mex as public logs have them, and which of ours tells the same. */
test.each([
  ['!mex.di', 'vertarget'],
  ['!t', '~.k'],
  ['!mex.us', '!uniqstack'],
  ['!mex.us orders', '!findstack orders 2'],
  ['!mex.lt', '~'],
  ['!mex.mods ord', 'lmv m *ord*'],
  ['!mex.ddt orders!Order @$csp', 'dt orders!Order @$csp'],
  ['!mex.ddt orders!Order @$csp -y number', 'dt orders!Order @$csp -y number'],
  ['!mex.ddt 7ff600001000 orders!Order', 'dt orders!Order 7ff600001000'],
])('%s is answered by %s', async (typed, line) => {
  const [outcome] = await session.run(typed);
  const data = outcome?.data as StandInData | null | undefined;
  expect(outcome?.error ?? null).toBeNull();
  expect(data?.line.replace(/ +/g, ' ')).toBe(line);
  const [own] = await session.run(line);
  expect(data?.outcome.text).toBe(own?.text);
  expect(outcome?.text).toContain(own?.text ?? '?');
});

test.each([
  ['!grep orders lm1m', 'orders\n'],
  ['!grep "ORDERS" lm1m', 'No line of lm1m matches\n'],
  ['!grep -i "ORDERS" lm1m', 'orders\n'],
  ['!grep "^b|d$" .printf "abc\\nbcd\\nxyd\\n"', 'bcd\nxyd\n'],
  ['!grep -v "b" .printf "abc\\nx\\n"', 'x\n'],
  ['!grep -A 1 -B 1 "c" .printf "a\\nb\\nc\\nd\\ne\\nf\\nc\\n"', 'b\nc\nd\n\nf\nc\n'],
  ['.foreach (m { !grep ord lm1m }) { .echo m }', 'orders\n'],
])('%s', async (line, expected) => {
  expect(await session.text(line)).toBe(expected);
});
