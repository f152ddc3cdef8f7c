import { decodeUtf8 } from '../bytes/text.ts';
import { type MemorySpace, readAvailable, toAddress, tryU32 } from '../memory/space.ts';
import { tryWord } from '../memory/word.ts';

/** What the delay-load helper could not find. */
export interface DelayLoadFailure {
  readonly module: string;
  /** A name, `#12` for an ordinal, or null when it cannot be read. */
  readonly procedure: string | null;
  /** Of the module's name, unsigned. */
  readonly address: bigint;
}

/** DelayLoadInfo of delayimp.h: cb, pidd, ppfn, szDll, then DelayLoadProc {fImportByName, union}. */
const OFFSETS = { 4: { dll: 12, byName: 16, procedure: 20 }, 8: { dll: 24, byName: 32, procedure: 40 } } as const;
const LONGEST_NAME = 260;

/** The DelayLoadInfo that parameter 0 of 0xC06D007E and 0xC06D007F points to; null when it is not in the dump. */
export function readDelayLoad(memory: MemorySpace, pointerSize: 4 | 8, pointer: bigint): DelayLoadFailure | null {
  const at = toAddress(pointer);
  if (at === null || at === 0) return null;
  const offsets = OFFSETS[pointerSize];
  const address = tryWord(memory, at + offsets.dll, pointerSize);
  const module = address === null ? null : textAt(memory, address);
  if (address === null || module === null) return null;
  const byName = tryU32(memory, at + offsets.byName);
  const value = tryWord(memory, at + offsets.procedure, pointerSize);
  const procedure =
    byName === null || value === null || value === 0n
      ? null
      : byName !== 0
        ? textAt(memory, value)
        : `#${BigInt.asUintN(32, value)}`;
  return { module, procedure, address };
}

/** Printable ASCII that ends with a zero; anything else is no name of a file or a function. */
function textAt(memory: MemorySpace, pointer: bigint): string | null {
  const at = toAddress(pointer);
  const bytes = at === null ? new Uint8Array(0) : readAvailable(memory, at, LONGEST_NAME);
  const end = bytes.indexOf(0);
  const text = end < 1 ? '' : decodeUtf8(bytes.subarray(0, end));
  return /^[\x20-\x7e]+$/.test(text) ? text : null;
}
