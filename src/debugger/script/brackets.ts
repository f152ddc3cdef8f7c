import { UsageError } from '../../bytes/errors.ts';

/** A part of a text: its own text and the column at which it begins there. */
export interface Part {
  readonly text: string;
  readonly at: number;
}

const DEEPEST = 200;

/** A malformed token of control flow at a column of the text that was parsed. */
export function syntaxError(message: string, at: number): UsageError {
  return new UsageError('', message, at);
}

/** The part of `text` from `start` to before `end`, without the blanks around it. */
export function trimmedPart(text: string, start: number, end: number): Part {
  const inner = text.slice(start, end);
  const blanks = inner.length - inner.trimStart().length;
  return { text: inner.trim(), at: start + blanks };
}

/** The column after the command at `from`: a `;` or line end outside quotes, parentheses and braces. */
export function endOfCommand(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at]!;
    if (char === '\n' && depth <= 0) return at;
    if (char === '"') quoted = !quoted || isEscaped(text, at);
    else if (quoted) continue;
    else if (char === '(' || char === '{') depth++;
    else if (char === ')') depth--;
    else if (char === '}') {
      if (depth <= 0) return at;
      depth--;
    } else if (char === ';' && depth <= 0) return at;
  }
  return text.length;
}

/** Whether the quote at `at` is written `\\"` within a text that ends later on its line: `"C:\\folder\\"` ends with its own. */
function isEscaped(text: string, at: number): boolean {
  if (text[at - 1] !== '\\' || text[at - 2] === '\\') return false;
  const next = text.indexOf('"', at + 1);
  return next >= 0 && !text.slice(at, next).includes('\n');
}

/** The column after the comment at `from`: a line end, the `}` of the block around it or, of a `$$` comment, a `;`. */
export function endOfComment(text: string, from: number, endsAtSemicolon = true): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at]!;
    if ((char === ';' && endsAtSemicolon) || char === '\n' || (char === '}' && depth === 0)) return at;
    if (char === '{') depth++;
    else if (char === '}') depth--;
  }
  return text.length;
}

export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/**
 * The column after the comment that begins at `at`; `at` itself where none does. A `*` comment takes its line, but behind
 * a command it leaves the block around it the `}` that closes it.
 */
function afterComment(text: string, at: number): number {
  const sign = signBefore(text, at);
  if (!/^[;{}\n]?$/.test(sign)) return at;
  if (text[at] === '*') return /[;{}]/.test(sign) ? endOfComment(text, at, false) : endOfLine(text, at);
  const isComment = text.startsWith('$$', at) && !/[<>]/.test(text[at + 2] ?? '');
  return isComment ? endOfComment(text, at) : at;
}

/** The column of the bracket that closes the one at `open`; -1 when none does. Comments are passed over. */
export function closing(text: string, open: number): number {
  const stack: string[] = [];
  let quoted = false;
  for (let at = open; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') quoted = !quoted || isEscaped(text, at);
    else if (char === '\n') quoted = false;
    else if (quoted) continue;
    else if (char === '$' || char === '*') at = Math.max(at, afterComment(text, at) - 1);
    else if (char === '(' || char === '{') {
      stack.push(char === '(' ? ')' : '}');
      if (stack.length > DEEPEST) throw syntaxError('Syntax error: too many nested brackets', at);
    } else if (char === ')' || char === '}') {
      // A stray bracket of the other kind belongs to text such as .echo, not to the structure.
      if (stack.at(-1) === char) stack.pop();
      if (stack.length === 0) return at;
    }
  }
  return -1;
}

/** What stands before the blanks before a column; empty at the start. */
function signBefore(text: string, at: number): string {
  let before = at - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before--;
  return text[before] ?? '';
}

/** Splits a part at the semicolons outside quotes and brackets; blanks around the pieces are left out. */
export function splitAtSemicolons({ text, at: base }: Part): readonly Part[] {
  const out: Part[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  const push = (end: number) => {
    const piece = trimmedPart(text, start, end);
    out.push({ text: piece.text, at: base + piece.at });
    start = end + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '(' || char === '{') depth++;
    else if (char === ')' || char === '}') depth--;
    else if (char === ';' && depth <= 0) push(at);
  }
  push(text.length);
  return out;
}

/**
 * The lines that the debugger would read one after the other: a block in braces may go over several. Where braces do
 * not balance each line stands for itself.
 */
export function logicalLines(text: string): readonly Part[] {
  const out: Part[] = [];
  let open: Part[] = [];
  let depth = 0;
  let at = 0;
  for (const line of text.split('\n')) {
    const part = { text: line.replace(/\r$/, ''), at };
    at += line.length + 1;
    depth += braces(part.text);
    // A block may begin on the line after its head, and `.else` after the block before.
    if (open.length === 0 && out.length > 0 && /^\s*(?:\{|\.els)/.test(part.text)) open.push(out.pop()!);
    open.push(part);
    if (depth > 0) continue;
    out.push(joined(open));
    open = [];
    depth = 0;
  }
  return (depth > 0 ? [...out, ...open] : out).filter((line) => line.text.trim() !== '');
}

function joined(parts: readonly Part[]): Part {
  return { text: parts.map(({ text }) => text).join('\n'), at: parts[0]!.at };
}

/** Opening less closing braces of a line, outside quotes and comments. */
function braces(line: string): number {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!;
    if (char === '"') quoted = !quoted || isEscaped(line, at);
    else if (quoted) continue;
    else if (char === '$' || char === '*') at = Math.max(at, afterComment(line, at) - 1);
    else if (char === '{') depth++;
    else if (char === '}') depth--;
  }
  return depth;
}
