import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { logSummary, onePage } from '../../src/transcript/log-facts.ts';
import type { LogObjects } from '../../src/transcript/log-objects.ts';
import { openTranscript } from '../../src/transcript/open-transcript.ts';
import { memoryCounter, memoryFailures } from '../../src/windows/virtual-memory.ts';

const SHARED = resolve(import.meta.dirname, '../../../shared');
const SEED = `${SHARED}/seed/crash-dump-analysis-2008.txt`;
const LOGS = `${SHARED}/corpus/logs`;
const open = (path: string) => openTranscript(new BytesSource(readFileSync(path)), new Problems());
/** One post of the seed. */
const post = (title: string): LogObjects => {
  const whole = open(SEED);
  const index = whole.pages.findIndex((page) => page.title === title);
  expect(index).toBeGreaterThanOrEqual(0);
  return logSummary(onePage(whole, index)).objects;
};
const log = (part: string): LogObjects => {
  const names = readdirSync(LOGS).filter((name) => name.includes(part));
  expect(names).toHaveLength(1);
  return logSummary(open(`${LOGS}/${names[0]}`)).objects;
};

describe.skipIf(!existsSync(SEED))('objects in the seed (needs ../shared/seed)', () => {
  test('Suspended Thread: counts, own objects, what dt repeats', () => {
    const { threads, structures } = post('Crash Dump Analysis Patterns (Part 47)');
    expect(threads.map(({ address }) => address)).toEqual([0x88951bc8n, 0x888b8668n]);
    const [waiting, suspended] = threads;
    expect(waiting).toMatchObject({
      processId: 0x3a4,
      threadId: 0xd24,
      state: 'WAIT',
      waitReason: null,
      waitMode: 'UserMode',
      alertable: false,
      suspendCount: 0,
      processName: 'svchost.exe',
      waitStartTick: 12669n,
      waitTicks: 5442n,
      waitMs: 85_031,
      contextSwitches: 3,
      win32StartSymbol: 'RPCRT4!ThreadStartRoutine',
      win32StartAddress: 0x77c4b0f5n,
      startAddress: 0x7c8217ecn,
      stackInitial: 0xf482f000n,
      stackLimit: 0xf482c000n,
      priority: 10,
      ioPriority: null,
      kernelStackResident: true,
    });
    expect(waiting?.waitObjects).toMatchObject([
      { address: 0x889d6a78n, type: 'Semaphore', limit: 0x7fffffff, own: null },
      { address: 0x88951c40n, type: 'NotificationTimer', own: 'timer' },
    ]);
    expect(suspended).toMatchObject({
      suspendCount: 2,
      waitMode: 'KernelMode',
      teb: 0n,
      process: 0x898285b0n,
      startSymbol: 'driver!DriverThread',
      win32StartAddress: null,
      waitTicks: 4655n,
      waitMs: 72_734,
    });
    expect(suspended?.waitObjects).toMatchObject([{ type: 'Semaphore', limit: 2, own: 'suspend' }]);
    expect(suspended!.waitObjects[0]!.address - suspended!.address).toBe(0x190n);
    expect(threads.map(({ stack }) => stack?.frames.length)).toEqual([10, 13]);
    // One dump, one tick.
    expect(new Set(threads.map(({ waitStartTick, waitTicks }) => waitStartTick! + waitTicks!))).toEqual(
      new Set([18111n]),
    );
    expect(suspended?.stack?.frames.slice(3, 9).map((frame) => frame.function)).toEqual([
      'KiSuspendThread',
      'KiDeliverApc',
      'KiSwapThread',
      'KeWaitForSingleObject',
      'WaitForSingleObject',
      'DeviceWaitForRead',
    ]);
    expect(structures.map(({ type, address }) => [type, address])).toEqual([
      ['ntdll!_KTHREAD', 0x88951bc8n],
      ['ntdll!_KTHREAD', 0x888b8668n],
    ]);
    for (const [index, count, stack] of [
      [0, 0n, 0xf482f000n],
      [1, 2n, 0xf455b000n],
    ] as const) {
      const fields = new Map(structures[index]!.fields.map((field) => [field.name, field]));
      expect(fields.get('InitialStack')).toMatchObject({ offset: 0x18, value: stack });
      expect(fields.get('FreezeCount')).toMatchObject({ offset: 0x14f, value: 0n });
      expect(fields.get('SuspendCount')).toMatchObject({ offset: 0x150, value: count });
    }
  });

  test('Insufficient Memory: every row, sums, both alarms', () => {
    const memory = post('Crash Dump Analysis Patterns (Part 13d)').virtualMemory!;
    expect(memory.form).toBe('classic');
    expect(memory.counters).toHaveLength(25);
    expect(memory.counters.every(({ pages, kb }) => kb === pages * 4n)).toBe(true);
    expect(memory.pageFiles).toEqual([
      {
        name: '\\??\\C:\\pagefile.sys',
        nameless: null,
        currentKb: 2095104n,
        freeKb: 2081452n,
        minimumKb: 2095104n,
        maximumKb: 4190208n,
      },
    ]);
    const parts = memory.counters.filter(({ label }) => /^PagedPool \d Usage$/.test(label));
    expect(parts.reduce((sum, { pages }) => sum + pages, 0n)).toBe(memoryCounter(memory, 'PagedPool Usage'));
    expect(memoryFailures(memory, /system PTE allocations/)).toBe(356363n);
    expect(memoryFailures(memory, /^pool allocations/)).toBe(48530n);
    expect(memory.alarms.map(({ after }) => after)).toEqual(['Free System PTEs', 'PagedPool Maximum']);
    const { original } = open(SEED);
    for (const { line, count } of memory.alarms) expect(original[line!]).toContain(`* ${count} `);
    expect([memoryCounter(memory, 'Committed pages'), memoryCounter(memory, 'Commit limit')]).toEqual([
      129014n,
      1342979n,
    ]);
  });

  test('priorities of Vista', () => {
    const { threads, clockIncrement } = post('I/O and Memory Priority in Vista');
    expect(clockIncrement).toEqual({ lowest: 156001, highest: 156001, known: 156001, pairs: 2 });
    expect(post('Crash Dump Analysis Patterns (Part 47)').clockIncrement?.known).toBe(156250);
    const priorities = threads.map((thread) => [
      thread.processName,
      thread.priority,
      thread.basePriority,
      thread.priorityDecrement,
      thread.ioPriority,
      thread.pagePriority,
      thread.decrementCount,
    ]);
    expect(priorities).toEqual([
      ['explorer.exe', 12, 8, 2, 2, 5, null],
      ['notepad.exe', 12, 8, 2, 1, 1, null],
    ]);
    expect(threads.map(({ kernelStackResident }) => kernelStackResident)).toEqual([true, false]);
    expect(threads.map(({ stack }) => stack?.frames.length)).toEqual([16, 15]);
    expect(threads.map(({ waitTicks, waitMs }) => [waitTicks, waitMs])).toEqual([
      [3n, 46],
      [30532n, 476_302],
    ]);
    expect(threads.every(({ waitReason, win32Thread }) => waitReason === 'WrUserRequest' && win32Thread !== 0n)).toBe(
      true,
    );
    expect(threads.map(({ waitStartTick, waitTicks }) => waitStartTick! + waitTicks!)).toEqual([43499n, 43499n]);
  });

  test('Dispatch Level Spin: the thread, the code, the bit', () => {
    const { threads, code, memory } = post('Crash Dump Analysis Patterns (Part 44)');
    expect(threads).toHaveLength(1);
    expect(threads[0]).toMatchObject({
      address: 0x830c07c0n,
      processId: 0x588,
      threadId: 0x528,
      win32Thread: 0xe29546a8n,
      state: 'RUNNING',
      processor: 0,
      largeStack: true,
      decrementCount: 16,
      priority: 11,
      kernelMs: 637_406,
      waitTicks: 40796n,
      waitMs: 637_437,
      irps: [{ address: 0x86163008n, type: 6, size: 0x1d8, flags: 0x900, mdl: 0x84f156c0n }],
    });
    expect(threads[0]?.stack?.frames).toHaveLength(6);
    const lock = code.filter(({ label, line }) => label?.startsWith('hal!KeAcquireInStack') && line > 501);
    expect(lock.map(({ label }) => label!.slice('hal!KeAcquireInStackQueuedSpinLock'.length))).toEqual([
      '',
      '+0x2d',
      '+0x33',
      '+0x34',
      '+0x3c',
      '+0x45',
    ]);
    const instructions = lock.flatMap((block) => block.instructions);
    expect(instructions).toHaveLength(21);
    expect(instructions.every(({ bytes }) => bytes === null)).toBe(true);
    expect(instructions.at(-1)).toMatchObject({ mnemonic: 'jmp', reference: { address: 0x806e4a2cn } });
    expect(instructions.find(({ mnemonic }) => mnemonic === 'je')?.reference?.address).toBe(0x806e4a23n);
    expect(memory.flatMap(({ words }) => words)).toMatchObject([{ address: 0xa07be204n, size: 4, value: 0x831dabf5n }]);
  });

  test('Wait Chain: twelve resources and the thread at the head', () => {
    const { resources, threads } = post('Crash Dump Analysis Patterns (Part 42c)');
    const list = resources!.resources;
    expect(list.map(({ address }) => address.toString(16))).toEqual([
      '8b4425c8',
      '899e27ac',
      '881a38f8',
      '88a8d5b0',
      '89523658',
      '897274b0',
      '8903db88',
      '89351430',
      '87d6b220',
      '88332cc8',
      '8986ab80',
      '88c331c0',
    ]);
    expect(list.every(({ lost }) => lost === null)).toBe(true);
    expect([resources!.total, resources!.held]).toEqual([33816, 20]);
    expect(list.map(({ ownership }) => ownership)).toEqual(['shared', ...Array(11).fill('exclusive')]);
    expect(list.map(({ owners }) => owners.map(({ thread }) => thread.toString(16)))).toEqual(
      [
        '8967d020',
        '889fa230',
        '883ad4e0',
        '88d7a3e0',
        '899da538',
        '8805fac8',
        '882c9b68',
        '882c9b68',
        '8835d020',
        '88d15b50',
        '88e6ea60',
        '8b31c748',
      ].map((owner) => [owner]),
    );
    expect(list[0]?.sharedWaiters).toHaveLength(43);
    const exclusive = list.map(({ exclusiveWaiters }) => exclusiveWaiters.length);
    expect(exclusive).toEqual([2, 1, 18, 3, 18, 2, 17, 1, 14, 3, 13, 2]);
    expect(list.map(({ exclusiveWaiterCount }) => exclusiveWaiterCount)).toEqual(exclusive);
    expect(
      list
        .map(({ contentionCount }) => contentionCount)
        .sort((a, b) => b - a)
        .slice(0, 5),
    ).toEqual([1127998, 915554, 799193, 753246, 303813]);
    expect(threads).toHaveLength(1);
    expect(threads[0]).toMatchObject({
      address: 0x889fa230n,
      processId: 0x1e8,
      threadId: 0x4054,
      state: 'RUNNING',
      processor: 3,
      process: 0x89bcb480n,
      processName: 'MyService.exe',
      userMs: 11_765,
      kernelMs: 67_955_750,
      serving: 0x818f190n,
      win32StartAddress: null,
      startAddress: 0x77e6b5f3n,
      impersonating: true,
      impersonationToken: 0xe29c1630n,
      impersonationLevel: 'Impersonation',
      irps: [{ address: 0x889fc008n, type: 6, size: 0x94, flags: 0xa00, mdl: 0n }],
      contextSwitches: 19326191,
      waitTicks: 6n,
      waitMs: 93,
    });
    expect(threads[0]?.stack?.frames).toHaveLength(9);
  });

  test('KiFastSystemCallRet: code with and without bytes, pointers with names', () => {
    const { code, memory } = post('What is KiFastSystemCallRet?');
    const before = code.find(({ label }) => label?.endsWith('ReceiveLotsaCalls+0xd9'))!;
    expect(before.instructions.map(({ bytes }) => bytes!.length / 2)).toEqual([5, 3, 3, 3, 3, 1, 3, 6]);
    expect(before.instructions[0]).toMatchObject({
      address: 0x77e566e8n,
      bytes: 'e8edfeffff',
      mnemonic: 'call',
      reference: { address: 0x77e565dan },
    });
    expect(before.instructions.at(-1)?.reference).toEqual({
      address: 0x77e510b0n,
      symbol: 'RPCRT4!_imp__NtReplyWaitReceivePortEx',
    });
    const words = memory.flatMap((item) => item.words);
    expect(words.map(({ address, value, symbol }) => [address, value, symbol])).toEqual([
      [0x77e510b0n, 0x7c91e38dn, 'ntdll!ZwReplyWaitReceivePortEx'],
      [0x7ffe0300n, 0x7c91eb8bn, 'ntdll!KiFastSystemCall'],
      [0x7ffe0304n, 0x7c91eb94n, 'ntdll!KiFastSystemCallRet'],
      [0x7ffe0308n, 0n, null],
    ]);
    const service = code.find(({ label }) => label === 'ntdll!ZwReplyWaitReceivePortEx')!;
    expect(service.instructions[0]).toMatchObject({ mnemonic: 'mov', operands: 'eax,0C4h' });
  });

  test('the whole page: what is not shown is not there', () => {
    const { objects } = logSummary(open(SEED));
    expect(objects.threads).toHaveLength(6);
    expect(objects.processes).toEqual([]);
    expect(objects.criticalSections).toBeNull();
    const { original } = open(SEED);
    for (const thread of objects.threads) expect(original[thread.line!]).toContain(thread.address.toString(16));
    for (const resource of objects.resources!.resources)
      expect(original[resource.line!]).toContain(resource.address.toString(16));
  });
});

describe.skipIf(!existsSync(LOGS))('objects in the public logs (needs ../shared/corpus)', () => {
  test('Windows 10: threads of a process, brief and full, in one log', () => {
    const { processes, threads } = log('debug-universal-drivers--kernel-mode-');
    expect(processes.map(({ image, id, threads: own }) => [image, id, own.length])).toEqual([
      ['audiodg.exe', 0x10f0, 9],
      ['System', 4, 2],
    ]);
    expect(processes[1]).toMatchObject({ sessionId: null, handleCount: null, privatePages: 13417n, vadCount: 438 });
    expect(processes[1]?.elapsedMs).toBe(((5 * 60 + 4) * 60 + 54) * 1000 + 716);
    // 1 Day 01:53:14.490
    expect(processes[0]?.elapsedMs).toBe(((25 * 60 + 53) * 60 + 14) * 1000 + 490);
    const first = threads.find(({ address }) => address === 0xffffe001d173e840n)!;
    expect(first.waitObjects.map(({ type, owner }) => [type, owner])).toEqual([
      ['NotificationEvent', null],
      ['ProcessObject', 0xffffe001d08b0840n],
    ]);
    expect(first).toMatchObject({ stackBase: 0xffffd001c2ec7000n, kernelStackResident: false, unusualBoost: 0 });
  });
  test('NT 4: columns of other names', () => {
    const { processes, threads } = log('debuggercmds__-process.log');
    expect(processes.map(({ image }) => image)).toEqual([
      'System',
      'smss.exe',
      'csrss.exe',
      'winlogon.exe',
      'services.exe',
      'lsass.exe',
      'SPOOLSS.EXE',
      'System',
    ]);
    expect(processes.at(-1)).toMatchObject({ kernelMs: 54_818, elapsedMs: 54_396_338, workingSetMaximum: 345n });
    expect(threads).toMatchObject([
      { threadId: 1, waitReason: 'WrFreePage', kernelMs: 21_821, stackInitial: 0xfb26f000n, waitStartTick: null },
    ]);
  });
  test('resources: actual threads, -v, the time-out form, Windows 10', () => {
    const documented = log('debuggercmds__-locks---kdext--locks-');
    expect(documented.resources).toMatchObject({ total: 2263, held: 3 });
    expect(documented.resources!.resources.map(({ owners }) => owners.length)).toEqual([4, 1, 1]);
    expect(documented.resources!.resources[2]?.owners[0]).toEqual({
      thread: 0x80ed0023n,
      count: 1,
      actualThread: 0x80ed0020n,
    });
    expect(documented.threads).toMatchObject([{ address: 0x80ed0020n, kernelMs: 2143 }]);
    expect(documented.threads[0]?.waitObjects[0]?.type).toBeNull();
    const late = log('debugger__resource-time-outs').resources!.resources;
    expect(late.map(({ symbol, ownership }) => [symbol, ownership])).toEqual([
      [null, 'exclusive'],
      ['nwrdr!_NwScavengerSpinLock', 'exclusive'],
    ]);
    expect(late[1]?.owners).toMatchObject([{ thread: 0xffaf5410n }]);
    expect(late[1]?.lost).toContain('1 exclusive waiters are counted');
    expect(log('Section-2-ERESOURCE').resources!.resources[2]?.exclusiveWaiters).toEqual([0xffff8b03515d5040n]);
  });
  test('IRPs, handles, processors, environment blocks', () => {
    const { irps } = log('debuggercmds__-irp.log');
    expect(irps.map(({ address, thread, currentLocation }) => [address, thread, currentLocation])).toEqual([
      [0xac598dc8n, 0x8d1c7bc0n, 1],
      [0x831f4a00n, 0x8c622118n, 5],
    ]);
    expect(irps[1]?.locations[4]).toMatchObject({
      major: 3,
      minor: 0x34,
      control: 0xe1,
      device: 0x828517a8n,
      driverName: '\\Driver\\disk',
      completionName: 'partmgr!PmReadWriteCompletion',
      parameters: [0x7000n, 0n, 0xfe084e00n, 4n],
    });
    // Its address is not in the command alone: the current location leads to it.
    expect(log('debuggercmds__-ioctldecode').irps[0]?.address).toBe(0xffffd581a6c6cd30n);
    expect(log('debuggercmds__-irpfind').foundIrps.map(({ driverName }) => driverName)).toEqual([
      '\\Driver\\symc810',
      '\\FileSystem\\Ntfs',
      '\\Driver\\symc810',
      '\\Driver\\Mouclass',
      '\\Driver\\Kbdclass',
      '\\Driver\\symc810',
    ]);
    const tables = log('Section-4-System-Mechanism').handleTables;
    expect(tables.map(({ stated, handles }) => [stated, handles.map(({ handle, type }) => [handle, type])])).toEqual([
      [3279, [[4, 'Process']]],
      [1144, [[496, 'Event']]],
    ]);
    expect(log('Windows-API-Section-7-Mutex').userHandles[0]?.handles).toMatchObject([
      { handle: 0xb0n, type: 'Mutant', information: ['Mutex is Owned', 'Mutant Owner 28b8.b20'] },
    ]);
    expect(log('debuggercmds__-running').processors.map(({ number, prcb, idle }) => [number, prcb, idle])).toEqual([
      [0, 0xffdff120n, true],
      [1, 0xf87e0120n, true],
      [2, 0xf87f0120n, true],
      [3, 0xf8800120n, true],
    ]);
    expect(log('debugging-a-stack-overflow').tebs).toMatchObject([
      { stackBase: 0xc64ba80000n, stackLimit: 0xc64ba6f000n, threadId: 0x4ba0n },
      { stackBase: 0x1100000n, stackLimit: 0x1001000n, lastStatus: 0xc00700bb },
    ]);
    const [peb] = log('process--set-process-context').pebs;
    expect(peb).toMatchObject({ beingDebugged: false, imageBase: 0x1000000n, processHeap: 0x70000n });
    expect(peb?.modules).toHaveLength(6);
  });
  test('mex: what a thread waits for, and who owns that', () => {
    const { threads, processes } = log('Section-3-KMUTEX-KMUTANT');
    expect(threads.find(({ address }) => address === 0xffffc983f3fb4040n)).toMatchObject({
      state: 'WAIT',
      waitReason: 'Executive',
      waitMs: 117_359,
      waitObjects: [{ address: 0xffffc983f2cf36a0n, type: 'Mutant', owner: 0xffffc983f2d47040n }],
    });
    expect(processes.find(({ address }) => address === 0xffffc983ebceb040n)).toMatchObject({ id: 4, image: 'System' });
    expect(log('Kernel-Forensics-Section-8-Semaphore').threads[0]?.waitObjects).toMatchObject([
      { type: 'Semaphore', limit: 1, own: null },
    ]);
    const ready = log('Section-5-Triaging-a-thread').threads.filter(({ state }) => state === 'READY');
    expect(ready).toHaveLength(14);
  });
  test('critical sections of all forms', () => {
    const late = log('debugger__critical-section-time-outs').criticalSections!;
    expect(
      late.sections.map(({ symbol, owningThread, contentionCount }) => [symbol, owningThread, contentionCount]),
    ).toEqual([
      ['winsrv!_ScrollBufferLock+0x0', 0x88n, 0x135],
      ['winsrv!_gcsUserSrv+0x0', 0x6dn, 0x1d47],
    ]);
    const modern = log('Windows-API-Section-2-Critical').criticalSections!;
    expect(modern.scanned).toBe(6);
    expect(
      modern.sections.filter(({ locked }) => locked).map(({ owningThread, waiters }) => [owningThread, waiters]),
    ).toEqual([
      [0x33bcn, 1],
      [0x2aa0n, 1],
      [0x281cn, 1],
      [0x2818n, 1],
    ]);
    expect(modern.sections[0]).toMatchObject({ debugInfo: 0x7ff8e31d3220n, spinCount: 0x20007d0n, waiterWoken: false });
  });
  test('virtual memory: wraps stay what they are, three page files', () => {
    const memory = log('PAGE-FAULT-IN-NONPAGED-AREA-0x50-Buffer').virtualMemory!;
    expect(memory.form).toBe('modern');
    expect(memory.pageFiles?.map(({ name, nameless }) => name ?? nameless)).toEqual([
      '\\??\\C:\\pagefile.sys',
      '\\??\\C:\\swapfile.sys',
      'No Name for Paging File',
    ]);
    expect(BigInt.asIntN(64, memoryCounter(memory, 'PagedPool Commit')!)).toBeLessThan(0n);
    expect(memoryCounter(memory, 'Free System PTEs')).toBe(4294977138n);
    expect(memoryFailures(memory, /kernel stack PTE/)).toBe(73746n);
    expect(memory.alarms[1]?.count).toBeNull();
  });
  test('every log is read without an error, and lines lead to what they tell', () => {
    for (const name of readdirSync(LOGS).filter((item) => item.endsWith('.log'))) {
      const transcript = open(`${LOGS}/${name}`);
      const { objects } = logSummary(transcript);
      const hex = (address: bigint) => address.toString(16);
      for (const { line, address } of objects.threads) expect(transcript.original[line!]).toContain(hex(address));
      for (const { line, address } of objects.processes) expect(transcript.original[line!]).toContain(hex(address));
      for (const resource of objects.resources?.resources ?? [])
        expect(transcript.original[resource.line!]).toContain('Resource @');
      for (const block of objects.code)
        for (const { line, mnemonic } of block.instructions) expect(transcript.original[line]).toContain(mnemonic);
      for (const { fields } of objects.structures)
        for (const { line, name: field } of fields) expect(transcript.original[line]).toContain(field);
    }
  });
});
