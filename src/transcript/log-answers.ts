import type { ExceptionSummary, ProcessSummary } from '../windows/summary.ts';
import type { DamageKind, DamageText } from './damage.ts';
import type { ExceptionText } from './exception.ts';
import type { LogReading, Read } from './log-reading.ts';
import type { LogStack } from './log-threads.ts';
import type { RegistersText } from './registers.ts';
import { parseSymbolText } from './symbol-text.ts';

const BREAKPOINTS = [0x80000003, 0x80000004, 0x4000001f, 0x4000001e];

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

/** A user or a kernel session: by the prompts, else by what was printed. */
export function modeOf(reading: LogReading): 'user' | 'kernel' | null {
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

/** The exception chosen, with its place. */
export interface FoundException {
  readonly value: ExceptionSummary;
  /** The name that its record gives the address. */
  readonly symbol: string | null;
  readonly section: number;
  readonly line: number;
}

/** The exception that matters most: not a breakpoint before one, a record before an event line; thread and chance come from its event line. */
export function exceptionOf(reading: LogReading): FoundException | null {
  const all = reading.exceptions;
  const weight = (value: ExceptionText): number =>
    (BREAKPOINTS.includes(value.code) ? 0 : 8) +
    (value.form === 'exr' ? 4 : 0) +
    (value.firstChance === false ? 3 : 0) +
    (value.form === 'last-event' ? 2 : 0);
  let chosen = 0;
  all.forEach(({ value }, index) => {
    if (weight(value) > weight(all[chosen]!.value)) chosen = index;
  });
  const best = all[chosen];
  if (!best) return exceptionCodeOf(reading);
  const isEvent = ({ value }: Read<ExceptionText>): boolean => value.code === best.value.code && value.form !== 'exr';
  const event = all.slice(0, chosen + 1).findLast(isEvent) ?? all.find(isEvent);
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
    symbol: best.value.symbol,
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
    return { value: summary, symbol: null, section, line: tag.line };
  }
  return null;
}

/** The process of the current thread, of PROCESS_NAME, or that a command for the current process prints. */
export function processOf(
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
  if (introduced && introduced.value.process !== null) {
    return {
      value: { name: introduced.value.process, id, address },
      section: introduced.section,
      line: introduced.value.line,
    };
  }
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
  if (introduced && (id !== null || address !== null)) {
    return { value: { name: null, id, address }, section: introduced.section, line: introduced.value.line };
  }
  if (event === null) return null;
  const from = reading.exceptions.find(({ value }) => value.processId !== null)!;
  return { value: { name: null, id: event, address: null }, section: from.section, line: from.value.line };
}

/** Registers at the failure: those inside an analysis, then of .ecxr, .trap and .cxr, then of `r`, then the first. */
export function registersOf(reading: LogReading): Read<RegistersText> | null {
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

/** Comments of the dump: the banner's and those that `!analyze` repeats. */
export function commentsOf(reading: LogReading): readonly { value: string; section: number; line: number }[] {
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

/** The failure bucket of the first analysis that names one. */
export function bucketOf(reading: LogReading): { value: string; section: number; line: number } | null {
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
export function damageOf(reading: LogReading): readonly LogDamage[] {
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

/** The stack with the address of its innermost frame, where registers or an exception record name the same place. */
export function withInnermostAddress(
  stack: LogStack,
  registers: RegistersText | null,
  exception: { readonly address: bigint | null; readonly symbol: string | null } | null,
): LogStack {
  const [first, ...rest] = stack.thread.stack.frames;
  if (!first || first.address !== null || first.function === null) return stack;
  const same = (label: string | null): boolean => {
    const symbol = label === null ? null : parseSymbolText(label);
    return symbol?.module === first.module && symbol.function === first.function && symbol.offset === first.offset;
  };
  const ip =
    registers?.registers.get('rip') ?? registers?.registers.get('eip') ?? registers?.registers.get('pc') ?? null;
  const address = same(registers?.label ?? null)
    ? ip
    : same(exception?.symbol ?? null)
      ? (exception?.address ?? null)
      : null;
  if (address === null) return stack;
  const frames = [{ ...first, address }, ...rest];
  return { ...stack, thread: { ...stack.thread, stack: { ...stack.thread.stack, frames } } };
}
