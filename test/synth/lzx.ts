/**
 * A small LZX encoder for cabinets, from Microsoft's "LZX Data Compression Format": it makes every kind of block, match
 * and tree run that a seed happens to choose, not small output. cabextract is its judge (`cabinet.test.ts`).
 */
const SLOTS: Record<number, number> = { 15: 30, 16: 32, 17: 34, 18: 36, 19: 38, 20: 42, 21: 50 };
const FRAME = 0x8000;

class BitWriter {
  bytes: number[] = [];
  #hold = 0;
  #held = 0;
  put(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit--) {
      this.#hold = (this.#hold << 1) | (Math.floor(value / 2 ** bit) & 1);
      if (++this.#held === 16) {
        this.bytes.push(this.#hold & 0xff, this.#hold >> 8);
        this.#hold = 0;
        this.#held = 0;
      }
    }
  }
  get aligned(): boolean {
    return this.#held === 0;
  }
  align(): void {
    while (this.#held !== 0) this.put(0, 1);
  }
}

type Token = { literal: number } | { length: number; offset: number; slot: number; footer: number; extra: number };

function extraBits(slot: number): number {
  return slot < 4 ? 0 : slot < 36 ? (slot >> 1) - 1 : 17;
}
function baseOf(slot: number): number {
  let base = 0;
  for (let index = 0; index < slot; index++) base += 2 ** extraBits(index);
  return base;
}
const BASES = Array.from({ length: 51 }, (_, slot) => baseOf(slot));

/** Code lengths (at most `most` bits) for symbol counts: package-merge replaced by repeated flattening. */
export function codeLengths(counts: readonly number[], most: number): number[] {
  const used = counts.map((count, symbol) => ({ count, symbol })).filter(({ count }) => count > 0);
  const lengths = counts.map(() => 0);
  if (used.length === 0) return lengths;
  if (used.length === 1) {
    // A complete code needs two symbols; the other is never used.
    lengths[used[0]!.symbol] = 1;
    lengths[used[0]!.symbol === 0 ? 1 : 0] = 1;
    return lengths;
  }
  for (let flatten = 0; ; flatten++) {
    type Node = { weight: number; symbols: number[] };
    let nodes: Node[] = used.map(({ count, symbol }) => ({
      weight: Math.max(1, Math.floor(count / 2 ** flatten)),
      symbols: [symbol],
    }));
    lengths.fill(0);
    while (nodes.length > 1) {
      nodes = nodes.sort((a, b) => a.weight - b.weight);
      const [a, b] = nodes.splice(0, 2) as [Node, Node];
      for (const symbol of [...a.symbols, ...b.symbols]) lengths[symbol]!++;
      nodes.push({ weight: a.weight + b.weight, symbols: [...a.symbols, ...b.symbols] });
    }
    if (Math.max(...lengths) <= most) return lengths;
  }
}

function codesOf(lengths: readonly number[]): number[] {
  const codes = lengths.map(() => 0);
  let code = 0;
  for (let length = 1; length <= 16; length++) {
    lengths.forEach((has, symbol) => {
      if (has === length) codes[symbol] = code++;
    });
    code *= 2;
  }
  return codes;
}

function writeTree(
  out: BitWriter,
  before: number[],
  lengths: readonly number[],
  from: number,
  to: number,
  next: () => number,
) {
  const runs: { symbol: number; extra: number; bits: number; delta?: number }[] = [];
  for (let at = from; at < to; ) {
    let same = 1;
    while (at + same < to && lengths[at + same] === lengths[at]) same++;
    const delta = (((before[at] ?? 0) - lengths[at]! + 17) % 17) as number;
    if (lengths[at] === 0 && same >= 20 && next() % 4) {
      const count = Math.min(same, 51);
      runs.push({ symbol: 18, extra: count - 20, bits: 5 });
      at += count;
    } else if (lengths[at] === 0 && same >= 4) {
      const count = Math.min(same, 19);
      runs.push({ symbol: 17, extra: count - 4, bits: 4 });
      at += count;
    } else if (same >= 4) {
      const count = Math.min(same, 5);
      runs.push({ symbol: 19, extra: count - 4, bits: 1, delta });
      at += count;
    } else {
      runs.push({ symbol: delta, extra: 0, bits: 0 });
      at++;
    }
  }
  const counts = Array.from({ length: 20 }, () => 0);
  for (const { symbol, delta } of runs) {
    counts[symbol]!++;
    if (delta !== undefined) counts[delta]!++;
  }
  const pre = codeLengths(counts, 15);
  const codes = codesOf(pre);
  for (const length of pre) out.put(length, 4);
  for (const { symbol, extra, bits, delta } of runs) {
    out.put(codes[symbol]!, pre[symbol]!);
    out.put(extra, bits);
    if (delta !== undefined) out.put(codes[delta]!, pre[delta]!);
  }
  for (let at = from; at < to; at++) before[at] = lengths[at]!;
}

export interface LzxOptions {
  readonly windowBits: number;
  /** Non-zero turns the translation of x86 calls on. */
  readonly translationSize?: number;
  readonly seed?: number;
}

/** The compressed frames of `data`, one for each 32 KB. Blocks of random kind and length cross frames. */
export function compressLzx(data: Uint8Array, options: LzxOptions): Uint8Array[] {
  let state = options.seed ?? 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
  const input = translate(data, options.translationSize ?? 0);
  const windowSize = 2 ** options.windowBits;
  const slots = SLOTS[options.windowBits]!;
  const mainBefore = Array.from({ length: 256 + slots * 8 }, () => 0);
  const lengthBefore = Array.from({ length: 249 }, () => 0);
  const frames: Uint8Array[] = [];
  let out = new BitWriter();
  let at = 0;
  let recent: [number, number, number] = [1, 1, 1];
  const seen = new Map<number, number[]>();
  const closeFrame = () => {
    if (at % FRAME !== 0 && at !== input.length) return;
    out.align();
    frames.push(Uint8Array.from(out.bytes));
    out = new BitWriter();
  };
  if (options.translationSize) {
    out.put(1, 1);
    out.put(options.translationSize >>> 16, 16);
    out.put(options.translationSize & 0xffff, 16);
  } else out.put(0, 1);

  const tokenize = (from: number, to: number): Token[] => {
    const tokens: Token[] = [];
    let here = from;
    while (here < to) {
      const most = Math.min(257, to - here, FRAME - (here % FRAME));
      let best = 0;
      let offset = 0;
      const candidates = recent.map((distance) => here - distance);
      const key = input[here]! * 65536 + (input[here + 1] ?? 0) * 256 + (input[here + 2] ?? 0);
      for (const candidate of [...candidates, ...(seen.get(key) ?? []).slice(-8)]) {
        if (candidate < 0 || here - candidate > windowSize - 3) continue;
        let length = 0;
        while (length < most && input[candidate + length] === input[here + length]) length++;
        if (length > best) {
          best = length;
          offset = here - candidate;
        }
      }
      if (best >= 2 && next() % 16) {
        const length = next() % 8 ? best : 2 + (next() % (best - 1));
        const repeat = recent.indexOf(offset);
        if (repeat >= 0 && next() % 4) {
          if (repeat === 1) recent = [offset, recent[0], recent[2]];
          if (repeat === 2) recent = [offset, recent[1], recent[0]];
          tokens.push({ length, offset, slot: repeat, footer: 0, extra: 0 });
        } else {
          const value = offset + 2;
          let slot = slots - 1;
          while (BASES[slot]! > value) slot--;
          recent = [offset, recent[0], recent[1]];
          tokens.push({ length, offset, slot, footer: value - BASES[slot]!, extra: extraBits(slot) });
        }
        for (let index = 0; index < length; index++) remember(here + index);
        here += length;
      } else {
        tokens.push({ literal: input[here]! });
        remember(here);
        here++;
      }
    }
    return tokens;
  };
  const remember = (index: number) => {
    const key = input[index]! * 65536 + (input[index + 1] ?? 0) * 256 + (input[index + 2] ?? 0);
    const list = seen.get(key);
    if (list) list.push(index);
    else seen.set(key, [index]);
  };

  while (at < input.length) {
    const size = Math.min(input.length - at, 1 + (next() % (next() % 4 ? 60_000 : 300)));
    const kind = 1 + (next() % 3);
    out.put(kind, 3);
    out.put(size, 24);
    if (kind === 3) {
      if (out.aligned) out.put(0, 16);
      else out.align();
      for (const value of recent) for (let shift = 0; shift < 32; shift += 8) out.bytes.push((value >>> shift) & 0xff);
      for (let left = size; left > 0; left--) {
        out.bytes.push(input[at]!);
        remember(at);
        at++;
        if (left === 1 && size % 2 === 1) out.bytes.push(0);
        closeFrame();
      }
      continue;
    }
    const tokens = tokenize(at, at + size);
    const mainCounts = mainBefore.map(() => 0);
    const lengthCounts = lengthBefore.map(() => 0);
    const alignedCounts = [0, 0, 0, 0, 0, 0, 0, 0];
    for (const token of tokens) {
      if ('literal' in token) mainCounts[token.literal]!++;
      else {
        mainCounts[256 + token.slot * 8 + Math.min(7, token.length - 2)]!++;
        if (token.length >= 9) lengthCounts[token.length - 9]!++;
        if (token.extra >= 3) alignedCounts[token.footer % 8]!++;
      }
    }
    const main = codeLengths(mainCounts, 16);
    const lengths = codeLengths(lengthCounts, 16);
    // A block that needs no aligned offsets still has a complete code for them: cabextract insists on it.
    const aligned = alignedCounts.some((count) => count > 0)
      ? codeLengths(alignedCounts, 7)
      : alignedCounts.map(() => 3);
    if (kind === 2) for (const length of aligned) out.put(length, 3);
    writeTree(out, mainBefore, main, 0, 256, next);
    writeTree(out, mainBefore, main, 256, main.length, next);
    writeTree(out, lengthBefore, lengths, 0, 249, next);
    const mainCodes = codesOf(main);
    const lengthCodes = codesOf(lengths);
    const alignedCodes = codesOf(aligned);
    for (const token of tokens) {
      if ('literal' in token) {
        out.put(mainCodes[token.literal]!, main[token.literal]!);
        at++;
      } else {
        const element = 256 + token.slot * 8 + Math.min(7, token.length - 2);
        out.put(mainCodes[element]!, main[element]!);
        if (token.length >= 9) out.put(lengthCodes[token.length - 9]!, lengths[token.length - 9]!);
        if (kind === 2 && token.extra >= 3) {
          out.put(Math.floor(token.footer / 8), token.extra - 3);
          out.put(alignedCodes[token.footer % 8]!, aligned[token.footer % 8]!);
        } else out.put(token.footer, token.extra);
        at += token.length;
      }
      closeFrame();
    }
  }
  return frames;
}

/** Makes the targets of x86 calls absolute, frame by frame, as compressors do. */
function translate(data: Uint8Array, size: number): Uint8Array {
  const out = data.slice();
  if (size === 0) return out;
  const view = new DataView(out.buffer);
  for (let frame = 0; frame * FRAME < out.length; frame++) {
    const start = frame * FRAME;
    const end = Math.min(out.length, start + FRAME);
    if (end - start <= 10) continue;
    for (let at = start; at < end - 10; ) {
      if (out[at] !== 0xe8) {
        at++;
        continue;
      }
      const relative = view.getInt32(at + 1, true);
      if (relative >= -at && relative < size) {
        view.setInt32(at + 1, relative < size - at ? relative + at : relative - size, true);
      }
      at += 5;
    }
  }
  return out;
}
