import { isExecutable, type PeImage } from '../formats/pe/image.ts';
import { type Address, isHole, type MemorySpace } from '../memory/space.ts';

/** Bytes of code in memory that differ from those of the image. */
export interface ImageDifference {
  readonly rva: number;
  readonly expected: Uint8Array;
  readonly found: Uint8Array;
}

export interface ImageCheck {
  readonly differences: readonly ImageDifference[];
  /** Bytes that were compared, and bytes of code that the dump does not hold. */
  readonly compared: number;
  readonly missing: number;
}

const IMAGE_SCN_MEM_WRITE = 0x80000000;
/** Index of the import address table among the data directories: the loader fills it. */
const IAT = 12;
const PAGE = 0x1000;
/** Bytes of a line in a listing; a patch that is longer goes on in the next. */
const MOST_BYTES = 16;
const MOST_DIFFERENCES = 10_000;

/** Compares executable sections that are not writable with a relocated image, but for the import address table. */
export function checkImage(memory: MemorySpace, base: Address, image: PeImage): ImageCheck {
  const imports = image.directory(IAT);
  const skip = imports ? { from: imports.rva, to: imports.rva + imports.size } : { from: 0, to: 0 };
  const check = { differences: [] as ImageDifference[], compared: 0, missing: 0 };
  for (const section of image.sections) {
    if (!isExecutable(image, section.rva) || (section.characteristics & IMAGE_SCN_MEM_WRITE) !== 0) continue;
    const size = Math.min(section.size, section.fileSize);
    for (let at = 0; at < size; at += PAGE) {
      const rva = section.rva + at;
      const length = Math.min(PAGE, size - at);
      comparePage(memory, base, image, rva, length, skip, check);
    }
  }
  return check;
}

interface Running {
  readonly differences: ImageDifference[];
  compared: number;
  missing: number;
}

function comparePage(
  memory: MemorySpace,
  base: Address,
  image: PeImage,
  rva: number,
  length: number,
  skip: { readonly from: number; readonly to: number },
  check: Running,
): void {
  const found = memory.read(base + rva, length);
  const expected = image.read(rva, length);
  if (isHole(found)) {
    check.missing += length;
    return;
  }
  const both = Math.min(found.length, expected.length);
  check.missing += length - both;
  check.compared += both;
  const differs = (index: number) =>
    index < both && found[index] !== expected[index] && (rva + index < skip.from || rva + index >= skip.to);
  for (let index = 0; index < both; index++) {
    if (!differs(index)) continue;
    let end = index + 1;
    while (end - index < MOST_BYTES && differs(end)) end++;
    if (check.differences.length < MOST_DIFFERENCES) {
      check.differences.push({
        rva: rva + index,
        expected: expected.slice(index, end),
        found: found.slice(index, end),
      });
    }
    index = end - 1;
  }
}
