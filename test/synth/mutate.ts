/** Deterministic pseudo-random numbers in [0, 1) (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
}

const INTERESTING = [0, 1, 4, 0x7f, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/**
 * A damaged copy: flipped bits, overwritten 32-bit fields, zeroed or repeated blocks, or a cut. Half of the damage falls
 * into the first `hot` bytes, where headers and directories stand.
 */
export function mutate(bytes: Uint8Array, next: () => number, hot = 1024): Uint8Array {
  let out = bytes.slice();
  const at = () => Math.floor(next() * (next() < 0.5 ? Math.min(hot, out.length) : out.length));
  const steps = 1 + Math.floor(next() * 8);
  for (let step = 0; step < steps && out.length > 8; step++) {
    const kind = Math.floor(next() * 6);
    const place = at();
    if (kind === 0) out[place] = (out[place] ?? 0) ^ (1 << Math.floor(next() * 8));
    else if (kind <= 2) {
      const value = next() < 0.5 ? INTERESTING[Math.floor(next() * INTERESTING.length)] : next() * out.length;
      const aligned = Math.min(out.length - 4, place & ~3);
      new DataView(out.buffer).setUint32(aligned, value ?? 0, true);
    } else if (kind === 3) out.fill(0, place, place + Math.floor(next() * 64));
    else if (kind === 4) out.copyWithin(place, at(), at());
    else if (next() < 0.3) out = out.slice(0, place);
  }
  return out;
}
