import type { MemoryAlarm, MemoryCounter, PageFile, ProcessCommit, VirtualMemory } from '../windows/virtual-memory.ts';

const TITLE = /\*{3} Virtual Memory Usage \*{3}/;
const ROW = /^\s*([A-Za-z][^:()]{0,60}?):\s*(\d{1,20})\s*\(\s*(\d{1,20})\s*Kb\)/;
const FILE = /^\s*(?:Page File: (\S.*?)|(No Name for Paging File|Paging File Name paged out))\s*$/;
const NO_FILE = /^\s*No Page File\b/;
const SIZES = /\b(Current|Free Space|Minimum|Maximum):\s*(\d{1,20})\s*Kb\b/g;
const ALARM = /^\s*\*{5,}\s*(\S.*?)\s*\*{5,}\s*$/;
/** `     0268 svchost.exe      3545 (     14180 Kb)` of XP. */
const PROCESS = /^\s*([0-9a-f]{1,8})\s+(\S.*?)\s+(\d{1,20})\s*\(\s*\d{1,20}\s*Kb\)\s*$/;
/** `     1a5c MsMpEng.exe         241164 Kb        4136 Kb        0 Kb` of later debuggers. */
const PROCESS_KB = /^\s*([0-9a-f]{1,8})\s+(\S.*?)\s+(\d{1,20}) Kb(?:\s+(\d{1,20}) Kb)?(?:\s+(\d{1,20}) Kb)?\s*$/;
const PROCESS_HEAD = /^\s*Pid\s+ImageName\s+Commit\b/;
/** A table in the middle of other text ends when this many lines are none of it. */
const MOST_STRANGE = 6;

/** Every output of `!vm` in the order met. */
export function readVirtualMemory(lines: readonly string[], firstLine = 0): readonly VirtualMemory[] {
  const found: VirtualMemory[] = [];
  let draft: Draft | null = null;
  let strange = 0;
  const close = (): void => {
    if (draft?.isOne) found.push(draft.finish());
    draft = null;
    strange = 0;
  };
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (!draft && !text.includes('Memory') && !text.includes('Pag')) continue;
    if (text.length > 300) continue;
    if (TITLE.test(text)) {
      close();
      draft = new Draft('classic', firstLine + i);
      continue;
    }
    if (text.trim() === '') continue;
    if (!draft || draft.beginsAnother(text)) {
      if (!startsOne(text)) continue;
      close();
      draft = new Draft('modern', firstLine + i);
    }
    if ((draft as Draft).line(text, firstLine + i)) strange = 0;
    else if (++strange > MOST_STRANGE) close();
  }
  close();
  return found;
}

function startsOne(text: string): boolean {
  return /^\s*Physical Memory:/.test(text) || FILE.test(text) || NO_FILE.test(text);
}

class Draft {
  readonly #form: VirtualMemory['form'];
  readonly #line: number;
  readonly #counters: MemoryCounter[] = [];
  readonly #alarms: MemoryAlarm[] = [];
  readonly #files: { -readonly [Key in keyof PageFile]: PageFile[Key] }[] = [];
  #processes: ProcessCommit[] | null = null;
  #filesKnown = false;

  constructor(form: VirtualMemory['form'], line: number) {
    this.#form = form;
    this.#line = line;
  }

  get isOne(): boolean {
    return this.#counters.length > 1;
  }

  /** Whether a line can only belong to another output: what stands in each once is there already. */
  beginsAnother(text: string): boolean {
    const known = this.#counters;
    return known.length > 1 && (/^\s*Physical Memory:/.test(text) || (this.#form === 'modern' && FILE.test(text)));
  }

  line(text: string, line: number): boolean {
    return this.#row(text) || this.#pageFile(text) || this.#alarm(text, line) || this.#process(text);
  }

  #row(text: string): boolean {
    const row = ROW.exec(text);
    if (!row) return false;
    this.#counters.push({
      label: row[1]!.replace(/\s+/g, ' '),
      pages: BigInt(row[2]!),
      kb: BigInt(row[3]!),
    });
    return true;
  }

  #pageFile(text: string): boolean {
    const file = FILE.exec(text);
    if (file) {
      this.#filesKnown = true;
      this.#files.push({
        name: file[1] ?? null,
        nameless: file[2] ?? null,
        currentKb: null,
        freeKb: null,
        minimumKb: null,
        maximumKb: null,
      });
      return true;
    }
    if (NO_FILE.test(text)) {
      this.#filesKnown = true;
      return true;
    }
    const last = this.#files.at(-1);
    if (!last || !text.includes('Kb')) return false;
    let some = false;
    for (const [, name, value] of text.matchAll(SIZES)) {
      some = true;
      last[SIZE_FIELDS[name!]!] = BigInt(value!);
    }
    return some;
  }

  #alarm(text: string, line: number): boolean {
    const alarm = ALARM.exec(text);
    if (!alarm) return false;
    const counted = /^(\d{1,20})\s+(\S.*)$/.exec(alarm[1]!);
    this.#alarms.push({
      what: counted ? counted[2]! : alarm[1]!,
      count: counted ? BigInt(counted[1]!) : null,
      after: this.#counters.at(-1)?.label ?? null,
      line,
    });
    return true;
  }

  #process(text: string): boolean {
    if (PROCESS_HEAD.test(text)) {
      this.#processes ??= [];
      return true;
    }
    const pages = PROCESS.exec(text);
    const kb = pages ? null : PROCESS_KB.exec(text);
    const found = pages ?? kb;
    if (!found || this.#counters.length === 0) return false;
    const inPages = (size: string | undefined): bigint | null => (size === undefined ? null : BigInt(size) / 4n);
    this.#processes ??= [];
    this.#processes.push({
      id: Number.parseInt(found[1]!, 16),
      name: found[2]!,
      commit: pages ? BigInt(pages[3]!) : inPages(found[3])!,
      sharedCommit: kb ? inPages(kb[4]) : null,
      debt: kb ? inPages(kb[5]) : null,
    });
    return true;
  }

  finish(): VirtualMemory {
    return {
      form: this.#form,
      pageFiles: this.#filesKnown ? this.#files : null,
      counters: this.#counters,
      alarms: this.#alarms,
      processes: this.#processes,
      unknown: [],
      line: this.#line,
    };
  }
}

const SIZE_FIELDS: Readonly<Record<string, 'currentKb' | 'freeKb' | 'minimumKb' | 'maximumKb'>> = {
  Current: 'currentKb',
  'Free Space': 'freeKb',
  Minimum: 'minimumKb',
  Maximum: 'maximumKb',
};
