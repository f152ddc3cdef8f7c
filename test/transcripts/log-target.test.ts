import { expect, test } from 'vitest';
import { BytesSource } from '../../src/bytes/source.ts';
import { COMMANDS } from '../../src/commands/index.generated.ts';
import { Commands, runCommand } from '../../src/debugger/dispatch.ts';
import { Session } from '../../src/debugger/session.ts';
import { openCase } from '../../src/evidence/open-case.ts';

const LOG =
  '0:000> k\nChildEBP RetAddr  \n0012fd48 7c90df3c ntdll!KiFastSystemCallRet\n0012fd4c 00000000 ntdll!NtDelayExecution+0xc\n';

test.each([
  'kv 5',
  'r',
  '~',
  '~*k',
  '.thread',
  '.cxr',
  '.ecxr',
  '.exr -1',
  '.trap',
  '.frame',
  '.lastevent',
  '.effmach',
  '.bugcheck',
  'vertarget',
  '.time',
  '!gle',
  '!runaway',
  '!uniqstack',
  '!findstack x',
  '!analyze -v',
])('%s on a log says that it needs a dump', async (line) => {
  const outcome = await ask(LOG, line);
  expect(outcome.error).toMatchObject({
    code: 'usage',
    message: expect.stringMatching(/needs a dump.*recorded in it: k$/),
  });
});

test('what was run in the log is shown from there, with its line', async () => {
  const outcome = await ask(LOG, ' K ');
  expect(outcome.error).toBeNull();
  expect(outcome.text).toBe(
    '*** as recorded in line 1 of the log\nChildEBP RetAddr\n0012fd48 7c90df3c ntdll!KiFastSystemCallRet\n0012fd4c 00000000 ntdll!NtDelayExecution+0xc\n',
  );
  expect(outcome.data).toMatchObject({ recorded: [{ prompt: '0:000>', line: 1 }] });
});

test('commands of extensions that do not exist here, and every time a command was run', async () => {
  const log = '0: kd> !strange 1\nfirst\n\n0: kd> !strange  1\nsecond\n0: kd> ? 1+1\nEvaluate expression: 2\n';
  expect((await ask(log, '!strange 1')).text).toBe(
    '*** as recorded in line 1 of the log\nfirst\n*** as recorded in line 4 of the log\nsecond\n',
  );
  // What needs no dump is worked out, not looked up.
  expect((await ask(log, '? 2+2')).text).toContain('4');
  expect((await ask(log, '.formats 41')).text).toContain('Decimal: 65');
  expect((await ask(log, '? poi(0)')).error).toMatchObject({ message: expect.stringMatching(/needs a dump/) });
});

async function ask(log: string, line: string) {
  const session = new Session(openCase(new BytesSource(new TextEncoder().encode(log)), 'x.log'), () => {
    throw new Error('nothing to load');
  });
  return runCommand(session, new Commands(COMMANDS), line);
}
