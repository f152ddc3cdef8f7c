import type { Problems } from '../../bytes/problem.ts';
import { lastStartingAt } from '../../bytes/ranges.ts';
import { type Source, viewOf } from '../../bytes/source.ts';

export const PAGE_SIZE = 0x1000;

/** Where a dump holds each physical page. Page numbers are Numbers; nothing is allocated per page. */
export interface PageMap {
  /** Pages the dump claims to hold. */
  readonly pages: number;
  /** One past the highest page that can be present. */
  readonly end: number;
  /** File offset of a page's bytes, or -1 when the dump does not have it. */
  offsetOf(page: number): number;
  /** For how many pages from `page` on the answer continues: adjacent in the file, or all missing. At least 1. */
  runLength(page: number): number;
}

/** Adjacent physical pages: `count` of them from page `start` on. */
export interface PageRun {
  readonly start: number;
  readonly count: number;
}

interface PlacedRun extends PageRun {
  readonly offset: number;
}

/** Pages in runs, stored one after the other in the order given. */
export class RunsPageMap implements PageMap {
  readonly pages: number;
  readonly end: number;
  readonly #runs: readonly PlacedRun[];
  constructor(runs: readonly PageRun[], firstOffset: number) {
    let offset = firstOffset;
    let pages = 0;
    let end = 0;
    const placed: PlacedRun[] = [];
    for (const { start, count } of runs) {
      placed.push({ start, count, offset });
      offset += count * PAGE_SIZE;
      pages += count;
      end = Math.max(end, start + count);
    }
    this.#runs = placed.sort((a, b) => a.start - b.start);
    this.pages = pages;
    this.end = end;
  }
  offsetOf(page: number): number {
    const run = this.#runs[lastStartingAt(this.#runs, page)];
    return run && page < run.start + run.count ? run.offset + (page - run.start) * PAGE_SIZE : -1;
  }
  runLength(page: number): number {
    const index = lastStartingAt(this.#runs, page);
    const run = this.#runs[index];
    const next = this.#runs[index + 1]?.start ?? Number.MAX_SAFE_INTEGER / PAGE_SIZE;
    if (run && page < run.start + run.count) return Math.min(run.start + run.count, next) - page;
    return Math.max(1, Math.floor(next - page));
  }
}

const CHUNK = 4096;
const PAGES_PER_CHUNK = CHUNK * 8;
const CHUNKS_KEPT = 64;

function popcount(word: number): number {
  let value = word - ((word >>> 1) & 0x55555555);
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333);
  return Math.imul((value + (value >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

interface Chunk {
  readonly words: Uint32Array;
  /** Set bits before each word. */
  readonly ranks: Uint32Array;
  readonly total: number;
}

/**
 * Pages by bitmap: bit n set means that page n is there, and the pages follow in order. Only the chunks of 32,768 pages
 * that are asked for are read; the counts before a chunk are summed once, as far as needed.
 */
export class BitmapPageMap implements PageMap {
  readonly pages: number;
  readonly end: number;
  readonly #source: Source;
  readonly #bitmapOffset: number;
  readonly #bytes: number;
  readonly #firstPage: number;
  readonly #chunks = new Map<number, Chunk>();
  readonly #before: number[] = [0];
  /** `bits` must already be cut to what the file holds. */
  constructor(source: Source, bitmapOffset: number, bits: number, firstPage: number, pages: number) {
    this.#source = source;
    this.#bitmapOffset = bitmapOffset;
    this.#bytes = Math.ceil(bits / 8);
    this.#firstPage = firstPage;
    this.end = bits;
    this.pages = pages;
  }
  #chunk(index: number): Chunk {
    const cached = this.#chunks.get(index);
    if (cached) return cached;
    const size = Math.min(CHUNK, this.#bytes - index * CHUNK);
    const read = this.#source.read(this.#bitmapOffset + index * CHUNK, size);
    const words = new Uint32Array(CHUNK / 4);
    new Uint8Array(words.buffer).set(read);
    const ranks = new Uint32Array(CHUNK / 4);
    let total = 0;
    for (let at = 0; at < words.length; at++) {
      ranks[at] = total;
      total += popcount(words[at]!);
    }
    const chunk = { words, ranks, total };
    if (this.#chunks.size >= CHUNKS_KEPT) this.#chunks.delete(this.#chunks.keys().next().value!);
    this.#chunks.set(index, chunk);
    return chunk;
  }
  #pagesBefore(chunk: number): number {
    for (let index = this.#before.length; index <= chunk; index++) {
      this.#before.push(this.#before[index - 1]! + this.#chunk(index - 1).total);
    }
    return this.#before[chunk]!;
  }
  offsetOf(page: number): number {
    if (!(page >= 0) || page >= this.end) return -1;
    const index = Math.floor(page / PAGES_PER_CHUNK);
    const within = page - index * PAGES_PER_CHUNK;
    const chunk = this.#chunk(index);
    const word = chunk.words[within >>> 5]!;
    const bit = within & 31;
    if (((word >>> bit) & 1) === 0) return -1;
    const rank = this.#pagesBefore(index) + chunk.ranks[within >>> 5]! + popcount(word & ((1 << bit) - 1));
    return this.#firstPage + rank * PAGE_SIZE;
  }
  /** Bounded to one chunk, so that no question costs more than a chunk's scan. */
  runLength(page: number): number {
    if (page >= this.end) return Math.max(1, Math.floor(Number.MAX_SAFE_INTEGER / PAGE_SIZE) - page);
    const index = Math.floor(page / PAGES_PER_CHUNK);
    const words = this.#chunk(index).words;
    const start = page - index * PAGES_PER_CHUNK;
    const limit = Math.min(PAGES_PER_CHUNK, this.end - index * PAGES_PER_CHUNK);
    const set = (words[start >>> 5]! >>> (start & 31)) & 1;
    const whole = set === 1 ? 0xffffffff : 0;
    let at = start + 1;
    while (at < limit) {
      if ((at & 31) === 0 && words[at >>> 5] === whole) at += 32;
      else if (((words[at >>> 5]! >>> (at & 31)) & 1) === set) at++;
      else break;
    }
    return Math.max(1, Math.min(at, limit) - start);
  }
  /** Counts the pages that the bitmap has, which reads all of it. */
  count(): number {
    const chunks = Math.ceil(this.#bytes / CHUNK);
    return this.#pagesBefore(chunks);
  }
}

/** The header's PHYSICAL_MEMORY_DESCRIPTOR: runs whose pages follow the header. Null when it was never set. */
export function readPhysicalRuns(block: Uint8Array, bits: 32 | 64, problems: Problems): PageRun[] | null {
  const view = viewOf(block);
  const claimed = view.getUint32(0, true);
  if (claimed === 0x45474150) return null;
  const first = bits === 32 ? 8 : 16;
  const size = bits === 32 ? 8 : 16;
  const most = Math.floor((block.length - first) / size);
  if (claimed > most) {
    problems.add(
      'bad-count',
      'PHYSICAL_MEMORY_DESCRIPTOR',
      bits === 32 ? 0x64 : 0x88,
      `NumberOfRuns is ${claimed}, but the header has room for ${most} runs`,
    );
  }
  const runs: PageRun[] = [];
  for (let index = 0; index < Math.min(claimed, most); index++) {
    const at = first + index * size;
    const start = bits === 32 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
    const count = bits === 32 ? view.getUint32(at + 4, true) : Number(view.getBigUint64(at + 8, true));
    if (start + count > 2 ** 40) {
      problems.add(
        'out-of-bounds',
        'PHYSICAL_MEMORY_RUN',
        at + (bits === 32 ? 0x64 : 0x88),
        `run ${index} (${count} pages from page ${start}) lies beyond any physical memory; it and what follows are ignored`,
      );
      break;
    }
    if (count > 0) runs.push({ start, count });
  }
  return runs;
}
