import markdown from '../../docs/scripting.md?raw';
import { printable } from '../bytes/text.ts';
import { Page, type Part } from './page.ts';

/** The handbook's page on scripting, or those of its sections that were asked for. */
export interface ScriptingPage {
  readonly titles: readonly string[];
  /** Markdown; empty where no section bears the words. */
  readonly text: string;
}

/** What stands over code of a language. */
const LABELS: Readonly<Record<string, string>> = {
  c: 'C',
  windbg: 'WinDbg script',
  ts: 'TypeScript',
  js: 'JavaScript',
  text: 'prints',
};

/** Null where the words are about something else: `scripting`, `scripting loops`, `script`, `windbg scripts` are not. */
export function scriptingPage(words: readonly string[]): ScriptingPage | null {
  const asked = words.join(' ').trim().toLowerCase();
  const rest = /^(?:windbg |typescript )?script(?:s|ing)?(?=\s|$)\s*(.*)$/.exec(asked)?.[1];
  if (rest === undefined) return null;
  const [head = '', ...sections] = markdown.split(/^(?=## )/m);
  const chosen = sections.filter((section) => titleOf(section).toLowerCase().includes(rest));
  return { titles: sections.map(titleOf), text: rest === '' ? head + sections.join('') : chosen.join('') };
}

const titleOf = (section: string): string => section.slice(3, section.indexOf('\n'));

/** The Markdown of our own pages for a terminal: code keeps its lines, tables become paragraphs. */
export function renderMarkdown(text: string, width: number, color: boolean): string {
  const out: string[] = [];
  let page = new Page(width, color);
  let header: readonly string[] | null = null;
  const flush = () => {
    if (!page.isEmpty) out.push(page.toString());
    page = new Page(width, color);
  };
  for (const [index, part] of text.split(/^```/m).entries()) {
    if (index % 2 === 1) {
      flush();
      const [info = '', ...lines] = part.trimEnd().split('\n');
      const label = LABELS[info.split(' ')[0]!] ?? '';
      out.push(`\n${label && `  ${label}\n`}${lines.map((line) => `    ${printable(line)}`.trimEnd()).join('\n')}\n\n`);
      continue;
    }
    for (const line of part.split('\n')) {
      const cells = cellsOf(line);
      if (cells === null) header = null;
      if (line.trim() === '' || cells?.every((cell) => /^:?-+:?$/.test(cell))) {
        if (cells === null) page.blank();
      } else if (cells !== null && header === null) {
        header = cells;
      } else if (cells !== null && header !== null) writeRow(page, header, cells);
      else if (/^#+ /.test(line)) page.line([['bold', line.replace(/^#+ /, '')]]);
      else page.line(inline(line));
    }
  }
  flush();
  return out.join('').replace(/\n{3,}/g, '\n\n');
}

function writeRow(page: Page, header: readonly string[], cells: readonly string[]): void {
  const named = cells.length > 2;
  page.line([['plain', named ? `${header[0]}: ` : ''], ...inline(cells[0] ?? '')], 2, 4);
  for (const [index, cell] of cells.slice(1).entries()) {
    const label = named ? `${header[index + 1]}: ` : '';
    page.line([['dim', label], ...inline(cell)], 6, 8);
  }
}

/** The cells of a table's line; null for other lines. A bar within a cell is written `\|`. */
function cellsOf(line: string): readonly string[] | null {
  if (!/^\|.*\|$/.test(line)) return null;
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** Text with its `code` in colour. */
function inline(text: string): readonly Part[] {
  return text
    .split(/`` (.+?) ``|`([^`]+)`/g)
    .flatMap((part, index): readonly Part[] =>
      part === undefined || part === '' ? [] : [index % 3 === 0 ? ['plain', part] : ['cyan', part]],
    );
}
