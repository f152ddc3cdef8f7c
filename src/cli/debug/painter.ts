import pc from 'picocolors';
import { printable } from '../../bytes/text.ts';
import type { TextLink } from '../../debugger/text.ts';
import { displayWidth } from '../wrap.ts';
import { type Kind, marksOf } from './highlight.ts';
import type { Said } from './messages.ts';

/** One line as the terminal gets it. */
export interface Line {
  /** Without the line's end. */
  readonly shown: string;
  /** What it says, escaped, without colours. */
  readonly plain: string;
  /** Columns that it takes. */
  readonly width: number;
  /** False for the last piece of a text that has no line end. */
  readonly ends: boolean;
  /** Columns that run a command, counted from 0. */
  readonly links: readonly { readonly from: number; readonly to: number; readonly command: string }[];
}

type Colors = ReturnType<typeof pc.createColors>;
type Paint = (text: string) => string;

/** Colours and links of what commands print. Every text is escaped here, before anything is put around it. */
export class Painter {
  readonly #colors: Colors;
  readonly #hyperlinks: boolean;
  readonly #of: Readonly<Record<Kind, Paint>>;
  constructor(color: boolean, hyperlinks: boolean) {
    this.#colors = pc.createColors(color);
    this.#hyperlinks = hyperlinks;
    const { cyan, green, dim, bold, yellow, red } = this.#colors;
    this.#of = { address: cyan, symbol: green, unreadable: dim, heading: bold, warning: yellow, error: red };
  }
  prompt(text: string): string {
    return this.#colors.bold(printable(text));
  }
  dim(text: string): string {
    return this.#colors.dim(printable(text));
  }
  failure(text: string): Generator<Line> {
    return this.#lines(text, (line) => [{ start: 0, end: line.length, kind: 'error' }], []);
  }
  /** Made one by one, as nobody may want to see them all. */
  lines({ text, links }: Said): Generator<Line> {
    return this.#lines(text, marksOf, links);
  }
  *#lines(text: string, marks: typeof marksOf, links: readonly TextLink[]): Generator<Line> {
    const byLine = new Map<number, TextLink[]>();
    for (const link of links) {
      const before = byLine.get(link.line);
      if (before) before.push(link);
      else byLine.set(link.line, [link]);
    }
    for (let at = 0, number = 0; at < text.length; number++) {
      const end = text.indexOf('\n', at);
      const line = end < 0 ? text.slice(at) : text.slice(at, end);
      yield this.#line(line, marks(line), byLine.get(number) ?? [], end >= 0);
      at = end < 0 ? text.length : end + 1;
    }
  }
  #line(
    line: string,
    marks: readonly { readonly start: number; readonly end: number; readonly kind: Kind }[],
    links: readonly TextLink[],
    ends: boolean,
  ): Line {
    // The places where a style or a link begins or ends cut the line into pieces of one look each.
    const cuts = new Set([0, line.length]);
    for (const { start, end } of [...marks, ...links]) cuts.add(start).add(end);
    const places = [...cuts].filter((place) => place <= line.length).sort((a, b) => a - b);
    let shown = '';
    let plain = '';
    let width = 0;
    const clickable: { from: number; to: number; command: string }[] = [];
    for (let index = 0; index + 1 < places.length; index++) {
      const start = places[index]!;
      const end = places[index + 1]!;
      const text = printableTabs(line.slice(start, end), width);
      const mark = marks.find((each) => each.start <= start && end <= each.end);
      const link = links.find((each) => each.start <= start && end <= each.end);
      const columns = displayWidth(text);
      let piece = mark ? this.#of[mark.kind](text) : text;
      if (link) {
        piece = this.#colors.underline(piece);
        if ('page' in link.to) piece = this.hyperlink(piece, link.to.page);
        else clickable.push({ from: width, to: width + columns, command: link.to.command });
      }
      shown += piece;
      plain += text;
      width += columns;
    }
    return { shown, plain, width, ends, links: clickable };
  }
  /** OSC 8; addresses that hold anything but visible ASCII are none of ours. */
  hyperlink(label: string, address: string): string {
    if (!this.#hyperlinks || !/^https:\/\/[!-~]+$/.test(address)) return label;
    return `\x1b]8;;${address}\x1b\\${label}\x1b]8;;\x1b\\`;
  }
}

const TAB = 8;

/** Escaped, with tabs as the blanks that a terminal would make of them at that column. */
function printableTabs(text: string, column: number): string {
  if (!text.includes('\t')) return printable(text);
  let out = '';
  let at = column;
  for (const part of text.split(/(\t)/)) {
    const piece = part === '\t' ? ' '.repeat(TAB - (at % TAB)) : printable(part);
    out += piece;
    at += displayWidth(piece);
  }
  return out;
}
