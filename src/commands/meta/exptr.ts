import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import {
  type ExceptionPointers,
  enterExceptionPointers,
  writeExceptionPointers,
} from '../../debugger/exception-pointers.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { needAt, neededAddress } from '../../debugger/needed-address.ts';
import { toUnsigned, tryPointer } from '../../memory/space.ts';

export default command<{ readonly address: Expression }, ExceptionPointers>({
  name: '.exptr',
  syntax: '.exptr address',
  summary:
    'Shows the exception and context records that an EXCEPTION_POINTERS structure leads to, and sets the context.',
  example: '.exptr @$csp',
  patterns: ['multiple-exceptions'],
  parse: (args, session) => ({
    address: neededAddress(args, session, '.exptr', 'the address of an EXCEPTION_POINTERS structure'),
  }),
  async run(session, { address }) {
    const { memory, pointerSize } = session;
    const pointers = await needAt(session, address, '.exptr', 'EXCEPTION_POINTERS structure', (at) => {
      const record = tryPointer(memory, at, pointerSize);
      const context = tryPointer(memory, at + pointerSize, pointerSize);
      return record === null || context === null ? null : { record, context };
    });
    if (pointers.record === 0 && pointers.context === 0)
      throw new UsageError('.exptr', 'both pointers of the structure are null', 0);
    return enterExceptionPointers(session, toUnsigned(pointers.record), toUnsigned(pointers.context), '.exptr');
  },
  render: (data, text) => writeExceptionPointers(text, data),
});
