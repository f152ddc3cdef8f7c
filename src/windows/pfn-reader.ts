import { type Address, isHole } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';

/** How many physical pages are in each state. */
export interface PageUse {
  /** By MMLISTS: zeroed, free, standby, modified, modified no write, bad, active, transition. */
  readonly pages: readonly number[];
  /** Entries of the PFN database that the dump does not hold. */
  readonly missing: number;
}

/** Names by MMLISTS number, as `!memusage` has them. */
export const PAGE_STATES = [
  'Zeroed',
  'Free',
  'Standby',
  'Modified',
  'ModifiedNoWrite',
  'Bad',
  'Active/Valid',
  'Transition',
] as const;

/** 1 TB of memory; more is not counted. */
const MOST_PAGES = 2 ** 28;
const MOST_RUNS = 4096;

/** Counts the entries of the PFN database by their state; null where symbols or memory do not lead to it. */
export function readPageUse(kernel: Kernel): PageUse | null {
  const size = kernel.sizeOf('_MMPFN');
  const place = kernel.member('_MMPFN', 'u3.e1.PageLocation');
  const database = kernel.pointer('MmPfnDatabase');
  const runs = physicalRuns(kernel);
  if (!size || place?.type.kind !== 'bitfield' || !database || runs.length === 0) return null;
  const pages = PAGE_STATES.map(() => 0);
  let missing = 0;
  // The field lies within one byte in every version, whatever its base type is.
  const offset = place.offset + (place.type.position >> 3);
  const shift = place.type.position & 7;
  for (const { first, count } of runs) {
    for (let page = first; page < first + count; ) {
      const at = database + page * size + offset;
      const answer = kernel.memory.read(at, Math.min((first + count - page) * size, 0x100000));
      if (isHole(answer)) {
        const lost = Math.min(first + count - page, Math.max(1, Math.ceil(answer.length / size)));
        missing += lost;
        page += lost;
        continue;
      }
      const there = Math.max(1, Math.ceil(answer.length / size));
      const counted = Math.min(there, first + count - page);
      for (let index = 0; index < counted; index++) pages[(answer[index * size]! >> shift) & 7]!++;
      page += counted;
    }
  }
  return { pages, missing };
}

/** The runs of MmPhysicalMemoryBlock, or of the system partition; empty when they are not in the dump. */
function physicalRuns(kernel: Kernel): { first: number; count: number }[] {
  const partition = kernel.address('MiSystemPartition');
  const block: Address | null =
    kernel.pointer('MmPhysicalMemoryBlock') ||
    (partition === null ? null : kernel.object('_MI_PARTITION', partition).pointer('Core.MemoryRuns'));
  if (!block) return [];
  const descriptor = kernel.object('_PHYSICAL_MEMORY_DESCRIPTOR', block);
  const place = descriptor.place('Run');
  const size = kernel.sizeOf('_PHYSICAL_MEMORY_RUN');
  const claimed = descriptor.u32('NumberOfRuns');
  if (place === null || !size || claimed === null) return [];
  const runs: { first: number; count: number }[] = [];
  let left = MOST_PAGES;
  for (let index = 0; index < Math.min(claimed, MOST_RUNS) && left > 0; index++) {
    const run = kernel.object('_PHYSICAL_MEMORY_RUN', place + index * size);
    const first = run.number('BasePage');
    const count = run.number('PageCount');
    if (first === null || count === null || first + count > 2 ** 40) break;
    runs.push({ first, count: Math.min(count, left) });
    left -= count;
  }
  return runs;
}
