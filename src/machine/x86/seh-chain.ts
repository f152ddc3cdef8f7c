import { type Address, type MemorySpace, tryU32 } from '../../memory/space.ts';

/** One EXCEPTION_REGISTRATION_RECORD {Next, Handler} (winnt.h). */
export interface SehRecord {
  readonly address: Address;
  readonly handler: Address;
}

/**
 * The exception registration chain from `head` (NT_TIB.ExceptionList) on. It ends at 0xffffffff, where memory is
 * missing, and where it turns downwards, which a sound chain never does.
 */
export function readSehChain(memory: MemorySpace, head: Address, limit = 1024): readonly SehRecord[] {
  const records: SehRecord[] = [];
  let at = head;
  while (at !== 0xffffffff && at !== 0 && records.length < limit) {
    const next = tryU32(memory, at);
    const handler = tryU32(memory, at + 4);
    if (next === null || handler === null) break;
    records.push({ address: at, handler });
    if (next <= at) break;
    at = next;
  }
  return records;
}
