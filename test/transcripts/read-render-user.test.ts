import fc from 'fast-check';
import { expect, test } from 'vitest';
import qlocks from '../../src/commands/extension/qlocks.ts';
import runaway from '../../src/commands/extension/runaway.ts';
import running from '../../src/commands/extension/running.ts';
import teb from '../../src/commands/extension/teb.ts';
import { writeAlpcMessage, writeAlpcPort } from '../../src/debugger/alpc-text.ts';
import { writeHeapStatistics } from '../../src/debugger/heap-text.ts';
import { renderUserHandles } from '../../src/debugger/user-handles.ts';
import { renderUserLocks } from '../../src/debugger/user-locks.ts';
import { readAlpc } from '../../src/transcript/alpc.ts';
import { readCriticalSections } from '../../src/transcript/critical-sections.ts';
import { readEnvironmentBlocks } from '../../src/transcript/environment-blocks.ts';
import { readHeapRows } from '../../src/transcript/memory-summary.ts';
import { readQueuedLocks, readRunning } from '../../src/transcript/processors.ts';
import { readThreadTimes } from '../../src/transcript/thread-times.ts';
import { readUserHandles } from '../../src/transcript/user-handles.ts';
import type { AlpcMessage, AlpcPort } from '../../src/windows/alpc.ts';
import { type CriticalSection, decodeLockCount } from '../../src/windows/critical-section.ts';
import type { ProcessorObject } from '../../src/windows/processor.ts';
import { address, count, eras, image, linesOf, ms, orNull, size, symbol, word } from './arbitraries.ts';

const RUNS = { numRuns: 80 };
const u32 = fc.nat(0xffffffff);

test('critical sections: !locks', () => {
  const listing = size.chain((pointerSize) =>
    fc.record({
      pointerSize: fc.constant(pointerSize),
      scanned: count,
      sections: fc.uniqueArray(
        fc
          .record({
            address: address(pointerSize),
            symbol: orNull(symbol.map((name) => `${name}+0x10`)),
            // Since Server 2003 SP1, and before.
            stored: fc.oneof(
              fc.nat(1000).map((waiters) => -2 - waiters * 4),
              fc.integer({ min: -1, max: 500 }),
            ),
            recursionCount: fc.nat(9),
            owner: fc.nat(0xffff),
            entryCount: orNull(word),
            contentionCount: orNull(word),
            note: orNull(fc.constant('locked, but without an owner')),
          })
          .map(({ stored, owner, ...value }): CriticalSection => {
            const counted = decodeLockCount(stored, value.recursionCount);
            return {
              ...value,
              debugInfo: null,
              ...counted,
              // A log tells the stored count only where it is printed as it is.
              storedLockCount: counted.waiterWoken === null && counted.locked ? stored : null,
              owningThread: BigInt(owner),
              lockSemaphore: null,
              spinCount: null,
              line: null,
            };
          }),
        { selector: (section) => section.address, maxLength: 5 },
      ),
    }),
  );
  fc.assert(
    fc.property(listing, ({ pointerSize, sections, scanned }) => {
      const text = linesOf((out) => renderUserLocks({ kind: 'user', pointerSize, sections, scanned, lost: null }, out));
      const read = readCriticalSections(text)!;
      expect({ ...read, sections: read.sections.map((one) => ({ ...one, line: null })) }).toEqual({
        sections,
        scanned,
        lost: null,
      });
    }),
    RUNS,
  );
});

test('!runaway: three tables', () => {
  const thread = fc.record({
    index: fc.nat(999),
    id: word,
    name: orNull(fc.constantFrom('worker 1', 'UI (main)')),
    milliseconds: ms,
  });
  const threads = fc.uniqueArray(thread, { selector: ({ index }) => index, minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(threads, fc.array(ms, { minLength: 6, maxLength: 6 }), (list, kernel) => {
      const kernelTimes = list.map((one, index) => ({ ...one, milliseconds: kernel[index]! }));
      const text = linesOf((out) =>
        runaway.render(
          {
            sections: [
              { title: 'User Mode Time', times: list },
              { title: 'Kernel Mode Time', times: kernelTimes },
            ],
          },
          out,
        ),
      );
      expect(readThreadTimes(text).map((one) => ({ ...one, line: null }))).toEqual(
        list.map(({ index, id, name, milliseconds }, place) => ({
          index,
          id,
          name,
          userMs: milliseconds,
          kernelMs: kernel[place],
          elapsedMs: null,
          line: null,
        })),
      );
    }),
    RUNS,
  );
});

test('!handle of a process, with and without details', () => {
  const one = fc.record({
    handle: fc.nat(0xffff).map((value) => BigInt(value * 4)),
    type: orNull(fc.constantFrom('Event', 'Mutant', 'ALPC Port', 'File')),
    name: orNull(fc.constantFrom('\\BaseNamedObjects\\Ready', '\\Device\\a b')),
    attributes: word,
    access: u32,
    handleCount: count,
    pointerCount: count,
  });
  const handles = fc.array(one, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(size, handles, fc.boolean(), (pointerSize, list, details) => {
      const types = [{ type: 'Event', count: list.length }];
      const text = linesOf((out) =>
        renderUserHandles({ kind: 'user', pointerSize, flags: details ? 15 : 1, handles: list, all: true, types }, out),
      );
      const read = readUserHandles(text)!;
      expect(read.types).toEqual(types);
      expect(read.handles.map((item) => ({ ...item, line: null }))).toEqual(
        list.map((item) => ({
          handle: item.handle,
          type: item.type,
          name: details ? item.name : null,
          attributes: details ? item.attributes : null,
          grantedAccess: details ? item.access : null,
          handleCount: details ? item.handleCount : null,
          pointerCount: details ? item.pointerCount : null,
          information: [],
          line: null,
        })),
      );
    }),
    RUNS,
  );
});

test('!heap -s', () => {
  const heaps = size.chain((pointerSize) =>
    fc.record({
      pointerSize: fc.constant(pointerSize),
      rows: fc.array(
        fc.record({
          address: address(pointerSize),
          flags: orNull(u32),
          kb: fc.tuple(count, count, count, orNull(count)),
          freeListLength: orNull(count),
          uncommittedRanges: orNull(count),
          virtualBlocks: fc.nat(4),
          lockContention: orNull(count),
          frontEnd: fc.constantFrom('none' as const, 'LFH' as const, 'lookaside' as const),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    }),
  );
  fc.assert(
    fc.property(heaps, ({ pointerSize, rows }) => {
      const bytes = (kb: number | null) => (kb === null ? null : BigInt(kb) * 1024n);
      const text = linesOf((out) =>
        writeHeapStatistics(
          out,
          rows.map((row) => ({
            ...row,
            kind: 'nt',
            forceFlags: null,
            granularity: 8,
            segmentReserve: null,
            segmentCommit: null,
            decommitBlock: null,
            decommitTotal: null,
            reserved: bytes(row.kb[0]),
            committed: bytes(row.kb[1]),
            virtual: bytes(row.kb[2]),
            free: bytes(row.kb[3]),
            maximumAllocation: null,
            lock: null,
            segments: [],
            virtualBlocks: Array.from({ length: row.virtualBlocks }, () => ({
              address: 0n,
              committed: null,
              reserved: null,
            })),
            lost: null,
          })),
          null,
          pointerSize * 2,
        ),
      );
      const big = (kb: number | null) => (kb === null ? null : BigInt(kb));
      expect(readHeapRows(text).map((row) => ({ ...row, line: null }))).toEqual(
        rows.map(({ kb, frontEnd, ...row }) => ({
          ...row,
          reservedKb: big(kb[0]),
          committedKb: big(kb[1]),
          virtualKb: big(kb[2]),
          freeKb: big(kb[3]),
          frontEnd: { none: null, LFH: 'LFH', lookaside: 'L' }[frontEnd],
          line: null,
        })),
      );
    }),
    RUNS,
  );
});

test('!running and !qlocks', () => {
  const lockState = fc.constantFrom('owner' as const, 'waiting' as const, 'free' as const, null);
  const machine = fc.tuple(size, eras).chain(([pointerSize, era]) =>
    fc.record({
      pointerSize: fc.constant(pointerSize),
      era: fc.constant(era),
      rows: fc.array(
        fc.record({
          prcb: address(pointerSize),
          currentThread: address(pointerSize),
          nextThread: fc.oneof(address(pointerSize), fc.constant(0n)),
          idleThread: address(pointerSize),
          currentPriority: fc.nat(31),
          nextPriority: fc.nat(31),
          idle: fc.boolean(),
          locks: fc.array(lockState, { minLength: 16, maxLength: 16 }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    }),
  );
  fc.assert(
    fc.property(machine, ({ pointerSize, era, rows }) => {
      const bits = (list: readonly number[]) => list.reduce((mask, bit) => mask | (1n << BigInt(bit)), 0n);
      const all = rows.map((_, number) => number);
      const text = linesOf((out) =>
        running.render(
          {
            era,
            pointerSize,
            rows: rows.map((row, number) => ({
              processor: { number, ...row } as unknown as ProcessorObject,
              stack: null,
            })),
            all: bits(all),
            idle: bits(all.filter((number) => rows[number]!.idle)),
            stacks: false,
          },
          out,
        ),
      );
      const modern = era === 'windows7' || era === 'windows10';
      expect(readRunning(text)).toMatchObject(
        rows.map((row, number) => ({
          number,
          prcb: row.prcb,
          currentThread: row.currentThread,
          nextThread: row.nextThread,
          idle: row.idle,
          locks: row.locks,
          currentPriority: modern ? row.currentPriority : null,
          nextPriority: modern && row.nextThread !== 0n ? row.nextPriority : null,
          idleThread: modern ? row.idleThread : null,
        })),
      );
    }),
    RUNS,
  );
  const lock = fc
    .record({
      name: fc.constantFrom('KE   - Dispatcher', 'MM   - System Space', 'AFD  - WorkQueue'),
      order: fc.shuffledSubarray([0, 1, 2, 3]),
      owned: fc.boolean(),
    })
    .map(({ name, order, owned }) => ({
      name,
      owner: owned ? (order[0] ?? null) : null,
      waiting: owned ? order.slice(1) : order,
      corrupt: [],
    }));
  fc.assert(
    fc.property(fc.array(lock, { minLength: 1, maxLength: 8 }), (list) => {
      const locks = list.map((one, index) => ({ ...one, index }));
      const text = linesOf((out) =>
        qlocks.render({ pointerSize: 8, processors: [0, 1, 2, 3], locks, entry: null }, out),
      );
      expect(readQueuedLocks(text).map(({ line, ...one }) => one)).toEqual(locks);
    }),
    RUNS,
  );
});

test('!alpc: a message, a port with its queues', () => {
  const port = fc.record({
    address: address(8),
    kind: fc.constantFrom('connection' as const, 'client-communication' as const, 'server-communication' as const),
  });
  const message: fc.Arbitrary<AlpcMessage> = fc
    .record({
      address: address(8),
      numbers: fc.array(word, { minLength: 6, maxLength: 6 }),
      type: fc.integer({ min: 1, max: 12 }),
      flags: fc.record({ canceled: fc.boolean(), release: fc.boolean(), replyWaitReply: fc.boolean() }),
      owner: orNull(port),
      queuePort: orNull(fc.tuple(port, address(8), image)),
      queue: fc.constantFrom('main' as const, 'pending' as const, 'direct' as const, null),
      places: fc.array(address(8), { minLength: 12, maxLength: 12 }),
    })
    .map(({ numbers, owner, queuePort, places, ...value }) => ({
      ...value,
      id: numbers[0]!,
      callbackId: numbers[1]!,
      sequence: numbers[2]!,
      dataLength: numbers[3]!,
      totalLength: numbers[4]!,
      clientProcessId: null,
      clientThreadId: null,
      ownerPort: owner && { ...owner, name: null, ownerProcess: null, ownerImage: null },
      waitingThread: places[0]!,
      queuePort: queuePort && { ...queuePort[0], name: null, ownerProcess: queuePort[1], ownerImage: queuePort[2] },
      serverThread: places[1]!,
      cancelQueuePort: places[2]!,
      cancelSequencePort: places[3]!,
      cancelSequence: numbers[5]!,
      clientContext: places[4]!,
      serverContext: places[5]!,
      portContext: places[6]!,
      cancelPortContext: places[7]!,
      securityData: places[8]!,
      view: places[9]!,
    }));
  fc.assert(
    fc.property(message, (value) => {
      const { messages, ports } = readAlpc(linesOf((out) => writeAlpcMessage(out, value, 8)));
      expect(ports).toEqual([]);
      expect(messages.map(({ line, ...one }) => one)).toEqual([value]);
    }),
    RUNS,
  );
  const queues = fc.array(fc.array(message, { maxLength: 3 }), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(port, queues, address(8), orNull(symbol), (value, lists, place, name) => {
      const names = ['main', 'pending'] as const;
      const whole: AlpcPort = {
        ...value,
        name,
        ownerProcess: place,
        ownerImage: 'svchost.exe',
        communicationInfo: place,
        connectionPort: place,
        serverPort: 0n,
        clientPort: 0n,
        sequence: 3103,
        completionPort: place,
        completionList: 0n,
        flags: [
          { name: 'ConnectionPending', set: false },
          { name: 'Closed', set: true },
        ],
        queues: lists.map((messages, index) => ({
          name: names[index]!,
          stated: messages.length,
          messages,
          lost: null,
        })),
      };
      const { ports } = readAlpc(linesOf((out) => writeAlpcPort(out, whole, 8)));
      expect(ports.map(({ line, queues: read, ...one }) => one)).toEqual([(({ queues: _, ...one }) => one)(whole)]);
      expect(
        ports[0]?.queues.map(({ messages }) => messages.map(({ address: at, id, type }) => [at, id, type])),
      ).toEqual(lists.map((messages) => messages.map(({ address: at, id, type }) => [at, id, type])));
    }),
    RUNS,
  );
});

test('!teb', () => {
  const block = size.chain((pointerSize) =>
    fc.record({
      pointerSize: fc.constant(pointerSize),
      places: fc.array(address(pointerSize), { minLength: 4, maxLength: 4 }),
      ids: fc.tuple(word, word),
      numbers: fc.tuple(u32, u32, fc.nat(9)),
    }),
  );
  fc.assert(
    fc.property(block, ({ pointerSize, places, ids, numbers }) => {
      const data = {
        pointerSize,
        address: places[0]!,
        pointers: [
          ['ExceptionList', 0n],
          ['StackBase', places[1]!],
          ['StackLimit', places[2]!],
        ] as const,
        processId: BigInt(ids[0]),
        threadId: BigInt(ids[1]),
        rest: [['PEB Address', places[3]!]] as const,
        numbers: [
          ['LastErrorValue', numbers[0]],
          ['LastStatusValue', numbers[1]],
          ['Count Owned Locks', numbers[2]],
        ] as const,
      };
      expect(readEnvironmentBlocks(linesOf((out) => teb.render(data, out))).tebs).toEqual([
        {
          address: places[0],
          stackBase: places[1],
          stackLimit: places[2],
          exceptionList: 0n,
          processId: BigInt(ids[0]),
          threadId: BigInt(ids[1]),
          peb: places[3],
          lastError: numbers[0],
          lastStatus: numbers[1],
          ownedLocks: numbers[2],
          line: 0,
        },
      ]);
    }),
    RUNS,
  );
});
