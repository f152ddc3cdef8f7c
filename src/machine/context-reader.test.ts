import { describe, expect, test } from 'vitest';
import type { Architecture } from './context.ts';
import { readContext } from './context-reader.ts';

/** Where the raw record of each processor keeps things (winnt.h and Breakpad's minidump_cpu_*.h), written out by hand. */
const RECORDS = [
  {
    architecture: 'x86',
    name: 'CONTEXT',
    size: 716,
    flagsAt: 0,
    all: 0x1003f,
    control: 1,
    ip: ['eip', 0xb8],
    sp: ['esp', 0xc4],
    fp: ['ebp', 0xb4],
    other: ['edi', 0x9c],
    width: 4,
  },
  {
    architecture: 'x64',
    name: 'CONTEXT',
    size: 1232,
    flagsAt: 0x30,
    all: 0x10001f,
    control: 1,
    ip: ['rip', 0xf8],
    sp: ['rsp', 0x98],
    fp: ['rbp', 0xa0],
    other: ['r15', 0xf0],
    width: 8,
  },
  {
    architecture: 'arm64',
    name: 'ARM64_NT_CONTEXT',
    size: 912,
    flagsAt: 0,
    all: 0x40001f,
    control: 1,
    ip: ['pc', 0x108],
    sp: ['sp', 0x100],
    fp: ['fp', 0xf0],
    other: ['x28', 0xe8],
    width: 8,
  },
  {
    architecture: 'arm64',
    name: "Breakpad's older record",
    size: 796,
    flagsAt: 0,
    all: 0x8000000e,
    control: 2,
    ip: ['pc', 0x108],
    sp: ['sp', 0x100],
    fp: ['fp', 0xf0],
    other: ['x28', 0xe8],
    width: 8,
  },
  {
    architecture: 'arm',
    name: "Windows' record",
    size: 416,
    flagsAt: 0,
    all: 0x20000f,
    control: 1,
    ip: ['pc', 0x40],
    sp: ['sp', 0x38],
    fp: ['r11', 0x30],
    other: ['r0', 4],
    width: 4,
  },
] as const;

describe.each(RECORDS)('$architecture, $name', (record) => {
  const { architecture, width } = record;
  const fill = (flags: number): Uint8Array => {
    const bytes = new Uint8Array(record.size);
    const view = new DataView(bytes.buffer);
    view.setUint32(record.flagsAt, flags, true);
    for (const [index, [, at]] of [record.ip, record.sp, record.fp, record.other].entries()) {
      if (width === 4) view.setUint32(at, 0x11223300 + index, true);
      else view.setBigUint64(at, 0x1122_3344_5500n + BigInt(index), true);
    }
    return bytes;
  };
  const value = (index: number): bigint => (width === 4 ? 0x11223300n : 0x1122_3344_5500n) + BigInt(index);

  test('registers lie where the record has them', () => {
    const context = readContext(architecture, fill(record.all))!;
    expect(context.architecture).toBe(architecture);
    const names = [record.ip[0], record.sp[0], record.fp[0], record.other[0]];
    expect(names.map((name) => context.registers.get(name))).toEqual(names.map((_, index) => value(index)));
    expect([context.ip, context.sp, context.fp]).toEqual([0, 1, 2].map((index) => Number(value(index))));
  });

  test('what ContextFlags does not claim is absent', () => {
    const own = (record.all & ~0xff) >>> 0;
    const context = readContext(architecture, fill((own | 0x10) >>> 0));
    expect(context?.registers.has(record.ip[0]) ?? false).toBe(false);
    expect(readContext(architecture, fill(own))).toBeNull();
  });

  test('a record of another processor, or without flags, is refused', () => {
    expect(readContext(architecture, fill(0x08000001))).toBeNull();
    expect(readContext(architecture, fill(0))).toBeNull();
  });

  test('a record cut anywhere keeps what is there', () => {
    const bytes = fill(record.all);
    for (let length = 0; length < bytes.length; length++) {
      const context = readContext(architecture, bytes.subarray(0, length));
      const [name, at] = record.other;
      expect(context?.registers.has(name) ?? false).toBe(at + width <= length && record.flagsAt + 4 <= length);
    }
  });
});

test('an architecture without a record, and values that are no addresses', () => {
  expect(readContext('unknown' as Architecture, new Uint8Array(2000).fill(0xff))).toBeNull();
  const context = readContext('x64', new Uint8Array(1232).fill(0xff));
  expect(context?.ip).toBe(-1);
  const bytes = new Uint8Array(1232).fill(0x7f);
  new DataView(bytes.buffer).setUint32(0x30, 0x10000f, true);
  expect(readContext('x64', bytes)).toMatchObject({ ip: null, sp: null, fp: null });
  expect(readContext('x64', bytes)!.registers.get('rip')).toBe(0x7f7f7f7f7f7f7f7fn);
});
