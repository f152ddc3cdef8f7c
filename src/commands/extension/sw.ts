import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { switchMachine } from '../../debugger/effective-machine.ts';

export default command<Record<string, never>, { readonly mode: 'guest' | 'host' }>({
  name: '!sw',
  syntax: '!wow64exts.sw',
  summary: 'Switches between the 32-bit and the 64-bit registers and stack of a WOW64 thread.',
  example: '!wow64exts.sw',
  patterns: [],
  notes: 'A WOW64 thread begins in 32-bit mode here, so that the first switch leads to the 64-bit one.',
  parse(args, session) {
    void session.target;
    if (args.trim() !== '') throw new UsageError('!sw', 'Syntax error: !sw takes no arguments', args.search(/\S/));
    return {};
  },
  run(session) {
    const { thread, architecture } = session;
    const guest = thread?.wow64Context?.architecture ?? null;
    const host = thread?.context?.architecture ?? null;
    if (!guest || !host || guest === host)
      throw new UsageError('!sw', 'the current thread has no registers of two modes in this dump', 0);
    const wanted = architecture === guest ? host : guest;
    switchMachine(session, wanted, '!sw');
    return { mode: wanted === guest ? 'guest' : 'host' };
  },
  render: ({ mode }, text) => {
    text.line(mode === 'guest' ? 'Switched to Guest (WoW) mode' : 'Switched to Host mode');
  },
});
