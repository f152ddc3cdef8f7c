import type { Address } from '../memory/space.ts';
import type { MemoryWindow } from './memory-window.ts';

/**
 * The upper half of an ARM64 code address without its pointer authentication code. With 48-bit addresses the code
 * occupies bits 48..54 and 56..63; bit 55 tells the half of the address space and is repeated upwards.
 */
export function stripHigh(high: number): number {
  return high & 0x800000 ? high | 0xffff0000 : high & 0xffff;
}

/** A return address at `address` with its authentication code stripped; null when it is missing. */
export function authenticatedPointer(window: MemoryWindow, address: Address): Address | null | undefined {
  const view = window.at(address, 8);
  if (!view) return null;
  const at = window.offset(address);
  return stripHigh(view.getInt32(at + 4, true)) * 0x100000000 + view.getUint32(at, true);
}
