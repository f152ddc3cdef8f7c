import { type Address, type MemorySpace, toAddress, tryU32 } from '../memory/space.ts';
import { tryWord } from '../memory/word.ts';

/** HEAP_FAILURE_TYPE of the public symbols of ntdll. */
export const HEAP_FAILURES: Readonly<Record<number, string>> = {
  0: 'an internal error of the heap',
  1: 'unknown',
  2: 'corruption of unknown kind',
  3: 'a corrupt entry header',
  4: 'several corrupt entry headers',
  5: 'a corrupt header of a large (virtual) block',
  6: 'a buffer overrun',
  7: 'a buffer underrun',
  8: 'a free block passed where a busy one is needed',
  9: 'an invalid argument',
  10: 'an invalid allocation type',
  11: 'use of a block after it was freed',
  12: 'an operation on the wrong heap',
  13: 'corrupt free lists',
  14: 'a corrupt list entry',
  15: "a mismatch of the low-fragmentation heap's bitmap",
  16: 'a corrupt bitmap of a low-fragmentation segment',
  17: 'a double free in a low-fragmentation segment',
  18: 'corruption of a variable-size (VS) subsegment',
  19: 'a null heap',
  20: 'the allocation limit was exceeded',
  21: 'the commit limit was exceeded',
};

/** Failures by which a heap notices that a block was freed which is not in use. */
export const DOUBLE_FREES: ReadonlySet<number> = new Set([8, 17]);

/** What the heap wrote down before it stopped the process. Addresses are unsigned. */
export interface HeapFailure {
  /** HEAP_FAILURE_TYPE: a key of HEAP_FAILURES. */
  readonly type: number;
  readonly heap: bigint;
  readonly block: bigint;
}

/** _HEAP_FAILURE_INFORMATION of the public symbols of ntdll: Version, StructureSize, FailureType, HeapAddress, Address. */
const OFFSETS = { 4: { type: 8, heap: 0xc, block: 0x10 }, 8: { type: 8, heap: 0x10, block: 0x18 } } as const;
/** More than any version of the structure has. */
const MOST_BYTES = 0x1000;

/** The record that parameter 0 of STATUS_HEAP_CORRUPTION points to; null when it is not in the dump or is none. */
export function readHeapFailure(memory: MemorySpace, pointerSize: 4 | 8, pointer: bigint): HeapFailure | null {
  const at: Address | null = toAddress(pointer);
  if (at === null || at === 0) return null;
  const offsets = OFFSETS[pointerSize];
  const size = tryU32(memory, at + 4);
  const type = tryU32(memory, at + offsets.type);
  if (size === null || type === null || size < offsets.block + pointerSize || size > MOST_BYTES) return null;
  if (HEAP_FAILURES[type] === undefined) return null;
  const word = (offset: number): bigint | null => tryWord(memory, at + offset, pointerSize);
  const heap = word(offsets.heap);
  const block = word(offsets.block);
  return heap === null || block === null ? null : { type, heap, block };
}
