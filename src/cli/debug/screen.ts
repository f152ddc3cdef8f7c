import type { Line } from './painter.ts';

type ClickableRow = Line['links'];

/** More rows than any terminal has. */
const MOST_ROWS = 500;

/**
 * Which links stand where: rows of the terminal since the conversation began or the terminal was resized, the last one
 * right above the prompt. Lines that are wider than the terminal take several rows.
 */
export class Screen {
  #rows: ClickableRow[] = [];
  /** Columns that the last row has already, where it has no end yet. */
  #open = 0;
  wrote({ width, links, ends }: Line, columns: number): void {
    const from = this.#open;
    const total = from + width;
    const rows = Math.max(1, Math.ceil(total / columns));
    for (let row = from === 0 ? 0 : Math.floor(from / columns); row < rows; row++) {
      const start = row * columns;
      const here = links
        .map(({ from: a, to: b, command }) => ({ from: a + from - start, to: b + from - start, command }))
        .filter(({ from: a, to: b }) => b > 0 && a < columns);
      const continues = from > 0 && row === Math.floor(from / columns);
      if (continues) this.#rows.push([...(this.#rows.pop() ?? []), ...here]);
      else this.#rows.push(here);
    }
    this.#open = ends ? 0 : total;
    if (this.#rows.length > 2 * MOST_ROWS) this.#rows = this.#rows.slice(-MOST_ROWS);
  }
  /** A line that holds nothing to click, such as the one that was typed. */
  wrotePlain(width: number, columns: number): void {
    this.wrote({ shown: '', plain: '', width, ends: true, links: [] }, columns);
  }
  forget(): void {
    this.#rows = [];
    this.#open = 0;
  }
  /** The command of the link at a column (from 0) of the row that is `above` rows over the prompt's first. */
  commandAt(above: number, column: number): string | null {
    const row = above < 1 ? undefined : this.#rows[this.#rows.length - above];
    return row?.find(({ from, to }) => from <= column && column < to)?.command ?? null;
  }
}
