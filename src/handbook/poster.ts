import type { ChecklistItem } from './checklist.ts';
import { SECTION_TITLES } from './checklist.ts';

/** A pattern as the poster shows it. */
export interface PosterPattern {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  readonly links: readonly string[];
}

/** A command as the poster shows it. */
export interface PosterCommand {
  readonly name: string;
  readonly syntax: string;
  readonly summary: string;
}

export interface PosterData {
  readonly items: readonly ChecklistItem[];
  readonly patterns: readonly PosterPattern[];
  readonly commands: readonly PosterCommand[];
  readonly symbolPath: string;
}

/** Symptoms as people report them, with the checklist section and the patterns that answer them. */
const SYMPTOMS: readonly {
  readonly said: string;
  readonly section: ChecklistItem['section'];
  readonly first: string;
}[] = [
  { said: 'It crashed, there is a process dump', section: 'application', first: '!analyze -v' },
  { said: 'It hangs, uses no processor', section: 'application', first: '!locks; ~*kv' },
  { said: 'It uses all of a processor', section: 'application', first: '!runaway f' },
  { said: 'Blue screen', section: 'crash', first: '!analyze -v' },
  { said: 'The whole system hangs', section: 'hang', first: '!running -ti; !locks; !vm 4' },
  { said: 'It gets slower day by day', section: 'hang', first: '!poolused 5; !handle 0 0' },
  { said: '.NET', section: 'managed', first: '!pe; !threads' },
];

/** The poster as text for a terminal; lines are not wrapped. */
export function posterText(data: PosterData): readonly string[] {
  const lines = [
    'CRASH DUMP ANALYSIS ON ONE PAGE',
    '',
    `symbol path: ${data.symbolPath}`,
    '',
    'SYMPTOM, AND WHERE TO BEGIN',
  ];
  for (const { said, section, first } of SYMPTOMS) {
    lines.push(`  ${said.padEnd(38)} ${first.padEnd(30)} checklist: ${SECTION_TITLES[section]}`);
  }
  lines.push('', 'PATTERNS, WITH WHAT SHOWS THEM');
  const width = Math.max(0, ...data.patterns.map(({ name }) => name.length));
  for (const { name, links } of data.patterns) lines.push(`  ${name.padEnd(width)}  ${commandsOf(links)}`.trimEnd());
  lines.push('', 'COMMANDS');
  const syntaxWidth = Math.max(0, ...data.commands.map(({ name }) => name.length));
  for (const { name, summary } of data.commands) lines.push(`  ${name.padEnd(syntaxWidth)}  ${summary}`);
  return lines;
}

const commandsOf = (links: readonly string[]) =>
  links.filter((link) => /^[!.~|a-z]/i.test(link) && !link.includes('-')).join('  ');

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The poster as one HTML page without scripts, in columns that fit A3 landscape. */
export function posterHtml(data: PosterData): string {
  const section = (title: string, body: string) => `<section><h2>${escaped(title)}</h2>${body}</section>`;
  const rows = (list: readonly (readonly [string, string])[]) =>
    `<dl>${list.map(([term, text]) => `<dt>${escaped(term)}</dt><dd>${escaped(text)}</dd>`).join('')}</dl>`;
  // One line each on paper, which holds no more; the rest is for the screen.
  const brief = (name: string, text: string, more: string) =>
    `<div class="brief"><b>${escaped(name)}</b> ${escaped(text)}<span class="more">${escaped(more)}</span></div>`;
  const checks = (Object.keys(SECTION_TITLES) as (keyof typeof SECTION_TITLES)[]).map((key) =>
    section(
      `Checklist: ${SECTION_TITLES[key]}`,
      `<ul>${data.items
        .filter((item) => item.section === key)
        .map(({ text, commands }) => `<li>${escaped(text)} <code>${escaped(commands.join('  '))}</code></li>`)
        .join('')}</ul>`,
    ),
  );
  const body = [
    section('Symptom, and where to begin', rows(SYMPTOMS.map(({ said, first }) => [said, first] as const))),
    ...checks,
    section(
      'Patterns',
      data.patterns.map(({ name, meaning, links }) => brief(name, commandsOf(links), meaning)).join(''),
    ),
    section('Commands', data.commands.map(({ name, syntax, summary }) => brief(name, summary, syntax)).join('')),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Crash dump analysis on one page</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>Crash dump analysis on one page</h1><p>Symbol path: <code>${escaped(data.symbolPath)}</code></p></header>
<main>${body.join('\n')}</main>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; --line: #8886; }
body { font: 14px/1.35 system-ui, sans-serif; margin: 1rem; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; }
h2 { font-size: 1.05rem; border-bottom: 2px solid var(--line); margin: 0 0 .4rem; }
main { columns: 22rem; column-gap: 1.2rem; }
section { margin: 0 0 1rem; }
dt { font-weight: 600; break-after: avoid; }
dd { margin: 0 0 .3rem .8rem; }
ul { margin: 0; padding-left: 1.1rem; }
.brief { break-inside: avoid; } .more { display: block; margin: 0 0 .3rem .8rem; }
li { break-inside: avoid; }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
@page { size: A3 landscape; margin: 8mm; }
@media print { body { font-size: 7pt; line-height: 1.2; margin: 0; } main { columns: 6; column-gap: 4mm; } section { margin: 0 0 2mm; } h1 { font-size: 12pt; } h2 { font-size: 9pt; margin: 0 0 .5mm; } .more { display: none; } .brief { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; } dd { margin: 0 0 0 .8rem; } }
`;
