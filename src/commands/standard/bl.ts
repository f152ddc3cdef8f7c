import { command } from '../../debugger/command.ts';

export default command<{ readonly asked: string }, { readonly breakpoints: readonly never[]; readonly asked: string }>({
  name: 'bl',
  aliases: ['bc', 'bd', 'be', '.bpcmds'],
  syntax: 'bl | bc|bd|be *|numbers | .bpcmds',
  summary: 'Lists or changes breakpoints: a dump has none, so that nothing is printed and scripts go on.',
  example: 'bc *',
  patterns: [],
  isWholeWord: true,
  notes: 'A breakpoint that is named by its number is told to be unknown.',
  parse: (args, _, typed) => ({ asked: /^(?:bl|\.bpcmds)$/i.test(typed) ? '' : args.trim().replace(/^\*$/, '') }),
  run: (_, { asked }) => ({ breakpoints: [], asked }),
  render({ asked }, text) {
    if (asked !== '') text.line(`There is no breakpoint ${asked}: a dump has none`);
  },
});
