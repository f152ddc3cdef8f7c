import fc from 'fast-check';
import { expect, test } from 'vitest';
import exqueue from '../../src/commands/extension/exqueue.ts';
import qlocks from '../../src/commands/extension/qlocks.ts';
import running from '../../src/commands/extension/running.ts';
import timerCommand from '../../src/commands/extension/timer.ts';
import { writeAlpcMessage, writeAlpcPort } from '../../src/debugger/alpc-text.ts';
import { readAlpc } from '../../src/transcript/alpc.ts';
import { readQueuedLocks, readRunning } from '../../src/transcript/processors.ts';
import { readTimers, readWorkQueues } from '../../src/transcript/system-queues.ts';
import type { AlpcMessage, AlpcPort } from '../../src/windows/alpc.ts';
import type { ProcessorObject } from '../../src/windows/processor.ts';
import { address, eras, image, linesOf, orNull, size, symbol, word } from './arbitraries.ts';

const RUNS = { numRuns: 80 };

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
            found: rows.length,
            processors: rows.length + (rows[0]?.idle ? 1 : 0),
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

test('!exqueue and !timer', () => {
  const item = fc.record({
    address: fc.constant(0n),
    routine: address(8),
    parameter: address(8),
    priority: orNull(fc.nat(31)),
    name: orNull(symbol),
  });
  const queue = fc.record({
    address: address(8),
    name: fc.constantFrom('Critical', 'Delayed', 'ExPoolUntrusted'),
    current: fc.nat(99),
    maximum: fc.nat(99),
    items: fc.array(item, { maxLength: 3 }),
    lost: orNull(fc.constant('the link at 0x1 is null')),
  });
  fc.assert(
    fc.property(fc.array(queue, { minLength: 1, maxLength: 4 }), (list) => {
      const queues = list.map(({ items, ...one }) => ({
        queue: {
          ...one,
          node: null,
          processed: null,
          threads: [],
          items: items.map(({ name, ...rest }) => rest),
        },
        routines: items.map(({ name }) => name),
        threads: [],
      }));
      const text = linesOf((out) => exqueue.render({ pointerSize: 8, queues }, out));
      expect(readWorkQueues(text, []).map(({ line, ...one }) => one)).toEqual(
        queues.map(({ queue: one, routines }) => ({ ...one, routines })),
      );
    }),
    RUNS,
  );
  const timer = fc
    .record({
      address: address(8),
      processor: orNull(fc.nat(63)),
      list: fc.nat(255),
      due: fc.bigInt(0n, 1n << 50n),
      dueAt: orNull(fc.constant('2024-11-21T10:00:00.000Z')),
      period: fc.nat(10_000),
      dpc: fc.oneof(address(8), fc.constant(0n)),
      threads: fc.array(address(8), { maxLength: 2 }),
      name: symbol,
    })
    .map(({ name, ...one }) => ({ one: { ...one, routine: null, context: null }, name: one.dpc === 0n ? null : name }));
  fc.assert(
    fc.property(fc.array(timer, { minLength: 1, maxLength: 5 }), (list) => {
      const data = {
        pointerSize: 8 as const,
        timers: list.map(({ one }) => one),
        interruptTime: 5n,
        systemTime: null,
        broken: 0,
        routines: list.map(({ name }) => name),
      };
      expect(readTimers(linesOf((out) => timerCommand.render(data, out))).map(({ line, ...one }) => one)).toEqual(
        list.map(({ one, name }) => ({ ...one, routineName: name })),
      );
    }),
    RUNS,
  );
});
