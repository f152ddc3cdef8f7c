import type { Source } from '../../bytes/source.ts';

const EMPTY = new Uint8Array(0);

/** Page numbers of one stream, kept as runs of consecutive pages. */
export class PageRuns {
  /** First page number of each run. */
  readonly pages: number[] = [];
  /** Index within the stream of the first page of each run. */
  readonly starts: number[] = [];
  count = 0;
  #next = -1;
  add(page: number): void {
    if (page !== this.#next) {
      this.pages.push(page);
      this.starts.push(this.count);
    }
    this.#next = page + 1;
    this.count++;
  }
}

/** A stream of a paged file as a Source: reads inside one run of pages alias the file's bytes, others are gathered. */
export class PageSource implements Source {
  readonly size: number;
  readonly #source: Source;
  readonly #runs: PageRuns;
  readonly #pageSize: number;
  #last = 0;
  constructor(source: Source, runs: PageRuns, pageSize: number, size: number) {
    this.#source = source;
    this.#runs = runs;
    this.#pageSize = pageSize;
    // The file may end inside the stream's last page.
    const { pages, starts, count } = runs;
    const lastRun = pages.length - 1;
    const missing =
      lastRun < 0 ? 0 : Math.max(0, (pages[lastRun]! + count - starts[lastRun]!) * pageSize - source.size);
    this.size = Math.max(0, Math.min(size, count * pageSize - missing));
  }

  #runAt(page: number): number {
    const { starts } = this.#runs;
    let run = this.#last;
    if (page >= starts[run]! && (run + 1 >= starts.length || page < starts[run + 1]!)) return run;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (starts[middle]! <= page) low = middle;
      else high = middle - 1;
    }
    run = low;
    this.#last = run;
    return run;
  }

  read(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, this.size);
    if (!(offset >= 0) || !(end > offset)) return EMPTY;
    const { pages, starts, count } = this.#runs;
    const pageSize = this.#pageSize;
    let run = this.#runAt(Math.floor(offset / pageSize));
    let runEnd = (starts[run + 1] ?? count) * pageSize;
    const fileOffset = pages[run]! * pageSize + (offset - starts[run]! * pageSize);
    if (end <= runEnd) return this.#source.read(fileOffset, end - offset);
    const out = new Uint8Array(end - offset);
    let at = offset;
    while (at < end) {
      runEnd = (starts[run + 1] ?? count) * pageSize;
      const wanted = Math.min(end, runEnd) - at;
      const part = this.#source.read(pages[run]! * pageSize + (at - starts[run]! * pageSize), wanted);
      out.set(part, at - offset);
      at += part.length;
      if (part.length < wanted) break;
      run++;
    }
    return at < end ? out.subarray(0, at - offset) : out;
  }
}
