import { type Analysis, analyze } from '../analysis/report.ts';
import { loadForAnalysis } from '../evidence/load-for-analysis.ts';
import { type CheckedItem, checkOff, SECTION_TITLES } from '../handbook/checklist.ts';
import { CHECKLIST } from '../handbook/checklist-items.ts';
import { PATTERNS } from '../patterns/index.generated.ts';
import { Page, type Part } from './page.ts';
import type { SymbolOptions } from './symbol-finder.ts';
import { terminal } from './terminal.ts';
import { withSymbols } from './with-symbols.ts';

/** Carries the analysis checklist out on one dump or log and prints each item with what became of it. */
export async function runChecklist(
  path: string,
  options: SymbolOptions & { readonly json?: boolean },
): Promise<number> {
  const results: unknown[] = [];
  const exit = await withSymbols(path, options, async (opened, finder) => {
    const theCase = await loadForAnalysis(opened, (module, current) => finder.find(module, current), 'all');
    const analysis = analyze(theCase, PATTERNS);
    const checked = checkOff(analysis, CHECKLIST);
    if (options.json) results.push(toJson(analysis, checked));
    else process.stdout.write(text(analysis, checked));
    return analysis.trusted ? 0 : 2;
  });
  if (options.json) process.stdout.write(`${JSON.stringify(results.length === 1 ? results[0] : results, null, 2)}\n`);
  return exit;
}

function toJson({ theCase }: Analysis, checked: readonly CheckedItem[]): unknown {
  return {
    schema: 'memoretics.checklist/1',
    source: theCase.source,
    items: checked.map(({ item, outcome }) => ({
      id: item.id,
      section: item.section,
      text: item.text,
      commands: item.commands,
      ...outcome,
    })),
  };
}

function text({ theCase }: Analysis, checked: readonly CheckedItem[]): string {
  const { width, color } = terminal();
  const page = new Page(width, color);
  page.line([['bold', `Checklist for ${theCase.source.path}`]]);
  let section = '';
  for (const { item, outcome } of checked) {
    if (item.section !== section) {
      section = item.section;
      page.blank();
      page.line([['bold', SECTION_TITLES[item.section]]]);
    }
    const [mark, ...result] = outcomeParts(outcome);
    page.line([mark!, ' ', item.text], 2, 6);
    page.line(result, 6, 6);
    if (item.commands.length > 0 && outcome.state !== 'done') page.line([['dim', item.commands.join('   ')]], 6, 6);
  }
  const count = (state: string) => checked.filter(({ outcome }) => outcome.state === state).length;
  page.blank();
  page.line(
    `${count('done')} done, ${count('not-possible')} not possible with this file, ${count('question')} questions for you`,
  );
  return page.toString();
}

function outcomeParts(outcome: CheckedItem['outcome']): readonly Part[] {
  if (outcome.state === 'question') return [['cyan', '[?]'], outcome.question];
  if (outcome.state === 'not-possible') {
    return [['dim', '[-]'], `not possible: ${outcome.why}${outcome.remedy ? ` (${outcome.remedy})` : ''}`];
  }
  return outcome.attention ? [['yellow', '[!]'], outcome.result] : [['green', '[x]'], outcome.result];
}
