import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import { printable } from '../bytes/text.ts';

/** A part of a line: text from anywhere, escaped when it is added, with an optional style. */
export type Style = 'plain' | 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';
export type Part = string | readonly [Style, string];

/**
 * Lines of a terminal report: every text is escaped as it enters, wrapped to `width` with a hanging indent, and
 * coloured only when asked. Nothing from a dump reaches the terminal in any other way.
 */
export class Page {
  readonly #lines: string[] = [];
  readonly #width: number;
  readonly #colors: ReturnType<typeof pc.createColors>;
  constructor(width: number, color: boolean) {
    this.#width = Math.max(40, width);
    this.#colors = pc.createColors(color);
  }
  style(part: Part): string {
    if (typeof part === 'string') return printable(part);
    const [style, text] = part;
    const safe = printable(text);
    return style === 'plain' ? safe : this.#colors[style](safe);
  }
  /** One paragraph; wrapped lines are indented by `hang` columns. */
  line(parts: Part | readonly Part[], indent = 0, hang = indent): void {
    const list = isParts(parts) ? parts : [parts];
    const text = list.map((part) => this.style(part)).join('');
    const [first = '', ...more] = wrapAnsi(text, this.#width - indent, { hard: true, trim: false }).split('\n');
    this.#lines.push(`${' '.repeat(indent)}${first}`.trimEnd());
    if (more.length === 0) return;
    // The rest has a margin of its own; each wrapped line closes and reopens its styles, so that it can be wrapped again.
    const rest = more.map((line) => line.trim()).join(' ');
    for (const line of wrapAnsi(rest, this.#width - hang, { hard: true, trim: false }).split('\n')) {
      this.#lines.push(`${' '.repeat(hang)}${line.trimStart()}`.trimEnd());
    }
  }
  /** A line that keeps its columns: cut at the width, never wrapped. */
  row(parts: readonly Part[], indent = 0): void {
    let room = this.#width - indent;
    const out: string[] = [];
    for (const part of parts) {
      const [style, text] = typeof part === 'string' ? (['plain', part] as const) : part;
      const safe = printable(text);
      const cut = safe.length > room ? `${safe.slice(0, Math.max(0, room - 1))}…` : safe;
      if (room <= 0) break;
      out.push(style === 'plain' ? cut : this.#colors[style](cut));
      room -= cut.length;
    }
    this.#lines.push(`${' '.repeat(indent)}${out.join('')}`.trimEnd());
  }
  /** A block with a label in the margin of ten columns. */
  labelled(label: string, parts: Part | readonly Part[]): void {
    const list = isParts(parts) ? parts : [parts];
    this.line([['bold', label.padEnd(10)], ...list], 0, 10);
  }
  blank(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }
  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

function isParts(parts: Part | readonly Part[]): parts is readonly Part[] {
  return (
    Array.isArray(parts) &&
    !(parts.length === 2 && typeof parts[0] === 'string' && STYLES.has(parts[0]) && typeof parts[1] === 'string')
  );
}
const STYLES = new Set(['plain', 'bold', 'dim', 'red', 'green', 'yellow', 'cyan']);
