import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { wildcard } from '../../debugger/wildcard.ts';

export default command<{ readonly pattern: string }, { readonly pattern: string; readonly names: readonly string[] }>({
  name: '.extmatch',
  syntax: '.extmatch [/D] [/e extension] [/f] pattern',
  summary: 'Lists the commands with an exclamation mark whose names match a pattern.',
  example: '.extmatch *lock*',
  patterns: [],
  notes: 'There is one set of commands, so that no extension is named before them.',
  parse(args) {
    const pattern = args.replace(/(?:^|\s)\/e\s+\S+|(?:^|\s)\/[dDf]\b/g, ' ').trim();
    if (pattern === '') throw new UsageError('.extmatch', 'Missing pattern, as in .extmatch *lock*', args.length);
    return { pattern };
  },
  run({ commands }, { pattern }) {
    const matches = wildcard(pattern.replace(/^!/, ''));
    const names = commands.flatMap(({ name, aliases, isRefused }) => (isRefused ? [] : [name, ...(aliases ?? [])]));
    return { pattern, names: names.filter((name) => name.startsWith('!') && matches.test(name.slice(1))).sort() };
  },
  render({ pattern, names }, text) {
    for (const name of names) text.link(name, `.hh ${name}`).line();
    if (names.length === 0) text.line(`No command matches ${pattern}`);
  },
});
