import type { Pattern } from '../src/analysis/pattern.ts';
import { COMMANDS } from '../src/commands/index.generated.ts';
import type { AnyCommand } from '../src/debugger/command.ts';
import { questionsOfPattern, termsOfPattern } from '../src/handbook/cross-links.ts';
import { PATTERNS } from '../src/patterns/index.generated.ts';

function patternPage(pattern: Pattern): string {
  const lines = [
    `# ${pattern.name}`,
    '',
    `\`${pattern.id}\` · severity ${pattern.severity}${pattern.part ? ` · published as ${pattern.part}` : ''}${pattern.draft ? ' · draft: never yet seen on real input' : ''} · for ${pattern.appliesTo.join(' and ')} dumps and logs`,
    '',
    pattern.meaning,
    '',
    '## What to do',
    '',
    ...pattern.advice.map((line) => `- ${line}`),
    '',
  ];
  if (pattern.links.length > 0) lines.push('## See also', '', ...pattern.links.map((link) => `- ${link}`), '');
  const terms = termsOfPattern(pattern.id);
  const questions = questionsOfPattern(pattern.id);
  if (terms.length + questions.length > 0)
    lines.push(
      '## In the handbook',
      '',
      ...terms.map(({ name }) => `- term: ${name} (\`memoretics explain "${name}"\`)`),
      ...questions.map((text) => `- checklist: ${text}`),
      '',
    );
  return lines.join('\n');
}

/** A file name for a command: `!analyze` → `extension-analyze`, `.trap` → `meta-trap`, `~` → `standard-threads`. */
function commandFile({ name }: AnyCommand): string {
  if (name.startsWith('!')) return `extension-${name.slice(1)}`;
  if (name.startsWith('.')) return `meta-${name.slice(1)}`;
  return `standard-${{ '?': 'evaluate', '??': 'evaluate-cpp', '~': 'threads', '|': 'processes', 'r?': 'r-typed' }[name] ?? name}`;
}

function commandPage(command: AnyCommand): string {
  const names = new Map(PATTERNS.map(({ id, name }) => [id, name]));
  const lines = [`# ${command.name}`, '', command.summary, '', '```', command.syntax, '```', ''];
  const others = command.aliases ?? [];
  if (others.length > 0) lines.push(`Also: ${others.map((alias) => `\`${alias}\``).join(', ')}`, '');
  lines.push(
    'Example:',
    '',
    '```',
    `memoretics run crash.dmp -c "${command.example.replaceAll('"', '\\"')}"`,
    '```',
    '',
  );
  if (command.notes) lines.push('## Differences from WinDbg', '', command.notes, '');
  if (command.patterns.length > 0) {
    lines.push('## Gives evidence for', '');
    for (const id of command.patterns) lines.push(`- [${names.get(id) ?? id}](../patterns/${id}.md)`);
    lines.push('');
  }
  return lines.join('\n');
}

/** Documentation pages by folder and file name. */
export function pages(): Record<string, Record<string, string>> {
  const patterns: Record<string, string> = {};
  for (const pattern of PATTERNS) patterns[`${pattern.id}.md`] = patternPage(pattern);
  patterns['README.md'] = [
    '# Patterns',
    '',
    'Generated from the metadata of `src/patterns/`.',
    '',
    ...PATTERNS.map((pattern) => `- [${pattern.name}](${pattern.id}.md)${pattern.draft ? ' (draft)' : ''}`),
    '',
  ].join('\n');
  const commands: Record<string, string> = {};
  for (const command of COMMANDS) commands[`${commandFile(command)}.md`] = commandPage(command);
  commands['README.md'] = [
    '# Commands',
    '',
    'Generated from the metadata of `src/commands/`. Run them with `memoretics run FILE -c "COMMANDS"`.',
    '',
    '| command | what it does |',
    '|---|---|',
    ...COMMANDS.map(
      (command) =>
        `| [\`${command.name.replaceAll('|', '\\|')}\`](${commandFile(command)}.md) | ${command.summary.replaceAll('|', '\\|')} |`,
    ),
    '',
  ].join('\n');
  return { patterns, commands };
}
