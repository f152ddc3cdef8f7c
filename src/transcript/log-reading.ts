import { type AnalysisText, readAnalyses } from './analyze.ts';
import { type BannerText, type DumpFileText, readBanners, readDumpFile } from './banner.ts';
import { type BugCheckText, readBugChecks } from './bugcheck.ts';
import { type DamageText, type ErrorLineText, readDamage, readErrorLines } from './damage.ts';
import { type ExceptionText, readExceptions } from './exception.ts';
import { type ModuleListText, readModules } from './modules.ts';
import { type RegistersText, readRegisters } from './registers.ts';
import { readStacks, type StackText } from './stack.ts';
import { readThreads, type ThreadText } from './threads.ts';
import type { Section, Transcript } from './transcript.ts';

/** Where in a log something was read. */
export interface Provenance {
  /** Index into the transcript's sections. */
  readonly section: number;
  /** Prompt and command as printed: `0: kd> !thread`; null for text before the first prompt. */
  readonly command: string | null;
  /** 0-based lines of the original. */
  readonly lines: readonly number[];
}

/** What a reader found, with the section it found it in. Lines inside `value` are relative to that section. */
export interface Read<T> {
  readonly value: T;
  readonly section: number;
}

/** Everything the readers find in a log, each kind read once, when first asked for. */
export class LogReading {
  readonly transcript: Transcript;
  readonly #page: number | null;
  readonly #kept = new Map<string, readonly Read<unknown>[]>();
  /** Sections as one text each, to search for words. */
  readonly #texts: (string | undefined)[] = [];

  /** With `page`, only what that post shows is read; section numbers stay those of the whole log. */
  constructor(transcript: Transcript, page: number | null = null) {
    this.transcript = transcript;
    this.#page = page;
  }

  get stacks(): readonly Read<StackText>[] {
    return this.collect('stacks', (section) => readStacks(section.lines, section.command));
  }
  get threads(): readonly Read<ThreadText>[] {
    return this.collect('threads', (section) => readThreads(section.lines));
  }
  get bugChecks(): readonly Read<BugCheckText>[] {
    return this.collect('bugChecks', (section) => readBugChecks(section.lines));
  }
  get exceptions(): readonly Read<ExceptionText>[] {
    return this.collect('exceptions', (section) => readExceptions(section.lines));
  }
  get analyses(): readonly Read<AnalysisText>[] {
    return this.collect('analyses', (section) => readAnalyses(section.lines));
  }
  get banners(): readonly Read<BannerText>[] {
    return this.collect('banners', (section) => readBanners(section.lines));
  }
  get dumpFiles(): readonly Read<DumpFileText>[] {
    return this.collect('dumpFiles', (section) => {
      const found = readDumpFile(section.lines);
      return found ? [found] : [];
    });
  }
  get registers(): readonly Read<RegistersText>[] {
    return this.collect('registers', (section) => readRegisters(section.lines));
  }
  get modules(): readonly Read<ModuleListText>[] {
    return this.collect('modules', (section) => {
      const found = readModules(section.lines);
      return found.loaded.length > 0 || found.hasUnloaded ? [found] : [];
    });
  }
  get errorLines(): readonly Read<ErrorLineText>[] {
    return this.collect('errorLines', (section) => readErrorLines(section.lines));
  }
  get damage(): readonly Read<DamageText>[] {
    return this.collect('damage', (section) => readDamage(section.lines));
  }

  section(index: number): Section {
    return this.transcript.sections[index]!;
  }

  /** Turns lines relative to a section into a place in the log. */
  where(section: number, lines: readonly number[]): Provenance {
    const { prompt, command, firstLine } = this.section(section);
    return {
      section,
      command: prompt === null ? null : `${prompt} ${command}`.trimEnd(),
      lines: [...new Set(lines)].map((line) => line + firstLine),
    };
  }

  /**
   * What a reader finds in each section, kept under a name so that it reads once. With `words`, sections that have
   * none of them are passed over: most readers have nothing to say to most sections.
   */
  collect<T>(
    kind: string,
    read: (section: Section, index: number) => readonly T[],
    words: readonly string[] = [],
  ): readonly Read<T>[] {
    let found = this.#kept.get(kind) as readonly Read<T>[] | undefined;
    if (!found) {
      found = this.transcript.sections.flatMap((section, index) =>
        (this.#page !== null && section.page !== this.#page) || !this.#hasWord(index, words)
          ? []
          : read(section, index).map((value) => ({ value, section: index })),
      );
      this.#kept.set(kind, found);
    }
    return found;
  }

  #hasWord(index: number, words: readonly string[]): boolean {
    if (words.length === 0) return true;
    const text = this.#texts[index] ?? this.section(index).lines.join('\n');
    this.#texts[index] = text;
    return words.some((word) => text.includes(word));
  }
}
