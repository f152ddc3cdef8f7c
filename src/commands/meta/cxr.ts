import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { optionalExpression } from '../../debugger/one-argument.ts';
import { writeRegisters } from '../../debugger/register-text.ts';
import { type RegisterView, viewRegisters } from '../../debugger/register-view.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { readContext } from '../../machine/context-reader.ts';
import { readAvailable } from '../../memory/space.ts';

/** The largest CONTEXT record that is read: x64 with its extended state behind it. */
const CONTEXT_SIZE = 0x4d0 + 0x1000;

export default command<{ readonly address: Expression | null }, { readonly view: RegisterView | null }>({
  name: '.cxr',
  syntax: '.cxr [address]',
  summary: 'Sets the register context from a CONTEXT record in memory; without an address, back to that of the thread.',
  example: '.cxr',
  patterns: ['invalid-pointer', 'null-pointer-data', 'multiple-exceptions'],
  parse: (args, session) => ({ address: optionalExpression(args, session) }),
  async run(session, { address }) {
    const value = address === null ? 0n : await expressionIn(session, address);
    if (value === 0n) {
      session.setContext(null);
      return { view: null };
    }
    const at = session.address(value);
    const bytes = at === null ? new Uint8Array(0) : readAvailable(session.memory, at, CONTEXT_SIZE);
    const context = readContext(session.architecture, bytes);
    if (!context)
      throw new UsageError(
        '.cxr',
        `Unable to read context, ${bytes.length === 0 ? 'the memory is not in the dump' : `this is no ${session.architecture} context record`}`,
        0,
      );
    session.setContext(context);
    return { view: await viewRegisters(session, context) };
  },
  render({ view }, text) {
    if (view) writeRegisters(text, view);
    else text.line('Resetting default scope');
  },
});
