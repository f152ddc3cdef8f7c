import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { struct, u32, u64 } from '../../bytes/struct.ts';
import type { KernelDumpHeader } from './header.ts';
import { BitmapPageMap, PAGE_SIZE, type PageMap, type PageRun, RunsPageMap, readPhysicalRuns } from './page-map.ts';

/** SUMMARY_DUMP32, by its fields in the order of the 64-bit form; `BitmapSize` counts bits. */
const SUMMARY_DUMP32 = struct('SUMMARY_DUMP32', 0x20, {
  Signature: [0x00, u32],
  ValidDump: [0x04, u32],
  DumpOptions: [0x08, u32],
  HeaderSize: [0x0c, u32],
  BitmapSize: [0x10, u32],
  Pages: [0x14, u32],
});

/** SUMMARY_DUMP64: volatility3's `_SUMMARY_DUMP`, kdmp-parser's `BMP_HEADER64`; the bitmap follows at 0x38. */
const SUMMARY_DUMP64 = struct('SUMMARY_DUMP64', 0x38, {
  Signature: [0x00, u32],
  ValidDump: [0x04, u32],
  DumpOptions: [0x08, u32],
  HeaderSize: [0x20, u64],
  Pages: [0x28, u64],
  BitmapSize: [0x30, u64],
});

/** kdmp-parser's `RDMP_HEADER64` (MIT), in dumps of Windows 10 and later with DumpType 8, 9 and 10. */
const RDMP_HEADER64 = struct('RDMP_HEADER64', 0x30, {
  Marker: [0x00, u32],
  Signature: [0x04, u32],
  ValidDump: [0x08, u32],
  MetadataSize: [0x10, u64],
  FirstPageOffset: [0x18, u64],
  NumberOfRanges: [0x20, u32],
  TotalNumberOfPages: [0x28, u64],
});

const SDMP = 0x504d4453;
const FDMP = 0x504d4446;
const RDMP = 0x504d4452;
const DUMP = 0x504d5544;

/** How the pages of a dump are found. */
export type PagesForm = 'runs' | 'bitmap' | 'ranges';

/** The physical memory of a complete or kernel dump. */
export interface PhysicalPages {
  readonly form: PagesForm;
  readonly map: PageMap;
  /** The structure that says where the pages are, and where it stands. */
  readonly structure: string;
  readonly offset: number;
  readonly size: number;
  /** File offset of the first page. */
  readonly firstPage: number;
  /** Runs or ranges; null for bitmaps. */
  readonly runs: readonly PageRun[] | null;
}

function bitmapPages(source: Source, header: KernelDumpHeader, problems: Problems): PhysicalPages {
  const at = header.size;
  const structure = header.bits === 64 ? 'SUMMARY_DUMP64' : 'SUMMARY_DUMP32';
  const summary = header.bits === 64 ? SUMMARY_DUMP64.read(source, at) : SUMMARY_DUMP32.read(source, at);
  const bitmap = at + (header.bits === 64 ? 0x38 : 0x20);
  if (summary.ValidDump !== DUMP) {
    problems.add(
      'bad-signature',
      structure,
      at + 4,
      'the bitmap header has no DUMP signature: the dump was not completed',
    );
  }
  let firstPage = Number(summary.HeaderSize);
  let bits = Number(summary.BitmapSize);
  let pages = Number(summary.Pages);
  // The 32-bit structure is undocumented: real writers and descriptions disagree on which of the two counts comes first.
  if (header.bits === 32 && pages > bits) [pages, bits] = [bits, pages];
  if (firstPage < bitmap || firstPage > source.size) {
    problems.add(
      'out-of-bounds',
      structure,
      at + (header.bits === 64 ? 0x20 : 0xc),
      `the first page is said to be at 0x${firstPage.toString(16)}, outside the file`,
    );
    if (firstPage < bitmap) firstPage = Math.ceil((bitmap + bits / 8) / PAGE_SIZE) * PAGE_SIZE;
  }
  const room = Math.max(0, Math.min(firstPage, source.size) - bitmap) * 8;
  if (bits > room) {
    problems.add(
      'bad-count',
      structure,
      at + (header.bits === 64 ? 0x30 : 0x10),
      `the bitmap claims ${bits} pages, but there is room for ${room} bits before the first page`,
    );
    bits = room;
  }
  if (pages > bits) {
    problems.add('bad-count', structure, at + 0x28, `${pages} pages are claimed, but the bitmap has only ${bits} bits`);
    pages = bits;
  }
  const map = new BitmapPageMap(source, bitmap, bits, firstPage, pages);
  return {
    form: 'bitmap',
    map,
    structure,
    offset: at,
    size: bitmap - at + Math.ceil(bits / 8),
    firstPage,
    runs: null,
  };
}

function rangePages(source: Source, header: KernelDumpHeader, problems: Problems): PhysicalPages {
  const at = header.size;
  const table = RDMP_HEADER64.read(source, at);
  const first = at + RDMP_HEADER64.size;
  const firstPage = Number(table.FirstPageOffset);
  const end = Math.min(source.size, firstPage > first ? firstPage : source.size);
  const whole = header.dumpType === 10;
  const runs: PageRun[] = [];
  const most = Math.min(whole ? table.NumberOfRanges : Number.MAX_SAFE_INTEGER, Math.floor((end - first) / 16));
  const bytes = source.read(first, most * 16);
  const view = viewOf(bytes);
  for (let index = 0; index < Math.floor(bytes.length / 16); index++) {
    const start = Number(view.getBigUint64(index * 16, true));
    const count = Number(view.getBigUint64(index * 16 + 8, true));
    if (start === 0 && count === 0) break;
    if (start + count > 2 ** 40) {
      problems.add('out-of-bounds', 'PFN_RANGE', first + index * 16, `range ${index} lies beyond any physical memory`);
      break;
    }
    if (count > 0) runs.push({ start, count });
  }
  return {
    form: 'ranges',
    map: new RunsPageMap(runs, firstPage),
    structure: 'RDMP_HEADER64',
    offset: at,
    size: RDMP_HEADER64.size + bytes.length,
    firstPage,
    runs,
  };
}

/**
 * Finds the pages by what stands behind the header, not by DumpType: a bitmap (`SDMP`, `FDMP`), ranges (`RDMP`), or the
 * header's own run list. Null when there are none.
 */
export function readPhysicalPages(source: Source, header: KernelDumpHeader, problems: Problems): PhysicalPages | null {
  const start = source.read(header.size, 12);
  if (start.length === 12 && header.dumpType !== 1) {
    const view = viewOf(start);
    const signature = view.getUint32(0, true);
    if (signature === SDMP || signature === FDMP) return bitmapPages(source, header, problems);
    if (header.bits === 64 && view.getUint32(4, true) === RDMP) return rangePages(source, header, problems);
  }
  if (header.dumpType !== 1 && header.dumpType !== null) {
    problems.add(
      'bad-signature',
      'SUMMARY_DUMP',
      header.size,
      `a dump of type ${header.dumpType} should have a bitmap or ranges after its header, but none is there`,
    );
    return null;
  }
  const runs = readPhysicalRuns(header.physicalMemoryBlock, header.bits, problems);
  if (runs === null) {
    problems.add(
      'unreadable',
      'PHYSICAL_MEMORY_DESCRIPTOR',
      header.bits === 32 ? 0x64 : 0x88,
      'no run list was written',
    );
    return null;
  }
  return {
    form: 'runs',
    map: new RunsPageMap(runs, header.size),
    structure: 'PHYSICAL_MEMORY_DESCRIPTOR',
    offset: header.bits === 32 ? 0x64 : 0x88,
    size: 700,
    firstPage: header.size,
    runs,
  };
}
