import { printable } from '../bytes/text.ts';
import { PATTERNS_OF_TERMS } from '../handbook/cross-links.ts';
import { type Explanation, explain, renderExplanations } from '../handbook/explain.ts';
import { findTerms, type Term } from '../handbook/glossary.ts';
import { NO_PROCESS_DUMP, NO_SYSTEM_DUMP, type NoDumpStep } from '../handbook/no-dump.ts';
import { type NamedThing, namedThings } from './named-things.ts';
import { Page } from './page.ts';
import { plainJson } from './plain-json.ts';
import { renderMarkdown, type ScriptingPage, scriptingPage } from './scripting-page.ts';
import { terminal } from './terminal.ts';

/** All that a name can mean: codes, terms of the field, patterns, commands, and the questions for crashes without a file. */
interface Meanings {
  readonly codes: readonly Explanation[];
  readonly terms: readonly Term[];
  readonly things: readonly NamedThing[];
  readonly questions: readonly NoDumpStep[];
}

function meaningsOf(text: string): Meanings {
  const terms = findTerms(text);
  const things = namedThings(text);
  const questions = questionsFor(text);
  // A term's name searched for as words would bring up every code that mentions it.
  const named = terms.length + things.length + questions.length > 0;
  const codes = explain(text);
  return { codes: named && !/^[-+0x]*[0-9a-f]+$|_/i.test(text.trim()) ? [] : codes, terms, things, questions };
}

function questionsFor(text: string): readonly NoDumpStep[] {
  const asked = text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  const steps = [NO_PROCESS_DUMP, NO_SYSTEM_DUMP];
  if (/^(why (is there )?)?no dumps?( file)?$|^missing dumps?$/.test(asked)) return steps;
  return steps.filter(({ id }) => asked.replace(/s$/, '') === id.replaceAll('-', ' '));
}

/** Explains a code, a name or words: bug checks, statuses, exception codes, terms, patterns, commands. */
export function runExplain(words: readonly string[], options: { readonly json?: boolean }): number {
  const text = words.join(' ');
  const scripting = scriptingPage(words);
  if (scripting) return explainScripting(scripting, options.json ?? false);
  const found = meaningsOf(text);
  const some = found.codes.length + found.terms.length + found.things.length + found.questions.length > 0;
  if (options.json) {
    // The codes alone were the answer before there were terms; scripts rely on that array.
    const answer = [
      ...found.codes,
      ...found.terms.map(({ id, ...term }) => ({ kind: 'term', value: id, ...term })),
      ...found.things,
      ...found.questions.map((step) => ({ kind: 'questions', ...step })),
    ];
    process.stdout.write(`${plainJson(answer, 2)}\n`);
    return some ? 0 : 1;
  }
  if (!some) {
    process.stderr.write(
      `memoretics: nothing known by "${printable(text)}": give a code (0x9f, -1073741819), a name (STATUS_ACCESS_VIOLATION, KiFastSystemCallRet), a pattern, a command, scripting, or words of a code's text\n`,
    );
    return 1;
  }
  process.stdout.write(render(found));
  return 0;
}

function explainScripting({ text, titles }: ScriptingPage, json: boolean): number {
  if (text === '') {
    process.stderr.write(`memoretics: the page on scripting has no such part; there are: ${titles.join('; ')}\n`);
    return 1;
  }
  const { width, color } = terminal();
  if (json) process.stdout.write(`${plainJson([{ kind: 'page', name: 'scripting', markdown: text }], 2)}\n`);
  else process.stdout.write(renderMarkdown(text, width, color));
  return 0;
}

function render({ codes, terms, things, questions }: Meanings): string {
  const { width, color } = terminal();
  const page = new Page(width, color);
  for (const { id, name, text, source, opinion, seeAlso } of terms) {
    page.blank();
    page.line([['bold', name]]);
    page.line(text, 2, 2);
    page.line([['dim', `${opinion ? 'an opinion, from' : 'source:'} ${source}`]], 4, 4);
    if (seeAlso.length > 0) page.line([['dim', `see also: ${seeAlso.join(', ')}`]], 4, 4);
    const patterns = PATTERNS_OF_TERMS[id] ?? [];
    if (patterns.length > 0) page.line([['dim', `patterns: ${patterns.join(', ')}`]], 4, 4);
  }
  for (const { kind, name, text, lines } of things) {
    page.blank();
    page.line([
      ['bold', name],
      ['dim', `  (${kind})`],
    ]);
    page.line(text, 2, 2);
    for (const line of lines) page.line(line, 4, 4);
  }
  for (const step of questions) {
    page.blank();
    writeStep(page, step, 0);
  }
  const before = page.isEmpty ? '' : page.toString();
  const list = codes.length > 0 ? `${renderExplanations(codes, width).join('\n')}\n` : '';
  return `${before}${before && list ? '\n' : ''}${list}`;
}

function writeStep(page: Page, step: NoDumpStep, indent: number): void {
  page.line(indent === 0 ? [['bold', step.text]] : step.text, indent, indent);
  for (const action of step.actions) page.line([['cyan', '-> '], action], indent, indent + 3);
  for (const { when, next } of step.answers) {
    page.line([['yellow', when]], indent + 2, indent + 2);
    writeStep(page, next, indent + 4);
  }
}
