import type { Analysis } from '../analysis/report.ts';

/** What became of one item on one dump or log. */
export type Outcome =
  | { readonly state: 'done'; readonly result: string; readonly attention: boolean }
  | { readonly state: 'not-possible'; readonly why: string; readonly remedy: string | null }
  | { readonly state: 'question'; readonly question: string };

export type Section = 'general' | 'application' | 'hang' | 'crash' | 'managed';

/** One item: what to look at, the commands that show it, and how it is answered. */
export interface ChecklistItem {
  readonly id: string;
  readonly section: Section;
  readonly text: string;
  readonly commands: readonly string[];
  /** Patterns whose verdicts answer it; findings are its result. */
  readonly patterns?: readonly string[];
  /** Answers it from the analysis; null leaves it to the patterns or the question. */
  readonly look?: (analysis: Analysis) => Outcome | null;
  /** Asked when nothing in the file can answer. */
  readonly question?: string;
}

export interface CheckedItem {
  readonly item: ChecklistItem;
  readonly outcome: Outcome;
}

export const SECTION_TITLES: Readonly<Record<Section, string>> = {
  general: 'General',
  application: 'Application or service',
  hang: 'System hang',
  crash: 'System crash',
  managed: '.NET',
};

/** The sections that concern a Case: a process dump is no system, and .NET only where its runtime is loaded. */
export function sectionsFor(analysis: Analysis): readonly Section[] {
  const managed = analysis.modules.some(({ name }) => /^(clr|coreclr|mscorwks|mscorsvr)$/i.test(name));
  const native: readonly Section[] =
    analysis.mode === 'kernel'
      ? ['hang', 'crash']
      : analysis.mode === 'user'
        ? ['application']
        : ['application', 'hang', 'crash'];
  return ['general', ...native, ...(managed ? (['managed'] as const) : [])];
}

/** Carries the list out on an analysis. Every item has an outcome; none is left silent. */
export function checkOff(analysis: Analysis, items: readonly ChecklistItem[]): readonly CheckedItem[] {
  const sections = new Set(sectionsFor(analysis));
  return items
    .filter(({ section }) => sections.has(section))
    .map((item) => ({ item, outcome: outcomeOf(item, analysis) }));
}

function outcomeOf(item: ChecklistItem, analysis: Analysis): Outcome {
  const seen = item.look?.(analysis);
  if (seen) return seen;
  const verdict = item.patterns ? byPatterns(item.patterns, analysis) : null;
  const told = verdict?.state === 'done' && !verdict.result.startsWith(NOTHING_FOUND);
  // What only a person can tell is asked also where patterns came to nothing.
  if (verdict && (told || !item.question)) return verdict;
  if (item.question) return { state: 'question', question: item.question };
  return { state: 'not-possible', why: 'memoretics cannot answer it yet', remedy: item.commands[0] ?? null };
}

const NOTHING_FOUND = 'nothing found';

/** Findings of these patterns; else "nothing found" when at least one could be judged; else what was missing. */
function byPatterns(ids: readonly string[], { judgement }: Analysis): Outcome | null {
  const found = judgement.findings.filter(({ pattern }) => ids.includes(pattern.id));
  if (found.length > 0) {
    return {
      state: 'done',
      result: found.map(({ pattern, summary }) => `${pattern.name}: ${summary}`).join(' '),
      attention: found.some(({ pattern }) => pattern.severity !== 'info'),
    };
  }
  const unknown = judgement.unknown.filter(({ pattern }) => ids.includes(pattern));
  const absent = judgement.absent.filter((id) => ids.includes(id));
  if (absent.length > 0) {
    const rest = unknown.length > 0 ? `; not judged: ${unknown.map(({ pattern }) => pattern).join(', ')}` : '';
    return { state: 'done', result: `${NOTHING_FOUND}${rest}`, attention: false };
  }
  const why = [...new Set(unknown.flatMap(({ missing }) => missing))];
  return why.length > 0 ? { state: 'not-possible', why: why.join('; '), remedy: null } : null;
}
