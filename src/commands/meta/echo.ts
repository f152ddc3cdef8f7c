import { command } from '../../debugger/command.ts';

export default command<{ readonly line: string }, { readonly line: string }>({
  name: '.echo',
  syntax: '.echo [text]',
  summary: 'Prints its text, for marking places in the output of a script.',
  example: '.echo here',
  patterns: [],
  parse: (args) => ({ line: args.trim().replace(/^"(.*)"$/, '$1') }),
  run: (_, { line }) => ({ line }),
  render: ({ line }, text) => {
    // The text is the script's, lines and all.
    text.write(`${line}\n`);
  },
});
