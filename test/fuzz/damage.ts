import { mutate } from '../synth/mutate.ts';
import type { Seed } from './seeds.ts';

/** A damaged copy of a seed's bytes, in one of several ways that suit its kind; all choices come from `next`. */
export function damage(seed: Seed, next: () => number, other: () => Uint8Array): Uint8Array {
  const bytes = seed.bytes();
  if (bytes.length < 16) return mutate(bytes, next);
  const way = next();
  if (way < 0.12) return bytes.slice(0, Math.floor(next() * bytes.length));
  if (seed.text) return way < 0.4 ? mutate(bytes, next, bytes.length) : damageText(bytes, next, other);
  if (way < 0.5) return mutate(bytes, next, next() < 0.5 ? 1024 : Math.min(bytes.length, 0x4000));
  if (way < 0.55) return splice(bytes, other(), next);
  return swapPointers(bytes, next);
}

/**
 * Puts values of the file in place of others of it, so that lists lead into each other, tables name themselves and
 * pointers point back; zero words are left alone, because most pages are nothing else.
 */
function swapPointers(bytes: Uint8Array, next: () => number): Uint8Array {
  const out = bytes.slice();
  const width = next() < 0.7 ? 8 : 4;
  const words = Math.floor(out.length / width);
  const place = () => {
    let at = 0;
    for (let tries = 0; tries < 64; tries++) {
      at = Math.floor(next() * words) * width;
      if (out[at] !== 0 || out[at + 1] !== 0 || out[at + 2] !== 0) break;
    }
    return at;
  };
  const steps = 1 + Math.floor(next() ** 3 * 600);
  for (let step = 0; step < steps; step++) {
    const to = place();
    const kind = next();
    if (kind < 0.5) out.copyWithin(to, place(), 0);
    const from = place();
    if (kind < 0.75) out.set(out.slice(from, from + width), to);
    else if (kind < 0.85) out[to] = Math.floor(next() * 256);
    else if (kind < 0.95) out.fill(kind < 0.9 ? 0 : 0xff, to, to + width);
    else
      out.set(out.slice(from & ~0xfff, (from & ~0xfff) + 0x1000).subarray(0, out.length - (to & ~0xfff)), to & ~0xfff);
  }
  return out;
}

/** The head of one file before the tail of another. */
function splice(bytes: Uint8Array, other: Uint8Array, next: () => number): Uint8Array {
  const cut = Math.floor(next() * Math.min(bytes.length, 0x10000));
  const tail = other.subarray(Math.floor(next() * other.length)).subarray(0, 8 << 20);
  const out = new Uint8Array(cut + tail.length);
  out.set(bytes.subarray(0, cut));
  out.set(tail, cut);
  return out;
}

/** Pathological text: lines repeated thousands of times, endless runs, lost line ends, mixed logs, control characters. */
function damageText(bytes: Uint8Array, next: () => number, other: () => Uint8Array): Uint8Array {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const pick = () => Math.floor(next() * lines.length);
  const pieces = [
    ' ',
    '0',
    '\t',
    '`',
    ':',
    '(',
    '[',
    '!',
    '+0x',
    'a',
    '\u001b]0;x\u0007',
    '\u202e',
    '\u0000',
    '00000000 ',
    'x!',
    '.',
    '-',
    '"',
    '<',
  ];
  const steps = 1 + Math.floor(next() * 6);
  for (let step = 0; step < steps; step++) {
    const at = pick();
    const line = (lines[at] ?? '').slice(0, 100_000);
    const kind = Math.floor(next() * 8);
    const piece = pieces[Math.floor(next() * pieces.length)] ?? ' ';
    const column = Math.floor(next() * line.length);
    if (kind === 0)
      lines.splice(at, 0, ...Array.from({ length: Math.floor(next() ** 2 * 5000) }, () => line.slice(0, 1000)));
    else if (kind === 1)
      lines[at] = line.slice(0, column) + piece.repeat(Math.floor(next() ** 2 * 20_000)) + line.slice(column);
    else if (kind === 2) lines[at] = line.slice(0, 2000).repeat(1 + Math.floor(next() ** 2 * 500));
    else if (kind === 3) lines.splice(at, Math.floor(next() * 50), lines.splice(at, 50).join(piece));
    else if (kind === 4) lines.splice(at, 0, ...new TextDecoder().decode(other().subarray(0, 65_536)).split('\n'));
    else if (kind === 5) lines.splice(at, 1);
    else if (kind === 6) lines[at] = line.slice(0, column) + piece + line.slice(column + 1);
    else lines[at] = lines[pick()] ?? '';
  }
  const text = lines.join(next() < 0.1 ? '\r' : '\n');
  if (next() < 0.1) {
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    return new Uint8Array(wide.buffer, wide.byteOffset, wide.length);
  }
  return new TextEncoder().encode(text.slice(0, 8 << 20));
}

/** Draws seeds by weight. */
export function drawer(seeds: readonly Seed[]): (next: () => number) => Seed {
  const total = seeds.reduce((sum, { weight }) => sum + weight, 0);
  return (next) => {
    let left = next() * total;
    for (const seed of seeds) {
      left -= seed.weight;
      if (left < 0) return seed;
    }
    return seeds[seeds.length - 1]!;
  };
}
