import { type MemorySpace, toAddress, tryU32 } from '../memory/space.ts';
import { tryWord } from '../memory/word.ts';

/** One failure that a Windows Runtime application kept for later; addresses are unsigned. */
export interface StowedException {
  readonly at: bigint;
  readonly hresult: number;
  /** Where it was raised; null where the record holds a text instead. */
  readonly address: bigint | null;
  readonly threadId: number;
}

/**
 * STOWED_EXCEPTION_INFORMATION_V1 and _V2 (stowed exceptions, Microsoft Learn): Size, Signature, ResultCode, then the
 * ExceptionForm in two bits with the thread id shifted by two, and for form 1 (binary) the address.
 */
const SIGNATURES: ReadonlySet<number> = new Set([0x53453031, 0x53453032]);
const FORM_BINARY = 1;
const MOST = 64;

/** The array of pointers that parameters 0 and 1 of 0xC000027B tell, as far as it can be read. */
export function readStowedExceptions(
  memory: MemorySpace,
  pointerSize: 4 | 8,
  array: bigint,
  count: bigint,
): readonly StowedException[] {
  const start = toAddress(array);
  const found: StowedException[] = [];
  if (start === null) return found;
  for (let i = 0; i < Math.min(Number(count), MOST); i++) {
    const pointer = tryWord(memory, start + i * pointerSize, pointerSize);
    const at = pointer === null ? null : toAddress(pointer);
    if (pointer === null || at === null) continue;
    const signature = tryU32(memory, at + 4);
    const hresult = tryU32(memory, at + 8);
    const form = tryU32(memory, at + 12);
    if (signature === null || hresult === null || form === null || !SIGNATURES.has(signature)) continue;
    found.push({
      at: pointer,
      hresult,
      address: (form & 3) === FORM_BINARY ? tryWord(memory, at + 16, pointerSize) : null,
      threadId: (form >>> 2) << 2,
    });
  }
  return found;
}
