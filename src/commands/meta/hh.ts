import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { TOKENS, tokenNamed } from '../../debugger/script/tokens.ts';

interface Help {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly syntax: string;
  readonly summary: string;
  readonly example: string;
  readonly patterns: readonly string[];
  readonly notes: string | null;
}

export default command<
  { readonly asked: string | null },
  { readonly asked: string | null; readonly commands: readonly Help[] }
>({
  name: '.hh',
  aliases: ['.help', 'help'],
  syntax: '.hh [command]',
  summary: 'Lists the commands, or explains one with its syntax, an example and the patterns it gives evidence for.',
  example: '.hh !locks',
  patterns: [],
  parse: (args) => ({ asked: args.trim() || null }),
  run(session, { asked }) {
    const wanted = asked?.toLowerCase() ?? null;
    const commands = session.commands
      .filter(({ name, aliases }) => wanted === null || name.toLowerCase() === wanted || aliases?.includes(wanted))
      .map(({ name, aliases, syntax, summary, example, patterns, notes }): Help => {
        return { name, aliases: aliases ?? [], syntax, summary, example, patterns, notes: notes ?? null };
      });
    const token = wanted === null ? null : tokenNamed(wanted);
    if (token) commands.push({ ...token, aliases: [], patterns: [], notes: null });
    if (wanted !== null && commands.length === 0)
      throw new UsageError('.hh', `there is no command '${asked}'; .hh lists them`, 0);
    return { asked, commands };
  },
  render({ asked, commands }, text) {
    if (asked === null) {
      const width = Math.max(0, ...commands.map(({ name }) => name.length));
      for (const { name, summary } of commands)
        text.link(name, `.hh ${name}`).line(`${' '.repeat(width - name.length)}  ${summary}`);
      text.write('Control flow:');
      for (const { name } of TOKENS) text.write(' ').link(name, `.hh ${name}`);
      text.line();
      return;
    }
    for (const { aliases, syntax, summary, example, patterns, notes } of commands) {
      text.line(syntax).line(`  ${summary}`);
      if (aliases.length > 0) text.line(`  also: ${aliases.join(', ')}`);
      text.write('  example: ').link(example, example).line();
      if (patterns.length > 0) text.line(`  evidence for: ${patterns.join(', ')}`);
      if (notes !== null) text.line(`  ${notes}`);
    }
  },
});
