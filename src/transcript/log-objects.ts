import type { CriticalSections } from '../windows/critical-section.ts';
import type { IrpObject } from '../windows/irp-object.ts';
import type { IrpSummary } from '../windows/irp-summary.ts';
import type { PoolUse } from '../windows/pool.ts';
import type { ProcessObject } from '../windows/process.ts';
import type { ProcessorObject } from '../windows/processor.ts';
import type { ResourceLocks } from '../windows/resource.ts';
import type { ThreadObject } from '../windows/thread.ts';
import type { ThreadTime } from '../windows/thread-time.ts';
import type { UserHandles } from '../windows/user-handle.ts';
import type { VirtualMemory } from '../windows/virtual-memory.ts';
import { type AlpcMessageText, type AlpcPortText, readAlpc } from './alpc.ts';
import { type ClockIncrement, clockIncrementOf } from './clock-increment.ts';
import { readCriticalSections } from './critical-sections.ts';
import { readIrpSearch, readIrps } from './irp.ts';
import { type HandleTableText, readHandleTables } from './kernel-handles.ts';
import { LogDisplays } from './log-displays.ts';
import type { Read } from './log-reading.ts';
import { type LpcMessageText, type LpcPortText, readLpc } from './lpc.ts';
import { readMexProcesses, readMexThreads } from './mex-tables.ts';
import { type MutantText, readMutants } from './mutants.ts';
import { type MutexOwner, readMutexOwners } from './mutex-owners.ts';
import {
  append,
  fuller,
  joinLocks,
  mergeByAddress,
  mergeCriticalSections,
  mergeProcesses,
  mergeThreads,
  one,
} from './object-merge.ts';
import { readPoolUse } from './pool-use.ts';
import { readProcessObjects } from './process-object.ts';
import { type QueuedLockText, readQueuedLocks, readRunning } from './processors.ts';
import { readResourceLocks } from './resource-locks.ts';
import type { StructureField } from './structure.ts';
import { readTimers, readWorkQueues, type TimerText, type WorkQueueText } from './system-queues.ts';
import { readThreadObjects } from './thread-object.ts';
import { readThreadSummaries } from './thread-summary.ts';
import { readThreadTimes } from './thread-times.ts';
import { readUserHandles } from './user-handles.ts';
import { readVirtualMemory } from './virtual-memory.ts';

/**
 * What a log shows of the objects of the system, as the same plain data that memory yields, each kind read when first
 * asked for. Null and empty: the log does not show it; `COMMANDS_THAT_SHOW` names the command that would. `line` of
 * every object is a 0-based line of the original.
 */
export class LogObjects extends LogDisplays {
  /** Threads by address, each as its fullest description tells it, with its stack. */
  get threads(): readonly ThreadObject[] {
    return this.once('threads', () =>
      mergeByAddress(this.#threadBlocks, mergeThreads, this.#page).map((thread) => this.#withCounts(thread)),
    );
  }
  /** Processes by address, with the threads that the log shows of them. */
  get processes(): readonly ProcessObject[] {
    return this.once('processes', () => {
      const blocks = this.reading.collect(
        'processObjects',
        ({ lines, firstLine }, index) => [
          ...readProcessObjects(lines, this.#threadsBySection.get(index) ?? [], firstLine),
          ...readMexProcesses(lines, firstLine),
        ],
        ['PROCESS ', ' 0n'],
      );
      return mergeByAddress(blocks, mergeProcesses, this.#page).map((item) => this.#withThreads(item));
    });
  }
  /** Executive resources of all `!locks`. */
  get resources(): ResourceLocks | null {
    return this.once('resources', () => {
      const found = this.reading.collect(
        'resources',
        (section) => one(readResourceLocks(section.lines, section.firstLine)),
        ['Resource @', 'total locks', 'RESOURCE OBJECTS'],
      );
      return found.length === 0 ? null : found.map(({ value }) => value).reduce(joinLocks);
    });
  }
  /** Critical sections of all user-mode `!locks`, `!critsec` and `!cs`. */
  get criticalSections(): CriticalSections | null {
    return this.once('criticalSections', () => {
      const found = this.reading.collect(
        'criticalSections',
        (section) => one(readCriticalSections(section.lines, section.firstLine)),
        ['CritSec', 'ritical section', 'Critical Section'],
      );
      if (found.length === 0) return null;
      const each = found.flatMap(({ value, section }) => value.sections.map((item) => ({ value: item, section })));
      const scanned = found.map(({ value }) => value.scanned).filter((count) => count !== null);
      return {
        sections: mergeByAddress(each, mergeCriticalSections, this.#page),
        scanned: scanned.length > 0 ? Math.max(...scanned) : null,
        lost: null,
      };
    });
  }
  /** The fullest `!vm`, the last of equals. */
  get virtualMemory(): VirtualMemory | null {
    return this.once('virtualMemory', () => {
      const found = this.reading.collect(
        'virtualMemory',
        (section) => readVirtualMemory(section.lines, section.firstLine),
        ['Kb)'],
      );
      return found.reduce<VirtualMemory | null>(
        (best, { value }) => (best && best.counters.length > value.counters.length ? best : value),
        null,
      );
    });
  }
  /** Each `!poolused`, in the order met: they may be sorted and filtered in different ways. */
  get poolUses(): readonly PoolUse[] {
    return this.values('poolUses', (section) => readPoolUse(section.lines, section.firstLine), ['Allocs']);
  }
  /** Each `!irp`, by address. */
  get irps(): readonly IrpObject[] {
    return this.once('irps', () => {
      const found = this.reading.collect(
        'irps',
        (section) => readIrps(section.lines, section.command, section.firstLine),
        ['Irp is '],
      );
      return mergeByAddress(found, (a, b) => fuller(a, b, false), this.#page);
    });
  }
  /** Lines of `!irpfind`. */
  get foundIrps(): readonly IrpSummary[] {
    return this.values('foundIrps', (section) => readIrpSearch(section.lines, section.firstLine), [
      'irpStack',
      ' Thread ',
      'Irp is complete',
    ]);
  }
  /** User-mode `!handle`, in the order met. */
  get userHandles(): readonly UserHandles[] {
    return this.values('userHandles', (section) => one(readUserHandles(section.lines, section.firstLine)), ['Handle ']);
  }
  /** Processors of the last `!running`. */
  get processors(): readonly ProcessorObject[] {
    return this.once('processors', () => {
      const found = this.reading.collect(
        'processors',
        (section) => {
          const processors = readRunning(section.lines);
          return processors.length > 0 ? [processors] : [];
        },
        ['Prcb'],
      );
      return found.at(-1)?.value ?? [];
    });
  }
  /** Handle tables of kernel-mode `!handle`. */
  get handleTables(): readonly HandleTableText[] {
    return this.values('handleTables', (section) => readHandleTables(section.lines, section.firstLine), [
      'andle table at',
    ]);
  }
  /** Queues of `!exqueue`. */
  get workQueues(): readonly WorkQueueText[] {
    return this.once('workQueues', () =>
      this.reading
        .collect(
          'workQueues',
          ({ lines, firstLine }, index) => readWorkQueues(lines, this.#threadsBySection.get(index) ?? [], firstLine),
          ['WorkQueue'],
        )
        .map(({ value }) => value),
    );
  }
  /** Timers of `!timer`. */
  get timers(): readonly TimerText[] {
    return this.values('timers', (section) => readTimers(section.lines, section.firstLine), ['imer']);
  }
  /** Messages that `!alpc /m` shows, and ports that `!alpc /p` shows. */
  get alpcMessages(): readonly AlpcMessageText[] {
    return this.#alpc.flatMap(({ messages }) => messages);
  }
  get alpcPorts(): readonly AlpcPortText[] {
    return this.#alpc.flatMap(({ ports }) => ports);
  }
  get #alpc() {
    return this.values('alpc', (section) => [readAlpc(section.lines, section.firstLine)], ['Message ', 'Port ']);
  }
  /** Messages and ports of `!lpc`. */
  get lpc(): readonly { readonly messages: readonly LpcMessageText[]; readonly ports: readonly LpcPortText[] }[] {
    return this.values(
      'lpc',
      (section) => {
        const found = readLpc(section.lines, section.firstLine);
        return found.messages.length > 0 || found.ports.length > 0 ? [found] : [];
      },
      ['erver', 'lient thread'],
    );
  }
  /** Mutexes of `!mutex`. */
  get mutants(): readonly MutantText[] {
    return this.values('mutants', (section) => readMutants(section.lines, section.firstLine), ['Mutex @ ']);
  }
  /** Owned mutexes of user-mode `!handle`. */
  get mutexOwners(): readonly MutexOwner[] {
    return this.values('mutexOwners', (section) => readMutexOwners(section.lines, section.firstLine), ['Mutant Owner']);
  }
  /** What the pairs of ticks and times say of the clock; null where posts of several machines contradict each other. */
  get clockIncrement(): ClockIncrement | null {
    return clockIncrementOf(this.threads);
  }
  /** Rows of each `!qlocks`. */
  get queuedLocks(): readonly QueuedLockText[] {
    return this.values('queuedLocks', (section) => readQueuedLocks(section.lines, section.firstLine), ['Lock Name']);
  }
  /** Threads of each `!runaway`, in the order met. */
  get threadTimes(): readonly ThreadTime[] {
    return this.values('threadTimes', (section) => readThreadTimes(section.lines, section.command, section.firstLine), [
      ' Time',
    ]);
  }
  get #threadsBySection(): ReadonlyMap<number, readonly ThreadObject[]> {
    return this.once('threadsBySection', () => {
      const bySection = new Map<number, ThreadObject[]>();
      for (const { value, section } of this.#threadBlocks) append(bySection, section, value);
      return bySection;
    });
  }

  get #threadBlocks(): readonly Read<ThreadObject>[] {
    const { stacks } = this.reading;
    let next = 0;
    return this.reading.collect(
      'threadObjects',
      ({ lines, firstLine }, index) => {
        while (next < stacks.length && stacks[next]!.section < index) next++;
        const first = next;
        while (next < stacks.length && stacks[next]!.section === index) next++;
        const own = stacks.slice(first, next).map(({ value }) => value);
        return [
          ...readThreadObjects(lines, firstLine, own),
          ...readThreadSummaries(lines, firstLine, own),
          ...readMexThreads(lines, firstLine),
        ].sort((a, b) => a.line! - b.line!);
      },
      ['THREAD ', '(E|K', 'Proc.Thread', '===='],
    );
  }

  /** `dt _KTHREAD` shows the counts that a brief description leaves out. */
  #withCounts(thread: ThreadObject): ThreadObject {
    if (thread.suspendCount !== null && thread.freezeCount !== null) return thread;
    const fields = this.#kernelThreads.get(thread.address);
    const count = (name: string): number | null => {
      const value = fields?.find((field) => field.name === name)?.value ?? null;
      return value === null ? null : Number(value);
    };
    return fields
      ? {
          ...thread,
          suspendCount: thread.suspendCount ?? count('SuspendCount'),
          freezeCount: thread.freezeCount ?? count('FreezeCount'),
        }
      : thread;
  }

  get #kernelThreads(): ReadonlyMap<bigint | null, readonly StructureField[]> {
    return this.once('kernelThreads', () => {
      const shown = this.structures.filter(
        ({ type, address }) => address !== null && /(?:^|!)_KTHREAD$/.test(type ?? ''),
      );
      return new Map(shown.map(({ address, fields }) => [address, fields]));
    });
  }

  /** The threads that a process lists and those that name it, each as its fullest description tells it. */
  #withThreads(item: ProcessObject): ProcessObject {
    const { byAddress, byProcess } = this.#threadIndex;
    const own = byProcess.get(item.address) ?? [];
    if (item.threads.length === 0 && own.length === 0) return item;
    const known = new Map(item.threads.map((one) => [one.address, byAddress.get(one.address) ?? one]));
    for (const one of own) known.set(one.address, one);
    return { ...item, threads: [...known.values()] };
  }

  get #threadIndex() {
    return this.once('threadIndex', () => {
      const byAddress = new Map(this.threads.map((one) => [one.address, one]));
      const byProcess = new Map<bigint | null, ThreadObject[]>();
      for (const one of this.threads) append(byProcess, one.process, one);
      return { byAddress, byProcess };
    });
  }

  readonly #page = ({ section }: { readonly section: number }): number => this.reading.section(section).page ?? -1;
}
