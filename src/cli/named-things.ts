import { COMMANDS } from '../commands/index.generated.ts';
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
    ({ name, meaning, advice, links }): NamedThing => ({
      kind: 'pattern',
      name,
      text: meaning,
      lines: [...advice, ...(links.length > 0 ? [`see also: ${links.join(', ')}`] : [])],
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
