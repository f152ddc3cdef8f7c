import { SliceSource } from '../../bytes/source.ts';
import { decodeUtf8 } from '../../bytes/text.ts';
import type { BreakpadFile } from './breakpad-sym.ts';
import { scanLines, Words } from './line-scanner.ts';

/** A FUNC or PUBLIC record. */
export interface BreakpadSymbol {
  readonly name: string;
  /** Bytes of parameters on the stack (x86), 0 where it is not said. */
  readonly parametersSize: number;
  /** True when several functions were folded into this one. */
  readonly isFolded: boolean;
}

export interface BreakpadLine {
  readonly address: number;
  readonly size: number;
  readonly line: number;
  /** Number of a FILE record. */
  readonly file: number;
}

export interface BreakpadInline {
  /** 0 for what is inlined into the function itself. */
  readonly depth: number;
  readonly callLine: number;
  /** Number of a FILE record, or -1 in files of the older form. */
  readonly callFile: number;
  /** Number of an INLINE_ORIGIN record. */
  readonly origin: number;
  /** Start and size of each range, one after the other. */
  readonly ranges: readonly number[];
}

export interface BreakpadFunction {
  readonly lines: readonly BreakpadLine[];
  readonly inlines: readonly BreakpadInline[];
}

/** A STACK WIN record. */
export interface BreakpadFrame {
  readonly type: 'fpo' | 'frame-data';
  readonly address: number;
  readonly size: number;
  readonly prologSize: number;
  readonly epilogSize: number;
  readonly parametersSize: number;
  readonly savedRegistersSize: number;
  readonly localsSize: number;
  readonly maxStackSize: number;
  readonly program: string | null;
  readonly usesBasePointer: boolean;
}

/** The STACK CFI rules in force at an address: postfix expressions by register (`.cfa`, `.ra`, `$rbx`). */
export interface BreakpadCfi {
  readonly address: number;
  readonly size: number;
  readonly rules: ReadonlyMap<string, string>;
}

/** Longest line that is read when asked for. */
const MOST_LINE = 1 << 16;

/** The line at a file offset, without its end. */
function lineText(file: BreakpadFile, offset: number): string {
  for (let size = 512; ; size *= 4) {
    const bytes = file.source.read(offset, size);
    const newline = bytes.indexOf(0x0a);
    if (newline < 0 && bytes.length === size && size < MOST_LINE) continue;
    return decodeUtf8(newline < 0 ? bytes : bytes.subarray(0, newline), true).replace(/\r$/, '');
  }
}

/** The text of a FILE or INLINE_ORIGIN record. */
export function numberedName(file: BreakpadFile, offset: number | undefined): string | null {
  return offset === undefined ? null : (/^\S+ \d+ (.*)$/.exec(lineText(file, offset))?.[1] ?? null);
}

/** The FUNC or PUBLIC record at a file offset. */
export function readSymbol(file: BreakpadFile, offset: number): BreakpadSymbol {
  const match = /^(?:FUNC (m )?\S+ \S+|PUBLIC (m )?\S+)(?: ([0-9a-fA-F]+))?(?: (.*))?$/.exec(lineText(file, offset));
  return {
    name: match?.[4] || '<name omitted>',
    parametersSize: Number.parseInt(match?.[3] ?? '0', 16),
    isFolded: match?.[1] !== undefined || match?.[2] !== undefined,
  };
}

/** The line and INLINE records below a FUNC record, lines by ascending address. */
export function readFunction(file: BreakpadFile, place: number): BreakpadFunction {
  const lines: BreakpadLine[] = [];
  const inlines: BreakpadInline[] = [];
  const [start, end] = file.functions.text(place);
  const words = new Words();
  scanLines(new SliceSource(file.source, start, end - start), (bytes, from, to) => {
    words.on(bytes, from, to);
    if (words.take('INLINE')) {
      const inline = readInline(words.rest());
      if (inline) inlines.push(inline);
      return;
    }
    const address = words.hex();
    if (address < 0) return;
    const size = words.hex();
    const line = words.decimal();
    const number = words.decimal();
    if (size >= 0 && line >= 0 && number >= 0) lines.push({ address, size, line, file: number });
  });
  lines.sort((left, right) => left.address - right.address);
  return { lines, inlines };
}

/** `depth line file origin [address size]+`; files before 2022 have no file there. */
function readInline(text: string): BreakpadInline | null {
  const parts = text.split(' ');
  const heads = parts.length % 2 === 0 ? 4 : 3;
  const numbers = parts.map((part, index) => Number.parseInt(part, index < heads ? 10 : 16));
  if (parts.length < 5 || numbers.some((number) => !(number >= 0 && number <= Number.MAX_SAFE_INTEGER))) return null;
  return {
    depth: numbers[0] ?? 0,
    callLine: numbers[1] ?? 0,
    callFile: heads === 4 ? (numbers[2] ?? -1) : -1,
    origin: numbers[heads - 1] ?? -1,
    ranges: numbers.slice(heads),
  };
}

/** The STACK WIN record at a file offset, or null when it is malformed. */
export function readFrame(file: BreakpadFile, offset: number): BreakpadFrame | null {
  const parts = lineText(file, offset).split(' ');
  const numbers = parts.slice(2, 12).map((part) => Number.parseInt(part, 16));
  if (numbers.length < 10 || numbers.some((number) => Number.isNaN(number))) return null;
  const [type = 0, address = 0, size = 0, prolog = 0, epilog = 0, parameters = 0, saved = 0, locals = 0, most = 0] =
    numbers;
  const rest = parts.slice(12).join(' ');
  const hasProgram = numbers[9] === 1;
  return {
    type: type === 4 ? 'frame-data' : 'fpo',
    address,
    size,
    prologSize: prolog,
    epilogSize: epilog,
    parametersSize: parameters,
    savedRegistersSize: saved,
    localsSize: locals,
    maxStackSize: most,
    program: hasProgram ? rest.trim() : null,
    usesBasePointer: !hasProgram && rest.trim() === '1',
  };
}

/** The rules of a STACK CFI INIT record and of the STACK CFI records below it, up to `address`. */
export function readCfi(file: BreakpadFile, place: number, address: number): BreakpadCfi {
  const [start, end] = file.cfi.text(place);
  const rules = new Map<string, string>();
  let done = false;
  scanLines(new SliceSource(file.source, start, end - start), (bytes, from, to) => {
    if (done) return;
    const text = decodeUtf8(bytes.subarray(from, to), true);
    const delta = /^STACK CFI ([0-9a-fA-F]+) (.*)$/.exec(text);
    if (delta && Number.parseInt(delta[1] ?? '', 16) > address) done = true;
    else addRules(rules, delta ? (delta[2] ?? '') : text.replace(/^STACK CFI INIT \S+ \S+ ?/, ''));
  });
  return { address: file.cfi.start(place), size: file.cfi.size(place), rules };
}

function addRules(rules: Map<string, string>, text: string): void {
  let register = '';
  for (const word of text.split(' ')) {
    if (word.endsWith(':') && word.length > 1) {
      register = word.slice(0, -1);
      rules.set(register, '');
    } else if (register !== '' && word !== '') {
      const known = rules.get(register) ?? '';
      rules.set(register, known === '' ? word : `${known} ${word}`);
    }
  }
}
