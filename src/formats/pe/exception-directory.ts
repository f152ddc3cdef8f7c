import { viewOf } from '../../bytes/source.ts';
import { DIRECTORY } from './headers.ts';
import type { PeImage } from './image.ts';

/** One entry of `.pdata`. RVAs; `end` is 0 where the entry's own data must tell it (ARM64 and ARM). */
export interface PeFunctionEntry {
  readonly begin: number;
  readonly end: number;
  /** x64: the RVA of UNWIND_INFO (bit 0 set: the RVA of another entry). ARM64: packed data, or the RVA of `.xdata`. */
  readonly unwind: number;
}

/** The image's `.pdata`, asked one address at a time. */
export interface PeFunctionTable {
  readonly count: number;
  readonly entrySize: 8 | 12;
  /** The entry at `index`, or null when its page is missing. */
  entry(index: number): PeFunctionEntry | null;
  /** The last entry that begins at or before `rva` (x64: and ends after it); null when none, `missing` when a page needed is not there. */
  find(rva: number): PeFunctionEntry | null | 'missing';
}

const IMAGE_FILE_MACHINE_AMD64 = 0x8664;
const IMAGE_FILE_MACHINE_ARM64 = 0xaa64;

/**
 * The exception directory of an x64 or ARM64 image, or null when the image has none. Learn: "x64 exception handling,
 * struct RUNTIME_FUNCTION"; "ARM64 exception handling, .pdata records". Both tables are sorted by begin.
 */
export function openFunctionTable(image: PeImage): PeFunctionTable | null {
  const directory = image.directory(DIRECTORY.exception);
  if (!directory) return null;
  if (image.machine !== IMAGE_FILE_MACHINE_AMD64 && image.machine !== IMAGE_FILE_MACHINE_ARM64) return null;
  const entrySize = image.machine === IMAGE_FILE_MACHINE_AMD64 ? 12 : 8;
  const count = Math.floor(Math.min(directory.size, image.sizeOfImage) / entrySize);
  // The table is read once when it is whole, which makes each lookup an array search; else entry by entry.
  let whole: DataView | null | undefined;
  const table = (): DataView | null => {
    if (whole === undefined) {
      const bytes = image.read(directory.rva, count * entrySize);
      whole = bytes.length === count * entrySize ? viewOf(bytes) : null;
    }
    return whole;
  };
  const viewAt = (index: number): { view: DataView; at: number } | null => {
    const all = table();
    if (all) return { view: all, at: index * entrySize };
    const bytes = image.read(directory.rva + index * entrySize, entrySize);
    return bytes.length < entrySize ? null : { view: viewOf(bytes), at: 0 };
  };
  const entry = (index: number): PeFunctionEntry | null => {
    if (!(index >= 0 && index < count)) return null;
    const found = viewAt(index);
    if (!found) return null;
    const { view, at } = found;
    return {
      begin: view.getUint32(at, true),
      end: entrySize === 12 ? view.getUint32(at + 4, true) : 0,
      unwind: view.getUint32(at + entrySize - 4, true),
    };
  };
  return {
    count,
    entrySize,
    entry,
    find(rva) {
      let low = 0;
      let high = count - 1;
      let found = -1;
      while (low <= high) {
        const middle = (low + high) >>> 1;
        const at = viewAt(middle);
        if (!at) return 'missing';
        if (at.view.getUint32(at.at, true) <= rva) {
          found = middle;
          low = middle + 1;
        } else high = middle - 1;
      }
      if (found < 0) return null;
      const candidate = entry(found);
      if (!candidate) return 'missing';
      return entrySize === 12 && rva >= candidate.end ? null : candidate;
    },
  };
}
