import type { PageTables } from '../../memory/paged.ts';
import type { MemorySpace } from '../../memory/space.ts';
import type { PagingOptions } from '../page-table.ts';
import { type EntryFormat, FourLevelTables } from '../x64/paging.ts';

/** VMSAv8-64 descriptors: bit 1 clear above the lowest level is a block; output address in bits 12 to 47. */
const ARM64: EntryFormat = { isLarge: (low) => (low & 2) === 0, highMask: 0xffff };

/**
 * Page tables of an ARM64 process with a 4 KB granule. Windows keeps user and kernel entries in one root page (the
 * second half is TTBR1's), so `base` serves both halves. Entries without the valid bit are read as x64's: their layout
 * on ARM64 is an assumption, since no public symbols were at hand.
 */
export function arm64PageTables(physical: MemorySpace, base: number, options: PagingOptions = {}): PageTables {
  const root = base % 2 ** 48;
  return new FourLevelTables(physical, root - (root % 0x1000), 4, ARM64, options);
}
