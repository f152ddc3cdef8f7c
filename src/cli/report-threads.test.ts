import { expect, test } from 'vitest';
import { analyze, toJson } from '../analysis/report.ts';
import { BytesSource } from '../bytes/source.ts';
import { openCase } from '../evidence/open-case.ts';
import { renderReport } from './report.ts';

const worker = (number: number, id: string) => `
   ${number}  Id: 1a0.${id} Suspend: 1 Teb: 00000000\`002${number}0000 Unfrozen
 # Child-SP          RetAddr               Call Site
00 00000000\`00${number}ff8a8 00007ffa\`1f3a2e0b     ntdll!NtWaitForWorkViaWorkerFactory+0x14
01 00000000\`00${number}ff8b0 00007ffa\`1dd17034     ntdll!TppWorkerThread+0x2eb
02 00000000\`00${number}ffba0 00007ffa\`1f3a2651     KERNEL32!BaseThreadInitThunk+0x14
03 00000000\`00${number}ffbd0 00000000\`00000000     ntdll!RtlUserThreadStart+0x21
`;

/** A log made by hand in the form of `~*k`: three idle workers and one thread that waits for a critical section. */
const LOG = `0:000> ~*k
${worker(0, '10')}${worker(1, '14')}
.  2  Id: 1a0.18 Suspend: 1 Teb: 00000000\`00220000 Unfrozen "writer"
 # Child-SP          RetAddr               Call Site
00 00000000\`002ff8a8 00007ffa\`1f3b1113     ntdll!NtWaitForAlertByThreadId+0x14
01 00000000\`002ff8b0 00007ffa\`1f3b1030     ntdll!RtlpWaitOnCriticalSection+0x1e3
02 00000000\`002ff8f0 00007ffa\`1f3b0fa2     ntdll!RtlpEnterCriticalSectionContended+0x204
03 00000000\`002ff970 00007ff6\`a0001090     ntdll!RtlEnterCriticalSection+0x42
04 00000000\`002ff9a0 00007ffa\`1dd17034     app!Save+0x90
05 00000000\`002ff9d0 00007ffa\`1f3a2651     KERNEL32!BaseThreadInitThunk+0x14
06 00000000\`002ffa00 00000000\`00000000     ntdll!RtlUserThreadStart+0x21
${worker(3, '1c')}
0:000> q
`;

test('the odd thread comes first with its frames, the crowd in one line', () => {
  const theCase = openCase(new BytesSource(new TextEncoder().encode(LOG)), 'hang.log');
  const analysis = analyze(theCase, []);
  const { stacks } = toJson(analysis, { stacks: false }) as {
    readonly stacks: readonly { readonly oddity: string; readonly count: number }[];
  };
  expect(stacks).toMatchObject([
    { oddity: 'lock-wait', reason: 'waits for a critical section', count: 1, threads: [{ id: 0x18, index: 2 }] },
    { oddity: 'passive', count: 3, threads: [{ id: 0x10 }, { id: 0x14 }, { id: 0x1c }] },
  ]);
  expect(stacks[0]).not.toHaveProperty('frames');
  const text = renderReport(analysis, { width: 100, color: false, full: true });
  const lines = text.slice(text.indexOf('Threads')).split('\n');
  expect(lines[0]).toBe('Threads 4 with 2 different stacks, 3 of them passive');
  expect(lines[1]).toMatch(/\* waits for a critical section: 0x18/);
  expect(lines.slice(2, 9).map((line) => line.trim())).toEqual([
    'ntdll!NtWaitForAlertByThreadId+0x14',
    'ntdll!RtlpWaitOnCriticalSection+0x1e3',
    'ntdll!RtlpEnterCriticalSectionContended+0x204',
    'ntdll!RtlEnterCriticalSection+0x42',
    'app!Save+0x90',
    'KERNEL32!BaseThreadInitThunk+0x14',
    'ntdll!RtlUserThreadStart+0x21',
  ]);
  expect(lines[9]).toMatch(/- 3 threads: thread-pool worker: .*: 0x10, 0x14, 0x1c/);
});
