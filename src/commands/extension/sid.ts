import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { needAt, neededAddress } from '../../debugger/needed-address.ts';
import { readSid } from '../../windows/sid.ts';

export default command<{ readonly address: Expression }, { readonly sid: string }>({
  name: '!sid',
  syntax: '!sid address',
  summary: 'Shows the security identifier at an address.',
  example: '!sid @$csp',
  patterns: [],
  notes: 'Names of accounts are not looked up: they belong to the machine that was dumped.',
  parse: (args, session) => ({
    address: neededAddress(args.replace(/\s+[01]\s*$/, ''), session, '!sid', 'the address of a SID'),
  }),
  run: async (session, { address }) => ({
    sid: await needAt(session, address, '!sid', 'SID', (at) => readSid(session.memory, at)),
  }),
  render: ({ sid }, text) => {
    text.line(`SID is: ${sid}`);
  },
});
