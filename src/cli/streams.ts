import type { Case } from '../evidence/case.ts';
import { complaint, withCases } from './open.ts';
import { Page } from './page.ts';
import { terminal } from './terminal.ts';

/** Prints the raw structure of each file: every part with its type, offset, size and one line about it. */
export async function runStreams(paths: readonly string[], options: { readonly json?: boolean }): Promise<number> {
  let exit = 0;
  const results: unknown[] = [];
  for (const path of paths) {
    await withCases(path, async (opened) => {
      if (!opened.opened) {
        exit = Math.max(exit, opened.refusal.exit);
        process.stderr.write(`${complaint(opened.refusal)}\n`);
        return;
      }
      if (options.json) results.push(streamsJson(opened.theCase));
      else process.stdout.write(renderStreams(opened.theCase, terminal()));
    });
  }
  if (options.json) process.stdout.write(`${JSON.stringify(results.length === 1 ? results[0] : results, null, 2)}\n`);
  return exit;
}

/** The parts, annotations and problems of a Case as plain data. */
export function streamsJson(theCase: Case): Record<string, unknown> {
  return {
    source: theCase.source,
    parts: partsOf(theCase),
    annotations: Object.fromEntries(theCase.target?.annotations ?? []),
    problems: [...theCase.problems, ...(theCase.target?.problems ?? [])],
  };
}

function partsOf(theCase: Case) {
  return theCase.target
    ? theCase.target.parts
    : (theCase.transcript?.sections ?? []).map((section) => ({
        name: section.prompt === null ? 'text' : `${section.prompt} ${section.command}`,
        type: null,
        offset: section.firstLine,
        size: section.lines.length,
        summary: `line ${section.firstLine + 1}, ${section.lines.length} lines of output`,
      }));
}

/** The same for people, a line for each part. */
export function renderStreams(
  theCase: Case,
  { width, color }: { readonly width: number; readonly color: boolean },
): string {
  const page = new Page(width, color);
  page.line([
    ['bold', theCase.source.path],
    `  ${theCase.source.kind}, ${theCase.source.format}, ${theCase.source.size} bytes`,
  ]);
  const text = theCase.target === null;
  page.row([['dim', text ? '    line  lines  command' : '     offset        size  type        part']], 2);
  for (const part of partsOf(theCase)) {
    if (text) page.row([String(part.offset + 1).padStart(8), String(part.size).padStart(7), '  ', part.name], 2);
    else {
      const type =
        part.type === null
          ? ''
          : typeof part.type === 'number'
            ? part.type > 0xffff
              ? `0x${part.type.toString(16)}`
              : String(part.type)
            : part.type;
      page.row(
        [
          `0x${part.offset.toString(16)}`.padStart(11),
          String(part.size).padStart(12),
          '  ',
          type.padEnd(10),
          '  ',
          ['bold', part.name],
          part.summary ? `: ${part.summary}` : '',
        ],
        2,
      );
    }
  }
  for (const [name, value] of theCase.target?.annotations ?? []) page.line([`${name}: ${value}`], 2, 4);
  for (const problem of [...theCase.problems, ...(theCase.target?.problems ?? [])])
    page.line([['yellow', `${problem.code}: `], problem.message], 2, 4);
  return page.toString();
}
