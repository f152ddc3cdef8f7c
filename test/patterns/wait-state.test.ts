import { describe, expect, test } from 'vitest';
import blockedQueue from '../../src/patterns/blocked-queue-lpc-alpc.ts';
import ghostThread from '../../src/patterns/ghost-thread.ts';
import swarm from '../../src/patterns/swarm-of-shared-locks.ts';
import { dumpFacts, givenFacts } from './given-facts.ts';
import { kernelLog, type ThreadText } from './kernel-log.ts';
import { logCase, verdictOf } from './scene.ts';

const A = 'fffffa8001a10060';
const B = 'fffffa8001b10060';
const C = 'fffffa8001c10060';
const D = 'fffffa8001d10060';
const behind = (owner: string) => [`fffffa8001d00000  Mutant - owning thread ${owner}`];
const waiter = (address: string, owner: string, more: Partial<ThreadText> = {}): ThreadText => ({
  address,
  cid: `0200.0${address.slice(9, 12)}`,
  objects: behind(owner),
  ...more,
});
const MINUTES = '19200 (0:00:05:00.000)';
const MOMENT = '10 (0:00:00:00.156)';

describe('ends of chains', () => {
  test('Accidental Lock: the owner runs and the wait is young', () => {
    const owner = { address: A, state: 'RUNNING on processor 1', ticks: '1 (0:00:00:00.015)' };
    expect(verdictOf('accidental-lock', kernelLog(waiter(B, A, { ticks: MOMENT }), owner))!.verdict).toBe('present');
    expect(verdictOf('accidental-lock', kernelLog(waiter(B, A, { ticks: MINUTES }), owner))!.verdict).toBe('absent');
    expect(verdictOf('accidental-lock', kernelLog(waiter(B, A, { ticks: MOMENT }), { address: A }))!.verdict).toBe(
      'absent',
    );
  });
  test('Blocked Thread (timeout): the owner sleeps', () => {
    const stack = ['nt!KiSwapContext', 'nt!KiCommitThreadWait', 'nt!KeDelayExecutionThread', 'contoso!RetryLater'];
    const sleeper = { address: A, state: 'WAIT: (DelayExecution) KernelMode Non-Alertable', stack };
    expect(verdictOf('blocked-thread-timeout', kernelLog(waiter(B, A), sleeper))).toMatchObject({
      verdict: 'present',
      finding: { component: { module: 'contoso' }, summary: expect.stringContaining('contoso!RetryLater') },
    });
    const working = { ...sleeper, stack: ['contoso!Copy', 'contoso!RetryLater', 'nt!KeDelayExecutionThread'] };
    expect(verdictOf('blocked-thread-timeout', kernelLog(waiter(B, A), working))!.verdict).toBe('absent');
  });
  test('Blocking Module: what does not come with Windows, in front of several threads', () => {
    const owner = { address: A, stack: ['nt!KiSwapContext', 'nt!KeWaitForSingleObject', 'contoso!Flush'] };
    expect(verdictOf('blocking-module', kernelLog(waiter(B, A), waiter(C, A), owner))).toMatchObject({
      finding: { component: { module: 'contoso' }, details: { blocked: 2 } },
    });
    expect(verdictOf('blocking-module', kernelLog(waiter(B, A), owner))!.verdict).toBe('absent');
    const windows = { ...owner, stack: ['nt!KiSwapContext', 'nt!KeWaitForSingleObject', 'Ntfs!NtfsFlush'] };
    expect(verdictOf('blocking-module', kernelLog(waiter(B, A), waiter(C, A), windows))!.verdict).toBe('absent');
  });
  test('Wait Chain (modules): from one vendor to another', () => {
    const stack = (name: string) => ['nt!KiSwapContext', 'nt!KeWaitForSingleObject', name];
    const log = (first: string, second: string) =>
      kernelLog(waiter(B, A, { stack: stack(first) }), { address: A, stack: stack(second) });
    expect(verdictOf('wait-chain-modules', log('contoso!Ask', 'fabrikam!Serve'))).toMatchObject({
      finding: { component: { module: 'fabrikam' }, details: { modules: ['contoso', 'fabrikam'] } },
    });
    expect(verdictOf('wait-chain-modules', log('contoso!Ask', 'contoso!Serve'))!.verdict).toBe('absent');
    expect(verdictOf('wait-chain-modules', log('contoso!Ask', 'Ntfs!Serve'))!.verdict).toBe('absent');
  });
  test('Waiting Thread Time: the oldest of the chains, not of workers', () => {
    const log = (ticks: string) =>
      kernelLog(waiter(B, A, { ticks }), waiter(C, A, { ticks: MOMENT }), { address: A, ticks: MINUTES });
    expect(verdictOf('waiting-thread-time-kernel-dumps', log(MINUTES))).toMatchObject({
      finding: { details: { longestMs: 300_000, threads: 2 } },
    });
    expect(verdictOf('waiting-thread-time-kernel-dumps', log(MOMENT))!.verdict).toBe('absent');
  });
  test('Distributed Wait Chain: threads of three processes', () => {
    const of = (process: string, image: string) => ({ process: `fffffa8001${process}0b30`, image });
    const log = (third: object) =>
      kernelLog(waiter(B, A, of('11', 'mail.exe')), waiter(C, A, of('22', 'editor.exe')), waiter(D, A, third), {
        address: A,
        ...of('44', 'store.exe'),
      });
    expect(verdictOf('distributed-wait-chain', log(of('33', 'shell.exe')))!.finding!.summary).toContain('3 processes');
    expect(verdictOf('distributed-wait-chain', log(of('22', 'editor.exe')))!.verdict).toBe('absent');
  });
});

describe('waits that stacks tell of', () => {
  const stack = (...names: readonly string[]) => ['nt!KiSwapContext', 'nt!KeWaitForSingleObject', ...names];
  const three = (names: readonly string[], ticks = MINUTES) =>
    kernelLog(
      { address: A, ticks, stack: stack(...names) },
      { address: B, cid: '0200.0208', ticks, stack: stack(...names) },
      { address: C, cid: '0200.020c', ticks, stack: stack(...names) },
    );
  test.each([
    ['wait-chain-window-messaging', ['USER32!SendMessageW', 'app!Paint']],
    ['wait-chain-rpc', ['RPCRT4!LRPC_CCALL::SendReceive', 'RPCRT4!NdrClientCall2', 'app!Ask']],
    ['wait-chain-rtl-resource', ['ntdll!RtlAcquireResourceExclusive', 'app!Update']],
    ['wait-chain-named-pipes', ['kernel32!TransactNamedPipe', 'app!Query']],
  ])('%s', (id, names) => {
    expect(verdictOf(id, three(names))).toMatchObject({ verdict: 'present', finding: { details: { threads: 3 } } });
    // The same function far below other work is not what the thread waits in.
    expect(verdictOf(id, three(['other!Compute', ...names]))!.verdict).not.toBe('present');
    expect(verdictOf(id, three(['ntdll!NtWaitForSingleObject', 'app!Idle']))!.verdict).not.toBe('present');
  });
  test('one thread for a moment is no chain', () => {
    const one = { address: A, ticks: MOMENT, stack: stack('RPCRT4!LRPC_CCALL::SendReceive', 'app!Ask') };
    expect(verdictOf('wait-chain-rpc', kernelLog(one))!.verdict).toBe('absent');
  });
});

describe('messages', () => {
  const server = 'fffffa8001000b30';
  const asks = (address: string, index: number, ticks = MINUTES): ThreadText => ({
    address,
    cid: `0500.05${index}4`,
    process: 'fffffa8001550b30',
    image: 'client.exe',
    ticks,
    objects: [`fffffa80020${index}0000  Semaphore Limit 0x1`],
    more: [
      `Waiting for reply to ALPC Message fffff8a0030${index}0000 : queued at port fffffa8004400000 : owned by process ${server}`,
    ],
  });
  test('Coupled Processes (strong): a client that has waited long', () => {
    expect(verdictOf('coupled-processes-strong', kernelLog(asks(A, 1), { address: C }))!.finding!.summary).toContain(
      '1 thread waits',
    );
    expect(verdictOf('coupled-processes-strong', kernelLog(asks(A, 1, MOMENT), { address: C }))!.verdict).toBe(
      'absent',
    );
  });
  test('Blocked Queue (LPC/ALPC): several that nobody has taken', () => {
    const port = { key: 'port', kind: 'port', address: 0xfffffa80_0440_0000n, id: null, name: null };
    const message = (index: number) => ({
      key: `m${index}`,
      kind: 'alpc-message',
      address: BigInt(index),
      id: null,
      name: null,
    });
    const given = (count: number, queue: string, waitMs = 300_000) => {
      const edges = Array.from({ length: count }, (_, index) => ({ from: message(index), to: port, kind: 'sent-to' }));
      return dumpFacts({
        waitGraph: {
          graph: { edges, out: () => [], into: () => [{ from: { kind: 'thread' } }] },
          threadAt: () => ({ waitMs }),
        },
        messageQueue: () => queue,
      });
    };
    expect(blockedQueue.detect(given(3, 'main'))).toMatchObject({ detections: [{ details: { ports: 1 } }] });
    expect(blockedQueue.detect(given(3, 'pending'))).toEqual({ verdict: 'absent' });
    expect(blockedQueue.detect(given(2, 'main'))).toEqual({ verdict: 'absent' });
    expect(blockedQueue.detect(given(3, 'main', 10))).toEqual({ verdict: 'absent' });
    expect(verdictOf('blocked-queue-lpc-alpc', kernelLog(asks(A, 1), asks(B, 2), asks(C, 3)))!.verdict).toBe('unknown');
  });
});

describe('locks', () => {
  const resource = (owners: number, more: object = {}) => ({
    address: 0xfffffa80_0440_0000n,
    symbol: null,
    ownership: 'shared',
    owners: Array.from({ length: owners }, (_, index) => ({
      thread: 0xfffffa80_0500_0000n + BigInt(index * 0x1000),
      count: 1,
      actualThread: null,
    })),
    sharedWaiters: [],
    exclusiveWaiters: [],
    sharedWaiterCount: 0,
    exclusiveWaiterCount: 0,
    ...more,
  });
  const locks = (...resources: readonly object[]) => ({ resources, total: null, held: null, lost: null });
  test('Swarm of Shared Locks', () => {
    const detect = (...all: readonly object[]) => swarm.detect(dumpFacts({ resources: locks(...all) }));
    expect(detect(resource(30))).toMatchObject({ detections: [{ details: { mostOwners: 30 } }] });
    expect(detect(...Array.from({ length: 60 }, () => resource(1)))).toMatchObject({ verdict: 'present' });
    expect(detect(resource(3), resource(30, { ownership: 'exclusive' }))).toEqual({ verdict: 'absent' });
  });
  test('Ghost Thread: a resource with waiters whose owner is no thread', () => {
    const contended = resource(1, { exclusiveWaiterCount: 2 });
    const detect = (lock: object, address: bigint) =>
      ghostThread.detect(dumpFacts({ mode: 'kernel', resources: locks(lock), threadObjects: [{ address }] }));
    expect(detect(contended, 0xfffffa80_0600_0000n).verdict).toBe('present');
    expect(detect(contended, 0xfffffa80_0500_0000n)).toEqual({ verdict: 'absent' });
    // An owner that a driver set itself has a low bit set.
    const own = resource(0, {
      exclusiveWaiterCount: 1,
      owners: [{ thread: 0xfffffa80_0500_0003n, count: 1, actualThread: null }],
    });
    expect(detect(own, 0n)).toEqual({ verdict: 'absent' });
    expect(detect(resource(1), 0n)).toEqual({ verdict: 'absent' });
  });
  test('Ghost Thread: an owner that has ended is one even where a log lists but a few threads', () => {
    const lock = resource(1, { exclusiveWaiterCount: 1 });
    const address = 0xfffffa80_0500_0000n;
    const log = (state: string, owner = address) =>
      ghostThread.detect(
        givenFacts(
          { mode: 'kernel', resources: locks(lock), threadObjects: [{ address: owner, state }] },
          'debugger-log',
        ),
      );
    expect(log('TERMINATED')).toMatchObject({ verdict: 'present' });
    expect(log('WAIT').verdict).toBe('unknown');
    expect(log('TERMINATED', 0xfffffa80_0600_0000n).verdict).toBe('unknown');
  });
  test('Ghost Thread: a critical section of a process', () => {
    const log = (owner: string) =>
      logCase(
        `0:000> ~*k\n.  0  Id: 77.a0 Suspend: 1 Teb: 7ffdf000 Unfrozen\nChildEBP RetAddr  \n0012f6c4 7c90df5a ntdll!KiFastSystemCallRet\n\n0:000> !locks\n\nCritSec app!Lock+0 at 00403370\nWaiterWoken        No\nLockCount          1\nRecursionCount     1\nOwningThread       ${owner}\nEntryCount         1\nContentionCount    1\n*** Locked\n\nScanned 40 critical sections\n`,
      );
    expect(verdictOf('ghost-thread', log('b4'))!.verdict).toBe('present');
    expect(verdictOf('ghost-thread', log('a0'))!.verdict).toBe('absent');
  });
});
