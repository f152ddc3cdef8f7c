import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type HelpPage, helpFor, helpIndex, type IndexEntry, nearestHelp, searchHelp } from '../../debugger/help.ts';
import { commandPage } from '../../debugger/pages.ts';
import { wrapped } from '../../debugger/paragraph.ts';
import type { Text } from '../../debugger/text.ts';

interface Data {
  readonly asked: string | null;
  /** What is called so; empty where the list or a search is the answer. */
  readonly pages: readonly HelpPage[];
  /** All commands, or those that a search found. */
  readonly entries: readonly IndexEntry[];
}

export default command<{ readonly asked: string | null }, Data>({
  name: '.hh',
  aliases: ['.help', 'help'],
  syntax: '.hh [command | pattern | word]',
  summary:
    'Lists the commands, or explains one: syntax, example, the patterns it gives evidence for, commands beside it. Of another word it finds what speaks of it.',
  example: '.hh !locks',
  patterns: [],
  notes: "WinDbg opens its help file, which is Microsoft's; the words here are our own.",
  parse: (args) => ({ asked: args.trim() || null }),
  run(session, { asked }) {
    if (asked === null) return { asked, pages: [], entries: helpIndex(session) };
    const pages = helpFor(session, asked);
    if (pages.length > 0) return { asked, pages, entries: [] };
    const entries = searchHelp(session, asked);
    if (entries.length > 0) return { asked, pages, entries };
    const near = nearestHelp(session, asked);
    throw new UsageError(
      '.hh',
      `nothing is called '${asked}'${near ? `; did you mean ${near}?` : '; .hh lists all'}`,
      0,
    );
  },
  render({ asked, pages, entries }, text) {
    if (pages.length === 0 && asked !== null) text.line(`no command is called '${asked}'; these speak of it:`);
    const width = Math.max(0, ...entries.map(({ name }) => name.length));
    for (const { name, summary } of entries) writeEntry(name, summary, width, text);
    for (const page of pages) writePage(page, text);
  },
});

/** The width of a terminal that is not wide; help is read, not parsed. */
const WIDTH = 79;

function writeEntry(name: string, summary: string, width: number, text: Text): void {
  const indent = width + 2;
  const [first = '', ...more] = wrapped(summary, Math.max(30, WIDTH - indent));
  text.link(name, `.hh ${name}`).line(`${' '.repeat(indent - name.length)}${first}`);
  for (const line of more) text.line(`${' '.repeat(indent)}${line}`);
}

function paragraph(words: string, text: Text): void {
  for (const line of wrapped(words, WIDTH - 2)) text.line(`  ${line}`);
}

function writePage(page: HelpPage, text: Text): void {
  text.line(page.syntax ?? page.name);
  paragraph(page.summary, text);
  if (page.text !== null) paragraph(page.text, text);
  if (page.aliases.length > 0) text.line(`  also: ${page.aliases.join(', ')}`);
  if (page.example !== null) text.write('  example: ').link(page.example, page.example).line();
  links('evidence for', page.patterns, text);
  links('see also', page.seeAlso, text);
  if (page.notes !== null) paragraph(page.notes, text);
  if (page.isDocumented) text.write('  ').page("Microsoft's documentation", commandPage(page.name)).line();
}

function links(title: string, names: readonly string[], text: Text): void {
  if (names.length === 0) return;
  text.write(`  ${title}:`);
  let column = title.length + 3;
  for (const name of names) {
    if (column + 1 + name.length > WIDTH) {
      text.line().write('   ');
      column = 3;
    }
    text.write(' ').link(name, `.hh ${name}`);
    column += 1 + name.length;
  }
  text.line();
}
