import { command } from '../../debugger/command.ts';
import { changePath } from '../../debugger/search-path-command.ts';

interface Options {
  readonly append: boolean;
  /** The folder in which files of the server are kept; null for the usual one. */
  readonly store: string | null;
}

const SERVER = 'https://msdl.microsoft.com/download/symbols';

export default command<Options, { readonly path: string | null }>({
  name: '.symfix',
  syntax: '.symfix[+] [folder]',
  summary:
    "Looks for symbols at Microsoft's server, keeping them in a folder of this machine; + adds that to the path.",
  example: '.symfix',
  patterns: [],
  notes: 'Nothing is printed, as in WinDbg; .sympath shows the path. Without a folder the store of memoretics is used.',
  parse(args) {
    const append = args.startsWith('+');
    return { append, store: args.slice(append ? 1 : 0).trim() || null };
  },
  run(session, { append, store }) {
    const folder = store ?? session.defaultStore ?? '';
    changePath(session, 'symbols', { path: `srv*${folder}*${SERVER}`, append }, '.symfix');
    return { path: session.symbolPath };
  },
  render() {},
});
