import pc from 'picocolors';
import { printable } from '../bytes/text.ts';
import { cutToWidth, displayWidth, type Run, wrapRuns } from './wrap.ts';

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
  #paint({ style, text }: Run<Style>): string {
    return style === 'plain' ? text : this.#colors[style](text);
  }
  /** One paragraph; wrapped lines are indented by `hang` columns. */
  line(parts: Part | readonly Part[], indent = 0, hang = indent): void {
    const runs = (isParts(parts) ? parts : [parts]).map(runOf);
    wrapRuns(runs, this.#width - indent, this.#width - hang).forEach((line, index) => {
      const text = line.map((run) => this.#paint(run)).join('');
      this.#lines.push(`${' '.repeat(index === 0 ? indent : hang)}${text}`.trimEnd());
    });
  }
  /** A line that keeps its columns: cut at the width, never wrapped. */
  row(parts: readonly Part[], indent = 0): void {
    let room = this.#width - indent;
    const out: string[] = [];
    for (const part of parts) {
      if (room <= 0) break;
      const { style, text } = runOf(part);
      const cut = displayWidth(text) > room ? `${cutToWidth(text, room - 1)}…` : text;
      out.push(this.#paint({ style, text: cut }));
      room -= displayWidth(cut);
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
  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }
  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

function runOf(part: Part): Run<Style> {
  return typeof part === 'string'
    ? { style: 'plain', text: printable(part) }
    : { style: part[0], text: printable(part[1]) };
}

function isParts(parts: Part | readonly Part[]): parts is readonly Part[] {
  return (
    Array.isArray(parts) &&
    !(parts.length === 2 && typeof parts[0] === 'string' && STYLES.has(parts[0]) && typeof parts[1] === 'string')
  );
}
const STYLES = new Set(['plain', 'bold', 'dim', 'red', 'green', 'yellow', 'cyan']);
