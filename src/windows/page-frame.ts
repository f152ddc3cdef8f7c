import { toUnsigned } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { PAGE_STATES } from './pfn-reader.ts';

/** An entry of the PFN database (_MMPFN). Null is unknown: this version has no such member, or its page is not in the dump. */
export interface PageFrame {
  readonly number: number;
  readonly address: bigint;
  readonly flink: bigint | null;
  /** A count for pages in use, a link for those on a list. */
  readonly shareCount: bigint | null;
  readonly pteAddress: bigint | null;
  readonly referenceCount: number | null;
  readonly originalPte: bigint | null;
  /** The frame of the page table that maps the page. */
  readonly containingPage: bigint | null;
  readonly state: string | null;
  readonly modified: boolean | null;
  readonly caching: string | null;
  readonly priority: number | null;
}

/** MI_PFN_CACHE_ATTRIBUTE of public symbols. */
const CACHING = ['NonCached', 'Cached', 'WriteComb', 'NotMapped'];
const MOST_FRAMES = 2 ** 40;

/** The entry of a page frame; null where symbols or memory do not lead to it. */
export function readPageFrame(kernel: Kernel, number: number): PageFrame | null {
  const size = kernel.sizeOf('_MMPFN');
  const database = kernel.pointer('MmPfnDatabase');
  if (!size || !database || number > MOST_FRAMES) return null;
  const at = database + number * size;
  // An entry of which nothing is there tells nothing; its first word is asked for.
  if (kernel.wordAt(at) === null) return null;
  const entry = kernel.object('_MMPFN', at);
  const location = entry.number('u3.e1.PageLocation');
  const modified = entry.number('u3.e1.Modified');
  const caching = entry.number('u3.e1.CacheAttribute');
  return {
    number,
    address: toUnsigned(at),
    flink: entry.value('u1.Flink.Flink', 'u1.Flink'),
    shareCount: entry.value('u2.ShareCount', 'u2.Blink'),
    pteAddress: entry.pointerValue('PteAddress'),
    referenceCount: entry.number('u3.ReferenceCount', 'u3.e2.ReferenceCount'),
    originalPte: entry.value('OriginalPte.u.Long'),
    containingPage: entry.value('u4.PteFrame'),
    state: location === null ? null : (PAGE_STATES[location] ?? null),
    modified: modified === null ? null : modified !== 0,
    caching: caching === null ? null : (CACHING[caching] ?? null),
    priority: entry.number('u3.e4.Priority', 'u3.e3.Priority', 'u3.e1.Priority', 'u4.Priority'),
  };
}
