import type { Pattern } from '../src/analysis/pattern.ts';
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
  return { patterns };
}
