import { command } from '../../debugger/command.ts';

export default command<{ readonly asked: string }, { readonly asked: string }>({
  name: '.load',
  aliases: ['.loadby', '.unload', '.unloadall', '.setdll'],
  syntax: '.load extension | .loadby extension module | .unload extension',
  summary:
    'Accepted for the sake of scripts: extensions of WinDbg cannot be loaded, the commands there are are built in.',
  example: '.load wow64exts',
  patterns: [],
  notes: 'A script that uses commands of an extension goes on, and is told of each command that does not exist here.',
  parse(args, session) {
    void session.target;
    return { asked: args.trim() };
  },
  run: (_, options) => options,
  render(_, text) {
    text.line('Nothing was loaded: extensions are built in; .hh lists their commands');
  },
});
