import type { ThreadSummary } from '../windows/summary.ts';
import type { LogReading, Provenance } from './log-reading.ts';
import type { StackText } from './stack.ts';
import { parseAddress, parseHex32 } from './symbol-text.ts';
import type { ThreadText } from './threads.ts';

/** A stack of the log with the thread it belongs to, as far as the log tells. */
export interface LogStack {
  readonly text: StackText;
  readonly thread: ThreadSummary;
  /** How the thread was found: its own introduction, the prompt's number, a command, or nothing. */
  readonly attribution: 'introduction' | 'prompt' | 'command' | 'none';
  /** Printed for whatever the debugger's current thread was: `k`, `!thread` without address, STACK_TEXT. */
  readonly current: boolean;
  /** Printed for the context that .cxr, .ecxr, .trap or .thread had set, by the note before it or by the commands before. */
  readonly lastSetContext: boolean;
  readonly where: Provenance;
}

/** Threads that share printed stacks: one short number in a log must not become an object without end. */
const MOST_SHARING = 65_536;

const NO_THREAD = {
  id: null,
  index: null,
  address: null,
  name: null,
  state: null,
  waitReason: null,
  suspendCount: null,
  process: null,
  processor: null,
} as const;

/** Every stack of the log, in the order met. A stack shared by several threads (`[stats]: 1 2 3`) comes once for each. */
export function stacksOf(reading: LogReading): readonly LogStack[] {
  const found: LogStack[] = [];
  let lastThread: bigint | null = null;
  let contextSet = false;
  let sharing = 0;
  let lastSection = -1;
  const introduced = new Map<number, ThreadText[]>();
  for (const { value, section } of reading.threads) {
    const list = introduced.get(section);
    if (list) list.push(value);
    else introduced.set(section, [value]);
  }
  // Within a section: how many introductions were passed, and the last line of the stack before.
  let passed = 0;
  let taken = -1;
  for (const { value: text, section } of reading.stacks) {
    for (let i = lastSection + 1; i <= section; i++) {
      const before = reading.section(i).command;
      lastThread = threadSet(before) ?? lastThread;
      contextSet = setsContext(before) ?? contextSet;
    }
    if (section !== lastSection) {
      passed = 0;
      taken = -1;
    }
    lastSection = section;
    const { command, prompt } = reading.section(section);
    const last = text.lastSetContext || (contextSet && /^\s*k/.test(command));
    const where = reading.where(section, text.frameLines);
    const push = (thread: Partial<ThreadSummary>, attribution: LogStack['attribution'], current: boolean): void => {
      found.push({
        text,
        thread: { ...NO_THREAD, ...thread, stack: text.stack },
        attribution,
        current,
        lastSetContext: last,
        where,
      });
    };
    const shared = /^\d+ threads? \[stats\]: (.*)$/.exec(text.header ?? '');
    if (shared) {
      for (const item of shared[1]!.trim().split(/\s+/)) {
        if (sharing++ >= MOST_SHARING) break;
        if (/^\d{1,5}$/.test(item)) push({ index: Number(item) }, 'introduction', false);
        else push({ address: parseAddress(item) }, 'introduction', false);
      }
      continue;
    }
    const list = introduced.get(section) ?? [];
    while (passed < list.length && list[passed]!.line <= text.firstLine + 1) passed++;
    const nearest = list[passed - 1];
    const introduction = nearest && nearest.line > taken ? nearest : undefined;
    taken = text.lastLine;
    if (introduction && !text.analyzed) {
      push(summaryOf(introduction), 'introduction', isCurrent(command) || introduction.mark !== null);
      continue;
    }
    if (text.analyzed) {
      push({}, 'none', true);
      continue;
    }
    const named = /^~\s*(\d{1,5})\s*(?:k|e\s*k|!)/.exec(command) ?? /^~\s*(\d{1,5})\s*s?\s*;\s*k/.exec(command);
    const tid = /^~~\[([0-9a-fx]+)\]\s*k/i.exec(command);
    const user = /(?:^|[\s:|])\d+:(\d{3,5})(?::\w+)?>$/.exec(prompt ?? '');
    if (named) push({ index: Number(named[1]) }, 'command', false);
    else if (tid) push({ id: parseHex32(tid[1]!) }, 'command', false);
    else if (last && lastThread !== null && user === null) push({ address: lastThread }, 'command', true);
    else if (user) push({ index: Number(user[1]) }, 'prompt', isCurrent(command));
    else push({}, 'none', isCurrent(command) || prompt === null);
  }
  return found;
}

/** Threads of the log by identity, each with its longest stack; stacks that no thread is known for come as threads without one. */
export function threadsOf(reading: LogReading, stacks: readonly LogStack[]): readonly ThreadSummary[] {
  const threads = new Map<string, ThreadSummary>();
  const put = (thread: ThreadSummary, key: string): void => {
    const before = threads.get(key);
    threads.set(key, before ? merge(before, thread) : thread);
  };
  const empty = {
    frames: [],
    end: 'transcript',
    endReason: 'the log shows no stack of this thread',
    warnings: [],
  } as const;
  const page = (section: number): number => reading.section(section).page ?? -1;
  for (const { value, section } of reading.threads) {
    const thread = { ...summaryOf(value), stack: empty };
    put(thread, keyOf(thread, page(section)) ?? `line ${section}:${value.line}`);
  }
  stacks.forEach(({ thread, where }, index) => {
    put(thread, keyOf(thread, page(where.section)) ?? `stack ${index}`);
  });
  return joinById([...threads.values()]);
}

function keyOf(thread: ThreadSummary, page: number): string | null {
  if (thread.address !== null) return `${page} address ${thread.address}`;
  if (thread.index !== null) return `${page} index ${thread.index}`;
  return thread.id === null ? null : `${page} id ${thread.id}`;
}

/** A thread met by number in one place and by id in another is one thread when a third line says both. */
function joinById(threads: readonly ThreadSummary[]): readonly ThreadSummary[] {
  const byId = new Map<number, ThreadSummary>();
  for (const thread of threads)
    if (thread.id !== null && thread.index !== null && !byId.has(thread.id)) byId.set(thread.id, thread);
  const gone = new Set<ThreadSummary>();
  const joined = threads.map((thread) => {
    if (thread.id === null) return thread;
    const whole = byId.get(thread.id);
    if (!whole || whole === thread || thread.index !== null || thread.address !== null) return thread;
    gone.add(whole);
    return merge(whole, thread);
  });
  return joined.filter((thread) => !gone.has(thread));
}

function merge(a: ThreadSummary, b: ThreadSummary): ThreadSummary {
  return {
    id: a.id ?? b.id,
    index: a.index ?? b.index,
    address: a.address ?? b.address,
    name: a.name ?? b.name,
    state: a.state ?? b.state,
    waitReason: a.waitReason ?? b.waitReason,
    suspendCount: a.suspendCount ?? b.suspendCount,
    process: a.process ?? b.process,
    processor: a.processor ?? b.processor,
    stack: b.stack.frames.length > a.stack.frames.length ? b.stack : a.stack,
  };
}

/** What a thread's introduction tells, without a stack. */
export function summaryOf(thread: ThreadText): Omit<ThreadSummary, 'stack'> {
  return {
    id: thread.id,
    index: thread.index,
    address: thread.address,
    name: thread.name,
    state: thread.state,
    waitReason: thread.waitReason,
    suspendCount: thread.suspendCount,
    process: thread.process,
    processor: thread.processor,
  };
}

/** A command that shows the thread the debugger stands on. */
function isCurrent(command: string): boolean {
  return /^\s*(?:k[bcdnpvfPLM]*\s*(?:[0-9a-fnL=]*\s*)?(?:\[.*|\/\/.*)?$|k[bcdnpvfPLM]*\s*;|!thread\s*(?:-1.*)?$|!analyze\b|\.(?:ecxr|cxr|trap)\b.*;\s*k)/.test(
    command,
  );
}

/** The thread that `.thread` makes the context, or null. */
function threadSet(command: string): bigint | null {
  const found = /\.thread\s+(?:\/\S+\s+)*(?:0x)?([0-9a-f`]{8,17})/i.exec(command);
  return found ? parseAddress(found[1]!) : null;
}

/** True when a command sets a context other than the thread's own, false when it returns to that, null when it does neither. */
function setsContext(command: string): boolean | null {
  if (/^\s*\.(?:ecxr|(?:cxr|trap|thread|jdinfo)\s+(?:\/\S+\s+)*(?:0x)?[0-9a-f`]{5,17})/i.test(command)) return true;
  return /^\s*(?:\.(?:cxr|trap|thread)\s*(?:;|$)|g\b|~\S*s\b|\.(?:restart|reboot))/i.test(command) ? false : null;
}

/**
 * The thread that failed or was current, by what says so best: STACK_TEXT of `!analyze`, the context of the exception,
 * a mark in the thread list, `k` or `!thread` at the prompt, a running thread, the only stack there is.
 */
export function currentThreadOf(reading: LogReading, stacks: readonly LogStack[]): LogStack | null {
  const named = stacks.filter(({ text }) =>
    text.stack.frames.some((frame) => frame.module !== null || frame.function !== null),
  );
  // Heap corruption and hang analyses print a frame that names no code, with zeroes for a stack.
  const real = ({ text }: LogStack): boolean =>
    text.stack.frames.length > 1 ||
    text.stack.frames.some((frame) => frame.stackPointer !== null || frame.framePointer !== null);
  const analyzed = named.find((stack) => stack.text.analyzed && real(stack));
  if (analyzed) return withFaultingThread(reading, analyzed, stacks);
  return (
    named.find(({ lastSetContext, attribution }) => lastSetContext && attribution !== 'command') ??
    named.find(({ current }) => current) ??
    named.find(({ thread }) => thread.state === 'running') ??
    (named.length === 1 ? named[0]! : null) ??
    named.find(({ text }) => text.analyzed) ??
    (reading.threads.length === 0 ? (named[0] ?? null) : null)
  );
}

/** FAULTING_THREAD names the thread of STACK_TEXT: a thread id in hexadecimal or an ETHREAD. */
function withFaultingThread(reading: LogReading, analyzed: LogStack, stacks: readonly LogStack[]): LogStack {
  const analysis = reading.analyses.find(
    ({ section, value }) =>
      section === analyzed.where.section &&
      value.firstLine <= analyzed.text.firstLine &&
      value.lastLine >= analyzed.text.firstLine,
  );
  const text = analysis?.value.tags.get('FAULTING_THREAD')?.value ?? '';
  const value = parseAddress(text.split(/\s/)[0] ?? '');
  if (value === null || value === 0n || value === 0xffff_ffffn) return analyzed;
  const isAddress = value > 0xffff_ffffn || (value >= 0x8000_0000n && text.length >= 8);
  const known = stacks.find(({ thread }) =>
    isAddress ? thread.address === value : thread.id === Number(value),
  )?.thread;
  const identity = isAddress ? { address: value } : { id: Number(value) };
  return {
    ...analyzed,
    thread: { ...analyzed.thread, ...known, ...identity, stack: analyzed.text.stack },
    attribution: 'command',
  };
}
