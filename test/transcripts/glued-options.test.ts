import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Console } from './console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const session = new Console(`${DEMO}/crash.dmp`, [DEMO]);
afterAll(() => session.close());

/** How people type commands, and the same with all blanks. */
test.each([
  ['k5', 'k 5'],
  ['kL5', 'kL 5'],
  ['kvL2', 'kvL 2'],
  ['k L 2', 'k 2'],
  ['k 0n2', 'k 2'],
  ['dd@rsp L1', 'dd @rsp L1'],
  ['dd/c1 @rsp L2', 'dd /c1 @rsp L2'],
  ['dps@rsp l2', 'dps @rsp L2'],
  ['r@rax', 'r @rax'],
  ['rrax', 'r rax'],
  ['ln@rip', 'ln @rip'],
  ['?1+1', '? 1+1'],
  ['lmvm orders', 'lm v m orders'],
  ['lm m ord* v', 'lm v m ord*'],
  ['DB @RSP L4', 'db @rsp L4'],
  ['!ERROR 5', '!error 5'],
  ['!ext.error 5', '!error 5'],
  ['!kdexts.error 5', '!error 5'],
  ['.FRAME 0', '.frame 0'],
  ['x/1 orders!p*', 'x /1 orders!p*'],
  ['dv/t/v', 'dv /t /v'],
  ['.reload/f/v', '.reload /f /v'],
  ['~0k1', '~0 k 1'],
  ['~~[0x0+@$tid]k1', '~~[@$tid] k 1'],
  ['k1;r rip', 'k 1 ; r rip'],
])('%s is %s', async (glued, spaced) => {
  const text = await session.text(glued);
  expect(text).not.toMatch(/Couldn't resolve command|No export|Syntax error|Unknown option/);
  expect(text).toBe(await session.text(spaced));
});
