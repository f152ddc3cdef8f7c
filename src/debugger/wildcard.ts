import { poll } from '../bytes/interruption.ts';

/** A pattern that names are held against, letters of either case alike. */
export interface Wildcard {
  test(text: string): boolean;
}

/** One element of a pattern: a character that fits, once or any number of times. */
interface Element {
  readonly fits: (char: string) => boolean;
  readonly repeats: boolean;
}

const ANY = () => true;
/** The work for one text is its length times that of the pattern; no name is as long. */
const LONGEST = 1024;

/** Whether all of `text` fits the debugger's wildcard pattern. */
export function matchesWildcard(text: string, pattern: string): boolean {
  return wildcard(pattern).test(text);
}

/**
 * The debugger's string wildcards (Microsoft Learn, "String Wildcard Syntax"): `*` any run, `?` one character, `[abc]` one
 * of a set, `#` zero or more of the character before, `+` one or more of it. All places in the pattern that the text so
 * far may have led to are followed at once, so that no pattern takes long.
 */
export function wildcard(pattern: string): Wildcard {
  const elements = elementsOf(pattern.slice(0, LONGEST).toLowerCase());
  const isTooLong = pattern.length > LONGEST;
  return { test: (text) => !isTooLong && fits(text.toLowerCase(), elements) };
}

function fits(text: string, elements: readonly Element[]): boolean {
  /** For each place the length of text that last led there, so that none is entered twice. */
  const entered = new Int32Array(elements.length + 1).fill(-1);
  let places: number[] = [];
  let read = 0;
  // Where nothing has to be read to go on, the place behind is reached too.
  const enter = (from: number, into: number[]) => {
    for (let place = from; entered[place] !== read; place++) {
      entered[place] = read;
      into.push(place);
      if (!elements[place]?.repeats) return;
    }
  };
  enter(0, places);
  for (const char of text) {
    poll();
    read++;
    const next: number[] = [];
    for (const place of places) {
      const element = elements[place];
      if (element?.fits(char)) enter(element.repeats ? place : place + 1, next);
    }
    if (next.length === 0) return false;
    places = next;
  }
  return entered[elements.length] === read;
}

function elementsOf(pattern: string): readonly Element[] {
  const out: Element[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at]!;
    const before = out.at(-1);
    if (char === '*') {
      if (before?.fits !== ANY || !before.repeats) out.push({ fits: ANY, repeats: true });
    } else if (char === '?') out.push({ fits: ANY, repeats: false });
    else if ((char === '#' || char === '+') && before && !before.repeats) {
      if (char === '#') out.pop();
      out.push({ ...before, repeats: true });
    } else {
      const set = char === '[' ? setAt(pattern, at) : null;
      if (set) at = set.end;
      out.push({ fits: set ? set.fits : (other) => other === char, repeats: false });
    }
  }
  return out;
}

/** The set `[a-c_]` at `at`; null where it is not closed, or a range ends before it begins: then `[` is a character. */
function setAt(pattern: string, at: number): { readonly fits: Element['fits']; readonly end: number } | null {
  const end = pattern.indexOf(']', at + 1);
  if (end < 0) return null;
  const ranges: (readonly [string, string])[] = [];
  for (let next = at + 1; next < end; next++) {
    const isRange = pattern[next + 1] === '-' && next + 2 < end;
    const last = pattern[isRange ? next + 2 : next]!;
    if (pattern[next]! > last) return null;
    ranges.push([pattern[next]!, last]);
    if (isRange) next += 2;
  }
  return { fits: (char) => ranges.some(([first, last]) => char >= first && char <= last), end };
}
