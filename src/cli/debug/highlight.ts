/** What a part of a line is, as far as its looks tell. */
export type Kind = 'address' | 'symbol' | 'unreadable' | 'heading' | 'warning' | 'error';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}

/** Longer lines are dumps of strings; looking at them costs more than colours are worth. */
const LONGEST = 1000;

/** Lines that are headings as a whole: tables, processes, sections of !analyze. */
const HEADING =
  /^(?: #\s+(?:Child-SP|ChildEBP)\b|start\s+end\s+module name|\*{4} |(?:PROCESS|THREAD) [0-9a-f]|[A-Z][A-Z0-9_]{5,} \([0-9a-f]{1,8}\)$)/;
const SECTION = /^(?:[A-Z][A-Z0-9_]{3,}:|Arguments:|Debugging Details:|Unloaded modules:)/;
const WARNING = /^\*{3} WARNING\b/;
const ERROR = /^\*{3} ERROR\b/;
/**
 * Question marks for memory that is not there; 64-bit addresses; a 32-bit address that begins its line; names with their
 * module.
 */
const PARTS =
  /(?<unreadable>\?{2,}(?:`\?{8})?)|(?<address>\b[0-9a-f]{8}`[0-9a-f]{8}\b|\b[0-9a-f]{16}\b|^[0-9a-f]{8}(?= ))|(?<symbol>\b[A-Za-z_][\w.]{0,63}!(?:[\w?@$~]|::)+(?:\+0x[0-9a-f]+)?)/g;

/** The parts of a line of debugger's output that deserve a colour, in order and apart from each other. */
export function marksOf(line: string): Mark[] {
  if (line.length > LONGEST) return [];
  const whole = { start: 0, end: line.length };
  if (ERROR.test(line)) return [{ ...whole, kind: 'error' }];
  if (WARNING.test(line)) return [{ ...whole, kind: 'warning' }];
  if (HEADING.test(line)) return [{ ...whole, kind: 'heading' }];
  const section = SECTION.exec(line);
  const from = section?.[0].length ?? 0;
  const marks: Mark[] = section ? [{ start: 0, end: from, kind: 'heading' }] : [];
  for (const found of line.slice(from).matchAll(PARTS)) {
    const { unreadable, address } = found.groups!;
    const kind = unreadable !== undefined ? 'unreadable' : address !== undefined ? 'address' : 'symbol';
    marks.push({ start: from + found.index, end: from + found.index + found[0].length, kind });
  }
  return marks;
}
