import { isHiddenLine, type LineNumbers } from '../formats/pdb/line-numbers.ts';
import type { Pdb } from '../formats/pdb/pdb.ts';

/** Code that a source line became. */
interface LineCode {
  readonly section: number;
  readonly offset: number;
  readonly path: string;
  readonly line: number;
}

/** Places kept of one line; templates and inlining can give a line many. */
const MOST_PLACES = 4096;

/** Whether a file's path is, or ends with, what was typed: `orders.c`, `src\orders.c`. */
function endsWith(path: string, typed: string): boolean {
  const [whole, end] = [path, typed].map((text) => text.toLowerCase().replaceAll('/', '\\'));
  return whole === end || whole!.endsWith(`\\${end}`);
}

/**
 * Where code of a line begins, in address order; when the line has no code, that of the nearest line after it which
 * has. Compilands whose files do not match are not decoded.
 */
export function codeOfLine(
  pdb: Pdb,
  linesOf: (module: number) => LineNumbers | null,
  typed: string,
  line: number,
): readonly LineCode[] {
  let best: LineCode[] = [];
  for (const { index } of pdb.modules?.all() ?? []) {
    const lines = linesOf(index);
    if (!lines) continue;
    const paths = new Map<number, string | null>();
    const pathOf = (file: number): string | null => {
      let path = paths.get(file);
      if (path === undefined) {
        const entry = lines.file(file);
        const text = entry ? pdb.strings.text(entry.nameOffset) : null;
        path = text !== null && endsWith(text, typed) ? text : null;
        paths.set(file, path);
      }
      return path;
    };
    const names = [...lines.files()].map(({ nameOffset }) => pdb.strings.text(nameOffset));
    if (!names.some((name) => name !== null && endsWith(name, typed))) continue;
    for (const record of lines.all()) {
      if (record.line < line || isHiddenLine(record.line)) continue;
      const nearest = best[0]?.line ?? Number.POSITIVE_INFINITY;
      if (record.line > nearest) continue;
      const path = pathOf(record.file);
      if (path === null) continue;
      if (record.line < nearest) best = [];
      if (best.length < MOST_PLACES)
        best.push({ section: record.section, offset: record.offset, path, line: record.line });
    }
  }
  return best.sort((a, b) => a.section - b.section || a.offset - b.offset);
}
