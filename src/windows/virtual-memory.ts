/** A paging file as `!vm` shows it; sizes in KB. Null is unknown. */
export interface PageFile {
  readonly name: string | null;
  /** What stands in place of the name: `No Name for Paging File`, `Paging File Name paged out`; null beside a name. */
  readonly nameless: string | null;
  readonly currentKb: bigint | null;
  readonly freeKb: bigint | null;
  readonly minimumKb: bigint | null;
  readonly maximumKb: bigint | null;
}

/** One counter of `!vm` by its label there (`NonPagedPool Usage`), in pages of 4 KB; unsigned 64-bit, wraps included. */
export interface MemoryCounter {
  readonly label: string;
  readonly pages: bigint;
  /** As printed, in logs; four times the pages, from memory. */
  readonly kb: bigint;
}

/** A line of asterisks in `!vm`: how often something has failed, or what the debugger itself finds strange. */
export interface MemoryAlarm {
  /** `system PTE allocations have failed`, `pool allocations have failed`: the words behind the number. */
  readonly what: string;
  /** Null for alarms without a number in front. */
  readonly count: bigint | null;
  /** Label of the counter it stands behind; null at the start. */
  readonly after: string | null;
  /** Its own line of the log, from 0; absent from memory. */
  readonly line?: number;
}

/** A process in the table at the end of `!vm`; pages. */
export interface ProcessCommit {
  readonly id: number;
  readonly name: string;
  readonly commit: bigint;
  readonly sharedCommit: bigint | null;
  readonly debt: bigint | null;
}

/** Virtual memory as `!vm` shows it, from memory or from a log. Counters that are unknown are not in the list. */
export interface VirtualMemory {
  /** `classic` is the layout of XP and 2003 with its title, `modern` that of Vista and later. */
  readonly form: 'classic' | 'modern';
  /** Null when page files are unknown; empty for `No Page File`. */
  readonly pageFiles: readonly PageFile[] | null;
  /** In the order of the layout. */
  readonly counters: readonly MemoryCounter[];
  readonly alarms: readonly MemoryAlarm[];
  /** Null when not listed. */
  readonly processes: readonly ProcessCommit[] | null;
  /** Why processes may be missing; absent from a log. */
  readonly processesBroken?: string | null;
  /** Labels of counters that this kernel has but whose values are not in the dump, or whose variables its symbols lack. */
  readonly unknown: readonly string[];
  /** Line of the log, from 0; null from memory. */
  readonly line: number | null;
}

/** A counter's pages by label, `Committed pages`; null when it is unknown. */
export function memoryCounter(memory: VirtualMemory, label: string): bigint | null {
  return memory.counters.find((counter) => counter.label === label)?.pages ?? null;
}

/** How often something failed, by the words behind the number; null when no such alarm is there. */
export function memoryFailures(memory: VirtualMemory, what: RegExp): bigint | null {
  return memory.alarms.find((alarm) => what.test(alarm.what))?.count ?? null;
}
