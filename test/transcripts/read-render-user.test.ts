import fc from 'fast-check';
import { expect, test } from 'vitest';
import addressCommand from '../../src/commands/extension/address.ts';
import cs from '../../src/commands/extension/cs.ts';
import runaway from '../../src/commands/extension/runaway.ts';
import teb from '../../src/commands/extension/teb.ts';
import { writeHeapStatistics } from '../../src/debugger/heap-text.ts';
import { renderUserHandles } from '../../src/debugger/user-handles.ts';
import { renderUserLocks } from '../../src/debugger/user-locks.ts';
import { readCriticalSections } from '../../src/transcript/critical-sections.ts';
import { readEnvironmentBlocks } from '../../src/transcript/environment-blocks.ts';
import { readAddressSummaries, readHeapRows } from '../../src/transcript/memory-summary.ts';
import { readThreadTimes } from '../../src/transcript/thread-times.ts';
import { readUserHandles } from '../../src/transcript/user-handles.ts';
import { type CriticalSection, decodeLockCount } from '../../src/windows/critical-section.ts';
import { address, count, linesOf, ms, orNull, size, symbol, word } from './arbitraries.ts';

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

test('!cs: locked and not', () => {
  const section = size.chain((pointerSize) =>
    fc
      .record({
        address: address(pointerSize),
        symbol: orNull(symbol.map((name) => `${name}+0x10`)),
        debugInfo: address(pointerSize),
        locked: fc.boolean(),
        waiters: word,
        waiterWoken: fc.boolean(),
        owner: word,
        recursionCount: fc.nat(9),
        lockSemaphore: fc.bigInt(0n, 0xffffffffn),
        spinCount: address(pointerSize),
      })
      .map(({ locked, waiters, owner, ...value }) => {
        const known: CriticalSection = {
          ...value,
          locked,
          lockCount: locked ? waiters : -1,
          storedLockCount: null,
          waiterWoken: locked ? value.waiterWoken : null,
          waiters: locked ? waiters : 0,
          owningThread: locked ? BigInt(owner) : null,
          recursionCount: locked ? value.recursionCount : null,
          entryCount: null,
          contentionCount: null,
          note: null,
          line: null,
        };
        return { pointerSize, known };
      }),
  );
  fc.assert(
    fc.property(section, fc.boolean(), ({ pointerSize, known }, debugFirst) => {
      const data = { pointerSize, sections: [{ section: known, owner: null }], debugFirst, trace: null, lost: null };
      const read = readCriticalSections(linesOf((out) => cs.render(data, out)))!;
      expect(read.sections.map((one) => ({ ...one, line: null }))).toEqual([known]);
    }),
    RUNS,
  );
});

test('!address -summary', () => {
  const part = fc.record({
    name: fc.constantFrom('Free', '<unknown>', 'Image', 'MEM_PRIVATE', 'PAGE_EXECUTE_READ | PAGE_GUARD'),
    count,
    size: fc.bigInt(1n, 1n << 47n),
  });
  const parts = fc.array(part, { maxLength: 3 });
  fc.assert(
    fc.property(
      parts,
      parts,
      parts,
      fc.array(fc.tuple(part, fc.bigInt(0n, 1n << 47n)), { maxLength: 2 }),
      (a, b, c, largest) => {
        const summary = {
          usage: a,
          type: b,
          state: c,
          protection: [],
          largest: largest.map(([{ name, size: bytes }, base]) => ({ name, base, size: bytes })),
        };
        const data = {
          pointerSize: 8,
          kind: 'summary',
          address: null,
          region: null,
          present: 0,
          summary,
          kernel: null,
          systemUse: null,
          space: null,
          short: true,
        } as const;
        const rows = (list: typeof a) =>
          list.map(({ name, count: regions, size: bytes }) => ({ name, regions, size: bytes }));
        expect(
          readAddressSummaries(linesOf((out) => addressCommand.render(data, out))).map(({ line, ...one }) => one),
        ).toEqual([{ usage: rows(a), type: rows(b), state: rows(c), protection: [], largest: summary.largest }]);
      },
    ),
    RUNS,
  );
});
