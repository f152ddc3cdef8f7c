import { describe, expect, test } from 'vitest';
import type { CriticalSection } from '../windows/critical-section.ts';
import type { Resource } from '../windows/resource.ts';
import type { Frame } from '../windows/stack.ts';
import type { WaitObject } from '../windows/wait.ts';
import { buildWaitGraph } from './wait-assembly.ts';
import { cyclesOf } from './wait-cycles.ts';
import { headsOf, ownerlessOf } from './wait-heads.ts';
import { nodeText } from './wait-node.ts';
import type { WaitingThread, WaitSources } from './wait-sources.ts';

const NOTHING: WaitSources = {
  threads: [],
  resources: [],
  processes: [],
  sections: [],
  argumentOf: () => null,
  serverOf: () => null,
  driverOf: () => null,
  mutexOf: () => null,
};
const thread = (address: bigint | null, more: Partial<WaitingThread> = {}): WaitingThread => ({
  address,
  id: null,
  process: null,
  name: null,
  waitObjects: [],
  waitAll: null,
  messageWait: null,
  serving: null,
  irps: [],
  stack: null,
  waitsOnLock: true,
  line: null,
  ...more,
});
const resource = (address: bigint, owners: bigint[], exclusive: bigint[], shared: bigint[] = []): Resource => ({
  address,
  symbol: null,
  ownership: 'exclusive',
  owners: owners.map((owner) => ({ thread: owner, count: 1, actualThread: null })),
  sharedWaiters: shared,
  exclusiveWaiters: exclusive,
  sharedWaiterCount: shared.length,
  exclusiveWaiterCount: exclusive.length,
  contentionCount: 0,
  lost: null,
  line: null,
});
const waitObject = (address: bigint, type: string, owner: bigint | null = null): WaitObject => ({
  address,
  type,
  limit: null,
  owner,
  name: null,
  own: null,
});
const graphOf = (more: Partial<WaitSources>) => buildWaitGraph({ ...NOTHING, ...more });
const frames = (...names: string[]): Frame[] =>
  names.map((text) => ({
    address: null,
    stackPointer: null,
    framePointer: null,
    module: text.split('!')[0]!,
    function: text.split('!')[1]!,
    offset: null,
    source: null,
    inline: false,
    trust: 'unwind-info',
    trapFrame: null,
    unloadedModule: null,
  }));
const section = (address: bigint, owner: bigint, waiters: number): CriticalSection => ({
  address,
  symbol: null,
  debugInfo: null,
  lockCount: waiters,
  storedLockCount: null,
  locked: true,
  waiterWoken: false,
  waiters,
  recursionCount: 1,
  owningThread: owner,
  lockSemaphore: null,
  spinCount: null,
  entryCount: null,
  contentionCount: null,
  note: null,
  line: null,
});

describe('executive resources', () => {
  const graph = graphOf({
    resources: [
      resource(0x1000n, [0xa0n], [0xb0n, 0xc0n], [0xd0n]),
      resource(0x2000n, [0xe0n, 0xf0n], [0xa0n]),
      resource(0x3000n, [0xf0n], [0xe0n]),
    ],
  });
  test('heads are ranked by the distinct threads behind them', () => {
    expect(headsOf(graph).map(({ node, blocked }) => [node.address, blocked])).toEqual([[0xf0n, 5]]);
  });
  test('a chain leads from a farthest thread to the head', () => {
    const [head] = headsOf(graph);
    expect(head!.chain.map(({ from }) => nodeText(from))).toEqual([
      'thread b0',
      'resource 1000',
      'thread a0',
      'resource 2000',
    ]);
    expect(head!.chain.at(-1)!.to.address).toBe(0xf0n);
  });
  test('no circle', () => {
    expect(cyclesOf(graph)).toEqual([]);
  });
  test('two threads that hold what the other wants, and one behind them', () => {
    const circle = graphOf({
      resources: [resource(0x1000n, [0xa0n], [0xb0n]), resource(0x2000n, [0xb0n], [0xa0n, 0xc0n])],
    });
    const [cycle, ...more] = cyclesOf(circle);
    expect(more).toEqual([]);
    expect(cycle!.threads.map(({ address }) => address).sort()).toEqual([0xa0n, 0xb0n]);
    expect(cycle!.blocked).toBe(3);
    expect(cycle!.certain).toBe(true);
    expect(headsOf(circle)).toEqual([]);
  });
  test('a thread that waits exclusively for what it holds shared', () => {
    const [cycle] = cyclesOf(graphOf({ resources: [resource(0x1000n, [0xa0n, 0xb0n], [0xa0n])] }));
    expect(cycle!.threads.map(({ address }) => address)).toEqual([0xa0n]);
  });
  test('an owner word with low bits set is no thread', () => {
    const graph2 = graphOf({ resources: [resource(0x1000n, [0xa3n], [0xb0n])] });
    expect(graph2.nodes.filter(({ kind }) => kind === 'thread').map(({ address }) => address)).toEqual([0xb0n]);
  });
});

describe('other objects', () => {
  test('a mutant, a thread and a process object make one chain through three processes', () => {
    const graph = graphOf({
      threads: [
        thread(0xa0n, { waitObjects: [waitObject(0x500n, 'Mutant', 0xb0n)] }),
        thread(0xb0n, { waitObjects: [waitObject(0xc0n, 'Thread', 0xc0n)] }),
        thread(0xc0n, { waitObjects: [waitObject(0x900n, 'ProcessObject', 0x900n)] }),
      ],
    });
    const [head] = headsOf(graph);
    expect(nodeText(head!.node)).toBe('process 900');
    expect(head!.blocked).toBe(3);
  });
  test('messages lead to the thread that serves them, else to the process that owns the port', () => {
    const lpc = { kind: 'lpc', port: null, portOwner: null } as const;
    const alpc = { kind: 'alpc', message: 0x77n, port: 0x600n, portOwner: 0x900n } as const;
    const graph = graphOf({
      threads: [
        thread(0xa0n, { messageWait: { ...lpc, message: 0x1234n } }),
        thread(0xb0n, { serving: 0x1234n, messageWait: alpc }),
        thread(0xc0n, { messageWait: { ...alpc, message: 0x88n } }),
        thread(0xd0n),
      ],
      serverOf: (message) => (message === 0x88n ? 0xd0n : null),
    });
    expect(headsOf(graph).map(({ node, blocked }) => [nodeText(node), blocked])).toEqual([
      ['process 900', 2],
      ['thread d0', 1],
    ]);
  });
  test('a fast mutex is found around the event that is waited for', () => {
    const stack = {
      frames: frames('nt!KiSwapContext', 'nt!KeWaitForSingleObject', 'nt!ExAcquireFastMutex', 'driver!f'),
      end: 'complete',
      endReason: null,
      warnings: [],
    } as const;
    const graph = graphOf({
      threads: [thread(0xa0n, { waitObjects: [waitObject(0x518n, 'SynchronizationEvent')], stack }), thread(0xb0n)],
      mutexOf: (event) => (event === 0x518n ? { address: 0x500n, owner: 0xb0n } : null),
    });
    expect(headsOf(graph).map(({ node, blocked }) => [nodeText(node), blocked])).toEqual([['thread b0', 1]]);
    expect(graph.find('fast-mutex', 0x500n)).not.toBeNull();
  });
  test('one of several objects makes no certain deadlock', () => {
    const circle = (waitAll: boolean | null) =>
      cyclesOf(
        graphOf({
          threads: [
            thread(0xa0n, {
              waitObjects: [waitObject(0x500n, 'Mutant', 0xb0n), waitObject(0x510n, 'SynchronizationEvent')],
              waitAll,
            }),
            thread(0xb0n, { waitObjects: [waitObject(0x520n, 'Mutant', 0xa0n)] }),
          ],
        }),
      )[0]!.certain;
    expect([circle(null), circle(false), circle(true)]).toEqual([false, false, true]);
  });
  test('an event with many waiters has no owner; that of a resource is not told twice', () => {
    const waits = { waitObjects: [waitObject(0x500n, 'SynchronizationEvent')] };
    const graph = graphOf({
      threads: [thread(0xa0n, waits), thread(0xb0n, waits), thread(0xc0n, waits)],
      resources: [resource(0x1000n, [0xd0n], [0xc0n])],
    });
    expect(ownerlessOf(graph).map(({ node, waiters }) => [nodeText(node), waiters.length])).toEqual([['event 500', 2]]);
  });
});

describe('critical sections of a process', () => {
  const waiting = (id: number): WaitingThread =>
    thread(null, {
      id,
      stack: {
        frames: frames('ntdll!NtWaitForAlertByThreadId', 'ntdll!RtlEnterCriticalSection', 'app!work'),
        end: 'complete',
        endReason: null,
        warnings: [],
      },
    });
  test('waiters come from stacks: by the argument, or as the only section with waiters', () => {
    const threads = [waiting(0x10), thread(null, { id: 0x20 })];
    const alone = graphOf({ threads, sections: [section(0x500n, 0x20n, 1), section(0x600n, 0x20n, 0)] });
    expect(headsOf(alone).map(({ node, blocked }) => [node.id, blocked])).toEqual([[0x20, 1]]);
    expect(alone.edges.map(({ trust }) => trust).sort()).toEqual(['direct', 'direct', 'inferred']);
    const unknown = graphOf({ threads, sections: [section(0x500n, 0x20n, 1), section(0x600n, 0x20n, 1)] });
    expect(headsOf(unknown)).toEqual([]);
    const told = graphOf({
      threads,
      sections: [section(0x500n, 0x20n, 1), section(0x600n, 0x20n, 1)],
      argumentOf: () => 0x600n,
    });
    expect(headsOf(told)).toHaveLength(1);
  });
  test('a deadlock of two', () => {
    const graph = graphOf({
      threads: [waiting(0x10), waiting(0x20)],
      sections: [section(0x500n, 0x20n, 1), section(0x600n, 0x10n, 1)],
      argumentOf: ({ id }) => (id === 0x10 ? 0x500n : 0x600n),
    });
    const [cycle] = cyclesOf(graph);
    expect(cycle!.threads.map(({ id }) => id).sort()).toEqual([0x10, 0x20]);
    expect(cycle!.certain).toBe(false);
  });
});

test('ten thousand threads in one chain and thirty thousand resources are quick', () => {
  const resources = Array.from({ length: 33_000 }, (_, index) =>
    index < 10_000
      ? resource(BigInt(0x100000 + index * 16), [BigInt(index * 16 + 16)], [BigInt(index * 16)])
      : resource(BigInt(0x100000 + index * 16), [], []),
  );
  const start = performance.now();
  const graph = graphOf({ resources });
  expect(headsOf(graph)[0]!.blocked).toBe(10_000);
  expect(cyclesOf(graph)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(5000);
});
