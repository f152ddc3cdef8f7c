import { FormatError } from '../../bytes/errors.ts';
import type { Problems } from '../../bytes/problem.ts';
import type { Source } from '../../bytes/source.ts';
import { scanLines, Words } from './line-scanner.ts';
import { RangeIndex } from './range-index.ts';

/** The MODULE record. */
export interface BreakpadModule {
  readonly os: string;
  readonly architecture: string;
  /** GUID digits and age, as Breakpad writes them (33 or more hexadecimal digits on Windows). */
  readonly id: string;
  readonly name: string;
  /** From INFO CODE_ID: the image's timestamp and size on Windows, its build id elsewhere; or null. */
  readonly codeId: string | null;
  readonly codeFile: string | null;
}

/** Where the records of a Breakpad symbol file stand; the records themselves are read when they are asked for. */
export interface BreakpadFile {
  readonly source: Source;
  readonly module: BreakpadModule;
  /** FUNC records; their texts hold also the INLINE and line records below them. */
  readonly functions: RangeIndex;
  readonly publics: RangeIndex;
  /** STACK WIN records of type 4, frame data, and of type 0, FPO. */
  readonly frameData: RangeIndex;
  readonly fpo: RangeIndex;
  /** STACK CFI INIT records; their texts hold also the STACK CFI records below them. */
  readonly cfi: RangeIndex;
  /** Offsets of FILE and INLINE_ORIGIN records by their number. */
  readonly files: ReadonlyMap<number, number>;
  readonly origins: ReadonlyMap<number, number>;
  /** Line records, counted only. */
  readonly lineCount: number;
}

/**
 * Indexes a Breakpad symbol file (docs/symbol_files.md of the Breakpad project) in one pass over its lines. Throws
 * FormatError when it does not start with a MODULE record; malformed records become problems.
 */
export function readBreakpad(source: Source, problems: Problems): BreakpadFile {
  const functions = new RangeIndex();
  const publics = new RangeIndex();
  const frameData = new RangeIndex();
  const fpo = new RangeIndex();
  const cfi = new RangeIndex();
  const files = new Map<number, number>();
  const origins = new Map<number, number>();
  let module: BreakpadModule | null = null;
  let lineCount = 0;
  const words = new Words();
  const bad = (record: string, offset: number) =>
    problems.add('bad-record', 'Breakpad', offset, `a ${record} record of the symbol file is malformed`);
  const close = (offset: number) => {
    functions.close(offset);
    cfi.close(offset);
  };
  scanLines(source, (bytes, start, end, offset) => {
    if (end === start) return;
    words.on(bytes, start, end);
    if (!module) {
      module = readModule(words);
      return;
    }
    const first = bytes[start] ?? 0;
    if ((first >= 0x30 && first <= 0x39) || (first >= 0x61 && first <= 0x66)) {
      lineCount++;
      return;
    }
    if (words.take('INLINE')) return;
    if (words.take('STACK')) {
      const isCfi = words.take('CFI');
      if (isCfi && !words.take('INIT')) return;
      close(offset);
      if (isCfi) {
        if (!cfi.open(words.hex(), words.hex(), offset)) bad('STACK CFI INIT', offset);
        return;
      }
      if (!words.take('WIN')) return;
      const type = words.hex();
      const index = type === 4 ? frameData : type === 0 ? fpo : null;
      if (index && !index.add(words.hex(), words.hex(), offset)) bad('STACK WIN', offset);
      return;
    }
    close(offset);
    if (words.take('FUNC')) {
      words.take('m');
      if (!functions.open(words.hex(), words.hex(), offset)) bad('FUNC', offset);
    } else if (words.take('PUBLIC')) {
      words.take('m');
      if (!publics.add(words.hex(), 0, offset)) bad('PUBLIC', offset);
    } else if (words.take('FILE')) {
      const number = words.decimal();
      if (number < 0) bad('FILE', offset);
      else files.set(number, offset);
    } else if (words.take('INLINE_ORIGIN')) {
      const number = words.decimal();
      if (number < 0) bad('INLINE_ORIGIN', offset);
      else origins.set(number, offset);
    } else if (words.take('INFO') && words.take('CODE_ID')) {
      const [codeId = '', ...name] = words.rest().split(' ');
      module = { ...module, codeId: codeId || null, codeFile: name.join(' ') || null };
    }
  });
  if (!module)
    throw new FormatError('Breakpad', 0, 'not a Breakpad symbol file: it does not start with a MODULE record');
  close(source.size);
  for (const index of [functions, publics, frameData, fpo, cfi]) index.sort();
  return { source, module, functions, publics, frameData, fpo, cfi, files, origins, lineCount };
}

function readModule(words: Words): BreakpadModule {
  const [os = '', architecture = '', id = '', ...name] = words.take('MODULE') ? words.rest().split(' ') : [];
  if (id === '') {
    throw new FormatError('Breakpad', 0, 'not a Breakpad symbol file: it does not start with a MODULE record');
  }
  return { os, architecture, id, name: name.join(' '), codeId: null, codeFile: null };
}
