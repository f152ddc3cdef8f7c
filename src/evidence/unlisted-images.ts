import { Problems } from '../bytes/problem.ts';
import { openPe, type PeImage } from '../formats/pe/image.ts';
import { MemorySource } from '../memory/memory-source.ts';
import { toUnsigned } from '../memory/space.ts';
import { moduleIndexOf } from '../target/module-index.ts';
import { fact, known, missing } from './case.ts';

/** An executable image in private memory, which the loader does not know. */
export interface UnlistedImage {
  readonly base: bigint;
  readonly size: number;
  /** PAGE_* bits of the region of its header. */
  readonly protection: number;
  readonly timestamp: number;
}

const MEM_COMMIT = 0x1000;
const MEM_PRIVATE = 0x20000;
const MOST_REGIONS = 100_000;

/** Images with valid headers at the start of private allocations, of which some page may be executed. */
export const unlistedImagesFact = fact<readonly UnlistedImage[]>('unlistedImages', ({ target }) => {
  const regions = target?.memoryRegions;
  if (!target || !regions?.length) return missing('the list of memory regions', '.imgscan; procdump -ma');
  const executable = new Set(
    regions
      .filter(({ state, protection }) => state === MEM_COMMIT && (protection & 0xf0) !== 0)
      .map(({ allocationBase }) => allocationBase),
  );
  const modules = moduleIndexOf(target.modules);
  const found: UnlistedImage[] = [];
  for (const { base, size, state, type, protection, allocationBase } of regions.slice(0, MOST_REGIONS)) {
    const isStart = allocationBase === null || allocationBase === base;
    if (state !== MEM_COMMIT || type !== MEM_PRIVATE || !isStart || !executable.has(allocationBase)) continue;
    if (modules.atUnsigned(toUnsigned(base))) continue;
    const image = imageAt(new MemorySource(target.memory, base, Math.max(size, 0x1000)));
    if (image) found.push({ base: toUnsigned(base), size: image.sizeOfImage, protection, timestamp: image.timestamp });
  }
  return known(found, 'memory regions of the dump');
});

function imageAt(source: MemorySource): PeImage | null {
  const start = source.read(0, 2);
  if (start[0] !== 0x4d || start[1] !== 0x5a) return null;
  const quiet = new Problems();
  try {
    const image = openPe(source, 'mapped', quiet);
    return image.sections.length > 0 ? image : null;
  } catch (error) {
    quiet.catch(error, 'IMAGE_DOS_HEADER', null);
    return null;
  }
}
