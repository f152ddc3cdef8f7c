import { type Address, type MemorySpace, toAddress, tryU32 } from '../memory/space.ts';
import { tryWord } from '../memory/word.ts';

/** The head of an EXCEPTION_RECORD that another one points to; addresses are unsigned. */
export interface NestedRecord {
  readonly at: bigint;
  readonly code: number;
  readonly address: bigint;
}

/** EXCEPTION_RECORD of winnt.h: ExceptionCode, ExceptionFlags, ExceptionRecord, ExceptionAddress. */
const OFFSETS = { 4: { next: 8, address: 12 }, 8: { next: 8, address: 16 } } as const;
/** Windows itself never links more than a few. */
const MOST_RECORDS = 16;

/** The exception records that `first` leads to, as far as they can be read; a circle ends the list. */
export function readNestedRecords(memory: MemorySpace, pointerSize: 4 | 8, first: bigint): readonly NestedRecord[] {
  const records: NestedRecord[] = [];
  const seen = new Set<Address>();
  const offsets = OFFSETS[pointerSize];
  for (let pointer = first; records.length < MOST_RECORDS; ) {
    const at = toAddress(pointer);
    if (at === null || at === 0 || seen.has(at)) break;
    seen.add(at);
    const code = tryU32(memory, at);
    const next = tryWord(memory, at + offsets.next, pointerSize);
    const address = tryWord(memory, at + offsets.address, pointerSize);
    if (!code || next === null || address === null) break;
    records.push({ at: pointer, code, address });
    pointer = next;
  }
  return records;
}
