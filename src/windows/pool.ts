/** What one pool tag has allocated since boot, as `!poolused` shows it. Bytes and counts; null is unknown. */
export interface PoolTagUse {
  /** Four characters as stored, printable or not. */
  readonly tag: string;
  readonly nonPagedAllocations: bigint | null;
  readonly nonPagedFrees: bigint | null;
  readonly nonPagedBytes: bigint | null;
  readonly pagedAllocations: bigint | null;
  readonly pagedFrees: bigint | null;
  readonly pagedBytes: bigint | null;
  /** `Binary : nt!mm` or whatever a log prints behind the numbers; null from memory. */
  readonly owner: string | null;
}

/** Pool use by tag. */
export interface PoolUse {
  readonly tags: readonly PoolTagUse[];
  /** Sums as the kernel or the log tells them, or of the tags. */
  readonly total: PoolTagUse;
  /** `Sorting by Tag`, as `!poolused` says; null from memory. */
  readonly sorting: string | null;
  /** Set for logs without columns of frees: allocations are then those that are not freed yet, and frees are 0. */
  readonly onlyOutstanding?: boolean;
  /** Why tags may be missing; null when they are not. */
  readonly lost: string | null;
  /** Line of the log, from 0; null from memory. */
  readonly line: number | null;
}

/** The sums of tags; what is unknown of one adds nothing. */
export function totalOf(tags: readonly PoolTagUse[]): PoolTagUse {
  const sum = (of: (tag: PoolTagUse) => bigint | null) => tags.reduce((all, tag) => all + (of(tag) ?? 0n), 0n);
  return {
    tag: 'TOTAL',
    nonPagedAllocations: sum((tag) => tag.nonPagedAllocations),
    nonPagedFrees: sum((tag) => tag.nonPagedFrees),
    nonPagedBytes: sum((tag) => tag.nonPagedBytes),
    pagedAllocations: sum((tag) => tag.pagedAllocations),
    pagedFrees: sum((tag) => tag.pagedFrees),
    pagedBytes: sum((tag) => tag.pagedBytes),
    owner: null,
  };
}

/** One block in a page of pool. Addresses are those of the header. */
export interface PoolBlock {
  readonly address: bigint;
  /** Bytes, header included. */
  readonly size: number;
  readonly previousSize: number;
  readonly state: 'Allocated' | 'Free' | 'Lookaside' | 'Free page' | 'Large';
  readonly tag: string;
  /** The tag's protected bit, which `ExFreePoolWithTag` checks. */
  readonly isProtected: boolean;
  /** EPROCESS that is charged for it; null for none. */
  readonly process: bigint | null;
  /** True for the block that the address asked about lies in. */
  readonly asked: boolean;
}

/** A page of pool as `!pool` shows it. */
export interface PoolPage {
  /** The address that was asked about. */
  readonly address: bigint;
  /** `Paged pool`, `Nonpaged pool`, `Special pool`, `Unknown`. */
  readonly region: string;
  readonly blocks: readonly PoolBlock[];
  /** Messages that stand in the place of blocks, or behind the last readable one. */
  readonly messages: readonly string[];
  /** Line of the log, from 0; null from memory. */
  readonly line: number | null;
}

/** An allocation of a page or more in PoolBigPageTable. */
export interface BigPoolBlock {
  readonly address: bigint;
  readonly tag: string;
  /** Bytes. */
  readonly size: bigint;
  /** Null where this kernel does not keep it. */
  readonly isPaged: boolean | null;
  readonly isFree: boolean;
}
