import { poll } from '../bytes/interruption.ts';
import { type Address, isHole, type MemorySpace } from '../memory/space.ts';
import { rarestByte, scanBytes } from './byte-scan.ts';

/** What `s` looks for: `mask` is not supported by the debugger, so a pattern is plain bytes. */
export interface SearchOptions {
  /** Distance of places that count, from the start of the range. */
  readonly step: number;
  /** Most places to find. */
  readonly most: number;
}

/** Bytes asked of a layer at once: few enough to stay in the processor's cache until they are searched. */
const CHUNK = 256 << 10;
/** Units of a string; what is longer counts as several. */
const LONGEST = 4096;

/** Runs of readable memory in a range, at most CHUNK bytes each; costs what is there, not what was asked for. */
export function* readableRuns(
  space: MemorySpace,
  start: Address,
  length: number,
): Generator<{ readonly at: Address; readonly bytes: Uint8Array }> {
  for (let done = 0; done < length; ) {
    poll();
    const answer = space.read(start + done, Math.min(CHUNK, length - done));
    if (isHole(answer)) {
      done += Math.max(1, answer.length);
      continue;
    }
    yield { at: start + done, bytes: answer };
    done += answer.length;
  }
}

/** Addresses at which `pattern` stands, also across the borders of runs. */
export function searchBytes(
  space: MemorySpace,
  start: Address,
  length: number,
  pattern: Uint8Array,
  { step, most }: SearchOptions,
): Address[] {
  const found: Address[] = [];
  if (pattern.length === 0) return found;
  let anchor = -1;
  const scan = (at: Address, bytes: Uint8Array, until: number) =>
    scanBytes(bytes, pattern, anchor, (place) => {
      if (place < until && (step <= 1 || (at + place - start) % step === 0)) found.push(at + place);
      return found.length < most;
    });
  let tail = new Uint8Array(0);
  let tailAt = 0;
  for (const { at, bytes } of readableRuns(space, start, length)) {
    if (anchor < 0) anchor = rarestByte(pattern, bytes);
    const follows = tailAt + tail.length === at;
    if (follows && tail.length > 0) {
      // What begins in the run before and ends in this one.
      const seam = new Uint8Array(tail.length + Math.min(bytes.length, pattern.length - 1));
      seam.set(tail);
      seam.set(bytes.subarray(0, seam.length - tail.length), tail.length);
      scan(tailAt, seam, tail.length);
    }
    if (found.length < most) scan(at, bytes, bytes.length);
    if (found.length >= most) break;
    const keep = pattern.length - 1;
    if (bytes.length >= keep) {
      tail = bytes.slice(bytes.length - keep);
      tailAt = at + bytes.length - keep;
    } else if (follows) {
      const joined = new Uint8Array(tail.length + bytes.length);
      joined.set(tail);
      joined.set(bytes, tail.length);
      tail = joined.slice(Math.max(0, joined.length - keep));
      tailAt = at + bytes.length - tail.length;
    } else {
      tail = bytes.slice();
      tailAt = at;
    }
  }
  return found;
}

/** Whether a byte is a printable ASCII character. */
const SHOWN = Uint8Array.from({ length: 256 }, (_, code) => (code >= 0x20 && code < 0x7f ? 1 : 0));

/** Printable strings of at least `least` characters. */
export function searchStrings(
  space: MemorySpace,
  start: Address,
  length: number,
  wide: boolean,
  least: number,
  most: number,
): { readonly at: Address; readonly text: string }[] {
  const found: { at: Address; text: string }[] = [];
  const unit = wide ? 2 : 1;
  const shortest = Math.max(1, least) * unit;
  /** The text that reached the end of the run before, and where it began. */
  let open = '';
  let begin = 0;
  let end = Number.NaN;
  const close = () => {
    if (open.length * unit >= shortest && found.length < most) found.push({ at: begin, text: open });
    open = '';
  };
  for (const { at, bytes } of readableRuns(space, start, length)) {
    const whole = bytes.length - (bytes.length % unit);
    if (at !== end) close();
    let from = 0;
    if (open !== '') {
      from = textEnd(bytes, 0, Math.min(whole, (LONGEST - open.length) * unit), unit);
      open += textOf(bytes, 0, from, unit);
      if (from < whole) close();
    }
    while (from < whole && found.length < most) {
      // Shorter ones matter at the end of the run alone, where they may go on in the next.
      from = textStart(bytes, from, Math.min(shortest, whole - from), whole, unit);
      if (from >= whole) break;
      const until = textEnd(bytes, from, Math.min(whole, from + LONGEST * unit), unit);
      open = textOf(bytes, from, until, unit);
      begin = at + from;
      from = until;
      if (from < whole) close();
    }
    if (found.length >= most) return found;
    end = at + bytes.length;
  }
  close();
  return found;
}

/** Where `size` bytes of printable characters begin, at or after `from`, or fewer that end at `whole`; else `whole`. */
function textStart(bytes: Uint8Array, from: number, size: number, whole: number, unit: number): number {
  let start = from;
  while (start < whole) {
    // From the last to the first: what stands before a character that is no text need not be looked at.
    let index = Math.min(start + size, whole) - unit;
    while (index >= start && isShown(bytes, index, unit)) index -= unit;
    if (index < start) return start;
    start = index + unit;
  }
  return whole;
}

/** Where the printable characters from `from` on end, `limit` at most. */
function textEnd(bytes: Uint8Array, from: number, limit: number, unit: number): number {
  let index = from;
  while (index < limit && isShown(bytes, index, unit)) index += unit;
  return index;
}

function isShown(bytes: Uint8Array, at: number, unit: number): boolean {
  return SHOWN[bytes[at]!] === 1 && (unit === 1 || bytes[at + 1] === 0);
}

const CODES = new Uint16Array(LONGEST);

function textOf(bytes: Uint8Array, from: number, until: number, unit: number): string {
  const length = (until - from) / unit;
  for (let index = 0; index < length; index++) CODES[index] = bytes[from + index * unit]!;
  // The arguments of one call make a flat string; joining characters makes a tree, which costs the collector more.
  return String.fromCharCode.apply(null, CODES.subarray(0, length) as unknown as number[]);
}
