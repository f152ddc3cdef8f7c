/** One command of a log with its output. Line numbers are 0-based into the original text. */
export interface Section {
  /** `0: kd>`, `0:000>`, or null for text before the first prompt (the opening banner). */
  readonly prompt: string | null;
  /** The command as typed, normalised for parsing; empty for the banner. A blank Enter repeats the command before it. */
  readonly command: string;
  /** Normalised output lines (NBSP, typographic quotes and multiplication signs repaired). */
  readonly lines: readonly string[];
  /** The original line number of `lines[0]`. */
  readonly firstLine: number;
  /** The original line number of the prompt; null for the banner. */
  readonly promptLine: number | null;
  /** Index into `pages`, or null when the log is no page of posts. */
  readonly page: number | null;
}

/** One post of a blog page that shows debugger output. */
export interface Page {
  readonly title: string;
  /** As printed: `Thursday, January 24th, 2008`. */
  readonly date: string;
  /** The original line number of the title. */
  readonly firstLine: number;
  /** In lines, up to the next title. */
  readonly lineCount: number;
}

export type TranscriptEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A log as read: the original lines for quoting, and its sections for parsing. */
export interface Transcript {
  readonly original: readonly string[];
  readonly sections: readonly Section[];
  /** Posts of a blog page; empty for an ordinary log. */
  readonly pages: readonly Page[];
  readonly encoding: TranscriptEncoding;
}

/** A value with the 0-based line it was read from, relative to the lines that the reader was given. */
export interface Located<T> {
  readonly value: T;
  readonly line: number;
}
