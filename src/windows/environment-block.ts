import { decodeUtf16 } from '../bytes/text.ts';
import { type Address, type MemorySpace, readAvailable } from '../memory/space.ts';

/** Windows itself allowed 32767 characters up to Vista; blocks of today are seldom longer. */
const MOST_BYTES = 128 << 10;

/** What a process finds its environment in. */
export interface EnvironmentBlock {
  /** `NAME=value`, in the order of the block. */
  readonly lines: readonly string[];
  /** False where memory ends before the empty text that ends a block. */
  readonly whole: boolean;
}

/** The environment block at an address; null where nothing of it is in memory. */
export function readEnvironmentBlock(memory: MemorySpace, at: Address): EnvironmentBlock | null {
  const bytes = readAvailable(memory, at, MOST_BYTES);
  if (bytes.length < 2) return null;
  const all = decodeUtf16(bytes, true);
  const end = all.startsWith('\0') ? 0 : all.indexOf('\0\0');
  const lines = all.slice(0, end < 0 ? all.length : end).split('\0');
  return { lines: lines.filter((line) => line !== ''), whole: end >= 0 };
}
