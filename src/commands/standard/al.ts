import { command } from '../../debugger/command.ts';
import { aliasesOf } from '../../debugger/script/session-aliases.ts';
import { reopened } from '../../debugger/script/stand-ins.ts';

interface Alias {
  readonly name: string;
  readonly value: string;
}

export default command<Record<string, never>, { readonly aliases: readonly Alias[] }>({
  name: 'al',
  syntax: 'al',
  summary: 'Lists the aliases of this session.',
  example: 'al',
  patterns: [],
  parse: () => ({}),
  run: (session) => ({
    aliases: [...aliasesOf(session).named].map(([name, value]) => ({ name, value: reopened(value) })),
  }),
  render({ aliases }, text) {
    if (aliases.length === 0) {
      text.line('No aliases');
      return;
    }
    text.line('  Alias            Value  ');
    text.line(' -------          ------- ');
    for (const { name, value } of aliases) text.line(` ${name.padEnd(16)} ${value} `);
  },
});
