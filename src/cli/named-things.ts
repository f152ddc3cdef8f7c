import { COMMANDS } from '../commands/index.generated.ts';
import { questionsOfPattern, termsOfPattern } from '../handbook/cross-links.ts';
import { PATTERNS } from '../patterns/index.generated.ts';

/** A pattern or a debugger command that bears a name. */
export interface NamedThing {
  readonly kind: 'pattern' | 'command';
  readonly name: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** Patterns and commands of exactly this name or id, whatever its case. */
export function namedThings(asked: string): readonly NamedThing[] {
  const text = asked.trim().toLowerCase();
  const patterns = PATTERNS.filter(({ id, name }) => id === text || name.toLowerCase() === text).map(
    ({ id, name, meaning, advice, links }): NamedThing => ({
      kind: 'pattern',
      name,
      text: meaning,
      lines: [...advice, ...(links.length > 0 ? [`see also: ${links.join(', ')}`] : []), ...handbookLines(id)],
    }),
  );
  const commands = COMMANDS.filter(
    ({ name, aliases }) => name.toLowerCase() === text || (/^[!.]/.test(text) && (aliases ?? []).includes(text)),
  ).map(
    ({ syntax, summary, example, notes }): NamedThing => ({
      kind: 'command',
      name: syntax,
      text: summary,
      lines: [`example: ${example}`, ...(notes ? [notes] : [])],
    }),
  );
  return [...patterns, ...commands];
}

/** Where the handbook speaks of a pattern: terms for `memoretics explain`, and the questions of the checklist. */
export function handbookLines(id: string): readonly string[] {
  const terms = termsOfPattern(id);
  const questions = questionsOfPattern(id);
  return [
    ...(terms.length > 0 ? [`terms: ${terms.map(({ name }) => name).join(', ')}`] : []),
    ...questions.map((text) => `checklist: ${text}`),
  ];
}
