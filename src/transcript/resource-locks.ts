import type { Resource, ResourceLocks, ResourceOwner } from '../windows/resource.ts';
import { parseAddress } from './symbol-text.ts';

const A = '[0-9a-f]{8}(?:`?[0-9a-f]{8})?';
const HEADER = new RegExp(`^\\s*Resource @ (?:(\\S+)\\s+\\()?(?:0x)?(${A})\\)?(?:\\s+(\\S.*))?$`, 'i');
const TITLE = /^\s*\*{4} DUMP OF ALL RESOURCE OBJECTS \*{4}/;
const FOOTER = /^\s*(\d+) total locks(?:, (\d+) locks currently held)?/;
const COUNTER = /^\s*(Contention Count|NumberOfSharedWaiters|NumberOfExclusiveWaiters) = ([0-9a-f]+)/;
const ENTRY = new RegExp(`\\b(${A})-([0-9a-f]{2,8})(<\\*>)?(?:\\s*\\*\\*\\* Actual Thread (${A}))?`, 'gi');
const WAITERS = new RegExp(`^\\s*(?:(?:${A})(?:\\s+|$))+$`, 'i');
/** The other layout, which a debugger prints when a resource is not acquired in time. */
const TIME_OUT_FLAGS = /^\s*ActiveCount = ([0-9a-f]+)\s+Flags = (.*)$/i;
const TIME_OUT_THREAD = new RegExp(`^\\s*Thread = (${A}), Count = ([0-9a-f]+)`, 'i');
const ELISION = /^\s*(?:\.{2,}|\[\.\.\.\]|<snip>)\s*$/i;

/** The resources that `!locks` prints, also where only a part of its output was pasted; null when there is none of it. */
export function readResourceLocks(lines: readonly string[], firstLine = 0): ResourceLocks | null {
  const resources: Resource[] = [];
  let draft: ResourceDraft | null = null;
  let seen = false;
  let total: number | null = null;
  let held: number | null = null;
  let elided = false;
  const close = (): void => {
    if (draft) resources.push(draft.finish());
    draft = null;
  };
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 2000) continue;
    if (text.includes('Resource @')) {
      const found = HEADER.exec(text);
      const address = found ? parseAddress(found[2]!) : null;
      if (found && address !== null) {
        close();
        draft = new ResourceDraft(address, found[1] ?? null, found[3] ?? '', firstLine + i);
        continue;
      }
    }
    if (text.includes('total locks')) {
      const found = FOOTER.exec(text);
      if (found) {
        close();
        total = Number(found[1]);
        held = found[2] === undefined ? null : Number(found[2]);
        seen = true;
        continue;
      }
    }
    if (text.includes('DUMP OF ALL RESOURCE') && TITLE.test(text)) seen = true;
    else if (draft) {
      if (ELISION.test(text)) elided = true;
      (draft as ResourceDraft).line(text);
    }
  }
  close();
  if (resources.length === 0 && !seen) return null;
  return { resources, total, held, lost: elided ? 'the log leaves lines of the list out' : null };
}

class ResourceDraft {
  readonly #address: bigint;
  readonly #symbol: string | null;
  readonly #status: string;
  readonly #line: number;
  readonly #entries: { thread: bigint; count: number; star: boolean; actual: bigint | null }[] = [];
  readonly #exclusive: bigint[] = [];
  readonly #counters = new Map<string, number>();
  /** What a log of ours says is missing. */
  #told: string | null = null;
  /** Flags of the time-out layout; null in the other. */
  #flags: string | null = null;
  #part: 'owners' | 'waiters' | null = null;

  constructor(address: bigint, symbol: string | null, status: string, line: number) {
    this.#address = address;
    this.#symbol = symbol;
    this.#status = status;
    this.#line = line;
  }

  line(text: string): void {
    if (text.trim() === '') return;
    const told = /^\s*Not complete: (\S.*?)\s*$/.exec(text);
    if (told) {
      this.#told = told[1]!;
      return;
    }
    const counter = COUNTER.exec(text);
    if (counter) {
      // The time-out layout prints four hexadecimal digits, the other plain decimals.
      this.#counters.set(counter[1]!, Number.parseInt(counter[2]!, this.#flags === null ? 10 : 16));
    } else if (text.includes('Threads Waiting On Exclusive Access')) {
      this.#part = 'waiters';
    } else if (/^\s*Threads: /.test(text)) {
      this.#part = 'owners';
      this.#takeEntries(text);
    } else if (/^\s*(?:THREAD |PROCESS |(?:#\s+)?Child(?:EBP|-SP)\b)/.test(text)) {
      // -v: the thread's own block.
      this.#part = null;
    } else if (this.#part === 'owners') {
      this.#takeEntries(text);
    } else if (this.#part === 'waiters') {
      if (WAITERS.test(text)) for (const word of text.trim().split(/\s+/)) this.#exclusive.push(parseAddress(word)!);
      else this.#part = null;
    } else this.#timeOut(text);
  }

  #takeEntries(text: string): void {
    let some = false;
    for (const [, thread, count, star, actual] of text.matchAll(ENTRY)) {
      some = true;
      this.#entries.push({
        thread: parseAddress(thread!)!,
        count: Number.parseInt(count!, 16),
        star: star !== undefined,
        actual: actual === undefined ? null : parseAddress(actual),
      });
    }
    const late = /^\s*\*\*\* Actual Thread ([0-9a-f`]{8,17})/i.exec(text);
    const last = this.#entries.at(-1);
    if (late && last) last.actual = parseAddress(late[1]!);
    else if (!some && !/\*\*\*/.test(text)) this.#part = null;
  }

  #timeOut(text: string): void {
    const flags = TIME_OUT_FLAGS.exec(text);
    if (flags) {
      this.#flags = flags[2]!;
      return;
    }
    const found = this.#flags === null ? null : TIME_OUT_THREAD.exec(text);
    const thread = found ? parseAddress(found[1]!) : null;
    if (!found || !thread) return;
    this.#entries.push({ thread, count: Number.parseInt(found[2]!, 16), star: false, actual: null });
  }

  finish(): Resource {
    const ownership = this.#ownership();
    const sharedWaiterCount = this.#counters.get('NumberOfSharedWaiters') ?? 0;
    const exclusiveWaiterCount = this.#counters.get('NumberOfExclusiveWaiters') ?? 0;
    const [owners, waiting] = this.#divide(ownership.kind, ownership.owners);
    const lost: string[] = [];
    const compare = (what: string, told: number, listed: number): void => {
      if (told !== listed) lost.push(`${told} ${what} are counted, ${listed} are listed`);
    };
    if (this.#told !== null) lost.push(this.#told);
    else if (this.#flags !== null) lost.push('the time-out message names no waiting threads');
    else {
      if (ownership.owners !== null) compare('owners', ownership.owners, owners.length);
      compare('shared waiters', sharedWaiterCount, waiting.length);
      compare('exclusive waiters', exclusiveWaiterCount, this.#exclusive.length);
    }
    return {
      address: this.#address,
      symbol: this.#symbol,
      ownership: ownership.kind,
      owners: owners.map(({ thread, count, actual }): ResourceOwner => ({ thread, count, actualThread: actual })),
      sharedWaiters: waiting.map(({ thread, actual }) => actual ?? thread),
      exclusiveWaiters: this.#exclusive,
      sharedWaiterCount,
      exclusiveWaiterCount,
      contentionCount: this.#counters.get('Contention Count') ?? 0,
      lost: lost.length > 0 ? lost.join('; ') : null,
      line: this.#line,
    };
  }

  #ownership(): { kind: Resource['ownership']; owners: number | null } {
    if (this.#flags !== null) {
      if (/\bIsOwnedExclusive\b/i.test(this.#flags)) return { kind: 'exclusive', owners: 1 };
      return { kind: this.#entries.length > 0 ? 'shared' : 'unknown', owners: null };
    }
    if (/^Exclusively owned/i.test(this.#status)) return { kind: 'exclusive', owners: 1 };
    const shared = /^Shared (\d+) owning threads?/i.exec(this.#status);
    if (shared) return { kind: 'shared', owners: Number(shared[1]) };
    return /^Available/i.test(this.#status) ? { kind: 'none', owners: 0 } : { kind: 'unknown', owners: null };
  }

  /**
   * Entries with a star own, those without wait for shared access (Microsoft's ntdebugging blog, 17 April 2008). Old
   * debuggers print no stars: there the first entries, as many as own, are the owners.
   */
  #divide(kind: Resource['ownership'], owners: number | null) {
    const entries = this.#entries;
    if (entries.some(({ star }) => star))
      return [entries.filter(({ star }) => star), entries.filter(({ star }) => !star)] as const;
    const waiting = this.#counters.get('NumberOfSharedWaiters') ?? 0;
    const count = kind === 'none' ? 0 : (owners ?? Math.max(0, entries.length - waiting));
    return [entries.slice(0, count), entries.slice(count)] as const;
  }
}
