import { describe, expect, test } from 'vitest';
import { SynthMachine, type SynthMode } from '../../test/synth/kernel-dump-writer.ts';
import { isTranslation, PagedSpace, type PageTables, type Translation } from '../memory/paged.ts';
import { type Address, type Hole, isHole, type MemorySpace, readExactly, toAddress } from '../memory/space.ts';
import { arm64PageTables } from './arm64/paging.ts';
import { x64PageTables } from './x64/paging.ts';
import { x86PageTables } from './x86/paging.ts';

/** Physical memory straight from the machine's pages. */
function physicalOf(machine: SynthMachine): MemorySpace {
  return {
    read(address, length): Uint8Array | Hole {
      const page = machine.pages.get(Math.floor(address / 0x1000));
      const within = address % 0x1000;
      return page
        ? page.subarray(within, Math.min(0x1000, within + length))
        : { reason: 'not-in-dump', length: 0x1000 - within, level: 'physical page' };
    },
  };
}

function tablesOf(machine: SynthMachine, endOfMemory?: number): PageTables {
  const physical = physicalOf(machine);
  const root = machine.root * 0x1000;
  const options = endOfMemory === undefined ? {} : { endOfMemory };
  switch (machine.mode) {
    case 'x86':
      return x86PageTables(physical, root, false, options);
    case 'pae':
      return x86PageTables(physical, root, true, options);
    case 'arm64':
      return arm64PageTables(physical, root, options);
    // The low bits of CR3 (PCID) are no part of the base.
    case 'x64':
      return x64PageTables(physical, root + 0x801, 4, options);
    case 'x64-5':
      return x64PageTables(physical, root, 5, options);
  }
}

function spaceOf(machine: SynthMachine): PagedSpace {
  return new PagedSpace(physicalOf(machine), tablesOf(machine));
}

const addressOf = (machine: SynthMachine, value: bigint): Address =>
  machine.pointerSize === 4 ? Number(value) : toAddress(value)!;

const KERNEL: Record<SynthMode, bigint> = {
  x64: 0xfffff80000200000n,
  'x64-5': 0xfff0f80000200000n,
  arm64: 0xfffff80000200000n,
  pae: 0x80800000n,
  x86: 0x80800000n,
};
const MODES = Object.keys(KERNEL) as SynthMode[];
const WIDE: SynthMode[] = ['x64', 'x64-5', 'arm64', 'pae'];

function holeAt(tables: PageTables, address: Address): Hole {
  const answer = tables.translate(address);
  if (isTranslation(answer)) throw new Error('translated');
  return answer;
}

function foundAt(tables: PageTables, address: Address): Translation {
  const answer = tables.translate(address);
  if (!isTranslation(answer)) throw new Error(`not translated: ${answer.level}`);
  return answer;
}

describe.each(MODES)('%s', (mode) => {
  test('reads what was written, across page boundaries', () => {
    const machine = new SynthMachine(mode);
    const bytes = Uint8Array.from({ length: 0x3000 }, (_, index) => (index * 7) & 0xff);
    const at = KERNEL[mode] + 0x123n;
    machine.write(at, bytes);
    const space = spaceOf(machine);
    expect(readExactly(space, addressOf(machine, at), bytes.length)).toEqual(bytes);
    expect(readExactly(space, addressOf(machine, at) + 0xffd, 8)).toEqual(bytes.subarray(0xffd, 0x1005));
  });

  test('user addresses go through the same tables', () => {
    const machine = new SynthMachine(mode);
    machine.write(0x7ff12345n, Uint8Array.of(1, 2, 3));
    expect(readExactly(spaceOf(machine), 0x7ff12345, 3)).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('each kind of entry that is not valid has its own answer', () => {
    const machine = new SynthMachine(mode);
    const at = KERNEL[mode];
    machine.write(at, Uint8Array.of(9));
    const frame = machine.pageAt(at);
    const protection = 4n << 5n;
    const page = (index: bigint) => at + index * 0x1000n;
    machine.setEntry(page(1n), (BigInt(frame) << 12n) | protection | 0x800n);
    machine.setEntry(page(2n), mode === 'x86' ? (0x55n << 12n) | protection : (0x55n << 32n) | protection);
    machine.setEntry(page(3n), protection);
    machine.setEntry(
      page(4n),
      ((0xffffffffn << (mode === 'x86' ? 12n : 32n)) & (mode === 'x86' ? 0xfffff000n : -1n)) | 0x400n,
    );
    const tables = tablesOf(machine);
    const address = (index: bigint) => addressOf(machine, page(index));
    expect(foundAt(tables, address(0n))).toMatchObject({ state: 'valid', physical: frame * 0x1000, pageSize: 0x1000 });
    expect(foundAt(tables, address(1n) + 5)).toMatchObject({ state: 'transition', physical: frame * 0x1000 + 5 });
    expect(holeAt(tables, address(2n))).toEqual({ reason: 'paged-out', level: 'page file PTE', length: 0x1000 });
    expect(holeAt(tables, address(3n) + 0x10)).toEqual({
      reason: 'not-present',
      level: 'demand-zero PTE',
      length: 0xff0,
    });
    expect(holeAt(tables, address(4n))).toMatchObject({ reason: 'not-present', level: 'prototype PTE' });
    expect(holeAt(tables, address(5n))).toMatchObject({ reason: 'not-mapped', level: 'PTE' });
  });

  test('a hole reaches to the end of what the missing entry would map', () => {
    const machine = new SynthMachine(mode);
    machine.write(KERNEL[mode], Uint8Array.of(9));
    const beyond = machine.pointerSize === 4 ? 0x90001000 : addressOf(machine, KERNEL[mode]) - 0x1000;
    const hole = holeAt(tablesOf(machine), beyond);
    expect(hole.reason).toBe('not-mapped');
    expect((beyond + hole.length) % (mode === 'x86' ? 0x400000 : 0x200000)).toBeCloseTo(0);
    expect(hole.length).toBeGreaterThan(0);
  });

  test('a mapped page that the dump lacks is not-in-dump', () => {
    const machine = new SynthMachine(mode);
    const at = KERNEL[mode];
    machine.setEntry(at, machine.valid(0x5000, false));
    const answer = spaceOf(machine).read(addressOf(machine, at) + 0x800, 16);
    expect(answer).toEqual({ reason: 'not-in-dump', length: 0x800, level: 'physical page' });
  });

  test('a missing table is not-in-dump, with the level', () => {
    const machine = new SynthMachine(mode);
    const at = KERNEL[mode];
    machine.setEntry(at, machine.valid(0x5000, true), 0);
    expect(holeAt(tablesOf(machine), addressOf(machine, at))).toMatchObject({ reason: 'not-in-dump' });
  });
});

test.each([
  ['x64', 2, 0x83n, 0x200000],
  ['x64', 1, 0x83n, 0x40000000],
  ['arm64', 2, 0x701n, 0x200000],
  ['arm64', 1, 0x701n, 0x40000000],
  ['pae', 1, 0x83n, 0x200000],
  ['x86', 0, 0x83n, 0x400000],
] as const)('%s: a large page at depth %d', (mode, depth, flags, size) => {
  const machine = new SynthMachine(mode);
  const at = KERNEL[mode] - (KERNEL[mode] % BigInt(size));
  machine.setEntry(at, (BigInt(size) * 3n) | flags, depth);
  expect(foundAt(tablesOf(machine), addressOf(machine, at) + 0x12345)).toEqual({
    state: 'valid',
    physical: size * 3 + 0x12345,
    pageSize: size,
  });
});

test('x86 with PSE-36: a 4 MB page above 4 GB', () => {
  const machine = new SynthMachine('x86');
  machine.setEntry(0x80800000n, 0x00400000n | (0x2n << 13n) | 0x83n, 0);
  expect(foundAt(tablesOf(machine), 0x80800123).physical).toBe(0x2_0040_0123);
});

test('a table in transition still serves', () => {
  const machine = new SynthMachine('x64');
  const at = KERNEL.x64;
  machine.write(at, Uint8Array.of(7));
  const table = machine.allocate();
  machine.pages.get(table)!.set(new Uint8Array(8));
  const other = at + 0x40000000n;
  machine.setEntry(other, (BigInt(table) << 12n) | 0x880n, 2);
  const entry = new DataView(machine.pages.get(table)!.buffer);
  entry.setBigUint64(0, machine.valid(machine.pageAt(at), false), true);
  expect(readExactly(spaceOf(machine), addressOf(machine, other), 1)).toEqual(Uint8Array.of(7));
});

describe.each(WIDE)('%s: prototype PTEs', (mode) => {
  /** An entry that points to a prototype PTE at `proto`. */
  const pointing = (proto: bigint) =>
    mode === 'pae' ? (proto << 32n) | 0x400n : (BigInt.asUintN(48, proto) << 16n) | 0x400n;

  test('valid, transition, page file, mapped file, demand-zero', () => {
    const machine = new SynthMachine(mode);
    // 48 bits of an entry hold a prototype PTE's address, so it lies where four levels reach.
    const at = mode === 'x64-5' ? KERNEL.x64 : KERNEL[mode];
    const protos = at + 0x100000n;
    machine.write(at, Uint8Array.of(0xaa));
    const frame = BigInt(machine.pageAt(at));
    const values = [
      machine.valid(Number(frame), false),
      (frame << 12n) | 0x880n,
      (3n << 32n) | 0x80n,
      0x480n,
      0x80n,
      0n,
    ];
    for (const [index, value] of values.entries()) {
      machine.writeU64(protos + BigInt(index * 8), value);
      machine.setEntry(at + BigInt((index + 1) * 0x1000), pointing(protos + BigInt(index * 8)));
    }
    const tables = tablesOf(machine);
    const address = (index: number) => addressOf(machine, at + BigInt(index * 0x1000));
    expect(foundAt(tables, address(1)).state).toBe('prototype');
    expect(foundAt(tables, address(2))).toMatchObject({ state: 'prototype', physical: Number(frame) * 0x1000 });
    expect(holeAt(tables, address(3))).toMatchObject({ reason: 'paged-out', level: 'prototype PTE: page file' });
    expect(holeAt(tables, address(4))).toMatchObject({ reason: 'paged-out', level: 'prototype PTE: mapped file' });
    expect(holeAt(tables, address(5))).toMatchObject({ reason: 'not-present', level: 'prototype PTE: demand-zero' });
    expect(holeAt(tables, address(6))).toMatchObject({ reason: 'not-present', level: 'prototype PTE: zero' });
  });

  test('a prototype PTE behind a prototype PTE ends the walk', () => {
    const machine = new SynthMachine(mode);
    const at = KERNEL[mode];
    machine.write(at, Uint8Array.of(1));
    machine.setEntry(at + 0x1000n, pointing(at + 0x1008n));
    expect(holeAt(tablesOf(machine), addressOf(machine, at + 0x1000n))).toMatchObject({ level: 'prototype PTE' });
  });
});

test('frames with the L1TF bit are read without it unless the swizzle bit is set', () => {
  const machine = new SynthMachine('x64');
  const at = KERNEL.x64;
  machine.write(at, Uint8Array.of(1));
  const frame = BigInt(machine.pageAt(at));
  machine.setEntry(at + 0x1000n, ((frame | (1n << 33n)) << 12n) | 0x880n);
  machine.setEntry(at + 0x2000n, ((frame | (1n << 33n)) << 12n) | 0x890n);
  const tables = tablesOf(machine, 0x1000);
  expect(foundAt(tables, addressOf(machine, at + 0x1000n)).physical).toBe(Number(frame) * 0x1000);
  expect(foundAt(tables, addressOf(machine, at + 0x2000n)).physical).toBe((Number(frame) + 2 ** 33) * 0x1000);
});

test('addresses that are not canonical are not mapped', () => {
  const machine = new SynthMachine('x64');
  expect(holeAt(tablesOf(machine), 2 ** 47)).toMatchObject({ reason: 'not-mapped', level: 'not canonical' });
  // A search over all of memory passes them at once.
  expect(holeAt(tablesOf(machine), 2 ** 47).length).toBeGreaterThan(2 ** 52);
  expect(holeAt(tablesOf(machine), -(2 ** 48)).length).toBe(2 ** 47);
  const narrow = new SynthMachine('x86');
  expect(holeAt(tablesOf(narrow), -1)).toMatchObject({ reason: 'not-mapped' });
  expect(isHole(spaceOf(narrow).read(2 ** 33, 4))).toBe(true);
});
