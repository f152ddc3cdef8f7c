import { type Analysis, analyze, toJson } from '../analysis/report.ts';
import { MemoreticsError } from '../bytes/errors.ts';
import { printable } from '../bytes/text.ts';
import { loadForAnalysis } from '../evidence/load-for-analysis.ts';
import { PATTERNS } from '../patterns/index.generated.ts';
import { inputPaths } from './inputs.ts';
import { complaint, refusalJson, withCases } from './open.ts';
import { startProgress } from './progress.ts';
import { renderReport } from './report.ts';
import { SymbolFinder } from './symbol-finder.ts';
import { terminal } from './terminal.ts';

export interface AnalyzeOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly full?: boolean;
  /** A file, a folder, or `-` for standard output. */
  readonly html?: string;
  readonly markdown?: boolean;
  readonly stacks: boolean;
  readonly symbols?: string[];
  readonly images?: string[];
  readonly forceSymbols?: boolean;
}

/** Analyses every file and folder; results go to standard output as they come, diagnostics to standard error. */
export async function runAnalyze(paths: readonly string[], options: AnalyzeOptions): Promise<number> {
  const results: unknown[] = [];
  let unreadable = false;
  let untrusted = false;
  let shown = 0;
  let skipped = 0;
  const inputs = [...inputPaths(paths)];
  const progress = startProgress(
    inputs.length,
    !options.json && !options.jsonl ? process.stderr.isTTY && process.stdout.isTTY : process.stderr.isTTY,
  );
  const emit = (json: () => unknown, text: () => string) => {
    if (options.jsonl) progress.print(`${JSON.stringify(json())}\n`);
    else if (options.json) results.push(json());
    else progress.print(`${shown > 0 ? `${'─'.repeat(Math.min(terminal().width, 72))}\n` : ''}${text()}`);
    shown++;
  };
  for (const { path, named } of inputs) {
    progress.step(path);
    await withCases(path, async (opened) => {
      if (!opened.opened) {
        const { refusal } = opened;
        if (!named && refusal.exit === 2) {
          skipped++;
          return;
        }
        if (refusal.exit === 1) unreadable = true;
        else untrusted = true;
        if (options.json || options.jsonl)
          emit(
            () => refusalJson(refusal),
            () => '',
          );
        progress.complain(complaint(refusal));
        return;
      }
      const finder = new SymbolFinder(path, options);
      try {
        const scope = options.json || options.jsonl || options.full || options.html ? 'all' : 'failing';
        const theCase = await loadForAnalysis(opened.theCase, (module, current) => finder.find(module, current), scope);
        const analysis = analyze(theCase, PATTERNS);
        if (!analysis.trusted) untrusted = true;
        if (options.html !== undefined) {
          const { writeReport } = await import('./html-report.ts');
          const written = writeReport(analysis, options.html, inputs.length > 1 ? path : null);
          if (written !== '-') progress.complain(`memoretics: the report is in ${printable(written)}`);
          if (!options.json && !options.jsonl) return;
        }
        const markdown = options.markdown ? (await import('../web/markdown.ts')).reportMarkdown(analysis) : null;
        emit(
          () => toJson(analysis, { stacks: options.stacks }),
          () => markdown ?? text(analysis, options.full ?? false),
        );
      } catch (error) {
        if (error instanceof MemoreticsError) throw error;
        // One file's defect must not cost the others their analysis.
        unreadable = true;
        progress.complain(
          `memoretics: ${printable(path)}: a defect of memoretics: ${printable(String((error as Error).stack ?? error))}`,
        );
      } finally {
        finder.close();
      }
    });
  }
  progress.end();
  if (options.json)
    process.stdout.write(
      `${JSON.stringify(results.length === 1 && paths.length === 1 ? results[0] : results, null, 2)}\n`,
    );
  if (skipped > 0)
    process.stderr.write(
      `memoretics: ${skipped} ${skipped === 1 ? 'file that is' : 'files that are'} neither dump nor log passed over\n`,
    );
  if (inputs.length === 0) {
    process.stderr.write('memoretics: there is no file in what was named\n');
    return 1;
  }
  return unreadable ? 1 : untrusted ? 2 : 0;
}

function text(analysis: Analysis, full: boolean): string {
  const { width, color } = terminal();
  return renderReport(analysis, { width, color, full });
}
