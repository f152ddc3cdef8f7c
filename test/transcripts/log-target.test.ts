import { expect, test } from 'vitest';
import { BytesSource } from '../../src/bytes/source.ts';
import { COMMANDS } from '../../src/commands/index.generated.ts';
import { Commands, runCommand } from '../../src/debugger/dispatch.ts';
import { Session } from '../../src/debugger/session.ts';
import { openCase } from '../../src/evidence/open-case.ts';

const LOG =
  '0:000> k\nChildEBP RetAddr  \n0012fd48 7c90df3c ntdll!KiFastSystemCallRet\n0012fd4c 00000000 ntdll!NtDelayExecution+0xc\n';

test.each([
  'k',
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
  const session = new Session(openCase(new BytesSource(new TextEncoder().encode(LOG)), 'x.log'), () => {
    throw new Error('nothing to load');
  });
  const outcome = await runCommand(session, new Commands(COMMANDS), line);
  expect(outcome.error).toMatchObject({ code: 'usage', message: expect.stringMatching(/needs a dump/) });
});
