import { type Address, type MemorySpace, tryView } from './space.ts';

/** A pointer-sized little-endian word, unsigned, whether it is an address or not; null when it cannot be read. */
export function tryWord(memory: MemorySpace, at: Address, size: 4 | 8): bigint | null {
  const view = tryView(memory, at, size);
  if (!view) return null;
  return size === 4 ? BigInt(view.getUint32(0, true)) : view.getBigUint64(0, true);
}
