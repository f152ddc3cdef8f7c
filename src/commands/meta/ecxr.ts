import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { writeRegisters } from '../../debugger/register-text.ts';
import { type RegisterView, viewRegisters } from '../../debugger/register-view.ts';

export default command<Record<string, never>, { readonly view: RegisterView }>({
  name: '.ecxr',
  syntax: '.ecxr',
  summary: 'Sets the register context to that of the exception that the dump was saved for.',
  example: '.ecxr',
  patterns: ['invalid-pointer', 'null-pointer-data', 'wild-code', 'cpp-exception'],
  parse(args, session) {
    noArguments(args, '.ecxr');
    void session.target;
    return {};
  },
  async run(session) {
    const context = session.exceptionContext;
    if (!context) throw new UsageError('.ecxr', 'Unable to get exception context, the dump holds none');
    session.setContext(context);
    return { view: await viewRegisters(session, context) };
  },
  render: ({ view }, text) => writeRegisters(text, view),
});
