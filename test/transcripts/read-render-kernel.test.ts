import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderKernelLocks } from '../../src/debugger/kernel-locks.ts';
import { writePoolUse } from '../../src/debugger/pool-text.ts';
import { writeProcess } from '../../src/debugger/process-text.ts';
import { writeThread } from '../../src/debugger/thread-text.ts';
import { writeVirtualMemory } from '../../src/debugger/virtual-memory-text.ts';
import { readPoolUse } from '../../src/transcript/pool-use.ts';
import { readProcessObjects } from '../../src/transcript/process-object.ts';
import { readResourceLocks } from '../../src/transcript/resource-locks.ts';
import { readThreadObjects } from '../../src/transcript/thread-object.ts';
import { EMPTY_PROCESS } from '../../src/transcript/unknown-objects.ts';
import { readVirtualMemory } from '../../src/transcript/virtual-memory.ts';
import type { PoolTagUse } from '../../src/windows/pool.ts';
import type { ProcessObject } from '../../src/windows/process.ts';
import type { ThreadObject } from '../../src/windows/thread.ts';
import {
  address,
  count,
  eras,
  image,
  linesOf,
  ms,
  orNull,
  type Size,
  size,
  symbol,
  thread,
  word,
} from './arbitraries.ts';

// What a renderer prints, the reader of logs reads back: the inverse, for whatever data memory may yield.

const RUNS = { numRuns: 80 };
const anyThread = fc
  .tuple(size, eras)
  .chain(([pointerSize, era]) => thread(pointerSize, era).map((value) => ({ pointerSize, era, value })));

/** Which part of the thread an object is stands in no log; the reader works it out. */
const withoutOwn = (value: ThreadObject): ThreadObject => ({
  ...value,
  waitObjects: value.waitObjects.map((object) => ({ ...object, own: null })),
});

test('!thread, in the text of every era', () => {
  fc.assert(
    fc.property(anyThread, ({ pointerSize, era, value }) => {
      const text = linesOf((out) =>
        writeThread(out, {
          era,
          pointerSize,
          thread: value,
          detail: 'all',
          stack: null,
          bare: true,
          stackMissing: null,
        }),
      );
      expect(readThreadObjects(text, 100).map(withoutOwn)).toEqual([{ ...value, line: 100 }]);
      // Blog engines collapse blanks and shift lines.
      const collapsed = text.map((line) => `      ${line.trim().replace(/ +/g, ' ')}`);
      expect(readThreadObjects(collapsed).map(withoutOwn)).toEqual([{ ...value, line: 0 }]);
    }),
    RUNS,
  );
});

test('!process with its threads', () => {
  const statistics = (bytes: Size): fc.Arbitrary<ProcessObject> => {
    const at = address(bytes);
    const pages = fc.bigInt(0n, 1n << 30n);
    return fc
      .record({
        address: at,
        id: word,
        parentId: word,
        sessionId: orNull(fc.nat(20)),
        peb: fc.bigInt(0n, 0x7fff_ffffn),
        directoryBase: fc.bigInt(0n, 1n << 36n),
        objectTable: at,
        handleCount: orNull(count),
        image,
        vadRoot: at,
        vadCount: count,
        cloneCount: count,
        privatePages: pages,
        modifiedPages: pages,
        lockedPages: pages,
        deviceMap: at,
        token: at,
        elapsedMs: orNull(ms),
        userMs: ms,
        kernelMs: ms,
        quotaPaged: pages,
        quotaNonPaged: pages,
        workingSet: pages,
        workingSetMinimum: pages,
        workingSetMaximum: pages,
        peakWorkingSet: pages,
        virtualSize: fc.bigInt(0n, 1n << 20n).map((value) => value << 20n),
        peakVirtualSize: fc.bigInt(0n, 1n << 20n).map((value) => value << 20n),
        pageFaults: pages,
        memoryPriority: fc.constantFrom(0, 2, 5),
        basePriority: fc.nat(31),
        commitCharge: pages,
        job: orNull(at),
      })
      .map((value) => ({ ...EMPTY_PROCESS, ...value }));
  };
  const process = fc.tuple(size, eras).chain(([pointerSize, era]) =>
    fc
      .tuple(
        statistics(pointerSize),
        fc.uniqueArray(thread(pointerSize, era), { selector: ({ address: at }) => at, maxLength: 3 }),
      )
      .map(([value, threads]) => ({
        pointerSize,
        era,
        value,
        threads: threads.map((one) => ({ ...one, processId: value.id })),
      })),
  );
  fc.assert(
    fc.property(process, ({ pointerSize, era, value, threads }) => {
      const view = { era, pointerSize, detail: 'all', stack: null, bare: true, stackMissing: null } as const;
      const text = linesOf((out) =>
        writeProcess(out, {
          era,
          pointerSize,
          process: value,
          statistics: true,
          threads: threads.map((one) => ({ ...view, thread: one })),
        }),
      );
      const [read, ...more] = readProcessObjects(text, readThreadObjects(text));
      expect(more).toEqual([]);
      expect({ ...read!, threads: read!.threads.map((one) => ({ ...withoutOwn(one), line: null })) }).toEqual({
        ...value,
        threads,
        threadsListed: threads.length > 0,
        line: 0,
      });
    }),
    RUNS,
  );
});

test('!locks of the kernel: owners, waiters, words with low bits', () => {
  const resource = (bytes: Size) => {
    // Thread addresses are aligned; the low bits of an owner word say that it is not the thread itself.
    const at = address(bytes).map((value) => value & ~7n);
    const slot = fc
      .record({ thread: at, count: fc.nat(0xff), actualThread: orNull(at), waits: fc.boolean() })
      .map((value) => (value.actualThread === null ? value : { ...value, thread: value.thread | 3n, waits: false }));
    return fc
      .record({
        address: at,
        symbol: orNull(symbol),
        exclusive: fc.boolean(),
        slots: fc.uniqueArray(slot, { selector: ({ thread: one }) => one, minLength: 1, maxLength: 9 }),
        exclusiveWaiters: fc.uniqueArray(at, { maxLength: 9 }),
        contentionCount: count,
      })
      .map(({ exclusive, slots, ...value }) => {
        const [first, ...rest] = slots;
        const all = [
          { ...first!, waits: false },
          ...rest.flatMap((one) => (exclusive ? (one.actualThread === null ? [{ ...one, waits: true }] : []) : [one])),
        ];
        const waiters = all.filter(({ waits }) => waits);
        return {
          ...value,
          ownership: exclusive ? ('exclusive' as const) : ('shared' as const),
          slots: all,
          owners: all.filter(({ waits }) => !waits),
          sharedWaiters: waiters.map(({ thread: one, actualThread }) => actualThread ?? one),
          sharedWaiterCount: waiters.length,
          exclusiveWaiterCount: value.exclusiveWaiters.length,
          lost: null,
          activeCount: 1,
          flag: 0,
          line: null,
        };
      });
  };
  const listing = size.chain((pointerSize) =>
    fc.record({
      pointerSize: fc.constant(pointerSize),
      classic: fc.boolean(),
      resources: fc.uniqueArray(resource(pointerSize), { selector: ({ address: at }) => at, maxLength: 4 }),
      total: count,
      held: count,
    }),
  );
  fc.assert(
    fc.property(listing, ({ pointerSize, classic, resources, total, held }) => {
      const text = linesOf((out) =>
        renderKernelLocks(
          {
            kind: 'kernel',
            pointerSize,
            resources,
            single: false,
            classic,
            total,
            held,
            lost: null,
            threads: [],
          },
          out,
        ),
      );
      const read = readResourceLocks(text)!;
      expect({ ...read, resources: read.resources.map((one) => ({ ...one, line: null })) }).toEqual({
        resources: resources.map(({ slots, activeCount, flag, owners, sharedWaiters, ...value }) => ({
          ...value,
          owners: owners.map(({ waits, ...owner }) => owner),
          sharedWaiters,
        })),
        total,
        held,
        lost: null,
      });
    }),
    RUNS,
  );
});

test('!vm of both layouts, with wraps and alarms', () => {
  const LABELS = [
    'Physical Memory',
    'Available Pages',
    'Free System PTEs',
    'PagedPool 0 Usage',
    'PagedPool Commit',
    'Commit limit',
  ];
  const kb = fc.bigInt(0n, 1n << 40n);
  const memory = fc
    .record({
      form: fc.constantFrom('classic' as const, 'modern' as const),
      files: fc.array(
        fc.record({
          name: orNull(fc.constantFrom('\\??\\C:\\pagefile.sys', '\\??\\D:\\a b\\swapfile.sys')),
          currentKb: kb,
          freeKb: kb,
          minimumKb: kb,
          maximumKb: kb,
        }),
        { maxLength: 3 },
      ),
      pages: fc.tuple(...LABELS.map(() => fc.bigInt(0n, (1n << 64n) - 1n))),
      failures: orNull(fc.bigInt(1n, 1n << 40n)),
      pool: orNull(fc.bigInt(1n, 1n << 40n)),
    })
    .map(({ form, files, pages, failures, pool }) => ({
      form,
      pageFiles: files.map((file) => ({ ...file, nameless: file.name === null ? 'No Name for Paging File' : null })),
      counters: LABELS.map((label, index) => ({
        label,
        pages: pages[index]!,
        kb: BigInt.asUintN(64, pages[index]! * 4n),
      })),
      alarms: [
        ...(failures === null
          ? []
          : [{ what: 'system PTE allocations have failed', count: failures, after: 'Free System PTEs' }]),
        ...(pool === null ? [] : [{ what: 'pool allocations have failed', count: pool, after: 'PagedPool 0 Usage' }]),
      ],
      processes: null,
      unknown: [],
      line: null,
    }));
  fc.assert(
    fc.property(memory, (value) => {
      const read = readVirtualMemory(linesOf((out) => writeVirtualMemory(out, value)));
      expect(
        read.map((one) => ({ ...one, alarms: one.alarms.map(({ line, ...alarm }) => alarm), line: null })),
      ).toEqual([value]);
    }),
    RUNS,
  );
});

test('!poolused with frees, and without: then only what is not freed is told', () => {
  // Columns are 11 and 13 wide.
  const number = fc.bigInt(0n, 999_999_999n);
  const less = (a: bigint, b: bigint) => (a < b ? a : b);
  const use: fc.Arbitrary<PoolTagUse> = fc
    .record({
      tag: fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,3}$/),
      nonPagedAllocations: number,
      nonPagedFrees: number,
      nonPagedBytes: number,
      pagedAllocations: number,
      pagedFrees: number,
      pagedBytes: number,
      owner: orNull(fc.constantFrom('UNKNOWN pooltag', 'Binary : nt!mm', '1394 bus')),
    })
    .map((one) => ({
      ...one,
      nonPagedFrees: less(one.nonPagedFrees, one.nonPagedAllocations),
      pagedFrees: less(one.pagedFrees, one.pagedAllocations),
    }))
    .filter(({ tag }) => tag !== 'TOTAL');
  fc.assert(
    fc.property(fc.array(use, { minLength: 1, maxLength: 6 }), use, fc.boolean(), (tags, sum, verbose) => {
      const total = { ...sum, tag: 'TOTAL', owner: null };
      const value = { tags, total, sorting: null, lost: null, line: null };
      const [read, ...more] = readPoolUse(linesOf((out) => writePoolUse(out, value, verbose, 'Tag')));
      expect(more).toEqual([]);
      const left = (one: PoolTagUse): PoolTagUse => ({
        ...one,
        nonPagedAllocations: one.nonPagedAllocations! - one.nonPagedFrees!,
        nonPagedFrees: 0n,
        pagedAllocations: one.pagedAllocations! - one.pagedFrees!,
        pagedFrees: 0n,
      });
      expect({ ...read!, line: null }).toEqual({
        tags: verbose ? tags : tags.map(left),
        total: verbose ? total : left(total),
        sorting: 'Tag',
        lost: null,
        line: null,
        ...(verbose ? {} : { onlyOutstanding: true }),
      });
    }),
    RUNS,
  );
});
