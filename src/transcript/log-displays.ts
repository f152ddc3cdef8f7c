import { type CodeBlock, readCode } from './code.ts';
import { type PebText, readEnvironmentBlocks, type TebText } from './environment-blocks.ts';
import type { LogReading } from './log-reading.ts';
import { type MemoryText, readMemory } from './memory.ts';
import { type AddressSummaryText, type HeapRow, readAddressSummaries, readHeapRows } from './memory-summary.ts';
import { one } from './object-merge.ts';
import { readStructures, type StructureText } from './structure.ts';
import type { Section } from './transcript.ts';

/** What a log shows of memory as such: code, words, structures, and what an address space is used for. */
export class LogDisplays {
  protected readonly reading: LogReading;
  readonly #known = new Map<string, unknown>();

  constructor(reading: LogReading) {
    this.reading = reading;
  }

  /** Disassembly, in the order met. */
  get code(): readonly CodeBlock[] {
    return this.values('code', (section) => readCode(section.lines, section.command, section.firstLine));
  }
  /** What commands that display memory printed. */
  get memory(): readonly MemoryText[] {
    return this.values('memory', (section) => one(readMemory(section.lines, section.command, section.firstLine)));
  }
  /** What `dt` printed. */
  get structures(): readonly StructureText[] {
    return this.values('structures', (section) => readStructures(section.lines, section.command, section.firstLine), [
      '+0x',
    ]);
  }

  /** What each `!teb` and `!peb` printed. */
  get tebs(): readonly TebText[] {
    return this.#environment.flatMap(({ tebs }) => tebs);
  }
  get pebs(): readonly PebText[] {
    return this.#environment.flatMap(({ pebs }) => pebs);
  }
  get #environment() {
    return this.values('environment', (section) => one(readEnvironmentBlocks(section.lines, section.firstLine)), [
      'EB at',
      'EB32 at',
    ]);
  }
  /** Each `!address -summary`. */
  get addressSummaries(): readonly AddressSummaryText[] {
    return this.values('addressSummaries', (section) => readAddressSummaries(section.lines, section.firstLine), [
      '---',
    ]);
  }
  /** Rows of each `!heap -s`. */
  get heapRows(): readonly HeapRow[] {
    return this.values('heapRows', (section) => readHeapRows(section.lines, section.firstLine), ['Reserv']);
  }

  /** What a reader finds in the sections that have one of the words. */
  protected values<T>(
    kind: string,
    read: (section: Section) => readonly T[],
    words: readonly string[] = [],
  ): readonly T[] {
    return this.once(kind, () => this.reading.collect(kind, read, words).map(({ value }) => value));
  }

  protected once<T>(key: string, derive: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, derive());
    return this.#known.get(key) as T;
  }
}
