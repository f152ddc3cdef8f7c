import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { needAt, neededAddress } from '../../debugger/needed-address.ts';
import { writeSecurityDescriptor } from '../../debugger/security-text.ts';
import { readSecurityDescriptor, type SecurityDescriptor } from '../../windows/security-descriptor.ts';

export default command<{ readonly address: Expression }, SecurityDescriptor>({
  name: '!sd',
  syntax: '!sd address [flags]',
  summary: 'Shows the security descriptor at an address: owner, group and access control lists.',
  example: '!sd @$csp',
  patterns: [],
  notes:
    'The pointer in an object header keeps a count in its low bits: !sd poi(header) & -10 on 64-bit Windows, & -8 on 32-bit. Names of accounts (flag 1) are not looked up.',
  parse: (args, session) => ({
    address: neededAddress(args.replace(/\s+[01]\s*$/, ''), session, '!sd', 'the address of a security descriptor'),
  }),
  run: (session, { address }) =>
    needAt(session, address, '!sd', 'security descriptor', (at) =>
      readSecurityDescriptor(session.memory, at, session.pointerSize),
    ),
  render: (data, text) => writeSecurityDescriptor(text, data),
});
