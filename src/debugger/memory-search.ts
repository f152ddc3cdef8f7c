import { type Address, isHole, type MemorySpace } from '../memory/space.ts';

/** What `s` looks for: `mask` is not supported by the debugger, so a pattern is plain bytes. */
export interface SearchOptions {
  /** Distance of places that count, from the start of the range. */
  readonly step: number;
  /** Most places to find. */
  readonly most: number;
}

/** Bytes asked of a layer at once. */
const CHUNK = 1 << 20;
/** Zero and what fills memory are poor bytes to look for first. */
const COMMON = new Set([0, 0xff, 0xcc, 0x90, 0x20]);

/** Runs of readable memory in a range, at most CHUNK bytes each; costs what is there, not what was asked for. */
export function* readableRuns(
  space: MemorySpace,
  start: Address,
  length: number,
): Generator<{ readonly at: Address; readonly bytes: Uint8Array }> {
  for (let done = 0; done < length; ) {
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
  const anchor = Math.max(
    0,
    pattern.findIndex((byte) => !COMMON.has(byte)),
  );
  const first = pattern[anchor]!;
  const scan = (at: Address, bytes: Uint8Array, from: number, until: number) => {
    for (let index = bytes.indexOf(first, from + anchor); index >= 0; index = bytes.indexOf(first, index + 1)) {
      const place = index - anchor;
      if (place >= until || found.length >= most) return;
      if (step > 1 && (at + place - start) % step !== 0) continue;
      if (matches(bytes, place, pattern)) found.push(at + place);
    }
  };
  let tail = new Uint8Array(0);
  let tailAt = 0;
  for (const { at, bytes } of readableRuns(space, start, length)) {
    const follows = tailAt + tail.length === at;
    if (follows && tail.length > 0) {
      // What begins in the run before and ends in this one.
      const seam = new Uint8Array(tail.length + Math.min(bytes.length, pattern.length - 1));
      seam.set(tail);
      seam.set(bytes.subarray(0, seam.length - tail.length), tail.length);
      scan(tailAt, seam, 0, tail.length);
    }
    scan(at, bytes, 0, Math.max(0, bytes.length - pattern.length + 1));
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

function matches(bytes: Uint8Array, at: number, pattern: Uint8Array): boolean {
  if (at + pattern.length > bytes.length) return false;
  for (let index = 0; index < pattern.length; index++) if (bytes[at + index] !== pattern[index]) return false;
  return true;
}

/** Printable strings of at least `least` characters; longer ones than 4096 are cut. */
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
  let text = '';
  let begin = 0;
  const close = () => {
    if (text.length >= least && found.length < most) found.push({ at: begin, text });
    text = '';
  };
  let end = Number.NaN;
  for (const { at, bytes } of readableRuns(space, start, length)) {
    if (at !== end) close();
    for (let index = 0; index + unit <= bytes.length; index += unit) {
      const code = bytes[index]!;
      const shown = code >= 0x20 && code < 0x7f && (!wide || bytes[index + 1] === 0);
      if (shown && text.length < 4096) {
        if (text === '') begin = at + index;
        text += String.fromCharCode(code);
      } else close();
    }
    if (found.length >= most) return found;
    end = at + bytes.length;
  }
  close();
  return found;
}
