import { viewOf } from '../bytes/source.ts';
import type { PageMap } from '../formats/kernel-dump/page-map.ts';
import { isHole, type MemorySpace } from '../memory/space.ts';

/** Pages looked through when something must be searched for: 256 MB bound the time spent on a damaged dump. */
const MOST_PAGES = 65_536;
const PAGE = 0x1000;

/** The pages of a dump in ascending order, at most 256 MB of them. */
export function* presentPages(map: PageMap): Generator<number> {
  let page = 0;
  let given = 0;
  // Gaps cost one step each; a bitmap of nothing but single pages ends with the limit.
  for (let steps = 0; page < map.end && steps < MOST_PAGES * 2; steps++) {
    const run = map.runLength(page);
    if (map.offsetOf(page) >= 0) {
      for (let index = 0; index < run; index++) {
        if (given++ >= MOST_PAGES) return;
        yield page + index;
      }
    }
    page += run;
  }
}

/** The bytes of each page of a dump, in ascending order. */
export function* pageViews(physical: MemorySpace, map: PageMap): Generator<{ page: number; view: DataView }> {
  for (const page of presentPages(map)) {
    const bytes = physical.read(page * PAGE, PAGE);
    if (!isHole(bytes) && bytes.length >= PAGE) yield { page, view: viewOf(bytes) };
  }
}

/** The frame of a valid entry of 64 bits, else -1. */
function frameAt(view: DataView, offset: number): number {
  const low = view.getUint32(offset, true);
  if ((low & 1) === 0) return -1;
  return (view.getUint32(offset + 4, true) & 0xffff) * 0x100000 + (low >>> 12);
}

/** A root that `works`, among the tables that map themselves, as the kernel's do in every mode. */
export function findRoot(
  physical: MemorySpace,
  map: PageMap,
  mode: string,
  works: (base: number) => boolean,
): number | null {
  if (mode === 'PAE') return findPaeRoot(physical, map, works);
  for (const { page, view } of pageViews(physical, map)) {
    if (mapsItself(view, page, mode === 'x86') && works(page * PAGE)) return page * PAGE;
  }
  return null;
}

function mapsItself(view: DataView, page: number, isNarrow: boolean): boolean {
  if (isNarrow) {
    const self = view.getUint32(0x300 * 4, true);
    return (self & 1) !== 0 && self >>> 12 === page;
  }
  for (let index = 256; index < 512; index++) if (frameAt(view, index * 8) === page) return true;
  return false;
}

/**
 * With PAE the directory of the last gigabyte maps all four directories in its first entries, itself as the fourth; the
 * root is then any block of four pointers to the same frames.
 */
function findPaeRoot(physical: MemorySpace, map: PageMap, works: (base: number) => boolean): number | null {
  const known = new Set<string>();
  const four = (view: DataView, offset: number) =>
    [0, 8, 16, 24].map((entry) => frameAt(view, offset + entry)).join(' ');
  for (const { page, view } of pageViews(physical, map)) {
    if (frameAt(view, 24) === page && frameAt(view, 0) >= 0 && frameAt(view, 8) >= 0) known.add(four(view, 0));
  }
  if (known.size === 0) return null;
  for (const { page, view } of pageViews(physical, map)) {
    // The directories' own pages begin with the same four entries; a block of pointers has none of the bits above them.
    for (let offset = 0; offset < PAGE; offset += 32) {
      if ((view.getUint32(offset, true) & 1) === 0 || !known.has(four(view, offset))) continue;
      if (works(page * PAGE + offset)) return page * PAGE + offset;
    }
  }
  return null;
}
