import { type Address, toAddress } from '../memory/space.ts';
import type { Architecture, Context } from './context.ts';

/** Where one register lies in a raw CONTEXT record: name, byte offset, size in bytes, and the ContextFlags bit that must be set. */
export type RegisterLayout = readonly (readonly [
  name: string,
  offset: number,
  size: 1 | 2 | 4 | 8 | 10 | 16,
  flag: number,
])[];

/** The registers of `layout` whose flag is set in `flags` and whose bytes are all there. */
export function readRegisters(view: DataView, flags: number, layout: RegisterLayout): Map<string, bigint> {
  const registers = new Map<string, bigint>();
  for (const [name, offset, size, flag] of layout) {
    if ((flags & flag) === 0 || offset + size > view.byteLength) continue;
    registers.set(name, readValue(view, offset, size));
  }
  return registers;
}

/** A little-endian unsigned value of 1 to 16 bytes. */
export function readValue(view: DataView, offset: number, size: number): bigint {
  switch (size) {
    case 1:
      return BigInt(view.getUint8(offset));
    case 2:
      return BigInt(view.getUint16(offset, true));
    case 4:
      return BigInt(view.getUint32(offset, true));
    case 8:
      return view.getBigUint64(offset, true);
    case 10:
      return (BigInt(view.getUint16(offset + 8, true)) << 64n) | view.getBigUint64(offset, true);
    default:
      return (view.getBigUint64(offset + 8, true) << 64n) | view.getBigUint64(offset, true);
  }
}

/** The names of instruction pointer, stack pointer and frame pointer by architecture. */
const POINTERS: Partial<Record<Architecture, readonly [ip: string, sp: string, fp: string]>> = {
  x86: ['eip', 'esp', 'ebp'],
  x64: ['rip', 'rsp', 'rbp'],
  arm64: ['pc', 'sp', 'fp'],
  arm: ['pc', 'sp', 'r11'],
};

/** A Context of registers by WinDbg's names. */
export function contextOf(architecture: Architecture, registers: ReadonlyMap<string, bigint>): Context {
  const names = POINTERS[architecture];
  const address = (name: string | undefined): Address | null => {
    const value = name === undefined ? undefined : registers.get(name);
    return value === undefined ? null : toAddress(value);
  };
  return { architecture, registers, ip: address(names?.[0]), sp: address(names?.[1]), fp: address(names?.[2]) };
}
