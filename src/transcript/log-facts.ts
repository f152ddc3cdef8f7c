import type {
  BugCheckSummary,
  ExceptionSummary,
  ModuleSummary,
  ProcessSummary,
  SystemSummary,
  ThreadSummary,
  UnloadedModuleSummary,
} from '../windows/summary.ts';
import { type Contradiction, contradictionsOf } from './contradictions.ts';
import { damageClass } from './damage.ts';
import {
  bucketOf,
  commentsOf,
  damageOf,
  exceptionOf,
  type LogDamage,
  modeOf,
  processOf,
  registersOf,
  withInnermostAddress,
} from './log-answers.ts';
import { modulesOf, unloadedModulesOf } from './log-modules.ts';
import { LogObjects } from './log-objects.ts';
import { LogReading, type Provenance } from './log-reading.ts';
import { systemOf } from './log-system.ts';
import { currentThreadOf, type LogStack, stacksOf, threadsOf } from './log-threads.ts';
import type { Transcript } from './transcript.ts';

/** A fact of `LogSummary` that can tell where it was read. */
export type LogField =
  | 'system'
  | 'bugcheck'
  | 'exception'
  | 'process'
  | 'currentThread'
  | 'registers'
  | 'bucket'
  | 'damage'
  | 'dumpKind'
  | 'comments';

/** The best answers over a whole log, each derived when first asked for. Null and empty: the log does not say. */
export interface LogSummary {
  readonly mode: 'user' | 'kernel' | null;
  readonly system: SystemSummary | null;
  readonly bugcheck: BugCheckSummary | null;
  readonly exception: ExceptionSummary | null;
  readonly process: ProcessSummary | null;
  readonly threads: readonly ThreadSummary[];
  readonly currentThread: ThreadSummary | null;
  readonly stacks: readonly LogStack[];
  readonly modules: readonly ModuleSummary[];
  /** Null when the log shows no list of unloaded modules. */
  readonly unloadedModules: readonly UnloadedModuleSummary[] | null;
  readonly registers: ReadonlyMap<string, bigint> | null;
  readonly comments: readonly string[];
  /** `Mini Kernel Dump File: Only registers and stack trace are available`. */
  readonly dumpKind: string | null;
  readonly dumpPath: string | null;
  /** The failure bucket that `!analyze` computed. */
  readonly bucket: string | null;
  /** Messages of damage; empty when what there is does not mean damage, as in live local sessions. */
  readonly damage: readonly LogDamage[];
  readonly totallyCorrupt: boolean;
  readonly dumpTruncated: boolean;
  /** Statements of one log that cannot all be true. */
  readonly contradictions: readonly Contradiction[];
  /** Processes, threads, locks and other objects of the system that the log shows. */
  readonly objects: LogObjects;
  /** Everything that was read, for those who need more than the best answers. */
  readonly reading: LogReading;
  /** Where the answer was read; null when there is none. */
  where(field: LogField): Provenance | null;
}

/** What a log says about the system, the failure and the dump. */
export function logSummary(transcript: Transcript): LogSummary {
  return new Summary(new LogReading(transcript));
}

/** One post of a page as a transcript of its own; line numbers stay those of the whole page. */
export function onePage(transcript: Transcript, page: number): Transcript {
  return { ...transcript, sections: transcript.sections.filter((section) => section.page === page) };
}

class Summary implements LogSummary {
  readonly reading: LogReading;
  readonly #known = new Map<string, unknown>();

  constructor(reading: LogReading) {
    this.reading = reading;
  }

  #once<T>(key: string, derive: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, derive());
    return this.#known.get(key) as T;
  }

  get mode(): 'user' | 'kernel' | null {
    return this.#once('mode', () => modeOf(this.reading));
  }
  get system(): SystemSummary | null {
    return this.#system.value;
  }
  get #system() {
    return this.#once('system', () => systemOf(this.#focused));
  }
  get bugcheck(): BugCheckSummary | null {
    const best = this.#bugcheck?.value;
    if (!best) return null;
    const unknown = best.known.flatMap((told, index) => (told ? [] : [index]));
    return {
      code: best.code,
      parameters: best.parameters,
      ...(unknown.length > 0 ? { unknownParameters: unknown } : {}),
    };
  }
  get #bugcheck() {
    return this.#once('bugcheck', () => {
      const all = this.reading.bugChecks;
      return all.find(({ value }) => value.printed === 4) ?? all[0] ?? null;
    });
  }
  get exception(): ExceptionSummary | null {
    return this.#exception?.value ?? null;
  }
  get #exception() {
    return this.#once('exception', () => exceptionOf(this.#focused));
  }
  get process(): ProcessSummary | null {
    return this.#process?.value ?? null;
  }
  get #process() {
    return this.#once('process', () => processOf(this.#focused, this.#current));
  }
  get stacks(): readonly LogStack[] {
    return this.#once('stacks', () => stacksOf(this.reading));
  }
  get threads(): readonly ThreadSummary[] {
    return this.#once('threads', () => threadsOf(this.reading, this.stacks));
  }
  get currentThread(): ThreadSummary | null {
    return this.#current?.thread ?? null;
  }
  get #current(): LogStack | null {
    return this.#once('current', () => {
      const stacks = this.#focused === this.reading ? this.stacks : stacksOf(this.#focused);
      const found = currentThreadOf(this.#focused, stacks);
      if (!found) return null;
      const record = this.#exception
        ? { address: this.#exception.value.address, symbol: this.#exception.symbol }
        : null;
      return withInnermostAddress(found, this.#registers?.value ?? null, record);
    });
  }
  get modules(): readonly ModuleSummary[] {
    return this.#once('modules', () => modulesOf(this.reading, this.mode));
  }
  get unloadedModules(): readonly UnloadedModuleSummary[] | null {
    return this.#once('unloaded', () => unloadedModulesOf(this.reading));
  }
  get registers(): ReadonlyMap<string, bigint> | null {
    return this.#registers?.value.registers ?? null;
  }
  get #registers() {
    return this.#once('registers', () => registersOf(this.#focused));
  }
  get comments(): readonly string[] {
    return this.#comments.map(({ value }) => value);
  }
  get #comments() {
    return this.#once('comments', () => commentsOf(this.#focused));
  }
  get dumpKind(): string | null {
    return this.reading.dumpFiles.find(({ value }) => value.kind)?.value.kind?.value ?? null;
  }
  get dumpPath(): string | null {
    return this.reading.dumpFiles.find(({ value }) => value.path)?.value.path?.value ?? null;
  }
  get bucket(): string | null {
    return this.#bucket?.value ?? null;
  }
  get #bucket() {
    return this.#once('bucket', () => bucketOf(this.#focused));
  }
  get #damageClass(): 'total' | 'partial' | null {
    return this.#once('class', () =>
      damageClass(
        this.reading.damage.map(({ value }) => value),
        this.reading.transcript.sections.some((section) => section.prompt?.includes('lkd>') ?? false),
      ),
    );
  }
  get damage(): readonly LogDamage[] {
    return this.#once('damage', () => (this.#damageClass === null ? [] : damageOf(this.reading)));
  }
  get totallyCorrupt(): boolean {
    return this.#damageClass === 'total';
  }
  get dumpTruncated(): boolean {
    return this.reading.damage.some(({ value }) => value.kind === 'truncated');
  }
  get contradictions(): readonly Contradiction[] {
    return this.#once('contradictions', () => contradictionsOf(this.reading, this.stacks));
  }
  get objects(): LogObjects {
    return this.#once('objects', () => new LogObjects(this.reading));
  }
  /** The post that the failure is told in: posts show different machines, so answers about one failure come from one post. */
  get #focused(): LogReading {
    return this.#once('focused', () => {
      const at =
        this.#bugcheck?.section ?? this.reading.damage[0]?.section ?? this.reading.exceptions[0]?.section ?? null;
      const page = at === null ? null : this.reading.section(at).page;
      return page === null ? this.reading : new LogReading(this.reading.transcript, page);
    });
  }

  where(field: LogField): Provenance | null {
    const { reading } = this;
    switch (field) {
      case 'system':
        return this.#system.where;
      case 'bugcheck':
        return this.#bugcheck ? reading.where(this.#bugcheck.section, [this.#bugcheck.value.line]) : null;
      case 'exception':
        return this.#exception ? reading.where(this.#exception.section, [this.#exception.line]) : null;
      case 'process':
        return this.#process ? reading.where(this.#process.section, [this.#process.line]) : null;
      case 'currentThread':
        return this.#current?.where ?? null;
      case 'registers': {
        const found = this.#registers;
        return found ? reading.where(found.section, span(found.value.firstLine, found.value.lastLine)) : null;
      }
      case 'bucket':
        return this.#bucket ? reading.where(this.#bucket.section, [this.#bucket.line]) : null;
      case 'damage': {
        const found = this.damage.length > 0 ? reading.damage[0] : undefined;
        return found ? reading.where(found.section, found.value.lines) : null;
      }
      case 'dumpKind': {
        const found = reading.dumpFiles.find(({ value }) => value.kind);
        return found?.value.kind ? reading.where(found.section, [found.value.kind.line]) : null;
      }
      case 'comments': {
        const found = this.#comments[0];
        return found ? reading.where(found.section, [found.line]) : null;
      }
    }
  }
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
