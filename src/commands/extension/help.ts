import { command } from '../../debugger/command.ts';

interface Data {
  readonly commands: readonly { readonly name: string; readonly summary: string }[];
  /** Of WinDbg and not available here. */
  readonly refused: readonly string[];
}

export default command<{ readonly asked: string }, Data>({
  name: '!help',
  syntax: '!help [command]',
  summary: 'Lists the commands with an exclamation mark; of one, as .hh, what it does.',
  example: '!help',
  patterns: [],
  notes: 'There is one set of commands: !ext.help and !kdexts.help list the same.',
  parse: (args) => ({ asked: args.trim().replace(/^!?(?=\w)/, '!') }),
  run({ commands }, { asked }) {
    const shown = commands.filter(
      ({ name, aliases = [] }) => name.startsWith('!') && (asked === '' || name === asked || aliases.includes(asked)),
    );
    // Who asks for one spelling of several looks for that one.
    const named = (name: string) => asked || name;
    return {
      commands: shown
        .filter(({ isRefused }) => !isRefused)
        .map(({ name, summary }) => ({ name: named(name), summary })),
      refused: shown.filter(({ isRefused }) => isRefused).map(({ name, summary }) => `${named(name)}: ${summary}`),
    };
  },
  render({ commands, refused }, text) {
    const width = Math.max(0, ...commands.map(({ name }) => name.length));
    for (const { name, summary } of commands)
      text.link(name, `.hh ${name}`).line(`${' '.repeat(width - name.length)}  ${summary}`);
    if (commands.length > 0 && refused.length > 0) text.line();
    for (const line of refused) text.line(line);
    if (commands.length + refused.length === 0) text.line('There is no such command; !help lists them');
  },
});
