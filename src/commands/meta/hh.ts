import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type HelpPage, helpFor, helpIndex, type IndexEntry, nearestHelp, searchHelp } from '../../debugger/help.ts';
import { commandPage } from '../../debugger/pages.ts';
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
    for (const { name, summary } of entries)
      text.link(name, `.hh ${name}`).line(`${' '.repeat(width - name.length)}  ${summary}`);
    for (const page of pages) writePage(page, text);
  },
});

function writePage(page: HelpPage, text: Text): void {
  text.line(page.syntax ?? page.name).line(`  ${page.summary}`);
  if (page.text !== null) text.line(`  ${page.text}`);
  if (page.aliases.length > 0) text.line(`  also: ${page.aliases.join(', ')}`);
  if (page.example !== null) text.write('  example: ').link(page.example, page.example).line();
  links('evidence for', page.patterns, text);
  links('see also', page.seeAlso, text);
  if (page.notes !== null) text.line(`  ${page.notes}`);
  if (page.isDocumented) text.write('  ').page("Microsoft's documentation", commandPage(page.name)).line();
}

function links(title: string, names: readonly string[], text: Text): void {
  if (names.length === 0) return;
  text.write(`  ${title}:`);
  for (const name of names) text.write(' ').link(name, `.hh ${name}`);
  text.line();
}
