import { command } from '../../debugger/command.ts';

export default command<{ readonly lists: boolean }, { readonly lists: boolean }>({
  name: 'sx',
  aliases: ['sxd', 'sxe', 'sxi', 'sxn', 'sxr', '.sxcmds'],
  syntax: 'sx | sxe|sxd|sxn|sxi [-c "command"] [-c2 "command"] [-h] event|code | sxr',
  summary:
    'Says what a debugger does when events happen; none happen in a dump, so that scripts go on and nothing changes.',
  example: 'sxe ld',
  patterns: [],
  isWholeWord: true,
  notes: 'sx prints a sentence in place of the list, as there is nothing to break for.',
  parse: (args, _, typed) => ({ lists: typed.toLowerCase() === 'sx' && args.trim() === '' }),
  run: (_, options) => options,
  render({ lists }, text) {
    if (lists) text.line('No events happen in a dump: .lastevent shows the one that it was saved for');
  },
});
