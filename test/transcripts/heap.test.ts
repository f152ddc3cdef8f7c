import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { IsfSymbolTable, loadIsf } from '../../src/symbols/isf.ts';
import type { TypeTable } from '../../src/symbols/type.ts';
import { narrowSpec, processSpec, STACK } from '../patterns/scene.ts';
import { HEAP, heapPage, LARGE, LISTED, Page, PEB, SEGMENT_HEAP, TEB, WIN10, XP } from '../synth/heap-scene.ts';
import { x64Context, x86Context } from '../synth/minidump-writer.ts';
import { synthTypes } from '../synth/type-table.ts';
import { UserSession } from './user-session.ts';

function session(heap: Page, types: TypeTable): UserSession {
  const context = x64Context({ rip: STACK, rsp: STACK });
  const spec = processSpec({
    threads: [{ id: 1, teb: TEB, context, stack: { start: STACK, bytes: new Uint8Array(16) } }],
    memory: [
      { start: TEB, bytes: new Page(0x100).u64(0x60, PEB).bytes },
      { start: PEB, bytes: new Page(0x120).u32(0xe8, 3).u64(0xf0, LISTED).bytes },
      { start: LISTED, bytes: new Page(24).u64(0, HEAP).u64(8, SEGMENT_HEAP).u64(16, 0x77_0000n).bytes },
      { start: HEAP, bytes: heap.bytes },
      { start: SEGMENT_HEAP, bytes: new Page(0x100).u32(16, 0xddeeddee).bytes },
      {
        start: LARGE,
        bytes: new Page(64)
          .list(0, HEAP + 272n)
          .u64(32, 0x10_0000n)
          .u64(40, 0x10_1000n).bytes,
      },
    ],
  });
  return new UserSession(spec, { ntdll: { RtlpLFHKey: 0xff00 } }, { ntdll: types });
}

const STATISTICS = /^00000000006a0000 00000002 {4}1024 {6}8 {4}968 {6}0 {5}1 {5}1 {4}1 {6}3 {3}LFH$/m;

describe('Windows 10, 64 bits', () => {
  const debug = session(heapPage(), synthTypes(WIN10));

  test('!heap -s: numbers of each heap, other kinds by name', async () => {
    const text = await debug.text('!heap -s');
    expect(text).toMatch(STATISTICS);
    expect(text).toMatch(/^0000000000900000 Segment Heap/m);
    expect(text).toMatch(/^0000000000770000 not read/m);
    expect(await debug.text('!heap')).toMatch(/6a0000 +NT Heap\n.*900000 +Segment Heap\n.*770000 +not in the dump\n/);
  });

  test('!heap -a: the segment, and its entries decoded', async () => {
    const text = await debug.text('!heap -a 6a0000');
    expect(text).toMatch(/Segment at 00000000006a0000 to 00000000006b0000 \(00002000 bytes committed\)/);
    expect(text.split('\n').filter((line) => /\] - | - uncommitted/.test(line))).toEqual([
      '        00000000006a0740: 00000 . 00040 [01] - busy (30)',
      '        00000000006a0780: 00040 . 00880 [01] - busy (864)',
      '        00000000006a1000: 00880 . 00100 [00] - free',
      '        00000000006a1100: 00100 . 00800 [09] - busy (7f0), internal',
      '        00000000006a1900: 00800 . 00700 [11] - busy (6e0)',
      '        00000000006a2000:      0000e000      - uncommitted bytes.',
    ]);
    // By its number in the list too.
    expect(await debug.text('!heap -h 1')).toBe(text);
  });

  test('!heap -p -a and -x: the block that holds an address', async () => {
    expect(await debug.text('!heap -p -a 6a0790')).toBe(
      [
        '    address 00000000006a0790 found in',
        '    _HEAP @ 6a0000',
        '              HEAP_ENTRY Size Prev Flags            UserPtr UserSize - state',
        '        00000000006a0780 0088 0004  [01]   00000000006a0790    00864 - (busy)',
        '',
      ].join('\n'),
    );
    expect(await debug.text('!heap -x 6a1050')).toMatch(/006a1000 0010 0088 {2}\[00\] {3}.* - \(free\)\n/);
    expect(await debug.text('!heap -x 6a3000')).toMatch(/_HEAP @ 6a0000\n {4}in its uncommitted memory/);
    expect(await debug.text('!heap -x 1234')).toMatch(/is in no heap that could be read/);
  });

  // Layout of public transcripts; the sizes are those of the blocks above.
  test('!heap -stat -h: busy blocks by size, without what the front end divides', async () => {
    expect(await debug.text('!heap -stat -h 6a0000')).toBe(
      [
        ' heap @ 00000000006a0000',
        'group-by: TOTSIZE max-display: 20',
        '    size     #blocks     total     ( %) (percent of total busy bytes)',
        '    864 1 - 864  (54.30)',
        '    6e0 1 - 6e0  (44.49)',
        '    30 1 - 30  (1.21)',
        '    800 bytes more are in blocks that the low-fragmentation heap divides further, which are not counted',
        '',
      ].join('\n'),
    );
    expect(await debug.text('!heap -stat -h 1 -grp A 2')).toMatch(
      /group-by: SIZE max-display: 2\n.*\n {4}864 1 .*\n {4}6e0 1 .*\n {4}800/,
    );
    expect(await debug.text('!heap -stat -h 0')).toMatch(
      /heap @ 0000000000900000\n[\s\S]*the blocks of segment heaps are not read/,
    );
  });

  test('!heap -flt: the blocks of a size, or of a range', async () => {
    const [own] = (await debug.text('!heap -flt s 864')).split('    _HEAP @ 900000');
    expect(own).toBe(
      [
        '    _HEAP @ 6a0000',
        '              HEAP_ENTRY Size Prev Flags            UserPtr UserSize - state',
        '        00000000006a0780 0088 0004  [01]   00000000006a0790    00864 - (busy)',
        '',
      ].join('\n'),
    );
    const range = await debug.text('!heap -flt r 30 700');
    expect(range.match(/ - \(busy\)$/gm)).toHaveLength(2);
    const [outcome] = await debug.run('!heap -flt x');
    expect(outcome?.error?.message).toMatch(/-flt takes s size, or r least most/);
  });

  test('a damaged entry ends the walk and is named', async () => {
    const page = heapPage();
    page.u8(0x1008, 0x41).u8(0x1009, 0x41);
    const broken = session(page, synthTypes(WIN10));
    const text = await broken.text('!heap -h 6a0000');
    expect(text).toMatch(
      /busy \(864\)\n.*uncommitted bytes\.\n {8}The walk ends at 00000000006a1000: its checksum is wrong/,
    );
    expect(await broken.text('!heap -x 6a1950')).toMatch(/the walk of its segment ends at 0x6a1000: its checksum/);
  });

  test('mistakes and what is missing are told', async () => {
    for (const line of ['!heap -p -a', '!heap -x', '!heap -q', '!heap -a 5000']) {
      const [outcome] = await debug.run(line);
      expect(outcome?.error?.code, line).toBe('usage');
    }
    const [outcome] = await new UserSession(processSpec(), { ntdll: {} }).run('!heap -s');
    expect(outcome?.error?.message).toMatch(/symbols of ntdll/);
  });
});

describe('the page heap', () => {
  const ROOT = 0x50_0000n;
  const BLOCKS = 0x51_0000n;
  const types = synthTypes({
    ...WIN10,
    _RTL_BALANCED_LINKS: [32, { Parent: [0, 8], LeftChild: [8, 8], RightChild: [16, 8] }],
    _RTL_AVL_TABLE: [104, { BalancedRoot: [0, '_RTL_BALANCED_LINKS'] }],
    _RTL_TRACE_BLOCK: [56, { Size: [12, 4], Trace: [40, 8] }],
    _DPH_HEAP_ROOT: [
      512,
      {
        NextHeap: [16, '_LIST_ENTRY'],
        BusyNodesTable: [64, '_RTL_AVL_TABLE'],
        FreeAllocationListHead: [256, '_LIST_ENTRY'],
      },
    ],
    _DPH_HEAP_BLOCK: [
      128,
      {
        TableLinks: [0, '_RTL_BALANCED_LINKS'],
        AvailableEntry: [0, '_LIST_ENTRY'],
        pUserAllocation: [32, 8],
        pVirtualBlock: [40, 8],
        nVirtualBlockSize: [48, 8],
        nUserRequestedSize: [64, 8],
        StackTrace: [80, 8],
      },
    ],
  });
  const list = 0x7ffa_1000_0000n + 0x100n;
  const root = new Page(0x200)
    .list(16, list)
    .u64(64 + 16, BLOCKS)
    .list(256, BLOCKS + 0x200n);
  const blocks = new Page(0x400);
  // Two busy blocks, one the left child of the other, and a free one.
  blocks
    .u64(8, BLOCKS + 0x100n)
    .u64(32, 0x5fe6ff8n)
    .u64(40, 0x5fe6000n)
    .u64(48, 0x2000n)
    .u64(64, 4n);
  blocks.u64(80, BLOCKS + 0x300n);
  blocks
    .u64(0x100 + 32, 0x5ff6ff8n)
    .u64(0x100 + 40, 0x5ff6000n)
    .u64(0x100 + 48, 0x2000n)
    .u64(0x100 + 64, 8n);
  blocks
    .list(0x200, ROOT + 256n)
    .u64(0x200 + 40, 0x6006000n)
    .u64(0x200 + 48, 0x2000n);
  blocks
    .u32(0x30c, 2)
    .u64(0x328, BLOCKS + 0x380n)
    .u64(0x380, 0x7ffa_1000_0456n)
    .u64(0x388, 0x1_4000_1000n);
  const debug = new UserSession(
    processSpec({
      memory: [
        { start: list, bytes: new Page(16).list(0, ROOT + 16n).bytes },
        { start: ROOT, bytes: root.bytes },
        { start: BLOCKS, bytes: blocks.bytes },
      ],
    }),
    { ntdll: { RtlpDphPageHeapList: 0x100, RtlDebugAllocateHeap: 0x400 } },
    { ntdll: types },
  );

  test('a busy block with the stack that made it, a freed one', async () => {
    const text = await debug.text('!heap -p -a 5fe6ffc');
    expect(text.split('\n')[1]).toBe('    _DPH_HEAP_ROOT @ 500000');
    expect(text).toMatch(/in busy allocation \( {2}DPH_HEAP_BLOCK: +UserAddr +UserSize +VirtAddr +VirtSize\)\n/);
    expect(text).toMatch(/ 510000: +5fe6ff8 +4 +5fe6000 +2000\n/);
    expect(text).toMatch(/00007ffa10000456 ntdll!RtlDebugAllocateHeap\+0x56\n/);
    expect(await debug.text('!heap -p -a 5ff6100')).toMatch(/ 510100: +5ff6ff8 +8 /);
    expect(await debug.text('!heap -p -a 6006010')).toMatch(/in free-ed allocation .*\n +510200: +6006000 +2000\n/);
  });
});

test('Windows XP, 32 bits: an array of segments, entries as they are', async () => {
  const heap = 0x15_0000;
  const page = new Page(0x2000);
  page
    .u32(8, 0xeeffeeff)
    .u32(12, 2)
    .u32(40, 2)
    .u32(80, heap + 80)
    .u32(84, heap + 80)
    .u32(88, heap + 0x640)
    .u8(1414, 1);
  for (let index = 0; index < 128; index++)
    page.u32(376 + index * 8, heap + 376 + index * 8).u32(380 + index * 8, heap + 376 + index * 8);
  page
    .u32(0x640 + 8, 0xffeeffee)
    .u32(0x640 + 24, heap)
    .u32(0x640 + 28, 16)
    .u32(0x640 + 32, heap + 0x680);
  page
    .u32(0x640 + 36, heap + 0x10000)
    .u32(0x640 + 40, 14)
    .u32(0x640 + 48, heap + 0x1ff0);
  page
    .u32(0x1ff0, 0)
    .u32(0x1ff4, heap + 0x2000)
    .u32(0x1ff8, 0xe000);
  const entryAt = (at: number, size: number, previous: number, flags: number, unused: number) =>
    page
      .u16(at, size)
      .u16(at + 2, previous)
      .u8(at + 5, flags)
      .u8(at + 6, unused);
  entryAt(0x680, 0x130, 8, 1, 8);
  entryAt(0x1000, 0x200, 0x130, 0x11, 0xc);
  const spec = narrowSpec({
    threads: [
      {
        id: 1,
        teb: 0x7ffd_e000n,
        context: x86Context({ eip: 0x401000, esp: 0x80000 }),
        stack: { start: 0x80000n, bytes: new Uint8Array(16) },
      },
    ],
    modules: [{ base: 0x77f80000n, size: 0x80000, name: 'C:\\Windows\\System32\\ntdll.dll' }],
    memory: [
      { start: 0x7ffd_e000n, bytes: new Page(0x100).u32(0x30, 0x7ffd_f000).bytes },
      { start: 0x7ffd_f000n, bytes: new Page(0x100).u32(0x88, 1).u32(0x90, 0x7ffd_f0f0).u32(0xf0, heap).bytes },
      { start: BigInt(heap), bytes: page.bytes },
    ],
  });
  const debug = new UserSession(spec, { ntdll: {} }, { ntdll: synthTypes(XP) });
  expect(await debug.text('!heap -s')).toMatch(
    /^00150000 00000002 {6}64 {6}8 {6}8 {6}0 {5}0 {5}1 {4}0 {6}\? {3}L {2}$/m,
  );
  expect(await debug.text('!heap -x 151100')).toBe(
    [
      '    address 00151100 found in',
      '    _HEAP @ 150000',
      '      HEAP_ENTRY Size Prev Flags    UserPtr UserSize - state',
      '        00151000 0200 0130  [11]   00151008    00ff4 - (busy)',
      '',
    ].join('\n'),
  );
});

const ISF = resolve(
  import.meta.dirname,
  '../../../shared/corpus/isf/JPCERTCC__Windows-Symbol-Tables__5278AFF86C341677D7D7835C85B7B844-1.json.xz',
);
test.skipIf(!existsSync(ISF) || !existsSync('/usr/bin/xz'))(
  'the same heap by the types of a real Windows (needs ../shared/corpus/isf and xz)',
  async () => {
    const bytes = execFileSync('xz', ['-dc', ISF], { maxBuffer: 1 << 28 });
    const file = await loadIsf(bytes, new Problems());
    const { types } = new IsfSymbolTable(file, { origin: 'test' });
    const debug = session(heapPage(), types);
    expect(await debug.text('!heap -s')).toMatch(STATISTICS);
    expect(await debug.text('!heap -x 6a0790')).toMatch(
      /006a0780 0088 0004 {2}\[01\] {3}00000000006a0790 {4}00864 - \(busy\)/,
    );
  },
);
