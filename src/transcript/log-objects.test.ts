import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problems } from '../bytes/problem.ts';
import { BytesSource } from '../bytes/source.ts';
import { readAlpc } from './alpc.ts';
import { readCode } from './code.ts';
import { LogDisplays } from './log-displays.ts';
import { logSummary } from './log-facts.ts';
import { COMMANDS_THAT_SHOW } from './log-object-commands.ts';
import { LogObjects } from './log-objects.ts';
import { readLpc } from './lpc.ts';
import { readMemory } from './memory.ts';
import { readAddressSummaries } from './memory-summary.ts';
import { mexMilliseconds } from './mex-thread.ts';
import { openTranscript } from './open-transcript.ts';
import { readStructures } from './structure.ts';
import { readThreadObjects } from './thread-object.ts';
import { readThreadSummaries } from './thread-summary.ts';

const open = (text: string) => openTranscript(new BytesSource(new TextEncoder().encode(text)), new Problems());
const objectsOf = (text: string) => logSummary(open(text)).objects;
const KINDS = [LogObjects, LogDisplays]
  .flatMap(({ prototype }) => Object.entries(Object.getOwnPropertyDescriptors(prototype)))
  .filter(([, { get }]) => get)
  .map(([name]) => name as keyof LogObjects);

const THREAD = [
  'THREAD 85a01020  Cid 0654.0abc  Teb: 7ffdd000 Win32Thread: 00000000 WAIT: (WrLpcReply) UserMode Non-Alertable',
  '    85a0120c  Semaphore Limit 0x1',
  'Waiting for reply to LPC MessageId 0001f2a3:',
  'Current LPC port e1b2c3d0',
  'IRP List:',
  '    85c11008: (0006,0190) Flags: 00000830  Mdl: 00000000',
  'Not impersonating',
  'DeviceMap                 e1001200',
  'Owning Process            85b00da0       Image:         service.exe',
  'Wait Start TickCount      9000           Ticks: 64 (0:00:00:01.000)',
  'Context Switch Count      77             ',
  'UserTime                  00:00:00.0015',
  'KernelTime                00:00:01.0250',
  'Start Address kernel32!BaseThreadStartThunk (0x7c810659)',
  'Stack Init f1000000 Current f0fffc50 Base f1000000 Limit f0ffd000 Call 0',
  'Priority 10 BasePriority 8 PriorityDecrement 0 DecrementCount 16',
  'ChildEBP RetAddr  ',
  'f0fffc68 804dc6a6 nt!KiSwapContext+0x2e',
  'f0fffc74 804dc6f2 nt!KiSwapThread+0x46',
];

describe('threads', () => {
  test('a message that is waited for, own semaphore, noise between the lines', () => {
    const noisy = THREAD.flatMap((line, index) =>
      index % 3 === 1 ? [line, 'GetUlongFromAddress: unable to read from 00000000', ''] : [line],
    );
    for (const lines of [THREAD, noisy]) {
      const [thread, ...more] = readThreadObjects(lines);
      expect(more).toEqual([]);
      expect(thread).toMatchObject({
        waitReason: 'WrLpcReply',
        messageWait: { kind: 'lpc', message: 0x1f2a3n, port: 0xe1b2c3d0n, portOwner: null },
        waitObjects: [{ type: 'Semaphore', limit: 1, own: 'lpc-reply' }],
        irps: [{ address: 0x85c11008n, size: 0x190 }],
        userMs: 15,
        kernelMs: 1250,
        waitMs: 1000,
        decrementCount: 16,
      });
      expect(thread?.stack?.frames).toHaveLength(2);
    }
  });
  test('a block cut anywhere tells what is left and invents nothing', () => {
    for (let end = 1; end <= THREAD.length; end++) {
      const [thread] = readThreadObjects(THREAD.slice(0, end));
      expect(thread?.threadId).toBe(0xabc);
      expect(thread?.priority).toBe(end >= 16 ? 10 : null);
      expect(thread?.suspendCount).toBe(end >= 16 ? 0 : null);
      expect(thread?.kernelStackResident).toBe(end >= 16 ? true : null);
      expect(thread?.contextSwitches).toBe(end >= 11 ? 77 : null);
    }
  });
  test('counts on the line of the state, processors of two digits, states that do not wait', () => {
    const header = 'THREAD fffffa8001234560  Cid 0004.0010  Teb: 0000000000000000 Win32Thread: 0000000000000000';
    expect(
      readThreadObjects([`${header} WAIT: (Suspended) KernelMode Non-Alertable SuspendCount 3 FreezeCount 1`])[0],
    ).toMatchObject({ suspendCount: 3, freezeCount: 1, waitReason: 'Suspended' });
    expect(readThreadObjects([`${header} RUNNING on processor 1f`])[0]).toMatchObject({
      state: 'RUNNING',
      processor: 31,
    });
    expect(readThreadObjects([`${header} READY`])[0]).toMatchObject({
      state: 'READY',
      processor: null,
      alertable: null,
    });
  });
  test('ALPC: the message, the port it is queued at, and whose that is', () => {
    const lines = [
      'THREAD fffffa8001234560  Cid 0004.0010  Teb: 0000000000000000 Win32Thread: 0000000000000000 WAIT: (WrLpcReply) UserMode Non-Alertable',
      '    fffffa8001234920  Semaphore Limit 0x1',
      'Waiting for reply to ALPC Message fffff8a000112230 : queued at port fffffa8002345670 : owned by process fffffa8003456780',
    ];
    expect(readThreadObjects(lines)[0]?.messageWait).toEqual({
      kind: 'alpc',
      message: 0xfffff8a000112230n,
      port: 0xfffffa8002345670n,
      portOwner: 0xfffffa8003456780n,
    });
  });
  test('!stacks: one line a thread, with and without ticks', () => {
    const lines = [
      'Proc.Thread  .Thread  Ticks   ThreadState Blocker',
      '                            [8a7dd7a0 System]',
      '   4.000010  8a7dcda8 000021f Blocked    nt!KeRemoveQueue+0x20e',
      '   4.0000a4  8a6e1da8 0000000 RUNNING    nt!KiIdleLoop+0x10',
      '',
      'Threads Processed: 2',
    ];
    expect(readThreadSummaries(lines)).toMatchObject([
      { state: 'WAIT', waitTicks: 0x21fn, processName: 'System', process: 0x8a7dd7a0n, threadId: 0x10 },
      { state: 'RUNNING', waitTicks: 0n },
    ]);
    expect(readThreadSummaries(lines)[0]?.stack?.frames[0]).toMatchObject({ module: 'nt', function: 'KeRemoveQueue' });
  });
  test.each([
    ['0', 0],
    ['16ms', 16],
    ['1s.641', 1641],
    ['1m:59.953', 119_953],
    ['13m:47.640', 827_640],
    ['2h:03:04.500', 7_384_500],
    ['x', null],
  ])('a time of mex: %s', (text, milliseconds) => expect(mexMilliseconds(text)).toBe(milliseconds));
  test('dt tells the counts that a brief description leaves out', () => {
    const [thread] = objectsOf(
      `0: kd> !process 0 2\n${THREAD[0]}\n0: kd> dt nt!_KTHREAD 85a01020\n   +0x14f FreezeCount      : 1 ''\n   +0x150 SuspendCount     : 2 ''\n`,
    ).threads;
    expect(thread).toMatchObject({ suspendCount: 2, freezeCount: 1 });
  });
  test('descriptions of one moment complete each other, those of two do not', () => {
    const brief =
      'THREAD 85a01020  Cid 0654.0abc  Teb: 7ffdd000 Win32Thread: 00000000 WAIT: (WrLpcReply) UserMode Non-Alertable';
    const same = objectsOf(`0: kd> !process 0 2\n${brief}\n0: kd> !thread 85a01020\n${THREAD.join('\n')}\n`).threads;
    expect(same).toHaveLength(1);
    expect(same[0]).toMatchObject({ priority: 10, line: 3 });
    const later = brief.replace(/WAIT.*/, 'RUNNING on processor 0');
    const moved = objectsOf(`0: kd> !thread\n${THREAD.join('\n')}\n0: kd> g\n0: kd> !thread -1 0\n${later}\n`).threads;
    expect(moved).toMatchObject([{ state: 'WAIT', processor: null }]);
  });
});

describe('code, memory, structures', () => {
  test('mnemonics of hexadecimal digits, places in brackets, what r prints behind', () => {
    const [block] = readCode(
      [
        'app!f+0x10 [c:\\x y\\f.cpp @ 12]:',
        '00401010 fadd    dword ptr [eax]',
        '00401012 d900            fld     dword ptr [eax]      ds:0023:00000000=????????',
        '00401014 ff15b0100000    call    dword ptr [app!_imp__Sleep (004010b0)]',
      ],
      'u',
    );
    expect(block?.source).toEqual({ file: 'c:\\x y\\f.cpp', line: 12 });
    expect(block?.instructions.map(({ bytes, mnemonic, operands }) => [bytes, mnemonic, operands])).toEqual([
      [null, 'fadd', 'dword ptr [eax]'],
      ['d900', 'fld', 'dword ptr [eax]'],
      ['ff15b0100000', 'call', 'dword ptr [app!_imp__Sleep (004010b0)]'],
    ]);
    expect(block?.instructions[2]?.reference).toEqual({ address: 0x4010b0n, symbol: 'app!_imp__Sleep' });
    expect(readCode(['0012fe20 00401234 app!f+0x1', '0012fe3c 00401300 app!g+0x2'], 'k')).toEqual([]);
  });
  test('units, bytes with text, question marks, strings; nothing without a command', () => {
    const dd = ['00401000  00000001 ???????? 00000003 00000004', '00401010  00000005'];
    expect(readMemory(dd, 'dd 401000 L5')?.words.map(({ address, value }) => [address, value])).toEqual([
      [0x401000n, 1n],
      [0x401004n, null],
      [0x401008n, 3n],
      [0x40100cn, 4n],
      [0x401010n, 5n],
    ]);
    const db = ['00007ff6`00001000  41 42 43 44 45 46 47 48-49 4a 4b 4c 4d 4e 4f 50  ABCDEFGHIJKLMNOP'];
    expect(readMemory(db, 'db rip')?.words.map(({ value }) => value)).toEqual(
      Array.from({ length: 16 }, (_, index) => BigInt(0x41 + index)),
    );
    const dq = ['ffff8000`00000000  fffff800`12345678 00000000`00000000'];
    expect(readMemory(dq, 'dq @rsp l2')?.words.map(({ size, value }) => [size, value])).toEqual([
      [8, 0xfffff80012345678n],
      [8, 0n],
    ]);
    expect(readMemory(['00401000  "hello"'], 'da 401000')?.strings).toMatchObject([{ text: 'hello' }]);
    expect(readMemory(dd, 'k')).toBeNull();
  });
  test('dt: nested members, numbers of all notations', () => {
    const [structure] = readStructures(
      [
        'nt!_X',
        '   +0x000 Header           : _Y',
        '      +0x000 Type             : 0x6 ',
        '      +0x001 Bits             : 0y101',
        '   +0x010 Next             : 0xffffe001`12345678 _X',
        '   +0x018 Count            : 0n-3',
        '   +0x020 None             : (null) ',
        '   +0x028 Text             : [6] "a"',
      ],
      'dt nt!_X ffffe001`00000000',
    );
    expect(structure).toMatchObject({ type: 'nt!_X', address: 0xffffe00100000000n });
    expect(structure?.fields.map(({ name, depth, value }) => [name, depth, value])).toEqual([
      ['Header', 0, null],
      ['Type', 1, 6n],
      ['Bits', 1, 5n],
      ['Next', 0, 0xffffe00112345678n],
      ['Count', 0, -3n],
      ['None', 0, 0n],
      ['Text', 0, null],
    ]);
  });
  test('!address -summary of old and new debuggers', () => {
    const [old] = readAddressSummaries([
      '-------------------- Usage SUMMARY --------------------------',
      '    TotSize (      KB)   Pct(Tots) Pct(Busy)   Usage',
      '    551d000 (   87156) : 04.16%    05.85%    : RegionUsageIsVAD',
      '-------------------- State SUMMARY --------------------------',
      '   24d0c000 (  602160) : 28.72%    00.00%    : MEM_FREE',
      'Largest free region: Base 7fff0000 - Size 10000000 (262144 KB)',
    ]);
    expect(old?.usage).toEqual([{ name: 'RegionUsageIsVAD', regions: null, size: 0x551d000n }]);
    expect(old?.state).toMatchObject([{ name: 'MEM_FREE', size: 0x24d0c000n }]);
    expect(old?.largest).toEqual([{ name: 'Free', base: 0x7fff0000n, size: 0x10000000n }]);
    const [modern] = readAddressSummaries([
      '--- Usage Summary ---------------- RgnCount ----------- Total Size -------- %ofBusy %ofTotal',
      'Free                                     93     7ff8`a1e3d000 ( 127.971 TB)           99.98%',
      '<unknown>                               264        4`3c0d2000 (  16.938 GB)  94.21%    0.01%',
      '--- Largest Region by Usage ----------- Base Address -------- Region Size ----------',
      'Free                                    1c4`a0e20000     7e31`b3a90000 ( 126.194 TB)',
    ]);
    expect(modern?.usage.map(({ name, regions, size }) => [name, regions, size])).toEqual([
      ['Free', 93, 0x7ff8a1e3d000n],
      ['<unknown>', 264, 0x43c0d2000n],
    ]);
    expect(modern?.largest).toEqual([{ name: 'Free', base: 0x1c4a0e20000n, size: 0x7e31b3a90000n }]);
  });
  test('!lpc: who waits for a message, who works on it, whose the port is', () => {
    const { messages, ports } = readLpc([
      'Searching message 8ae2 in threads ...',
      'Client thread 8a1b2da8 waiting a reply from 8ae2',
      '    Server thread 89a1b020 is working on message 8ae2',
      'Server connection port e1c2d3e0  Name: ExamplePort',
      '    Handles: 1   References: 14',
      '    Server process  : 89a1b8c0 (service.exe)',
    ]);
    expect(messages).toMatchObject([{ id: 0x8ae2, clientThread: 0x8a1b2da8n, serverThread: 0x89a1b020n }]);
    expect(ports).toMatchObject([
      { kind: 'server-connection', name: 'ExamplePort', serverProcess: 0x89a1b8c0n, serverImage: 'service.exe' },
    ]);
  });
  test('!alpc without the sign of newer debuggers', () => {
    const { messages } = readAlpc([
      'Message fffff8a000112230',
      '  MessageID             : 0x0064 (100)',
      '  Type                  : LPC_REQUEST',
      '  WaitingThread         : fffffa8001234560',
      '  QueuePort             : fffffa8002345670 [ALPC_CONNECTION_PORT]',
      '  QueuePortOwnerProcess : fffffa8003456780 (svchost.exe)',
      '  ServerThread          : fffffa8004567890',
    ]);
    expect(messages).toMatchObject([
      {
        id: 100,
        type: 1,
        waitingThread: 0xfffffa8001234560n,
        queuePort: { kind: 'connection', ownerProcess: 0xfffffa8003456780n, ownerImage: 'svchost.exe' },
        serverThread: 0xfffffa8004567890n,
      },
    ]);
  });
});

describe('hostile logs', () => {
  test('every kind has a command that shows it, or is shown by many', () => {
    const many = ['code', 'memory', 'structures'];
    expect(KINDS.filter((kind) => !(kind in COMMANDS_THAT_SHOW) && !many.includes(kind))).toEqual([]);
  });

  const SAMPLE = [
    ...THREAD,
    'PROCESS 85b00da0  SessionId: 0  Cid: 0654    Peb: 7ffdf000  ParentCid: 0200',
    '    DirBase: 1f0a0000  ObjectTable: e1a2b3c8  HandleCount: 120.',
    '    Image: service.exe',
    '    VadRoot 85a00000 Vads 90 Clone 0 Private 400. Modified 2. Locked 0.',
    '**** DUMP OF ALL RESOURCE OBJECTS ****',
    'Resource @ nt!CmpRegistryLock (0x8055a0c0)    Shared 1 owning threads',
    '    Contention Count = 3',
    '     Threads: 85a01023-01<*> *** Actual Thread 85a01020 85a02020-01    ',
    '     Threads Waiting On Exclusive Access:',
    '              85a03020       85a04020       ',
    '120 total locks, 1 locks currently held',
    'CritSec ntdll!LdrpLoaderLock+0 at 7c97e174',
    'LockCount          2',
    'OwningThread       abc',
    '*** Locked',
    '*** Virtual Memory Usage ***',
    ' Physical Memory:      130000 (    520000 Kb)',
    ' Commit limit:         300000 (   1200000 Kb)',
    ' ******* 12 pool allocations have failed ******',
    ' Tag    Allocs     Used    Allocs     Used',
    ' Irp       100    20000         0        0',
    'Irp is active with 2 stacks 1 is current (= 0x85c11078)',
    ' Mdl = 00000000 Thread 85a01020:  Irp stack trace.',
    '>[  3, 0]   0  0 85d00030 85e00028 00000000-00000000',
    '           \\Driver\\disk',
    '85c11008 [85a01020] irpStack: ( 3, 0)  85d00030 [ \\Driver\\disk]',
    'Handle 4',
    '  Type         Event',
    ' User Mode Time',
    '   0:654        0 days 0:00:01.500',
    '     Prcb      Current   Next',
    '  0  ffdff120  85a01020            ................',
    '    Lock Name         0  1',
    'KE   - Dispatcher     O  1',
    'Handle table at e1a2b3c8 with 2 Entries in use',
    '0004: Object: 85b00da0  GrantedAccess: 001f0fff',
    '**** Critical WorkQueue( current = 0 maximum = 1 )',
    'PENDING: WorkerRoutine nt!CcWorker (805a1234) Parameter 85f00000',
    'Message @ 85f01000',
    '  MessageID             : 0x0064 (100)',
    'TEB at 7ffdf000',
    '    StackBase:            00130000',
    '--- Usage Summary ---------------- RgnCount ----------- Total Size -------- %ofBusy %ofTotal',
    'Free                                     93         a1e3d000 (   2.971 GB)           99.98%',
    '  Heap     Flags   Reserv  Commit  Virt   Free  List   UCR  Virt  Lock  Fast ',
    '00140000 00000002    1024     500    600     10     3     1    0      0   LFH',
    '    Mutant Owner 8f0.a10',
    'nt!KiSwapContext:',
    '804dc6a6 8b4510          mov     eax,dword ptr [ebp+10h]',
    'nt!_X',
    '   +0x000 Count            : 3',
  ];

  test('a log of everything shows everything', () => {
    const objects = objectsOf(SAMPLE.join('\n'));
    const empty = KINDS.filter((kind) => {
      const value = objects[kind];
      return value === null || (Array.isArray(value) && value.length === 0);
    });
    expect(empty).toEqual(['timers', 'alpcPorts', 'lpc', 'mutants', 'memory', 'pebs']);
  });

  test('pieces of logs in any order, cut and garbled, are read without an error', () => {
    const line = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...SAMPLE) },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom(...SAMPLE), fc.nat(80), fc.nat(80), fc.string({ maxLength: 4 }))
          .map(([text, from, length, insert]) => text.slice(0, from) + insert + text.slice(from + length)),
      },
      { weight: 1, arbitrary: fc.constantFrom('', '...', '0: kd> !thread', '0: kd> dd 0', '\u00a0', 'constructor x') },
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const transcript = open(lines.join('\n'));
        const { objects } = logSummary(transcript);
        for (const kind of KINDS) objects[kind];
        for (const { line: at } of [...objects.threads, ...objects.processes])
          expect(at).toBeLessThan(transcript.original.length);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['headers of threads without end', () => `${THREAD[0]}\n`.repeat(20_000)],
    ['wait objects without end', () => `${THREAD[0]}\n${'    85a0120c  Semaphore Limit 0x1\n'.repeat(40_000)}`],
    ['IRPs without end', () => `${THREAD[0]}\nIRP List:\n${`${THREAD[5]}\n`.repeat(40_000)}`],
    [
      'one resource with a million entries',
      () =>
        `Resource @ 0x8055a0c0    Exclusively owned\n     Threads: ${'85a01020-01<*> '.repeat(100)}\n${`              ${'85a01020-01    '.repeat(100)}\n`.repeat(500)}`,
    ],
    [
      'resources without end',
      () => 'Resource @ 0x8055a0c0    Exclusively owned\n     Threads: 85a01020-01<*>\n'.repeat(20_000),
    ],
    [
      'blanks and parentheses',
      () => `${'Resource @ '.padEnd(4000)}\n${'('.repeat(4000)}\n${'[ '.repeat(2000)}\n`.repeat(100),
    ],
    ['members without end', () => `   +0x000 A : ${'0'.repeat(3000)}\n`.repeat(300)],
    ['instructions without end', () => `nt!A:\n${'804dc6a6 8b4510          mov     eax,1\n'.repeat(30_000)}`],
    ['one process many times', () => `${SAMPLE.slice(19, 22).join('\n')}\n`.repeat(10_000)],
    ['columns without end', () => `${'Process PID Thread Id State '.repeat(80)}\n${'= '.repeat(1000)}\n`.repeat(50)],
  ])('%s', (_, text) => {
    const start = process.cpuUsage().user;
    const { objects } = logSummary(open(text()));
    for (const kind of KINDS) objects[kind];
    // A square of so many lines would take minutes.
    expect(process.cpuUsage().user - start).toBeLessThan(8_000_000);
  });
});
