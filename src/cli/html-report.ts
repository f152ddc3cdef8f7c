import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../analysis/report.ts';
import { SourceError } from '../bytes/errors.ts';
import { baseName } from '../bytes/text.ts';
import { reportHtml } from '../web/report/report.ts';

/**
 * Writes the page of an analysis and returns where. `out` is a file; a folder when it is one already or when there are
 * several inputs, whose `input` path then gives each page its name; `-` is standard output. Throws SourceError.
 */
export function writeReport(analysis: Analysis, out: string, input: string | null): string {
  const page = reportHtml(analysis);
  if (out === '-') {
    process.stdout.write(page);
    return out;
  }
  try {
    const isFolder = input !== null || (existsSync(out) && statSync(out).isDirectory());
    if (isFolder) mkdirSync(out, { recursive: true });
    const path = isFolder ? freePath(out, fileName(input ?? analysis.theCase.source.path)) : out;
    writeFileSync(path, page);
    return path;
  } catch (error) {
    throw new SourceError(out, `the report cannot be written to ${out}: ${(error as Error).message}`);
  }
}

/** The input's own name without what a path could be made of. */
function fileName(path: string): string {
  return (
    baseName(path)
      .replace(/[^\w.-]+/g, '_')
      .replace(/^\.+/, '_') || 'report'
  );
}

/** Pages of this run: those of an earlier one are replaced. */
const written = new Set<string>();

/** Members of archives and folders may bear one name: later ones get a number. */
function freePath(folder: string, name: string): string {
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}.html`);
    if (written.has(path)) continue;
    written.add(path);
    return path;
  }
}
