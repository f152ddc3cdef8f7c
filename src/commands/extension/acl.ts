import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { needAt, neededAddress } from '../../debugger/needed-address.ts';
import { writeAccessList } from '../../debugger/security-text.ts';
import { type AccessList, readAccessList } from '../../windows/security-descriptor.ts';

export default command<{ readonly address: Expression }, AccessList>({
  name: '!acl',
  syntax: '!acl address [flags]',
  summary: 'Shows the access control list at an address: who may do what.',
  example: '!acl @$csp',
  patterns: [],
  notes: 'Names of accounts (flag 1) are not looked up.',
  parse: (args, session) => ({
    address: neededAddress(args.replace(/\s+[01]\s*$/, ''), session, '!acl', 'the address of an ACL'),
  }),
  run: (session, { address }) => needAt(session, address, '!acl', 'ACL', (at) => readAccessList(session.memory, at)),
  render: (data, text) => {
    text.line('ACL is:');
    writeAccessList(text, data);
  },
});
