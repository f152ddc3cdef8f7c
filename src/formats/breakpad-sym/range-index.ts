/** Address ranges and the stretches of the file that describe them: parallel columns, sorted by address. */
export class RangeIndex {
  #starts: number[] = [];
  #sizes: number[] = [];
  #offsets: number[] = [];
  #ends: number[] = [];
  /** The highest end of the ranges up to each place: where a search backwards may stop. */
  #reach: Float64Array = new Float64Array(0);
  #open = false;

  get count(): number {
    return this.#starts.length;
  }
  start(place: number): number {
    return this.#starts[place] ?? 0;
  }
  size(place: number): number {
    return this.#sizes[place] ?? 0;
  }
  /** Where the records of a place stand in the file. */
  text(place: number): readonly [offset: number, end: number] {
    const offset = this.#offsets[place] ?? 0;
    return [offset, this.#ends[place] ?? offset];
  }

  /** Adds a record of one line; false when a number is missing. */
  add(start: number, size: number, offset: number): boolean {
    if (start < 0 || size < 0) return false;
    this.#starts.push(start);
    this.#sizes.push(size);
    this.#offsets.push(offset);
    this.#ends.push(offset);
    return true;
  }

  /** Adds a record that goes on until `close`; false when a number is missing. */
  open(start: number, size: number, offset: number): boolean {
    this.#open = this.add(start, size, offset);
    return this.#open;
  }

  close(offset: number): void {
    if (this.#open) this.#ends[this.#ends.length - 1] = offset;
    this.#open = false;
  }

  /** Sorts by address, the larger of equal ones first; to be called once, when all is added. */
  sort(): void {
    const starts = this.#starts;
    const sizes = this.#sizes;
    let sorted = true;
    for (let place = 1; place < starts.length && sorted; place++) {
      const step = (starts[place] ?? 0) - (starts[place - 1] ?? 0);
      sorted = step > 0 || (step === 0 && (sizes[place] ?? 0) <= (sizes[place - 1] ?? 0));
    }
    if (!sorted) {
      const order = Uint32Array.from({ length: starts.length }, (_, place) => place).sort(
        (left, right) =>
          (starts[left] ?? 0) - (starts[right] ?? 0) || (sizes[right] ?? 0) - (sizes[left] ?? 0) || left - right,
      );
      const arrange = (column: number[]) => Array.from(order, (place) => column[place] ?? 0);
      this.#starts = arrange(starts);
      this.#sizes = arrange(sizes);
      this.#offsets = arrange(this.#offsets);
      this.#ends = arrange(this.#ends);
    }
    let reach = 0;
    this.#reach = Float64Array.from({ length: this.count }, (_, place) => {
      reach = Math.max(reach, this.start(place) + this.size(place));
      return reach;
    });
  }

  /** The last place that starts at or before `address`, or -1. */
  nearest(address: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.start(middle) <= address) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The innermost range that holds `address`, or -1. */
  containing(address: number): number {
    // Ranges nest a few deep; a file that pretends otherwise is not worth a longer search.
    const nearest = this.nearest(address);
    for (let place = nearest; place >= 0 && nearest - place < 4096; place--) {
      if (address < this.start(place) + this.size(place)) return place;
      if ((this.#reach[place] ?? 0) <= address) return -1;
    }
    return -1;
  }
}
