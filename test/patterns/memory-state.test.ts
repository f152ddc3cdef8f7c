import { describe, expect, test } from 'vitest';
import physical from '../../src/patterns/insufficient-memory-physical-memory.ts';
import sessionPool from '../../src/patterns/insufficient-memory-session-pool.ts';
import packets from '../../src/patterns/memory-leak-i-o-completion-packets.ts';
import pageTables from '../../src/patterns/memory-leak-page-tables.ts';
import regions from '../../src/patterns/memory-leak-regions.ts';
import { dumpFacts } from './given-facts.ts';
import { dumpCase, logCase, narrowSpec, verdictOf } from './scene.ts';

const MB = 1n << 20n;

/** The counters of `!vm`, by label; pages. */
const memory = (counters: Readonly<Record<string, bigint>>, alarms: readonly object[] = []) => ({
  form: 'modern',
  pageFiles: null,
  counters: Object.entries(counters).map(([label, pages]) => ({ label, pages, kb: pages * 4n })),
  alarms,
  processes: null,
  unknown: [],
  line: null,
});

describe('counters of the system', () => {
  const vm = (counters: Readonly<Record<string, bigint>>, alarms?: readonly object[]) =>
    dumpFacts({ virtualMemory: memory(counters, alarms) });
  const GB4 = (4096n * MB) / 4096n;
  test('physical memory: below what Windows itself calls low', () => {
    const at = (available: bigint) => physical.detect(vm({ 'Physical Memory': GB4, 'Available Pages': available }));
    expect(at(4000n)).toMatchObject({ verdict: 'present', detections: [{ details: { availablePages: 4000 } }] });
    expect(at(9000n)).toEqual({ verdict: 'absent' });
    // 1 % of a large machine is no lack.
    const large = { 'Physical Memory': GB4 * 32n, 'Available Pages': 300_000n };
    expect(physical.detect(vm(large))).toEqual({ verdict: 'absent' });
    expect(physical.detect(vm({ 'Available Pages': 1n })).verdict).toBe('unknown');
    const empty = { 'Physical Memory': GB4, 'Available Pages': 0n, 'Committed pages': 0n };
    expect(physical.detect(vm(empty)).verdict).toBe('unknown');
  });
  test('session pool: by its own failures only', () => {
    const alarm = (what: string) => sessionPool.detect(vm({}, [{ what, count: 12n, after: null }]));
    expect(alarm('session pool allocations have failed').verdict).toBe('present');
    expect(alarm('pool allocations have failed').verdict).toBe('unknown');
  });
  test('page tables', () => {
    const detect = (tables: bigint) =>
      pageTables.detect(vm({ 'Physical Memory': 1_000_000n, 'System PageTables': tables }));
    expect(detect(200_000n)).toMatchObject({ detections: [{ details: { pages: 200_000, zombies: 0 } }] });
    expect(detect(20_000n)).toEqual({ verdict: 'absent' });
    expect(pageTables.detect(vm({})).verdict).toBe('unknown');
  });
  test('completion packets: allocated and not freed', () => {
    const use = (allocations: bigint, frees: bigint, tag = 'Icp ') => ({
      tags: [{ tag, nonPagedAllocations: allocations, nonPagedFrees: frees, nonPagedBytes: 48n * allocations }],
    });
    const detect = (poolUse: object) => packets.detect(dumpFacts({ poolUse }));
    expect(detect(use(5_000_000n, 4_500_000n))).toMatchObject({ detections: [{ details: { packets: 500_000 } }] });
    expect(detect(use(5_000_000n, 4_999_000n))).toEqual({ verdict: 'absent' });
    expect(detect(use(5_000_000n, 0n, 'Irp '))).toEqual({ verdict: 'absent' });
  });
});

/** A 32-bit address space laid out by the winnt.h constants. */
const COMMIT = 0x1000;
const RESERVE = 0x2000;
const FREE = 0x10000;
const PRIVATE = 0x20000;
type Piece = readonly [size: bigint, state: number];
const space = (pieces: readonly Piece[], more: object = {}) => {
  let base = 0x10000n;
  const memoryInfos = pieces.map(([size, state]) => {
    const info = {
      base,
      size,
      allocationBase: state === FREE ? 0n : base,
      state,
      protect: state === COMMIT ? 4 : state === FREE ? 1 : 0,
      allocationProtect: 4,
      type: state === FREE ? 0 : PRIVATE,
    };
    base += size;
    return info;
  });
  return dumpCase(narrowSpec({ memoryInfos, ...more }));
};
const repeat = (count: number, ...pieces: readonly Piece[]): Piece[] =>
  Array.from({ length: count }, () => pieces).flat();

describe('the address space of a 32-bit process', () => {
  test('free in small pieces', () => {
    const id = 'insufficient-memory-module-fragmentation';
    expect(verdictOf(id, space(repeat(20, [32n * MB, FREE], [32n * MB, COMMIT])))).toMatchObject({
      finding: { details: { largestFree: 32 * 2 ** 20, free: 640 * 2 ** 20 } },
    });
    expect(
      verdictOf(
        id,
        space([
          [640n * MB, FREE],
          [640n * MB, COMMIT],
        ]),
      )!.verdict,
    ).toBe('absent');
    expect(verdictOf(id, space(repeat(3, [32n * MB, FREE], [600n * MB, COMMIT])))!.verdict).toBe('absent');
    expect(verdictOf(id, dumpCase(narrowSpec()))!.verdict).toBe('unknown');
  });
  test('reserved and not used', () => {
    const id = 'insufficient-memory-reserved-virtual-memory';
    const full: Piece[] = [...repeat(14, [100n * MB, RESERVE]), [400n * MB, COMMIT], [100n * MB, FREE]];
    expect(verdictOf(id, space(full))!.verdict).toBe('present');
    expect(
      verdictOf(
        id,
        space([
          [1400n * MB, COMMIT],
          [100n * MB, RESERVE],
          [100n * MB, FREE],
        ]),
      )!.verdict,
    ).toBe('absent');
    expect(verdictOf(id, space([...full, [600n * MB, FREE]]))!.verdict).toBe('absent');
  });
  test('one kind of memory', () => {
    const id = 'insufficient-memory-region';
    expect(
      verdictOf(
        id,
        space([
          [1800n * MB, COMMIT],
          [100n * MB, FREE],
        ]),
      ),
    ).toMatchObject({
      finding: { details: { kind: 'private memory' } },
    });
    expect(
      verdictOf(
        id,
        space([
          [300n * MB, COMMIT],
          [1500n * MB, FREE],
        ]),
      )!.verdict,
    ).toBe('absent');
  });
  test('the summary of a log', () => {
    const log = (largest: string) =>
      logCase(
        `0:000> vertarget\nWindows 7 Version 7601 MP (2 procs) Free x86 compatible\n0:000> !address -summary\n\n--- Usage Summary ---------------- RgnCount ----------- Total Size -------- %ofBusy %ofTotal\nFree                                    120          20000000 ( 512.000 MB)           25.00%\nHeap                                    300          40000000 (   1.000 GB)  66.00%   50.00%\n\n--- State Summary ---------------- RgnCount ----------- Total Size -------- %ofBusy %ofTotal\nMEM_COMMIT                              900          58000000 (   1.375 GB)  90.00%   68.75%\nMEM_FREE                                120          20000000 ( 512.000 MB)           25.00%\nMEM_RESERVE                             100           8000000 ( 128.000 MB)  10.00%    6.25%\n\n--- Largest Region by Usage ----------- Base Address -------- Region Size ----------\nFree                                     2d20000           ${largest} (  20.000 MB)\n`,
      );
    const id = 'insufficient-memory-module-fragmentation';
    expect(verdictOf(id, log('1400000'))!.verdict).toBe('present');
    expect(verdictOf(id, log('9400000'))!.verdict).toBe('absent');
    expect(verdictOf(id, logCase('0:000> k\n'))).toMatchObject({
      verdict: 'unknown',
      missing: expect.stringContaining('!address -summary'),
    });
  });
});

describe('leaks, as suspicions', () => {
  test('regions of one size', () => {
    const detect = (count: number, size: bigint) =>
      regions.detect(
        dumpFacts({ allocations: Array.from({ length: count }, (_, index) => ({ base: BigInt(index) << 20n, size })) }),
      );
    expect(detect(1500, MB)).toMatchObject({ detections: [{ confidence: 0.5, details: { count: 1500 } }] });
    expect(detect(200, MB)).toEqual({ verdict: 'absent' });
    expect(detect(1500, 4096n)).toEqual({ verdict: 'absent' });
  });
  test('a heap', () => {
    const id = 'memory-leak-process-heap';
    const log = (committed: string) =>
      logCase(
        `0:000> vertarget\nWindows 7 Version 7601 MP (2 procs) Free x86 compatible\n0:000> !heap -s\n  Heap     Flags   Reserv  Commit  Virt   Free  List   UCR  Virt  Lock  Fast \n                    (k)     (k)    (k)     (k) length      blocks cont. heap \n-----------------------------------------------------------------------------\n00150000 00000002 1048576 ${committed} 1048576     10     3     1    0      0   LFH\n00250000 00001002      64     24     64     12     2     1    0      0      \n-----------------------------------------------------------------------------\n`,
      );
    expect(verdictOf(id, log('1001000'))).toMatchObject({ finding: { confidence: 0.45 } });
    expect(verdictOf(id, log('  51000'))!.verdict).toBe('absent');
    expect(verdictOf(id, logCase('0:000> k\n'))!.verdict).toBe('unknown');
  });
});

describe('Stack Overflow (insufficient memory)', () => {
  const id = 'stack-overflow-insufficient-memory';
  const overflow = (code: number, reserved: bigint) =>
    dumpCase(
      narrowSpec({
        exception: { threadId: 0x22, code, address: 0x401000n },
        memoryInfos: [
          {
            base: 0x80000n - reserved,
            size: reserved,
            allocationBase: 0x80000n - reserved,
            state: RESERVE,
            protect: 0,
            allocationProtect: 4,
            type: PRIVATE,
          },
          {
            base: 0x80000n,
            size: 0x1000n,
            allocationBase: 0x80000n - reserved,
            state: COMMIT,
            protect: 4,
            allocationProtect: 4,
            type: PRIVATE,
          },
        ],
      }),
    );
  test('room was left', () => {
    expect(verdictOf(id, overflow(0xc00000fd, 0x40000n))).toMatchObject({ finding: { details: { left: 0x40000 } } });
    expect(verdictOf(id, overflow(0xc00000fd, 0x2000n))!.verdict).toBe('absent');
    expect(verdictOf(id, overflow(0xc0000005, 0x40000n))!.verdict).toBe('absent');
  });
});
