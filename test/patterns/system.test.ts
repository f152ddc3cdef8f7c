import { describe, expect, test } from 'vitest';
import { kernelLog, type ThreadText, threadText } from './kernel-log.ts';
import { logCase, verdictOf } from './scene.ts';

const A = 'fffffa8001a10060';
const B = 'fffffa8001b10060';
const C = 'fffffa8001c10060';
const banner = (processors: number, more = '') =>
  `Windows 7 Kernel Version 7601 (Service Pack 1) MP (${processors} procs) Free x64\n${more}System Uptime: 1 days 0:00:00.000\n`;

describe('Suspended Thread', () => {
  const stack = [
    'nt!KiSwapContext',
    'nt!KiCommitThreadWait',
    'nt!KeWaitForSingleObject',
    'nt!KiSuspendThread',
    'nt!KiDeliverApc',
    'nt!KiCommitThreadWait',
    'nt!KeWaitForSingleObject',
    'contoso!ReadLoop',
  ];
  test('by its count, with the wait below the suspension', () => {
    const { finding } = verdictOf(
      'suspended-thread',
      kernelLog(
        { address: A, more: ['SuspendCount 3'], objects: ['fffffa8001a102f0  Semaphore Limit 0x2'], stack },
        { address: B, cid: '0200.0208' },
      ),
    )!;
    expect(finding).toMatchObject({
      component: { module: 'contoso' },
      details: { threads: [`0x${A}`], suspendCount: 3, hiddenWait: { by: 'contoso!ReadLoop+0x8' } },
    });
  });
  test('no count anywhere: nobody is suspended', () => {
    expect(
      verdictOf('suspended-thread', kernelLog({ address: A }, { address: B, cid: '0200.0208' }))!.verdict,
    ).not.toBe('present');
  });
  test('in a process the count that most threads have is that of the tool that saved the dump', () => {
    const threads = (counts: readonly number[]) =>
      logCase(
        `0:000> ~\n${counts.map((count, index) => `   ${index}  Id: 77.${(0xa0 + index).toString(16)} Suspend: ${count} Teb: 7ffd${index}000 Unfrozen`).join('\n')}\n`,
      );
    expect(verdictOf('suspended-thread', threads([1, 1, 2, 1]))!.finding!.details).toMatchObject({
      threadId: 0xa2,
      suspendCount: 2,
      usual: 1,
    });
    expect(verdictOf('suspended-thread', threads([1, 1, 1]))!.verdict).toBe('absent');
  });
});

describe('Spiking Thread', () => {
  test('runs without a wait, or has run for most of the time that the machine is up', () => {
    const busy = kernelLog({
      address: A,
      state: 'RUNNING on processor 1',
      ticks: '19200 (0:00:05:00.000)',
      times: ['00:00:01.000', '00:04:58.000'],
    });
    expect(verdictOf('spiking-thread', busy)!.finding!).toMatchObject({
      confidence: 0.95,
      details: { thread: `0x${A}` },
    });
    const share = logCase(
      `${banner(2)}0: kd> !process 0 7\n${threadText({ address: A, times: ['12:00:00.000', '00:00:00.000'] })}`,
    );
    expect(verdictOf('spiking-thread', share)!.finding!.evidence[0].statement).toContain('50 % of one processor');
  });
  test('idle threads and those that have used little are none', () => {
    const idle = { state: 'RUNNING on processor 1', times: ['00:00:00.000', '20:00:00.000'] } as const;
    expect(
      verdictOf('spiking-thread', kernelLog({ ...idle, address: A, cid: '0000.0000', image: 'Idle' }))!.verdict,
    ).not.toBe('present');
    expect(
      verdictOf('spiking-thread', kernelLog({ ...idle, address: A, stack: ['nt!MmZeroPageThread'] }))!.verdict,
    ).toBe('absent');
    expect(
      verdictOf(
        'spiking-thread',
        kernelLog({ address: B, state: 'RUNNING on processor 0', times: ['00:00:02.000', '00:00:01.000'] }),
      )!.verdict,
    ).toBe('absent');
  });
});

describe('processors', () => {
  const running = (address: string, processor: number, priority = '8 BasePriority 8 UnusualBoost 0') => ({
    address,
    cid: `0200.02${processor}4`,
    state: `RUNNING on processor ${processor}`,
    priority,
  });
  const ready = (address: string, ticks: string) => ({ address, cid: '0300.0304', state: 'READY', ticks });
  const log = (...threads: readonly ThreadText[]) =>
    logCase(`${banner(2)}0: kd> !process 0 7\n${threads.map(threadText).join('\n')}`);
  test('all of them busy', () => {
    expect(verdictOf('busy-system', log(running(A, 0), running(B, 1)))!.finding!.details).toMatchObject({
      processors: 2,
      running: 2,
    });
    expect(verdictOf('busy-system', log(running(A, 0)))).toMatchObject({
      verdict: 'unknown',
      missing: expect.stringContaining('!running'),
    });
  });
  test('ready threads that are not given one', () => {
    const long = '1920 (0:00:00:30.000)';
    expect(
      verdictOf('thread-starvation-normal-priority', log(running(A, 0), ready(C, long)))!.finding!.details,
    ).toMatchObject({ starving: 1 });
    expect(verdictOf('thread-starvation-realtime-priority', log(running(A, 0), ready(C, long)))!.verdict).toBe(
      'absent',
    );
    const fast = running(A, 0, '24 BasePriority 24 UnusualBoost 0');
    expect(verdictOf('thread-starvation-realtime-priority', log(fast, ready(C, long)))!.verdict).toBe('present');
    expect(
      verdictOf('thread-starvation-normal-priority', log(running(A, 0), ready(C, '3 (0:00:00:00.046)')))!.verdict,
    ).not.toBe('present');
  });
  test('a queue of ready threads', () => {
    const many = Array.from({ length: 6 }, (_, index) => ({
      ...ready(`fffffa8001d${index}0060`, '1 (0:00:00:00.015)'),
      cid: `0300.031${index}`,
    }));
    expect(verdictOf('high-contention-processors', log(running(A, 0), ...many))!.finding!.details).toMatchObject({
      ready: 6,
    });
    expect(verdictOf('high-contention-processors', log(running(A, 0)))!.verdict).toBe('unknown');
  });
});

describe('I/O and page priority', () => {
  const priority = (io: number, page: number) =>
    `9 BasePriority 8 UnusualBoost 0 ForegroundBoost 0 IoPriority ${io} PagePriority ${page}`;
  test('both lowered: the process was; one of a thread of System: usual', () => {
    expect(
      verdictOf('io-priority-deviation', kernelLog({ address: A, priority: priority(1, 1) }))!.finding!.summary,
    ).toContain('I/O priority 1 (low)');
    expect(verdictOf('io-priority-deviation', kernelLog({ address: A, priority: priority(0, 5) }))!.verdict).toBe(
      'absent',
    );
    expect(
      verdictOf(
        'io-priority-deviation',
        kernelLog({ address: A, cid: '0004.0010', image: 'System', priority: priority(0, 1) }),
      )!.verdict,
    ).toBe('absent');
    expect(
      verdictOf('io-priority-deviation', kernelLog({ address: A, priority: '9 BasePriority 8 PriorityDecrement 0' }))!
        .verdict,
    ).toBe('unknown');
  });
});

describe('processes', () => {
  const process = (index: number, image: string, handles = 100, table = 'fffff8a001001000') =>
    `PROCESS fffffa8002${index.toString(16).padStart(2, '0')}0b30\n    SessionId: 1  Cid: ${(0x400 + index * 4).toString(16).padStart(4, '0')}    Peb: 7fffffd8000  ParentCid: 0300\n    DirBase: 1a2b3000  ObjectTable: ${table}  HandleCount: ${handles}.\n    Image: ${image}\n`;
  const list = (...processes: readonly string[]) =>
    logCase(`0: kd> !process 0 0\n**** NT ACTIVE PROCESS DUMP ****\n${processes.join('\n')}`);
  const usual = Array.from({ length: 6 }, (_, index) => process(index, `tool${index}.exe`, 120 + index));
  test('ended ones that stay', () => {
    const gone = Array.from({ length: 7 }, (_, index) => process(20 + index, 'job.exe', 0, '00000000'));
    expect(verdictOf('zombie-processes', list(...usual, ...gone))!.finding!.details).toMatchObject({
      zombies: 7,
      images: { 'job.exe': 7 },
    });
    expect(verdictOf('zombie-processes', list(...usual, gone[0]!))!.verdict).toBe('absent');
  });
  test('one with far more handles than the others', () => {
    const { finding } = verdictOf('insufficient-memory-handle-leak', list(...usual, process(9, 'leaky.exe', 54321)))!;
    expect(finding).toMatchObject({ component: { module: 'leaky.exe' }, details: { handles: 54321 } });
    expect(verdictOf('insufficient-memory-handle-leak', list(...usual, process(9, 'big.exe', 4000)))!.verdict).toBe(
      'absent',
    );
    const gone = Array.from({ length: 9 }, (_, index) => process(20 + index, 'job.exe', 0, '00000000'));
    const among = verdictOf('insufficient-memory-handle-leak', list(...usual, ...gone, process(9, 'leaky.exe', 54321)));
    // Ended processes have no handles: the usual number is that of the seven that run.
    expect(among!.finding!.details).toMatchObject({ median: 123 });
  });
  test('frozen as a whole', () => {
    const frozen = (...counts: readonly string[]) =>
      list(
        ...usual,
        `${process(9, 'app.exe')}\n${counts.map((count, index) => threadText({ address: `fffffa8001d${index}0060`, cid: `0424.050${index}`, process: 'fffffa8002090b30', image: 'app.exe', more: count === '' ? [] : [`FreezeCount ${count}`] })).join('\n')}`,
      );
    expect(verdictOf('frozen-process', frozen('1', '1'))!.finding!.summary).toContain('app.exe');
    expect(verdictOf('frozen-process', frozen('1', ''))!.verdict).toBe('absent');
  });
  test('a debugger among them', () => {
    expect(verdictOf('special-process', list(...usual, process(9, 'cdb.exe')))!.finding!.summary).toContain('cdb.exe');
    expect(verdictOf('special-process', list(...usual))!.verdict).toBe('absent');
    expect(verdictOf('special-process', kernelLog({ address: A }))!.verdict).toBe('unknown');
  });
});

describe('memory', () => {
  interface Counters {
    readonly ptes?: number;
    readonly pteFailures?: number;
    readonly nonPaged?: number;
    readonly committed?: number;
    readonly poolFailures?: number;
  }
  const vm = (
    { ptes = 190000, pteFailures = 0, nonPaged = 3000, committed = 200000, poolFailures = 0 }: Counters,
    before = '',
  ) => {
    const row = (label: string, pages: number) =>
      ` ${`${label}:`.padEnd(21)}${String(pages).padStart(8)} (${String(pages * 4).padStart(10)} Kb)`;
    return logCase(`${before}1: kd> !vm

*** Virtual Memory Usage ***
${row('Physical Memory', 524000)}
 Page File: \\??\\C:\\pagefile.sys
   Current:   2095104 Kb  Free Space:   1081452 Kb
   Minimum:   2095104 Kb  Maximum:      4190208 Kb
${row('Available Pages', 300000)}
${row('Free System PTEs', ptes)}
${pteFailures ? `\n ******* ${pteFailures} system PTE allocations have failed ******\n` : ''}
${row('NonPagedPool Usage', nonPaged)}
${row('NonPagedPool Max', 32000)}
${row('PagedPool Usage', 9000)}
${row('PagedPool Maximum', 90000)}
${poolFailures ? `\n ********** ${poolFailures} pool allocations have failed **********\n` : ''}
${row('Committed pages', committed)}
${row('Commit limit', 1000000)}
`);
  };
  test('PTEs: failures, or few of them on a 32-bit system', () => {
    expect(verdictOf('insufficient-memory-pte', vm({ pteFailures: 12 }))!.finding!.details).toMatchObject({
      failures: 12,
      threeGb: false,
    });
    expect(verdictOf('insufficient-memory-pte', vm({}))!.verdict).toBe('absent');
    const narrow =
      'Windows XP Kernel Version 2600 (Service Pack 2) MP (2 procs) Free x86 compatible\nKernel base = 0x804d7000 PsLoadedModuleList = 0x8055a420\n';
    expect(verdictOf('insufficient-memory-pte', vm({ ptes: 900 }, narrow))!.finding).toMatchObject({ confidence: 0.6 });
    const shifted = narrow.replace('804d7000', 'e0800000');
    expect(verdictOf('insufficient-memory-pte', vm({ pteFailures: 12 }, shifted))!.finding!.details).toMatchObject({
      threeGb: true,
    });
  });
  test('pool: full, failing for want of PTEs, or neither', () => {
    expect(verdictOf('insufficient-memory-kernel-pool', vm({ nonPaged: 31000 }))!.finding).toMatchObject({
      confidence: 0.95,
      details: { pool: 'nonPaged' },
    });
    expect(
      verdictOf('insufficient-memory-kernel-pool', vm({ poolFailures: 7, pteFailures: 9 }))!.finding,
    ).toMatchObject({ confidence: 0.5, details: { pool: null, failures: 7, pteFailures: 9 } });
    expect(verdictOf('insufficient-memory-kernel-pool', vm({}))!.verdict).toBe('absent');
  });
  test('commit: nearly all of the limit', () => {
    expect(
      verdictOf('insufficient-memory-committed-memory', vm({ committed: 970000 }))!.finding!.details,
    ).toMatchObject({ share: 0.97 });
    expect(verdictOf('insufficient-memory-committed-memory', vm({ committed: 700000 }))!.verdict).toBe('absent');
    expect(verdictOf('insufficient-memory-committed-memory', kernelLog({ address: A }))).toMatchObject({
      verdict: 'unknown',
      missing: expect.stringContaining('!vm'),
    });
  });
});

describe('Dispatch Level Spin', () => {
  const spinning = (ticks: string, kernel: string) => ({
    address: A,
    state: 'RUNNING on processor 1',
    ticks,
    times: ['00:00:00.000', kernel] as const,
    stack: ['nt!KxWaitForSpinLockAndAcquire', 'nt!KeAcquireSpinLockRaiseToDpc', 'contoso!Count'],
  });
  test('a spin lock that has been waited for all the time, and by whom', () => {
    const { finding } = verdictOf('dispatch-level-spin', kernelLog(spinning('7680 (0:00:02:00.000)', '00:01:59.000')))!;
    expect(finding).toMatchObject({ confidence: 0.85, component: { module: 'contoso' } });
    expect(finding!.relations).toContainEqual({ kind: 'specialises', pattern: 'spiking-thread' });
  });
  test('a moment at a lock, or a lock that was taken, is none', () => {
    expect(verdictOf('dispatch-level-spin', kernelLog(spinning('1 (0:00:00:00.015)', '00:00:00.015')))!.verdict).toBe(
      'absent',
    );
    const done = {
      ...spinning('7680 (0:00:02:00.000)', '00:01:59.000'),
      stack: ['contoso!Count', 'nt!KeAcquireSpinLockRaiseToDpc'],
    };
    expect(verdictOf('dispatch-level-spin', kernelLog(done))!.verdict).toBe('absent');
  });
  test('the queue leads back to the own stack: code, registers and stack bounds of the log', () => {
    const registers = (rdx: string) => `1: kd> .trap fffff880\`02e34400
rax=0000000000000000 rbx=0000000000000001 rcx=fffff88002e34600
rdx=${rdx} rsi=0000000000000000 rdi=0000000000000000
rip=fffff80002a8a019 rsp=fffff88002e34500 rbp=0000000000000080
nt!KxWaitForLockOwnerShip+0x9:
fffff800\`02a8a019 f390            pause
1: kd> uf nt!KxWaitForLockOwnerShip
nt!KxWaitForLockOwnerShip:
fffff800\`02a8a010 48890a          mov     qword ptr [rdx],rcx
fffff800\`02a8a013 4c8b4108        mov     r8,qword ptr [rcx+8]

nt!KxWaitForLockOwnerShip+0x9:
fffff800\`02a8a019 f390            pause
fffff800\`02a8a01b 488b4108        mov     rax,qword ptr [rcx+8]
fffff800\`02a8a01f a801            test    al,1
fffff800\`02a8a021 75f6            jne     nt!KxWaitForLockOwnerShip+0x9 (fffff800\`02a8a019)

nt!KxWaitForLockOwnerShip+0x13:
fffff800\`02a8a023 c3              ret
1: kd> dq fffff880\`02e34600 l2
fffff880\`02e34600  00000000\`00000000 fffff880\`05001001
`;
    const thread = threadText({
      ...spinning('7680 (0:00:02:00.000)', '00:01:59.000'),
      stack: ['nt!KxWaitForLockOwnerShip', 'nt!KeAcquireInStackQueuedSpinLock', 'contoso!Count'],
    });
    const log = (rdx: string) => logCase(`1: kd> !thread\n${thread}${registers(rdx)}`);
    expect(verdictOf('dispatch-level-spin', log('fffff88002e34700'))!.finding!.details).toMatchObject({
      lock: '0xfffff88005001000',
      entry: '0xfffff88002e34600',
      waits: true,
      owns: false,
    });
    expect(verdictOf('deadlock-self', log('fffff88002e34700'))!.finding).toMatchObject({
      confidence: 0.8,
      details: { previous: '0xfffff88002e34700', confirmed: false },
    });
    // An entry on another stack belongs to another thread.
    expect(verdictOf('deadlock-self', log('fffff88009999700'))!.verdict).not.toBe('present');
  });
});
