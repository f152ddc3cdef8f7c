import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/evidence/case.ts';
import { activityOf } from '../../src/evidence/thread-activity.ts';
import { threadsFact } from '../../src/evidence/threads.ts';
import { ascii } from '../synth/kernel-dump-writer.ts';
import {
  APP,
  dumpCase,
  dwords,
  logCase,
  NTDLL,
  narrowSpec,
  processSpec,
  triageCase,
  verdictOf,
  words,
} from './scene.ts';

const HEAP = 0x30_0000n;
const NOTE = NTDLL + 0x8000n;

/** A 64-bit process that raised `code` in ntdll. */
const raised = (code: number, parameters: bigint[] = [], more = {}) =>
  dumpCase(processSpec({ exception: { threadId: 0x11, code, address: NTDLL + 0x10n, parameters }, ...more }));

/** A log of a failing thread: the event, then its stack. */
const stackLog = (code: string, frames: readonly string[], event = 'Unknown exception') => `0:000> .lastevent
Last event: 1a4.2b8: ${event} - code ${code} (!!! second chance !!!)
0:000> k
 # Child-SP          RetAddr               Call Site
${frames.map((site, index) => `${index.toString(16).padStart(2, '0')} 00000000\`0018f${(0x5e8 + index * 8).toString(16)} 00007ffa\`1000${(0x1234 + index).toString(16)} ${site}`).join('\n')}
`;
const failing = (code: string, ...frames: string[]) => logCase(stackLog(code, frames));
/** The stacks of two threads. */
const twoThreads = (first: readonly string[], second: readonly string[]) => {
  const rows = (sites: readonly string[], base: number) =>
    sites
      .map(
        (site, index) =>
          `${index.toString(16).padStart(2, '0')} 00000000\`00${(base + index * 8).toString(16)} 00007ffa\`1000${(0x1234 + index).toString(16)} ${site}`,
      )
      .join('\n');
  return logCase(`0:000> ~*k

.  0  Id: 1a4.2b8 Suspend: 1 Teb: 000000c6\`4b95d000 Unfrozen
 # Child-SP          RetAddr               Call Site
${rows(first, 0x18f500)}

   1  Id: 1a4.2bc Suspend: 1 Teb: 000000c6\`4b95f000 Unfrozen
 # Child-SP          RetAddr               Call Site
${rows(second, 0x28f500)}
`);
};
const WORK = ['app!work+0x14', 'app!main+0x20'];

describe('Dynamic Memory Corruption (process heap), Double Free (process heap)', () => {
  const note = (type: number) => words(0x0000_0200_0000_0001n, type, HEAP, HEAP + 0x860n, 0, 0, 0);
  test("the heap's note is told: a block that was not busy", () => {
    const theCase = raised(0xc0000374, [NOTE], { memory: [{ start: NOTE, bytes: note(8) }] });
    const { finding } = verdictOf('dynamic-memory-corruption-process-heap', theCase)!;
    expect(finding!.details).toEqual({ failure: 8, heap: '0x300000', block: '0x300860' });
    expect(verdictOf('double-free-process-heap', theCase)!.finding!.evidence[0].addresses).toEqual([0x300860n]);
  });
  test('another kind of damage is no double free; without the note that is unknown', () => {
    const overrun = raised(0xc0000374, [NOTE], { memory: [{ start: NOTE, bytes: note(6) }] });
    expect(verdictOf('double-free-process-heap', overrun)!.verdict).toBe('absent');
    const bare = raised(0xc0000374, [NOTE]);
    expect(verdictOf('dynamic-memory-corruption-process-heap', bare)!.finding!.details).toMatchObject({
      failure: null,
    });
    expect(verdictOf('double-free-process-heap', bare)!.verdict).toBe('unknown');
  });
  test('an access violation inside of the allocator counts for less, one elsewhere not at all', () => {
    const inside = failing(
      'c0000005',
      'ntdll!RtlpCoalesceFreeBlocks+0x44',
      'ntdll!RtlFreeHeap+0x142',
      'app!close+0x20',
    );
    expect(verdictOf('dynamic-memory-corruption-process-heap', inside)!.finding!.confidence).toBeLessThan(0.7);
    expect(verdictOf('dynamic-memory-corruption-process-heap', failing('c0000005', ...WORK))!.verdict).toBe('absent');
  });
  test('a breakpoint that a check of the heap hit, in a session without a record', () => {
    const session = (frames: readonly string[]) => logCase(stackLog('80000003', frames).replace(/^.*\n.*\n/, ''));
    const check = ['ntdll!DbgBreakPoint', 'ntdll!RtlSizeHeap+0x16a8', 'ntdll!RtlFreeHeap+0x69', 'app!Close+0x2b'];
    expect(verdictOf('dynamic-memory-corruption-process-heap', session(check))!.finding!).toMatchObject({
      confidence: 0.85,
      component: { module: 'app' },
    });
    const broken = ['ntdll!DbgBreakPoint', 'ntdll!DbgUiRemoteBreakin+0x4e'];
    expect(verdictOf('dynamic-memory-corruption-process-heap', session(broken))!.verdict).toBe('unknown');
  });
  test('what Application Verifier printed of a second free', () => {
    const log = logCase(
      `VERIFIER STOP 00000007: pid 0x1A4: Heap block already freed.\n${stackLog('80000003', ['verifier!VerifierStopMessage+0x1f8', 'app!close+0x20'])}`,
    );
    expect(verdictOf('double-free-process-heap', log)!.finding!.component).toMatchObject({ module: 'app' });
  });
});

describe('Divide by Zero', () => {
  test('of a process', () => {
    expect(verdictOf('divide-by-zero-user-mode', raised(0xc0000094))!.finding!.summary).toContain(
      'integer was divided',
    );
    expect(verdictOf('divide-by-zero-user-mode', raised(0xc0000005, [0n, 8n]))!.verdict).toBe('absent');
  });
  test('in the kernel: trap 0, or the code of the exception', () => {
    expect(verdictOf('divide-by-zero-kernel-mode', triageCase(0x7f, [0n, 0n, 0n, 0n]))!.verdict).toBe('present');
    expect(verdictOf('divide-by-zero-kernel-mode', triageCase(0x7f, [8n, 0n, 0n, 0n]))!.verdict).toBe('absent');
    expect(verdictOf('divide-by-zero-kernel-mode', triageCase(0x3b, [0xc0000094n, 0n, 0n, 0n]))!.verdict).toBe(
      'present',
    );
    expect(verdictOf('divide-by-zero-kernel-mode', triageCase(0x3b, [0xc0000005n, 0n, 0n, 0n]))!.verdict).toBe(
      'absent',
    );
  });
});

describe('Software Exception, Hardware Exception', () => {
  test("a program's own code", () => {
    const own = failing('e0000008', 'KERNELBASE!RaiseException+0x69', 'app!report+0x31');
    expect(verdictOf('software-exception', own)!.finding!).toMatchObject({ component: { module: 'app' } });
    expect(verdictOf('hardware-exception', own)!.verdict).toBe('absent');
  });
  test('an instruction that the processor refuses', () => {
    expect(verdictOf('hardware-exception', raised(0xc000001d))!.finding!.summary).toContain('does not know');
    expect(verdictOf('software-exception', raised(0xc000001d))!.verdict).toBe('absent');
  });
  test("a processor's code with parameters was made by software", () => {
    const made = raised(0xc000008c, [1n, 2n]);
    expect(verdictOf('software-exception', made)!.finding!.confidence).toBe(0.8);
    expect(verdictOf('hardware-exception', made)!.verdict).toBe('absent');
  });
  test('C++ and numbers of other systems are left alone', () => {
    expect(verdictOf('software-exception', raised(0xe06d7363))!.verdict).toBe('absent');
    const linux = dumpCase({
      ...processSpec({ exception: { threadId: 0x11, code: 0xc000001d, address: APP } }),
      system: { architecture: 9, platform: 0x8201 },
    });
    expect(verdictOf('hardware-exception', linux)!.verdict).toBe('absent');
  });
});

const THREAD = { state: null, waitReason: null };
function stackIn(theCase: Case) {
  const threads = threadsFact(theCase);
  if (!threads.known) throw new Error(threads.missing);
  return threads.value[0]!.stack;
}

describe('Invalid Handle, Invalid Parameter, Local Buffer Overflow, Self-Diagnosis', () => {
  test('handles', () => {
    expect(verdictOf('invalid-handle-general', raised(0xc0000008))!.verdict).toBe('present');
    expect(verdictOf('invalid-handle-general', triageCase(0x93, [0x2f4n, 0n, 0n, 1n]))!.finding!.summary).toContain(
      '2f4',
    );
    expect(verdictOf('invalid-handle-general', raised(0xc0000005, [0n, 8n]))!.verdict).toBe('absent');
    expect(verdictOf('invalid-handle-general', triageCase(0xd1, [8n, 2n, 0n, 0n]))!.verdict).toBe('absent');
  });
  test('each subcode of a fail-fast has one pattern', () => {
    const verdicts = (subcode: bigint) =>
      ['local-buffer-overflow-user-space', 'invalid-parameter', 'self-diagnosis-user-mode'].map(
        (id) => verdictOf(id, raised(0xc0000409, [subcode]))!.verdict,
      );
    expect(verdicts(2n)).toEqual(['present', 'absent', 'absent']);
    expect(verdicts(5n)).toEqual(['absent', 'present', 'absent']);
    expect(verdicts(7n)).toEqual(['absent', 'absent', 'present']);
  });
  test('functions that report', () => {
    const cookie = failing('c0000409', 'app!__report_gsfailure+0x1d', 'app!copy_name+0x5b', 'app!main+0x20');
    expect(verdictOf('local-buffer-overflow-user-space', cookie)!.finding!.summary).toContain('in app!copy_name');
    const refused = failing(
      'c0000417',
      'ucrtbase!_invoke_watson+0x18',
      'ucrtbase!_invalid_parameter+0x9',
      'app!format+0x33',
    );
    expect(verdictOf('invalid-parameter', refused)!.finding!.summary).toContain('that app passed');
    const stopped = failing('80000003', 'ucrtbase!abort+0x35', 'app!check+0x10');
    expect(verdictOf('self-diagnosis-user-mode', stopped)!.finding!.summary).toContain('app!check');
  });
  test('a process saved while a handler holds the thread that ends it', () => {
    const saved = (...names: readonly string[]) =>
      logCase(
        `0:000> ~*k\n.  0  Id: 77.a0 Suspend: 1 Teb: 7ffdf000 Unfrozen\nChildEBP RetAddr  \n${names.map((name, index) => `0012f${(0x600 + index * 16).toString(16)} 7c90df5a ${name}`).join('\n')}\n`,
      );
    const held = saved(
      'ntdll!NtDelayExecution+0x14',
      'kernelbase!Sleep+0x2c',
      'shop!OnAbort+0xf',
      'msvcrt!raise+0x79',
      'msvcrt!abort+0x17',
      'shop!_ZSt9terminatev+0x13',
      'shop!__cxa_pure_virtual+0x20',
      'shop!Make+0x1a',
    );
    expect(verdictOf('self-diagnosis-user-mode', held)!.finding!.summary).toContain('shop!Make');
    expect(activityOf({ ...THREAD, stack: stackIn(held) }, null)).toMatchObject({ oddity: 'exception' });
    const asleep = saved(
      'ntdll!NtDelayExecution+0x14',
      'kernelbase!Sleep+0x2c',
      'shop!AbortPolicy+0xf',
      'shop!Make+0x1a',
    );
    expect(verdictOf('self-diagnosis-user-mode', asleep)!.verdict).toBe('unknown');
    expect(activityOf({ ...THREAD, stack: stackIn(asleep) }, null)).toMatchObject({ oddity: 'passive' });
  });
  test('nothing of it in an access violation', () => {
    for (const id of ['local-buffer-overflow-user-space', 'invalid-parameter', 'self-diagnosis-user-mode'])
      expect(verdictOf(id, raised(0xc0000005, [0n, 8n]))!.verdict).toBe('absent');
  });
});

describe('Missing Component, Activation Context', () => {
  const info = 0x20_0000n;
  const record = new Uint8Array(0x80);
  record.set(words(0x48, 0, 0, info + 0x50n, 1, info + 0x60n));
  record.set(ascii('paper.dll\0'), 0x50);
  record.set(ascii('PrintPage\0'), 0x60);
  test('what the delay-load helper wanted', () => {
    const theCase = raised(0xc06d007f, [info], { memory: [{ start: info, bytes: record }] });
    const { finding } = verdictOf('missing-component-general', theCase)!;
    expect(finding!.details).toEqual({ module: 'paper.dll', procedure: 'PrintPage' });
  });
  test('of 32 bit, by ordinal', () => {
    const narrow = new Uint8Array(0x80);
    narrow.set(dwords(0x24, 0, 0, 0x500050, 0, 12));
    narrow.set(ascii('paper.dll\0'), 0x50);
    const theCase = dumpCase(
      narrowSpec({
        memory: [{ start: 0x500000n, bytes: narrow }],
        exception: { threadId: 0x22, code: 0xc06d007f, address: 0x401000n, parameters: [0x500000n] },
      }),
    );
    expect(verdictOf('missing-component-general', theCase)!.finding!.details).toEqual({
      module: 'paper.dll',
      procedure: '#12',
    });
  });
  test('a record that is not in the dump names nothing', () => {
    expect(verdictOf('missing-component-general', raised(0xc06d007e, [info]))!.finding!.details).toEqual({
      module: null,
      procedure: null,
    });
  });
  test('imports, and manifests', () => {
    expect(verdictOf('missing-component-static-linking', raised(0xc0000139))!.verdict).toBe('present');
    expect(verdictOf('activation-context', raised(0xc0150010))!.verdict).toBe('present');
    for (const id of ['missing-component-general', 'missing-component-static-linking', 'activation-context'])
      expect(verdictOf(id, raised(0xc0000005, [0n, 8n]))!.verdict).toBe('absent');
  });
});

describe('Nested Exceptions, Multiple Exceptions (stowed)', () => {
  const at = 0x20_0000n;
  const linked = (...records: Uint8Array[]) => {
    const bytes = new Uint8Array(0x200);
    records.forEach((record, index) => {
      bytes.set(record, index * 0x40);
    });
    return dumpCase(
      processSpec({
        memory: [{ start: at, bytes }],
        exception: { threadId: 0x11, code: 0xc0000025, address: NTDLL, record: at },
      }),
    );
  };
  test('the record that the recorded one leads to, and the one behind it', () => {
    const { finding } = verdictOf(
      'nested-exceptions-unmanaged',
      linked(words(0xc0000005n, at + 0x40n, APP + 0x1000n), words(0xc0000094n, 0, APP + 0x2000n)),
    )!;
    expect(finding!.summary).toContain('c0000094');
    expect(finding!.evidence[0].addresses).toEqual([at, APP + 0x1000n]);
  });
  test('a circle of records ends', () => {
    const circle = linked(words(0xc0000005n, at, APP + 0x1000n));
    expect(verdictOf('nested-exceptions-unmanaged', circle)!.finding!.summary).toContain('c0000005');
  });
  test('a plain exception is not nested', () => {
    expect(verdictOf('nested-exceptions-unmanaged', raised(0xc0000005, [0n, 8n]))!.verdict).toBe('absent');
  });
  test('stowed failures with their HRESULTs', () => {
    const bytes = new Uint8Array(0x200);
    bytes.set(words(at + 0x40n));
    bytes.set(dwords(0x38, 0x53453032, 0x80070005, (0x1a4 << 0) | 1), 0x40);
    bytes.set(words(APP + 0x3000n), 0x50);
    const theCase = raised(0xc000027b, [at, 1n], { memory: [{ start: at, bytes }] });
    const { finding } = verdictOf('multiple-exceptions-stowed', theCase)!;
    expect(finding!.details).toEqual({ hresults: ['0x80070005'] });
    expect(finding!.evidence[1]!.statement).toMatch(/E_ACCESSDENIED.*thread 1a4 at 0x140003000/);
    expect(verdictOf('multiple-exceptions-stowed', raised(0xc000027b, [at, 1n]))!.finding!.summary).toContain(
      'not in the dump',
    );
    expect(verdictOf('multiple-exceptions-stowed', raised(0xc0000374))!.verdict).toBe('absent');
  });
  test('a handler that failed, or that was not there', () => {
    const log = failing(
      'c0000005',
      'app!CrashFilter+0x44',
      'KERNELBASE!UnhandledExceptionFilter+0x1e4',
      'ntdll!KiUserExceptionDispatch+0x2e',
      ...WORK,
    );
    expect(verdictOf('problem-exception-handler', log)!.finding!.component).toMatchObject({ module: 'app' });
    expect(verdictOf('problem-exception-handler', failing('c0000005', ...WORK))!.verdict).toBe('absent');
    expect(verdictOf('problem-exception-handler', raised(0xc0000005, [0n, 8n]))!.verdict).toBe('unknown');
  });
  test('the reporter failed, or another one reports', () => {
    const log = failing('c0000005', 'dbghelp!WriteStream+0x44', 'dbghelp!MiniDumpWriteDump+0x1e4', ...WORK);
    expect(verdictOf('error-reporting-fault', log)!.verdict).toBe('present');
    expect(verdictOf('self-dump', log)!.verdict).toBe('present');
    expect(verdictOf('error-reporting-fault', failing('c0000005', ...WORK))!.verdict).toBe('absent');
    const waits = ['ntdll!NtWaitForMultipleObjects+0x14', 'ntdll!WerpWaitForCrashReporting+0xa8', 'app!worker+0x20'];
    expect(verdictOf('exception-reporting-thread', twoThreads(WORK, waits))!.verdict).toBe('present');
    expect(verdictOf('exception-reporting-thread', twoThreads(WORK, WORK))!.verdict).toBe('absent');
    expect(verdictOf('self-dump', twoThreads(WORK, WORK))!.verdict).toBe('absent');
    expect(verdictOf('exception-reporting-thread', failing('c0000005', ...WORK))!.verdict).toBe('unknown');
  });
});

describe('Invalid Exception Information', () => {
  test('a stack pointer outside of the stack', () => {
    const context = processSpec({ rip: APP + 0x1000n }).threads![0]!.context!;
    const elsewhere = processSpec({
      exception: { threadId: 0x11, code: 0xc0000005, address: APP + 0x1000n, parameters: [0n, 8n], context },
      threads: [{ id: 0x11, context, stack: { start: 0x90_0000n, bytes: new Uint8Array(0x100) } }],
    });
    expect(verdictOf('invalid-exception-information', dumpCase(elsewhere))!.finding!.evidence[0].statement).toContain(
      'stack pointer',
    );
    expect(verdictOf('invalid-exception-information', raised(0xc0000005, [0n, 8n]))!.verdict).toBe('absent');
  });
});

describe('moments and messages', () => {
  test('Special Stack Trace: the failing thread was unloading a module', () => {
    const log = failing(
      'c0000005',
      'app!Free+0x10',
      'ntdll!LdrpProcessDetachNode+0x8e',
      'ntdll!LdrUnloadDll+0x9a',
      'app!main+0x9',
    );
    expect(verdictOf('special-stack-trace', log)!.finding!.details).toEqual({
      moment: 'while a module was being unloaded',
    });
    expect(verdictOf('special-stack-trace', twoThreads(WORK, WORK))!.verdict).toBe('absent');
  });
  test('One-Thread Process', () => {
    const exit = (frame: string) =>
      logCase(`0:000> ~*k

.  0  Id: 1a4.2b8 Suspend: 1 Teb: 000000c6\`4b95d000 Unfrozen
 # Child-SP          RetAddr               Call Site
00 00000000\`0018f5e8 00007ffa\`10001234 ntdll!NtWaitForSingleObject+0x14
01 00000000\`0018f5f0 00007ffa\`10001244 ${frame}
`);
    expect(verdictOf('one-thread-process', exit('ntdll!LdrShutdownProcess+0x15c'))!.verdict).toBe('present');
    expect(verdictOf('one-thread-process', exit('app!main+0x15c'))!.verdict).toBe('absent');
    expect(verdictOf('one-thread-process', dumpCase(processSpec()))!.verdict).toBe('unknown');
  });
  test('Message Box', () => {
    const box = [
      'win32u!NtUserWaitMessage+0x14',
      'user32!DialogBox2+0x25a',
      'user32!MessageBoxW+0x4e',
      'app!Warn+0x10',
    ];
    expect(verdictOf('message-box', twoThreads(WORK, box))!.finding!).toMatchObject({ component: { module: 'app' } });
    expect(verdictOf('message-box', twoThreads(WORK, WORK))!.verdict).toBe('absent');
    expect(verdictOf('message-box', dumpCase(processSpec()))!.verdict).toBe('unknown');
  });
  test('Message Box: what it says, where a log shows arguments and texts', () => {
    const log = logCase(`0:000> ~*kv

.  0  Id: 1a4.2b8 Suspend: 1 Teb: 7ffdf000 Unfrozen
ChildEBP RetAddr  Args to Child
0012fe30 7c90df5a 77d49418 77d4770a 00000000 ntdll!KiFastSystemCallRet (FPO: [0,0,0])
0012fe60 77d5ee0f 00030290 00405010 00405030 user32!MessageBoxExW+0x1b (FPO: [Non-Fpo])
0012fe80 00401055 00030290 00405010 00405030 user32!MessageBoxW+0x45 (FPO: [Non-Fpo])
0012ff70 00401234 00000001 00393e98 00393f60 app!Warn+0x35 (FPO: [Non-Fpo])
0:000> du 00405010
00405010  "Out of paper"
0:000> du 00405030
00405030  "Printer"
`);
    const { finding } = verdictOf('message-box', log)!;
    expect(finding!.evidence.at(-1)!.statement).toContain('"Out of paper" under the caption "Printer"');
  });
  test('Message Hooks', () => {
    const hook = ['spy!OnKey+0x10', 'user32!DispatchHookW+0x80', 'user32!fnHkINLPMSG+0x51', 'app!Loop+0x10'];
    expect(verdictOf('message-hooks', twoThreads(WORK, hook))!.finding!).toMatchObject({
      component: { module: 'spy' },
    });
    expect(verdictOf('message-hooks', twoThreads(WORK, WORK))!.verdict).toBe('absent');
  });
});

describe('Technology-Specific Subtraces', () => {
  test.each([
    ['technology-specific-subtrace-com-interface-invocation', ['app!Order::Print+0x10', 'combase!StubInvoke+0x2b8']],
    [
      'technology-specific-subtrace-com-client-call',
      ['ntdll!NtAlpcSendWaitReceivePort+0x14', 'combase!ThreadSendReceive+0x61', 'app!Ask+0x10'],
    ],
    ['technology-specific-subtrace-jit-net', ['clrjit!Compiler::compCompile+0x10', 'clr!UnsafeJitFunction+0x61']],
  ])('%s', (id, frames) => {
    expect(verdictOf(id, twoThreads(WORK, frames))!.verdict).toBe('present');
    expect(verdictOf(id, twoThreads(WORK, WORK))!.verdict).toBe('absent');
    expect(verdictOf(id, failing('c0000005', ...WORK))!.verdict).toBe('unknown');
  });
  test('the failing thread in the management of memory', () => {
    const id = 'technology-specific-subtrace-dynamic-memory';
    expect(
      verdictOf(id, failing('c0000005', 'ntdll!RtlpAllocateHeap+0x44', 'ntdll!RtlAllocateHeap+0x10', ...WORK))!.verdict,
    ).toBe('present');
    expect(verdictOf(id, failing('c0000005', ...WORK))!.verdict).toBe('absent');
    expect(verdictOf(id, raised(0xc0000005, [0n, 8n]))!.verdict).toBe('unknown');
  });
});
