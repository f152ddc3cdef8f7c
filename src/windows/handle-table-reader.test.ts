import { describe, expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { type HandleSlots, readHandleSlot, readHandleSlots } from './handle-table-reader.ts';

const BASE = 0x1000_0000;
const at = (offset: number) => BigInt(BASE + offset);
const TABLE = 0x80;
const TOP = 0x1000;
const LEAF = 0x2000;
const OTHER = 0x3000;

// Windows 10 x64 and Windows 7 x64 by their public symbols.
const WIN10: SynthTypes = {
  _HANDLE_TABLE: [128, { TableCode: [8, 8] }],
  _HANDLE_TABLE_ENTRY: [
    16,
    {
      Attributes: [0, '17:3'],
      ObjectPointerBits: [0, '20:44'],
      GrantedAccessBits: [8, '0:25'],
    },
  ],
};
const WIN7: SynthTypes = {
  _HANDLE_TABLE: [104, { TableCode: [8, 8] }],
  _HANDLE_TABLE_ENTRY: [16, { Object: [0, 8], GrantedAccess: [8, 4] }],
};

const view = (memory: Page, types: SynthTypes) => synthKernelView({ base: BASE, memory, variables: {}, types });
const slots = (memory: Page, types = WIN10): HandleSlots => readHandleSlots(view(memory, types), BASE + TABLE);

/** Windows 10's entry of a kernel object: unlocked, attributes, the pointer without its low four and high sixteen bits. */
function entry(page: Page, place: number, object: bigint, access: number, attributes = 0): void {
  page
    .u64(place, ((BigInt.asUintN(48, object) >> 4n) << 20n) | (BigInt(attributes) << 17n) | 1n)
    .u32(place + 8, access);
}

describe('handle tables', () => {
  test('one level: pointers, access and attributes of Windows 10', () => {
    const page = new Page(0x4000).u64(TABLE + 8, at(LEAF));
    entry(page, LEAF + 16, 0xffffa604_f24ec010n, 0x1fffff, 1);
    entry(page, LEAF + 5 * 16, 0xffffa604_f6825030n, 0x1f0003, 3);
    expect(slots(page)).toMatchObject({
      levels: 1,
      lost: null,
      slots: [
        {
          handle: 4,
          pointer: -0x59fb_0db1_3ff0,
          access: 0x1fffff,
          attributes: { protected: true, inherit: false, audit: false },
        },
        { handle: 0x14, access: 0x1f0003, attributes: { protected: true, inherit: true, audit: false } },
      ],
    });
    expect(BigInt.asUintN(64, BigInt(slots(page).slots[0]!.pointer))).toBe(0xffffa604_f24ec010n);
  });

  test('attributes of two bits and a bit for protection, as 32-bit Windows 8 has them', () => {
    const page = new Page(0x4000).u64(TABLE + 8, at(LEAF));
    page.u64(LEAF + 16, ((0xffffa604_00000010n >> 4n) << 20n) | (1n << 17n)).u32(LEAF + 24, 0x0200_0003);
    const types: SynthTypes = {
      _HANDLE_TABLE: [128, { TableCode: [8, 8] }],
      _HANDLE_TABLE_ENTRY: [
        16,
        {
          Attributes: [0, '17:2'],
          ObjectPointerBits: [0, '20:44'],
          GrantedAccessBits: [8, '0:25'],
          ProtectFromClose: [8, '25:1'],
        },
      ],
    };
    expect(slots(page, types).slots).toMatchObject([
      { access: 3, attributes: { protected: true, inherit: true, audit: false } },
    ]);
  });

  test('one level: flags in the pointer and the access of Windows 7', () => {
    const page = new Page(0x4000).u64(TABLE + 8, at(LEAF));
    page.u64(LEAF + 16, 0xfffffa80_0001b081n + 2n).u32(LEAF + 24, 0x0200_0000 + 0x120089);
    expect(slots(page, WIN7).slots).toMatchObject([
      { handle: 4, access: 0x120089, attributes: { protected: true, inherit: true, audit: false } },
    ]);
  });

  test('two levels: handles of the second page begin at 1024', () => {
    const page = new Page(0x4000)
      .u64(TABLE + 8, at(TOP) + 1n)
      .u64(TOP, at(LEAF))
      .u64(TOP + 8, at(OTHER));
    entry(page, LEAF + 16, 0xffffa604_00000010n, 1);
    entry(page, OTHER + 2 * 16, 0xffffa604_00000020n, 2);
    expect(slots(page).slots.map(({ handle }) => handle)).toEqual([4, 0x408]);
    const kernel = view(page, WIN10);
    expect(readHandleSlot(kernel, BASE + TABLE, 0x408)).toMatchObject({ handle: 0x408, access: 2 });
    expect(readHandleSlot(kernel, BASE + TABLE, 0x40b)).toMatchObject({ handle: 0x408 });
    expect(readHandleSlot(kernel, BASE + TABLE, 0x404)).toBeNull();
    expect(readHandleSlot(kernel, BASE + TABLE, 0x7fff_fffc)).toBeNull();
  });

  test('a page that is named again and again is read once; a page that is missing is counted', () => {
    const page = new Page(0x4000).u64(TABLE + 8, at(TOP) + 1n);
    for (let index = 0; index < 512; index++) page.u64(TOP + index * 8, at(LEAF));
    for (let index = 0; index < 256; index++) entry(page, LEAF + index * 16, 0xffffa604_00000010n, 1);
    const garbage = slots(page);
    expect(garbage.slots).toHaveLength(255);
    expect(garbage.lost).toContain('511 entries or pages are garbage');
    const missing = slots(new Page(0x4000).u64(TABLE + 8, at(TOP) + 1n).u64(TOP, 0xffff_0000n));
    expect(missing).toMatchObject({ slots: [], lost: '1 pages of the handle table are not in the dump' });
  });

  test('more levels than three are refused', () => {
    expect(slots(new Page(0x4000).u64(TABLE + 8, at(TOP) + 3n))).toMatchObject({ levels: null, slots: [] });
  });
});
