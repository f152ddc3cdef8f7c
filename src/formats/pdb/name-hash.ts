import { viewOf } from '../../bytes/source.ts';

const encoder = new TextEncoder();

/**
 * Hash of a name in the symbol and type hashes (microsoft-pdb misc.h HashPbCb, LLVM hashStringV1): words XORed together,
 * letters brought to lower case. The same for names that differ in case only, so a bucket serves both searches.
 */
export function hashName(name: string): number {
  const bytes = encoder.encode(name);
  const view = viewOf(bytes);
  let hash = 0;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) hash ^= view.getUint32(at, true);
  if (at + 2 <= bytes.length) {
    hash ^= view.getUint16(at, true);
    at += 2;
  }
  if (at < bytes.length) hash ^= bytes[at]!;
  hash |= 0x2020_2020;
  hash ^= hash >>> 11;
  return (hash ^ (hash >>> 16)) >>> 0;
}
