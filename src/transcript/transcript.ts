/** One command of a log with its output. Line numbers are 0-based into the original text. */
export interface Section {
  /** `0: kd>`, `0:000>`, or null for text before the first prompt (the opening banner). */
  readonly prompt: string | null;
  /** The command as typed, normalised for parsing; empty for the banner. */
  readonly command: string;
  /** Normalised output lines (NBSP, typographic quotes and multiplication signs repaired). */
  readonly lines: readonly string[];
  /** The original line number of `lines[0]`. */
  readonly firstLine: number;
}

/** A log as read: the original lines for quoting, and its sections for parsing. */
export interface Transcript {
  readonly original: readonly string[];
  readonly sections: readonly Section[];
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`. */
  readonly encoding: string;
}
