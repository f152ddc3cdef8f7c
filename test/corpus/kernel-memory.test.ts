import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { needKernel } from '../../src/debugger/kernel.ts';
import { type Address, readAvailable, toAddress } from '../../src/memory/space.ts';
import { readBigPool } from '../../src/windows/big-pool-reader.ts';
import { readPoolUse } from '../../src/windows/pool-tag-reader.ts';
import { translate } from '../../src/windows/translation-reader.ts';
import { readVads } from '../../src/windows/vad-reader.ts';
import { memoryCounter } from '../../src/windows/virtual-memory.ts';
import { readVirtualMemory } from '../../src/windows/virtual-memory-reader.ts';
import { Console } from '../transcripts/console.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const forged = join(CORPUS, 'forged');
const isf = join(CORPUS, 'isf');

interface Truth {
  readonly system_dtb: string;
  readonly memory: Readonly<Record<string, number>>;
  readonly pool_tags: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly big_pool_entries: number;
  readonly processes: readonly {
    readonly address: string;
    readonly commit_charge_pages: number;
    readonly pid: number;
    readonly vads: readonly { readonly start: string; readonly end: string; readonly kind: string }[] | null;
  }[];
  readonly translations: readonly {
    readonly dtb: string;
    readonly va: string;
    readonly state: string;
    readonly pa: string | null;
    readonly page_size?: number;
    readonly pagefile?: number;
    readonly pagefile_page?: number;
    readonly bytes: string | null;
  }[];
}

const X64 = ['w10-bsod', 'w10-locks', 'w10-memory', 'w10-series-1', 'w10-series-2', 'w10-series-3', 'w7-locks'];
const STATES: Readonly<Record<string, string>> = {
  transition: 'transition',
  pagefile: 'paged-out',
  demand_zero: 'demand-zero',
};

describe.skipIf(!existsSync(forged))("the kernel's memory (needs ../shared/corpus/forged)", () => {
  test('!vm and vertarget of the dump under /3GB, byte for byte', async () => {
    const console = new Console(join(forged, 'x86/w2003-pte.dmp'), [join(forged, 'x86/symbols')]);
    const expected = (command: string) => readFileSync(join(forged, `x86/expected/w2003-pte.${command}.txt`), 'utf8');
    expect(await console.text('!vm 1')).toBe(expected('vm'));
    expect(await console.text('!vm')).toMatch(/^ Total Private: +\d+ \(/m);
    expect((await console.text('!vm')).startsWith(expected('vm'))).toBe(true);
    expect(await console.text('vertarget')).toBe(expected('vertarget'));
    console.close();
  });

  describe.each(X64)('%s', (name) => {
    const there = existsSync(join(forged, 'x64'));
    const truth: Truth = there
      ? JSON.parse(readFileSync(join(forged, 'x64/expected', `${name}.json`), 'utf8'))
      : { processes: [] };
    const console = there ? new Console(join(forged, 'x64', `${name}.dmp`), [isf]) : null;
    const kernel = () => needKernel(console!.session, '');
    afterAll(() => console?.close());
    const wide = (value: string): Address => toAddress(BigInt(value))!;

    test('translations: state, page, page file, bytes', async () => {
      const { session } = console!;
      for (const one of truth.translations) {
        const answer = translate(session.target, await kernel(), BigInt(one.dtb), wide(one.va))!;
        const last = answer.entries.at(-1)!;
        expect(answer.physical, one.va).toBe(one.pa === null ? null : BigInt(one.pa));
        if (one.page_size) expect(answer.pageSize).toBe(one.page_size);
        if (STATES[one.state]) expect(last.state, one.va).toBe(STATES[one.state]);
        if (one.pagefile_page !== undefined)
          expect(last.pageFile).toEqual({ number: one.pagefile, offset: BigInt(one.pagefile_page) });
        if (one.bytes === null || answer.physical === null) continue;
        const bytes = readAvailable(session.target.physicalMemory!, Number(answer.physical), one.bytes.length / 2);
        expect(Buffer.from(bytes).toString('hex')).toBe(one.bytes);
      }
      expect(truth.translations.length).toBeGreaterThan(5);
    });

    test('pool by tag, and large allocations', async () => {
      const use = readPoolUse(await kernel())!;
      const plain = (tag: string) => tag.slice(0, 3) + String.fromCharCode(tag.charCodeAt(3) & 0x7f);
      const expected = Object.entries(truth.pool_tags).map(([tag, one]) => [
        plain(tag.padEnd(4)),
        ...['nonpaged_allocs', 'nonpaged_frees', 'nonpaged_bytes', 'paged_allocs', 'paged_frees', 'paged_bytes'].map(
          (field) => BigInt(one[field]!),
        ),
      ]);
      const read = use.tags.map((one) => [
        one.tag,
        one.nonPagedAllocations,
        one.nonPagedFrees,
        one.nonPagedBytes,
        one.pagedAllocations,
        one.pagedFrees,
        one.pagedBytes,
      ]);
      const order = (rows: unknown[][]) => rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
      expect(order(read)).toEqual(order(expected));
      expect(use.lost).toBeNull();
      expect(readBigPool(await kernel())?.blocks.length).toBe(truth.big_pool_entries);
    });

    test('counters of virtual memory, and what processes committed', async () => {
      const memory = readVirtualMemory(await kernel());
      const rows: readonly (readonly [string, string])[] = [
        ['Physical Memory', 'physical'],
        ['Available Pages', 'available'],
        ['Modified Pages', 'modified'],
        ['Shared Commit', 'shared'],
        ['Driver Commit', 'driver_commit'],
        ['Committed pages', 'committed'],
        ['Commit limit', 'commit_limit'],
      ];
      for (const [label, field] of rows) expect(memoryCounter(memory, label), label).toBe(BigInt(truth.memory[field]!));
      if (truth.memory['pagefile']) {
        expect(memory.pageFiles?.[0]?.currentKb).toBe(BigInt(truth.memory['pagefile'] * 4));
        expect(memory.pageFiles?.[0]?.freeKb).toBe(BigInt(truth.memory['pagefile_free']! * 4));
      }
      const commit = new Map(memory.processes?.map(({ id, commit }) => [id, commit]));
      for (const { pid, commit_charge_pages } of truth.processes.slice(1))
        expect(commit.get(pid), `${pid}`).toBe(BigInt(commit_charge_pages));
    });

    test('address descriptors', async () => {
      for (const { address, vads } of truth.processes) {
        if (!vads) continue;
        const tree = readVads(await kernel(), wide(address))!;
        expect(tree.lost).toBeNull();
        expect(
          tree.ranges.map(({ startPage, endPage, isImage }) => [
            `0x${(startPage << 12n).toString(16)}`,
            `0x${((endPage << 12n) + 0xfffn).toString(16)}`,
            isImage ? 'image' : 'private',
          ]),
        ).toEqual(vads.map(({ start, end, kind }) => [start, end, kind]));
      }
    });
  });
});
