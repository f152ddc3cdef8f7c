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
import { type DamageKind, type DamageText, damageClass } from './damage.ts';
import { modulesOf, unloadedModulesOf } from './log-modules.ts';
import { LogReading, type Provenance, type Read } from './log-reading.ts';
import { systemOf } from './log-system.ts';
import { currentThreadOf, type LogStack, stacksOf, threadsOf } from './log-threads.ts';
import type { Transcript } from './transcript.ts';

/** One kind of damage message over the whole log. */
export interface LogDamage {
  readonly kind: DamageKind;
  readonly count: number;
  /** The first message, verbatim. */
  readonly sample: string;
  /** 0-based line of the sample in the original. */
  readonly line: number;
  readonly codes: readonly string[];
}

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

const BREAKPOINTS = [0x80000003, 0x80000004, 0x4000001f, 0x4000001e];

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
    return this.#once('current', () =>
      currentThreadOf(this.#focused, this.#focused === this.reading ? this.stacks : stacksOf(this.#focused)),
    );
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
    return this.#once('damage', () => (this.#damageClass === null ? [] : merged(this.reading)));
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

/** A user or a kernel session: by the prompts, else by what was printed. */
function modeOf(reading: LogReading): 'user' | 'kernel' | null {
  let kernel = 0;
  let user = 0;
  for (const { prompt } of reading.transcript.sections) {
    if (prompt === null) continue;
    if (/kd(?::\w+)?>$/.test(prompt)) kernel++;
    else user++;
  }
  if (kernel !== user) return kernel > user ? 'kernel' : 'user';
  const file = reading.dumpFiles.find(({ value }) => value.mode)?.value.mode;
  if (file) return file;
  if (reading.bugChecks.length > 0) return 'kernel';
  const banner = reading.banners.find(({ value }) => value.mode)?.value.mode;
  if (banner) return banner;
  const thread = reading.threads[0]?.value;
  if (thread) return thread.address !== null ? 'kernel' : 'user';
  const analysis = reading.analyses.find(({ value }) => value.kind !== 'other')?.value.kind;
  if (analysis) return analysis === 'bugcheck' ? 'kernel' : 'user';
  const event = reading.exceptions.find(({ value }) => value.processId !== null);
  return event ? 'user' : null;
}

interface FoundException {
  readonly value: ExceptionSummary;
  readonly section: number;
  readonly line: number;
}

/** The exception that matters most: not a breakpoint before one, a record before an event line; thread and chance come from its event line. */
function exceptionOf(reading: LogReading): FoundException | null {
  const all = reading.exceptions;
  const weight = ({ value }: Read<(typeof all)[number]['value']>): number =>
    (BREAKPOINTS.includes(value.code) ? 0 : 8) +
    (value.form === 'exr' ? 4 : 0) +
    (value.firstChance === false ? 3 : 0) +
    (value.form === 'last-event' ? 2 : 0);
  let best = all[0];
  for (const item of all) if (best && weight(item) > weight(best)) best = item;
  if (!best) return exceptionCodeOf(reading);
  const events = all.filter(({ value }) => value.code === best.value.code && value.form !== 'exr');
  const event = events.findLast((item) => all.indexOf(item) <= all.indexOf(best)) ?? events[0];
  const { code, flags, address, parameters, threadId, firstChance } = best.value;
  return {
    value: {
      code,
      flags,
      address,
      parameters,
      threadId: threadId ?? event?.value.threadId ?? null,
      firstChance: firstChance ?? event?.value.firstChance ?? null,
    },
    section: best.section,
    line: best.value.line,
  };
}

/** Tickets often quote EXCEPTION_CODE without the record. */
function exceptionCodeOf(reading: LogReading): FoundException | null {
  for (const { value, section } of reading.analyses) {
    const tag = value.tags.get('EXCEPTION_CODE') ?? value.tags.get('EXCEPTION_CODE_STR');
    const code = tag ? /(?:0x)?([0-9a-f]{8})\b/i.exec(tag.value)?.[1] : undefined;
    if (!tag || code === undefined) continue;
    const summary = {
      code: Number.parseInt(code, 16),
      flags: null,
      address: null,
      parameters: [],
      threadId: null,
      firstChance: null,
    };
    return { value: summary, section, line: tag.line };
  }
  return null;
}

function processOf(
  reading: LogReading,
  current: LogStack | null,
): { value: ProcessSummary; section: number; line: number } | null {
  const thread = current?.thread ?? null;
  const own = reading.threads.find(({ value }) =>
    value.address !== null ? value.address === thread?.address : value.index !== null && value.index === thread?.index,
  );
  const introduced =
    own ?? reading.threads.find(({ section }) => /^\s*!thread\s*$/.test(reading.section(section).command));
  const event = reading.exceptions.find(({ value }) => value.processId !== null)?.value.processId ?? null;
  const id = introduced?.value.processId ?? event;
  const address = introduced?.value.processAddress ?? null;
  for (const { value, section } of reading.analyses) {
    const tag = value.tags.get('PROCESS_NAME');
    if (tag && tag.value !== '' && !tag.value.startsWith('...')) {
      return {
        value: { name: tag.value.trim(), id: introduced ? id : event, address: introduced ? address : null },
        section,
        line: tag.line,
      };
    }
  }
  if (introduced)
    return {
      value: { name: introduced.value.process, id, address },
      section: introduced.section,
      line: introduced.value.line,
    };
  for (let section = 0; section < reading.transcript.sections.length; section++) {
    const { command, lines } = reading.section(section);
    if (!/^\s*(?:\||!mex\.p\b|!p\b|!process\s+-1)/.test(command)) continue;
    for (let line = 0; line < lines.length; line++) {
      const listed =
        /^\s*\.?\s*\d+\s+id: ([0-9a-f]+)\s+\S+\s+name: (\S.*?)\s*$/.exec(lines[line]!) ??
        /^\S+\s+\d+\s+([0-9a-f]+) \(0n\d+\)/.exec(lines[line]!);
      const image = /^\s*Image: (\S.*?)\s*$/.exec(lines[line]!);
      if (image) return { value: { name: image[1]!, id: null, address: null }, section, line };
      if (!listed) continue;
      const name = listed[2] ?? /^(\S+)/.exec(lines[line]!)?.[1] ?? null;
      return { value: { name, id: Number.parseInt(listed[1]!, 16), address: null }, section, line };
    }
  }
  if (event === null) return null;
  const from = reading.exceptions.find(({ value }) => value.processId !== null)!;
  return { value: { name: null, id: event, address: null }, section: from.section, line: from.value.line };
}

/** Registers at the failure: those inside an analysis, then of .ecxr, .trap and .cxr, then of `r`, then the first. */
function registersOf(reading: LogReading) {
  const all = reading.registers;
  const inside = all.find(({ value, section }) =>
    reading.analyses.some(
      (analysis) =>
        analysis.section === section &&
        analysis.value.firstLine <= value.firstLine &&
        analysis.value.lastLine >= value.firstLine,
    ),
  );
  const by = (command: RegExp) => all.find(({ section }) => command.test(reading.section(section).command));
  return (
    inside ??
    by(/^\s*\.ecxr/) ??
    by(/^\s*\.(?:trap|cxr|jdinfo)/) ??
    by(/^\s*r\b/) ??
    all.find(({ section }) => !/^\s*\.fr/.test(reading.section(section).command)) ??
    null
  );
}

function commentsOf(reading: LogReading): readonly { value: string; section: number; line: number }[] {
  const found = reading.dumpFiles.flatMap(({ value, section }) =>
    value.comments.map((comment) => ({ value: comment.value, section, line: comment.line })),
  );
  for (const { value, section } of reading.analyses) {
    const tag = value.tags.get('COMMENT');
    if (!tag) continue;
    const text = [tag.value, ...tag.more]
      .filter((line) => line.trim() !== '')
      .join('\n')
      .trim();
    if (text !== '' && !found.some((item) => item.value === text)) found.push({ value: text, section, line: tag.line });
  }
  return found;
}

function bucketOf(reading: LogReading): { value: string; section: number; line: number } | null {
  for (const { value, section } of reading.analyses) {
    const key = value.keyValues.get('Failure.Bucket');
    for (const tag of [value.tags.get('FAILURE_BUCKET_ID'), key, value.tags.get('BUCKET_ID')]) {
      if (tag && /^[\w(][^\s]{3,}$/.test(tag.value) && !/^X+$/i.test(tag.value))
        return { value: tag.value, section, line: tag.line };
    }
  }
  return null;
}

/** Damage messages of all sections, by kind. */
function merged(reading: LogReading): readonly LogDamage[] {
  const kinds = new Map<DamageKind, { first: DamageText; line: number; count: number; codes: Set<string> }>();
  for (const { value, section } of reading.damage) {
    const before = kinds.get(value.kind);
    if (before) {
      before.count += value.count;
      for (const code of value.codes) before.codes.add(code);
    } else {
      const line = (value.lines[0] ?? 0) + reading.section(section).firstLine;
      kinds.set(value.kind, { first: value, line, count: value.count, codes: new Set(value.codes) });
    }
  }
  return [...kinds].map(([kind, { first, line, count, codes }]) => ({
    kind,
    count,
    sample: first.sample,
    line,
    codes: [...codes],
  }));
}
