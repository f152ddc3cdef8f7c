import type { Text } from '../text.ts';
import type { ModelNode } from './view.ts';

/** Names are padded to this many columns. */
const NAME_WIDTH = 16;
/** What stands between the name of an opened object and its colon at the top. */
const TOP_GAP = 17;

/** A tree as dx prints it: the value on the first line, what it holds below, four columns further in each time. */
export function writeTree(node: ModelNode, text: Text): void {
  const isOpened = node.children !== null || node.action !== null || node.text === null;
  const name = isOpened ? node.name + ' '.repeat(TOP_GAP) : `${node.name.padEnd(NAME_WIDTH)} `;
  text.line(`${name}${valueText(node)}`.trimEnd());
  writeChildren(node, 1, text);
}

function writeChildren({ children, more, note }: ModelNode, level: number, text: Text): void {
  const indent = ' '.repeat(4 * level);
  for (const child of children ?? []) {
    const place = child.place === null ? '' : `[${child.place}] `;
    text.line(`${indent}${place}${child.name.padEnd(NAME_WIDTH)} ${valueText(child)}`.trimEnd());
    writeChildren(child, level + 1, text);
  }
  if (more) text.line(`${indent}[...]`);
  if (note !== null && children !== null) text.line(`${indent}(${note})`);
}

function valueText({ text, type, action, note, children }: ModelNode): string {
  const parts = [];
  if (text !== null && text !== '') parts.push(`: ${text}`);
  if (type !== null) parts.push(`[Type: ${type}]`);
  if (action !== null) parts.push(`[${action}]`);
  // Of what is not opened the note stands beside it.
  if (note !== null && children === null) parts.push(`(${note})`);
  return parts.join(' ');
}

/** Behind the longest text of a column stand so many blanks; titles need none. */
const CELL_GAP = 3;
/** Texts of cells are cut after so many characters where nobody asks for another width. */
const LONGEST_CELL = 200;

/** A sequence as a grid: one row for each item, one column for each member that any of them has. */
export function writeGrid(node: ModelNode, longest: number | null, text: Text): void {
  const rows = node.children ?? [];
  // What holds nothing is no grid.
  if (rows.length === 0) {
    writeTree(node, text);
    return;
  }
  const names = [...new Set(rows.flatMap(({ children }) => (children ?? []).map(({ name }) => name)))];
  const columns = names.filter((name) => name !== '[<Raw View>]');
  const most = longest ?? LONGEST_CELL;
  const cells = rows.map((row) =>
    [
      row.name,
      ...(columns.length === 0 ? [cellText(row)] : columns.map((name, place) => cellOf(row, name, place === 0))),
    ].map((cell) => cell.slice(0, most)),
  );
  const heads = ['', ...(columns.length === 0 ? ['Value'] : columns)].map((head) => head.slice(0, most));
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((row) => row[column]!.length + CELL_GAP), 0),
  );
  const rule = '='.repeat(widths.reduce((sum, width) => sum + width + 3, 1));
  const line = (row: readonly string[], between: string) =>
    `= ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(` ${between} `)} =`;
  text.line(rule).line(line(heads, '='));
  text.line(rule);
  for (const row of cells) text.line(line(row, '-'));
  text.line(rule);
  if (node.more) text.line('[...]');
  if (node.note !== null) text.line(`(${node.note})`);
}

/** A row without members of its own is told in its first cell. */
function cellOf(row: ModelNode, name: string, isFirst: boolean): string {
  if (row.children === null) return isFirst ? cellText(row) : '';
  const cell = row.children.find((each) => each.name === name);
  return cell ? cellText(cell) : '';
}

function cellText({ text, type, note }: ModelNode): string {
  if (note !== null && text !== null) return `${text} (${note})`;
  return text ?? (type === null ? '{...}' : `{...} [Type: ${type}]`);
}
