import { describe, expect, test } from 'vitest';
import { kernelLog, type ThreadText, threadText } from './kernel-log.ts';
import { logCase, verdictOf } from './scene.ts';

const locks = (...resources: readonly string[]) =>
  logCase(`0: kd> !locks
**** DUMP OF ALL RESOURCE OBJECTS ****
KD: Scanning for held locks.....

${resources.join('\n')}
4211 total locks, ${resources.length} locks currently held
`);
const exclusive = (address: string, owner: string, waiters: readonly string[], contention = 3) =>
  `Resource @ 0x${address}    Exclusively owned
    Contention Count = ${contention}
    NumberOfExclusiveWaiters = ${waiters.length}
     Threads: ${owner}-01<*>
     Threads Waiting On Exclusive Access:
              ${waiters.join('       ')}
`;
const A = 'fffffa8001a10060';
const B = 'fffffa8001b10060';
const C = 'fffffa8001c10060';
const SWITCH = ['nt!KiSwapContext', 'nt!KiCommitThreadWait', 'nt!KeWaitForSingleObject'];

describe('executive resources of a log', () => {
  test('a chain of two locks is told with its head and the number behind it', () => {
    const { finding } = verdictOf(
      'wait-chain-executive-resources',
      locks(exclusive('fffffa8002000100', A, [B]), exclusive('fffffa8002000200', B, [C])),
    )!;
    expect(finding!.details).toMatchObject({ heads: [{ head: `0x${A}`, blocked: 2, chain: `${C} -> ${B} -> ${A}` }] });
    expect(finding!.evidence[0].command).toBe(`!thread ${A}`);
  });
  test('one waiter at one lock is everyday life; without locks nothing is known', () => {
    const one = locks(exclusive('fffffa8002000100', A, [B]));
    expect(verdictOf('wait-chain-executive-resources', one)!.verdict).toBe('absent');
    expect(verdictOf('deadlock-executive-resources', one)!.verdict).toBe('absent');
    const none = logCase(
      '0: kd> k\nChild-SP          RetAddr           Call Site\nfffff880`02e34460 fffff800`02a8a010 nt!f+0x1\n',
    );
    expect(verdictOf('wait-chain-executive-resources', none)).toMatchObject({
      verdict: 'unknown',
      missing: expect.stringContaining('!locks'),
    });
  });
  test('a circle is a deadlock, and no chain has a head', () => {
    const circle = locks(exclusive('fffffa8002000100', A, [B, C]), exclusive('fffffa8002000200', B, [A]));
    expect(verdictOf('deadlock-executive-resources', circle)!.finding!.details).toMatchObject({
      threads: expect.arrayContaining([`0x${A}`, `0x${B}`]),
      blocked: 3,
      certain: true,
    });
    expect(verdictOf('wait-chain-executive-resources', circle)!.verdict).toBe('absent');
    expect(verdictOf('deadlock-self', circle)!.verdict).not.toBe('present');
  });
  test('a thread that asks exclusively for what it holds shared waits for itself', () => {
    const self = locks(`Resource @ 0xfffffa8002000100    Shared 2 owning threads
    Contention Count = 1
    NumberOfExclusiveWaiters = 1
     Threads: ${A}-01<*> ${B}-01<*>
     Threads Waiting On Exclusive Access:
              ${A}
`);
    expect(verdictOf('deadlock-self', self)!.finding!.details).toMatchObject({ threads: [`0x${A}`] });
  });
  test('contention needs waiters now, not only a count', () => {
    const many = Array.from({ length: 9 }, (_, index) => `fffffa8001d${index}0060`);
    const { finding } = verdictOf(
      'high-contention-executive-resources',
      locks(exclusive('fffffa8002000100', A, many, 40)),
    )!;
    expect(finding!.summary).toContain('9 threads wait');
    const idle = locks(exclusive('fffffa8002000100', A, [B], 50));
    expect(verdictOf('high-contention-executive-resources', idle)!.verdict).toBe('absent');
  });
});

describe('objects of several types', () => {
  const mutant = (owner: string) => `fffffa8003000010  Mutant - owning thread ${owner}`;
  test('mutants: many behind one owner, or one for long', () => {
    const waits = kernelLog(
      { address: A, objects: [mutant(C)] },
      { address: B, cid: '0200.0208', objects: [mutant(C)] },
      { address: C, cid: '0300.0304', image: 'other.exe' },
    );
    expect(verdictOf('wait-chain-mutex-objects', waits)!.finding!.details).toMatchObject({
      heads: [{ head: `0x${C}`, blocked: 2 }],
    });
    const brief = kernelLog(
      { address: A, objects: [mutant(C)], ticks: '3 (0:00:00:00.046)' },
      { address: C, cid: '0300.0304' },
    );
    expect(verdictOf('wait-chain-mutex-objects', brief)!.verdict).toBe('absent');
  });
  test('two mutants taken in different order', () => {
    const second = (owner: string) => `fffffa8003000090  Mutant - owning thread ${owner}`;
    const circle = kernelLog(
      { address: A, objects: [mutant(B)] },
      { address: B, cid: '0200.0208', objects: [second(A)] },
    );
    expect(verdictOf('deadlock-mixed-objects-kernel-space', circle)!.finding!.details).toMatchObject({
      threads: expect.arrayContaining([`0x${A}`, `0x${B}`]),
      certain: true,
    });
  });
  test('a message, then a mutant: one mixed chain through two processes, told once', () => {
    const alpc =
      'Waiting for reply to ALPC Message fffff8a000f00cf0 : queued at port fffffa8004000070 : owned by process fffffa8001300b30';
    const mixed = kernelLog(
      { address: A, cid: '0100.0104', more: [alpc], image: 'client.exe', process: 'fffffa8001200b30' },
      {
        address: B,
        cid: '0200.0208',
        objects: [mutant(C)],
        more: ['ALPC Server thread working on message fffff8a000f00cf0'],
        image: 'server.exe',
        process: 'fffffa8001300b30',
      },
      {
        address: C,
        cid: '0300.0304',
        state: 'RUNNING on processor 1',
        image: 'owner.exe',
        process: 'fffffa8001400b30',
      },
    );
    expect(verdictOf('wait-chain-general', mixed)!.finding!.details).toMatchObject({
      heads: [{ head: `0x${C}`, blocked: 2, chain: `${A} -> ${B} -> ${C}` }],
    });
    // The parts of a mixed chain are not told again.
    expect(verdictOf('wait-chain-lpc-alpc', mixed)!.verdict).toBe('absent');
    expect(verdictOf('wait-chain-mutex-objects', mixed)!.verdict).toBe('absent');
  });
  test('two servers that are each other’s clients', () => {
    const calls = (own: string, other: string) => [
      `Waiting for reply to ALPC Message ${other} : queued at port fffffa8004000070 : owned by process fffffa8001300b30`,
      `ALPC Server thread working on message ${own}`,
    ];
    const first = 'fffff8a000f00cf0';
    const second = 'fffff8a000f11cf0';
    const circle = kernelLog(
      { address: A, cid: '0100.0104', more: calls(first, second) },
      { address: B, cid: '0200.0208', more: calls(second, first) },
    );
    expect(verdictOf('deadlock-lpc', circle)!.finding!.details).toMatchObject({
      threads: expect.arrayContaining([`0x${A}`, `0x${B}`]),
      certain: true,
    });
    const line = kernelLog(
      { address: A, cid: '0100.0104', more: calls(first, second).slice(0, 1) },
      { address: B, cid: '0200.0208', more: calls(second, first).slice(1) },
    );
    expect(verdictOf('deadlock-lpc', line)!.verdict).toBe('absent');
  });
  test('several threads that wait for one process to end', () => {
    const waits = (address: string, cid: string): ThreadText => ({
      address,
      cid,
      objects: ['fffffa8001400b30  ProcessObject'],
    });
    const three = kernelLog(waits(A, '0100.0104'), waits(B, '0100.0108'), waits(C, '0100.010c'));
    expect(verdictOf('wait-chain-process-objects', three)!.finding!.details).toMatchObject({
      heads: [{ head: '0xfffffa8001400b30', kind: 'process', blocked: 3 }],
    });
    expect(verdictOf('wait-chain-process-objects', kernelLog(waits(A, '0100.0104')))!.verdict).toBe('absent');
  });
  test('waiting for one thread to end is what main threads do; three behind one that is blocked is more', () => {
    const joins = (address: string, cid: string): ThreadText => ({ address, cid, objects: [`${C}  Thread`] });
    expect(
      verdictOf('wait-chain-thread-objects', kernelLog(joins(A, '0200.0204'), { address: C, cid: '0200.0210' }))!
        .verdict,
    ).toBe('absent');
    const three = kernelLog(joins(A, '0200.0204'), joins(B, '0200.0208'), joins('fffffa8001e10060', '0200.020c'), {
      address: C,
      cid: '0200.0210',
    });
    expect(verdictOf('wait-chain-thread-objects', three)!.finding!.details).toMatchObject({
      heads: [{ head: `0x${C}`, blocked: 3 }],
    });
  });
  test('push locks are told by stacks only', () => {
    const stack = [...SWITCH, 'nt!ExfAcquirePushLockExclusiveEx', 'contoso!Insert'];
    const { finding } = verdictOf(
      'wait-chain-pushlocks',
      kernelLog({ address: A, stack }, { address: B, cid: '0200.0208', stack }),
    )!;
    expect(finding).toMatchObject({ component: { module: 'contoso' }, details: { threads: 2 } });
    expect(
      verdictOf('wait-chain-pushlocks', kernelLog({ address: A, stack: [...SWITCH, 'contoso!Insert'] }))!.verdict,
    ).toBe('absent');
  });
});

describe('critical sections of a process', () => {
  const section = (name: string, address: string, owner: string, waiters: number) => `
CritSec ${name}+0 at ${address}
WaiterWoken        No
LockCount          ${waiters}
RecursionCount     1
OwningThread       ${owner}
EntryCount         0
ContentionCount    ${waiters}
*** Locked
`;
  const stack = (thread: number, id: string, section32: string) => `0:00${thread}> ~${thread}kb
ChildEBP RetAddr  Args to Child
00${thread}0fc44 77f79c20 00000110 00000000 00000000 ntdll!NtWaitForSingleObject+0xb
00${thread}0fcb0 77f71048 ${section32} 00401000 ${section32} ntdll!RtlpWaitForCriticalSection+0x31
00${thread}0fcb8 00401a00 ${section32} 00000000 00000000 ntdll!RtlEnterCriticalSection+0x48
00${thread}0fcf4 77f00000 00000000 00000000 00000000 shop!Work${id}+0x14
`;
  const list = `0:000> ~
   0  Id: 77.a0 Suspend: 1 Teb: 7ffde000 Unfrozen
   1  Id: 77.b0 Suspend: 1 Teb: 7ffdd000 Unfrozen
   2  Id: 77.c0 Suspend: 1 Teb: 7ffdc000 Unfrozen
`;
  test('a deadlock by the arguments on the stacks', () => {
    const log = logCase(
      `${list}0:000> !locks\n${section('shop!first', '00405000', 'b0', 1)}${section('shop!second', '00405020', 'c0', 1)}\nScanned 40 critical sections\n${stack(1, 'b', '00405020')}${stack(2, 'c', '00405000')}`,
    );
    expect(verdictOf('deadlock-critical-sections', log)!.finding).toMatchObject({
      confidence: 0.7,
      component: { module: 'shop' },
    });
    expect(verdictOf('wait-chain-critical-sections', log)!.verdict).toBe('absent');
  });
  test('a queue at one section is contention, not a deadlock', () => {
    const log = logCase(
      `${list}0:000> !locks\n${section('shop!first', '00405000', 'b0', 6)}\nScanned 40 critical sections\n`,
    );
    expect(verdictOf('high-contention-critical-sections', log)!.finding!.summary).toContain('6 threads wait');
    expect(verdictOf('deadlock-critical-sections', log)!.verdict).toBe('absent');
  });
  test('slim locks keep no owner', () => {
    const srw = (thread: number) => `0:00${thread}> ~${thread}k
Child-SP          RetAddr               Call Site
00000010\`0000f${thread}00 00007ff8\`00001000     ntdll!NtWaitForAlertByThreadId+0x14
00000010\`0000f${thread}20 00007ff6\`00001000     ntdll!RtlAcquireSRWLockExclusive+0x165
00000010\`0000f${thread}40 00007ff8\`00002000     shop!Write+0x20
`;
    const { finding } = verdictOf('wait-chain-srw-lock', logCase(srw(1) + srw(2)))!;
    expect(finding!.details).toMatchObject({ threads: 2, callers: ['shop!Write+0x20'] });
    expect(verdictOf('wait-chain-srw-lock', logCase(srw(1)))!.verdict).toBe('absent');
  });
});

describe('threads that something else keeps waiting', () => {
  const long = '7680 (0:00:02:00.000)';
  test('a driver in an uninterruptible wait on behalf of a program', () => {
    const stack = [
      'nt!KiSwapContext',
      'nt!KiCommitThreadWait',
      'nt!KeWaitForSingleObject',
      'contoso!AskService',
      'nt!IofCallDriver',
    ];
    const { finding } = verdictOf('blocked-thread-software', kernelLog({ address: A, ticks: long, stack }))!;
    expect(finding).toMatchObject({ component: { module: 'contoso' }, details: { waitMs: 120_000 } });
    const brief = kernelLog({ address: A, ticks: '640 (0:00:00:10.000)', stack });
    expect(verdictOf('blocked-thread-software', brief)!.verdict).toBe('absent');
    const usual = kernelLog({
      address: A,
      ticks: long,
      stack: ['nt!KiSwapContext', 'nt!KeWaitForSingleObject', 'Ntfs!NtfsWaitSync', 'contoso!Read'],
    });
    expect(verdictOf('blocked-thread-software', usual)!.verdict).toBe('absent');
  });
  test('a request that a disk driver has had for minutes', () => {
    const thread = threadText({
      address: A,
      ticks: long,
      more: ['IRP List:', '    fffffa8005000010: (0006,0118) Flags: 00060000  Mdl: 00000000'],
      stack: ['nt!KiSwapContext', 'nt!KeWaitForSingleObject', 'nt!IopSynchronousServiceTail', 'nt!NtReadFile'],
    });
    const irp = (driver: string) => `0: kd> !irpfind
  Irp    [ Thread ] irpStack: (Mj,Mn)   DevObj  [Driver]         MDL Process
fffffa8005000010 [${A}] irpStack: ( 3, 0)  fffffa8001d80060 [ \\Driver\\${driver}]
`;
    const log = (driver: string) => logCase(`0: kd> !process 0 7\n${thread}${irp(driver)}`);
    expect(verdictOf('blocked-thread-hardware', log('storahci'))!.finding!.details).toMatchObject({
      driver: 'storahci',
      waitMs: 120_000,
    });
    expect(verdictOf('blocked-thread-hardware', log('kbdclass'))!.verdict).toBe('absent');
  });
});

describe('system calls', () => {
  const stack = [
    'nt!KiSwapContext',
    'nt!KeWaitForSingleObject',
    'nt!NtWaitForSingleObject',
    'nt!KiSystemServiceCopyEnd',
  ];
  const user = ['ntdll!NtWaitForSingleObject', 'kernelbase!WaitForSingleObjectEx', 'shop!main'];
  const code = `0: kd> uf ntdll!NtWaitForSingleObject
ntdll!NtWaitForSingleObject:
00000000\`77a51360 4c8bd1          mov     r10,rcx
00000000\`77a51363 b801000000      mov     eax,1
00000000\`77a51368 0f05            syscall
00000000\`77a5136a c3              ret
`;
  test('the two parts of the stack, the service and its number', () => {
    const log = logCase(`0: kd> !thread\n${threadText({ address: A, stack: [...stack, ...user] })}${code}`);
    expect(verdictOf('dual-stack-trace', log)!.finding!.details).toEqual({ kernelFrames: 4, userFrames: 3 });
    expect(verdictOf('system-call', log)!.finding!.details).toEqual({
      name: 'NtWaitForSingleObject',
      number: '0x1',
      arguments: null,
    });
  });
  test('a thread of the system has neither', () => {
    const log = logCase(
      `0: kd> !thread\n${threadText({ address: A, stack: ['nt!KiSwapContext', 'nt!KeRemoveQueueEx', 'nt!ExpWorkerThread', 'nt!PspSystemThreadStartup'] })}`,
    );
    expect(verdictOf('dual-stack-trace', log)!.verdict).toBe('absent');
    expect(verdictOf('system-call', log)!.verdict).toBe('absent');
  });
});
