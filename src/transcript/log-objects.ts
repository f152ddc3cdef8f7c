import type { CriticalSection, CriticalSections } from '../windows/critical-section.ts';
import type { IrpObject } from '../windows/irp-object.ts';
import type { IrpSummary } from '../windows/irp-summary.ts';
import type { PoolUse } from '../windows/pool.ts';
import type { ProcessObject } from '../windows/process.ts';
import type { Resource, ResourceLocks } from '../windows/resource.ts';
import type { ThreadObject } from '../windows/thread.ts';
import type { ThreadTime } from '../windows/thread-time.ts';
import type { UserHandles } from '../windows/user-handle.ts';
import type { VirtualMemory } from '../windows/virtual-memory.ts';
import { type CodeBlock, readCode } from './code.ts';
import { readCriticalSections } from './critical-sections.ts';
import { readIrpSearch, readIrps } from './irp.ts';
import type { LogReading, Read } from './log-reading.ts';
import { type MemoryText, readMemory } from './memory.ts';
import { readPoolUse } from './pool-use.ts';
import { readProcessObjects } from './process-object.ts';
import { readResourceLocks } from './resource-locks.ts';
import { readStructures, type StructureText } from './structure.ts';
import { readThreadObjects } from './thread-object.ts';
import { readThreadTimes } from './thread-times.ts';
import type { Section } from './transcript.ts';
import { readUserHandles } from './user-handles.ts';
import { readVirtualMemory } from './virtual-memory.ts';

/**
 * What a log shows of the objects of the system, as the same plain data that memory yields, each kind read when first
 * asked for. Null and empty: the log does not show it; `COMMANDS_THAT_SHOW` names the command that would. `line` of
 * every object is a 0-based line of the original.
 */
export class LogObjects {
  readonly #reading: LogReading;
  readonly #known = new Map<string, unknown>();

  constructor(reading: LogReading) {
    this.#reading = reading;
  }

  /** Threads by address, each as its fullest description tells it, with its stack. */
  get threads(): readonly ThreadObject[] {
    return this.#once('threads', () =>
      mergeBy(
        this.#threadBlocks,
        ({ address }) => address,
        thread,
        (item) => this.#page(item),
      ),
    );
  }
  /** Processes by address, with the threads that the log shows of them. */
  get processes(): readonly ProcessObject[] {
    return this.#once('processes', () => {
      const blocks = this.#reading.collect('processObjects', (section, index) =>
        readProcessObjects(
          section.lines,
          this.#threadBlocks.filter((block) => block.section === index).map(({ value }) => value),
          section.firstLine,
        ),
      );
      return mergeBy(
        blocks,
        ({ address }) => address,
        process,
        (item) => this.#page(item),
      ).map((item) => this.#withThreads(item));
    });
  }
  /** Executive resources of all `!locks`. */
  get resources(): ResourceLocks | null {
    return this.#once('resources', () => {
      const found = this.#reading.collect('resources', (section) =>
        one(readResourceLocks(section.lines, section.firstLine)),
      );
      return found.length === 0 ? null : found.map(({ value }) => value).reduce(joinLocks);
    });
  }
  /** Critical sections of all user-mode `!locks`, `!critsec` and `!cs`. */
  get criticalSections(): CriticalSections | null {
    return this.#once('criticalSections', () => {
      const found = this.#reading.collect('criticalSections', (section) =>
        one(readCriticalSections(section.lines, section.firstLine)),
      );
      if (found.length === 0) return null;
      const each = found.flatMap(({ value, section }) => value.sections.map((item) => ({ value: item, section })));
      const scanned = found.map(({ value }) => value.scanned).filter((count) => count !== null);
      return {
        sections: mergeBy(
          each,
          ({ address }) => address,
          criticalSection,
          (item) => this.#page(item),
        ),
        scanned: scanned.length > 0 ? Math.max(...scanned) : null,
        lost: null,
      };
    });
  }
  /** The fullest `!vm`, the last of equals. */
  get virtualMemory(): VirtualMemory | null {
    return this.#once('virtualMemory', () => {
      const found = this.#reading.collect('virtualMemory', (section) =>
        readVirtualMemory(section.lines, section.firstLine),
      );
      return found.reduce<VirtualMemory | null>(
        (best, { value }) => (best && best.counters.length > value.counters.length ? best : value),
        null,
      );
    });
  }
  /** Each `!poolused`, in the order met: they may be sorted and filtered in different ways. */
  get poolUses(): readonly PoolUse[] {
    return this.#values('poolUses', (section) => readPoolUse(section.lines, section.firstLine));
  }
  /** Each `!irp`, by address. */
  get irps(): readonly IrpObject[] {
    return this.#once('irps', () => {
      const found = this.#reading.collect('irps', (section) =>
        readIrps(section.lines, section.command, section.firstLine),
      );
      return mergeBy(
        found,
        ({ address }) => address,
        (a, b) => fuller(a, b, false),
        (item) => this.#page(item),
      );
    });
  }
  /** Lines of `!irpfind`. */
  get foundIrps(): readonly IrpSummary[] {
    return this.#values('foundIrps', (section) => readIrpSearch(section.lines, section.firstLine));
  }
  /** User-mode `!handle`, in the order met. */
  get userHandles(): readonly UserHandles[] {
    return this.#values('userHandles', (section) => one(readUserHandles(section.lines, section.firstLine)));
  }
  /** Threads of each `!runaway`, in the order met. */
  get threadTimes(): readonly ThreadTime[] {
    return this.#values('threadTimes', (section) => readThreadTimes(section.lines, section.command, section.firstLine));
  }
  /** Disassembly, in the order met. */
  get code(): readonly CodeBlock[] {
    return this.#values('code', (section) => readCode(section.lines, section.command, section.firstLine));
  }
  /** What commands that display memory printed. */
  get memory(): readonly MemoryText[] {
    return this.#values('memory', (section) => one(readMemory(section.lines, section.command, section.firstLine)));
  }
  /** What `dt` printed. */
  get structures(): readonly StructureText[] {
    return this.#values('structures', (section) => readStructures(section.lines, section.command, section.firstLine));
  }

  #values<T>(kind: string, read: (section: Section) => readonly T[]): readonly T[] {
    return this.#once(kind, () => this.#reading.collect(kind, read).map(({ value }) => value));
  }

  get #threadBlocks(): readonly Read<ThreadObject>[] {
    const { stacks } = this.#reading;
    let next = 0;
    return this.#reading.collect('threadObjects', (section, index) => {
      while (next < stacks.length && stacks[next]!.section < index) next++;
      const first = next;
      while (next < stacks.length && stacks[next]!.section === index) next++;
      const own = stacks.slice(first, next).map(({ value }) => value);
      return readThreadObjects(section.lines, section.firstLine, own);
    });
  }

  #withThreads(item: ProcessObject): ProcessObject {
    const known = new Map(item.threads.map((one) => [one.address, one]));
    for (const one of this.threads) {
      const listed = known.has(one.address);
      if (listed || one.process === item.address) known.set(one.address, one);
    }
    return { ...item, threads: [...known.values()] };
  }

  #page({ section }: { readonly section: number }): number {
    return this.#reading.section(section).page ?? -1;
  }

  #once<T>(key: string, derive: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, derive());
    return this.#known.get(key) as T;
  }
}

/** What to run for each kind of object that a log lacks. */
export const COMMANDS_THAT_SHOW = {
  threads: '!process 0 7',
  processes: '!process 0 7',
  resources: '!locks',
  criticalSections: '!locks, or !cs -l in a kernel session',
  virtualMemory: '!vm',
  poolUses: '!poolused',
  irps: '!irp ADDRESS',
  foundIrps: '!irpfind',
  userHandles: '!handle 0 f',
  threadTimes: '!runaway 7',
} as const satisfies Partial<Record<keyof LogObjects, string>>;

function one<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}

/** Things met several times become one each, in the order first met; posts of a page show different machines. */
function mergeBy<T, K>(
  found: readonly Read<T>[],
  keyOf: (value: T) => K,
  merge: (a: T, b: T) => T,
  page: (item: Read<T>) => number,
): readonly T[] {
  const pages = new Map<number, Map<K, T>>();
  for (const item of found) {
    const at = page(item);
    let known = pages.get(at);
    if (!known) {
      known = new Map();
      pages.set(at, known);
    }
    const key = keyOf(item.value);
    const before = known.get(key);
    known.set(key, before === undefined ? item.value : merge(before, item.value));
  }
  return [...pages.values()].flatMap((known) => [...known.values()]);
}

/** How much a description tells. */
function detail(value: object): number {
  let count = 0;
  for (const field of Object.values(value)) if (field !== null && (!Array.isArray(field) || field.length > 0)) count++;
  return count;
}

/** The fuller of two descriptions, the later of equals, with what only the other tells. */
function fuller<T extends object>(a: T, b: T, together: boolean): T {
  const [base, other] = detail(b) >= detail(a) ? [b, a] : [a, b];
  if (!together) return base;
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries(base));
  for (const [key, value] of Object.entries(other)) {
    const own = merged[key];
    if (own === null || (Array.isArray(own) && own.length === 0)) merged[key] = value;
  }
  return merged as T;
}

/** Only descriptions of one moment complete each other: a live system's thread goes on between two commands. */
function thread(a: ThreadObject, b: ThreadObject): ThreadObject {
  const same = (x: unknown, y: unknown): boolean => x === null || y === null || x === y;
  const together =
    a.state === b.state && same(a.waitStartTick, b.waitStartTick) && same(a.contextSwitches, b.contextSwitches);
  return fuller(a, b, together);
}

function criticalSection(a: CriticalSection, b: CriticalSection): CriticalSection {
  return fuller(a, b, a.lockCount === b.lockCount && a.owningThread === b.owningThread);
}

function process(a: ProcessObject, b: ProcessObject): ProcessObject {
  const threads = new Map([...a.threads, ...b.threads].map((one) => [one.address, one]));
  return { ...fuller(a, b, true), threads: [...threads.values()], threadsListed: a.threadsListed || b.threadsListed };
}

function joinLocks(a: ResourceLocks, b: ResourceLocks): ResourceLocks {
  const resources = new Map<bigint, Resource>();
  const size = (item: Resource): number =>
    item.owners.length + item.sharedWaiters.length + item.exclusiveWaiters.length;
  for (const item of [...a.resources, ...b.resources]) {
    const before = resources.get(item.address);
    if (!before || size(item) >= size(before)) resources.set(item.address, item);
  }
  const [whole, part] = (b.total ?? 0) > (a.total ?? 0) ? [b, a] : [a, b];
  return {
    resources: [...resources.values()],
    total: whole.total ?? part.total,
    held: whole.total === null ? part.held : whole.held,
    lost: whole.lost ?? part.lost,
  };
}
