import { printable } from '../../bytes/text.ts';
import type { Part } from './brackets.ts';

/** Where commands stand, so that a caret can point into what a person sees. */
export interface Place {
  /** The typed line, the script's text, or what aliases made of a part of them. */
  readonly text: string;
  /** The column of `text` at which the commands at hand begin. */
  readonly at: number;
  /** The script file; null for what was typed. */
  readonly file: string | null;
  /** Lines of the file before `text`. */
  readonly line: number;
  /** Whether `text` is what stands before the person's eyes. */
  readonly isTyped: boolean;
}

/** Lines of output that point are no wider than terminals bear. */
const WIDEST = 200;

export function typedPlace(text: string): Place {
  return { text, at: 0, file: null, line: 0, isTyped: true };
}

/** The place of a part; where aliases changed it to `used`, columns count in that. */
export function within(place: Place, part: Part, used: string): Place {
  const at = place.at + part.at;
  if (used === part.text) return { ...place, at };
  return { ...place, text: used, at: 0, line: place.line + linesBefore(place.text, at), isTyped: false };
}

/**
 * A message with a caret at a column of the commands at `place`. Behind the prompt where the line was just typed, as the
 * debugger does; else below the line itself, which is named by file and number where it comes from a script.
 */
export function pointed(message: string, position: number | null, place: Place, prompt: string): string {
  const at = place.at + Math.min(position ?? 0, place.text.length);
  const isOneLine = !place.text.includes('\n');
  if (place.isTyped && place.file === null && isOneLine) {
    return position === null ? `${message}\n` : `${' '.repeat(Math.min(prompt.length + at, WIDEST))}^ ${message}\n`;
  }
  const number = place.line + linesBefore(place.text, at) + 1;
  const source = place.file === null ? '' : `${printable(place.file)}(${number}): `;
  if (position === null) return `${source}${message}\n`;
  const start = place.text.lastIndexOf('\n', at - 1) + 1;
  const end = place.text.indexOf('\n', at);
  const line = place.text.slice(start, end < 0 ? undefined : end);
  const blanks = line.length - line.trimStart().length;
  const from = Math.max(blanks, at - start - WIDEST / 2);
  const before = printable(line.slice(from, at - start));
  const shown = `${before}${printable(line.slice(at - start, from + WIDEST))}`.trimEnd();
  return `${source}${shown}\n${' '.repeat(source.length + before.length)}^ ${message}\n`;
}

function linesBefore(text: string, at: number): number {
  let lines = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) lines++;
  return lines;
}
