import { command } from '../../debugger/command.ts';
import { writeExtensionChain } from '../../debugger/extension-chain.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { type VersionView, viewVersion, writeVersion } from '../../debugger/version-view.ts';

export default command<
  { readonly debugger: boolean },
  { readonly view: VersionView; readonly extensions: string[] | null }
>({
  name: 'vertarget',
  aliases: ['version'],
  syntax: 'vertarget | version',
  summary:
    'Shows the system the dump was saved on, when, and how long it had been running; version what reads it as well.',
  example: 'vertarget',
  patterns: ['young-system'],
  notes:
    'Times are in UTC: the time zone of the machine is not applied. Kernel and user times of the process are whole seconds, as dumps keep them.',
  parse(args, session, typed) {
    noArguments(args, typed);
    void session.target;
    return { debugger: typed.toLowerCase() === 'version' };
  },
  run: (session, options) => ({
    view: viewVersion(session),
    extensions: options.debugger ? ['memoretics'] : null,
  }),
  render({ view, extensions }, text) {
    writeVersion(text, view);
    if (extensions) writeExtensionChain(text, extensions);
  },
});
