import { tryU32, tryU64 } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';

/**
 * An unsigned variable of nt, or an element of an array of them, that is a ULONG in some kernels and as wide as a
 * pointer in others: on 64-bit the next symbol tells which. Null when unknown or not in the dump.
 */
export function variableWord(kernel: Kernel, name: string, index = 0): bigint | null {
  const at = kernel.address(name);
  if (at === null) return null;
  const width = kernel.pointerSize === 8 && !isShort(kernel, name) ? 8 : 4;
  if (width === 8) return tryU64(kernel.memory, at + index * 8);
  const value = tryU32(kernel.memory, at + index * 4);
  return value === null ? null : BigInt(value);
}

/** Whether another symbol begins four bytes behind this one. */
function isShort({ symbols }: Kernel, name: string): boolean {
  const own = symbols.find(name);
  if (!own) return false;
  const next = symbols.at(own.rva + 4);
  return next !== null && next.rva === own.rva + 4;
}

/** How many pointers fit between an array of nt and the next symbol, at most `most`. */
export function pointersInArray({ symbols, pointerSize }: Kernel, name: string, most: number): number {
  const own = symbols.find(name);
  if (!own) return 0;
  for (let count = 1; count < most; count++) {
    const next = symbols.at(own.rva + count * pointerSize);
    if (next && next.rva > own.rva) return count;
  }
  return most;
}
