import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { optionalExpression } from '../../debugger/one-argument.ts';
import { writeRegisters } from '../../debugger/register-text.ts';
import { type RegisterView, viewRegisters } from '../../debugger/register-view.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { readTrapFrame } from '../../debugger/trap-frame.ts';

interface Data {
  readonly errorCode: number | null;
  readonly view: RegisterView | null;
}

export default command<{ readonly address: Expression | null }, Data>({
  name: '.trap',
  syntax: '.trap [address]',
  summary:
    'Sets the register context from a kernel trap frame, as kv shows its address; without one, back to the thread.',
  example: '.trap',
  patterns: ['invalid-pointer', 'null-pointer-data', 'wild-code'],
  notes:
    'An x64 trap frame does not hold the registers that calls preserve: they print as zeros under the note, and are absent in the data.',
  parse: (args, session) => ({ address: optionalExpression(args, session) }),
  async run(session, { address }) {
    const value = address === null ? 0n : await expressionIn(session, address);
    if (value === 0n) {
      session.setContext(null);
      return { errorCode: null, view: null };
    }
    const { architecture } = session.target;
    if (architecture !== 'x86' && architecture !== 'x64')
      throw new UsageError('.trap', `trap frames of ${architecture} are not read`, 0);
    const at = session.address(value);
    const frame = at === null ? null : readTrapFrame(session, at);
    if (!frame) throw new UsageError('.trap', 'Unable to read trap frame, the memory is not in the dump', 0);
    session.setContext(frame.context);
    return { errorCode: frame.errorCode, view: await viewRegisters(session, frame.context) };
  },
  render({ errorCode, view }, text) {
    if (!view) {
      text.line('Resetting default scope');
      return;
    }
    if (view.architecture === 'x64') {
      text.line('NOTE: The trap frame does not contain all registers.');
      text.line('Some register values may be zeroed or incorrect.');
      writeRegisters(text, view, { zeros: true, segments: false });
      return;
    }
    if (errorCode !== null) text.line(`ErrCode = ${hexPadded(BigInt(errorCode), 8)}`);
    writeRegisters(text, view);
  },
});
