import { type Address, toUnsigned, tryPointer } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';

/** A file in the system cache. */
export interface CachedFile {
  readonly sharedCacheMap: bigint;
  /** Views of 256 KB that are mapped. */
  readonly views: number;
  readonly fileObject: bigint | null;
  readonly name: string | null;
}

const MOST_VIEWS = 1_000_000;
const MOST_ARRAYS = 4096;
/** VACBs in one array since Windows Vista: 256 KB views for a gigabyte. */
const VIEWS_IN_ARRAY = 4096;

/** Files by how many views of them are mapped; null where symbols do not lead to the view control blocks. */
export function readCachedFiles(kernel: Kernel): CachedFile[] | null {
  const maps = new Map<Address, number>();
  let found = false;
  for (const { at, count, size } of viewArrays(kernel)) {
    found = true;
    for (let index = 0; index < count; index++) {
      const view = kernel.object('_VACB', at + index * size);
      const map = view.pointer('SharedCacheMap');
      if (map === null) break;
      if (map !== 0 && view.pointer('BaseAddress')) maps.set(map, (maps.get(map) ?? 0) + 1);
    }
  }
  if (!found) return null;
  const files = [...maps].map(([at, views]) => fileOf(kernel, at, views));
  return files.sort((a, b) => b.views - a.views);
}

/** One array from CcVacbs to CcBeyondVacbs until Server 2003, arrays with a header each since. */
function* viewArrays(kernel: Kernel): Generator<{ at: Address; count: number; size: number }> {
  const size = kernel.sizeOf('_VACB');
  if (!size) return;
  const first = kernel.pointer('CcVacbs');
  const beyond = kernel.pointer('CcBeyondVacbs');
  if (first && beyond && beyond > first) {
    yield { at: first, count: Math.min(MOST_VIEWS, Math.floor((beyond - first) / size)), size };
    return;
  }
  const arrays = kernel.pointer('CcVacbArrays');
  const highest = kernel.u32('CcVacbArraysHighestUsedIndex');
  const header = kernel.sizeOf('_VACB_ARRAY_HEADER');
  if (!arrays || highest === null || !header) return;
  for (let index = 0; index <= Math.min(highest, MOST_ARRAYS); index++) {
    const at = tryPointer(kernel.memory, arrays + index * kernel.pointerSize, kernel.pointerSize);
    if (at) yield { at: at + header, count: VIEWS_IN_ARRAY, size };
  }
}

function fileOf(kernel: Kernel, at: Address, views: number): CachedFile {
  const map = kernel.object('_SHARED_CACHE_MAP', at);
  const file = map.has('FileObjectFastRef') ? map.fastReference('FileObjectFastRef') : map.pointer('FileObject');
  return {
    sharedCacheMap: toUnsigned(at),
    views,
    fileObject: file === null ? null : toUnsigned(file),
    name: file ? kernel.object('_FILE_OBJECT', file).unicodeString('FileName') || null : null,
  };
}
