import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { optionalExpression } from '../../debugger/one-argument.ts';
import { writeRegisters } from '../../debugger/register-text.ts';
import { type RegisterView, viewRegisters } from '../../debugger/register-view.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { completeTrapFrame, trapFrameAt } from '../../debugger/trap-frame.ts';

interface Data {
  readonly errorCode: number | null;
  /** Registers that the frame does not hold and that unwinding the stack above it restored. */
  readonly recovered: readonly string[];
  /** ARM64 without types for nt: the layout is one that no symbol file confirms. */
  readonly isUnconfirmed?: boolean;
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
    'An x64 trap frame does not hold the registers that calls preserve. Where the stack of the current thread leads through it, unwinding restores them, and a third line of the note names them; the others print as zeros and are absent in the data. The layout of ARM64 frames is that of the symbols of nt, else one that no symbol file confirms, as a note says.',
  parse: (args, session) => ({ address: optionalExpression(args, session) }),
  async run(session, { address }) {
    const value = address === null ? 0n : await expressionIn(session, address);
    if (value === 0n) {
      session.setContext(null);
      return { errorCode: null, recovered: [], view: null };
    }
    const { architecture } = session.target;
    if (architecture !== 'x86' && architecture !== 'x64' && architecture !== 'arm64')
      throw new UsageError('.trap', `trap frames of ${architecture} are not read`, 0);
    const at = session.address(value);
    const frame = at === null ? null : await trapFrameAt(session, at);
    if (!frame) throw new UsageError('.trap', 'Unable to read trap frame, the memory is not in the dump', 0);
    const whole = await completeTrapFrame(session, value, frame.context);
    session.setContext(whole.context);
    return {
      errorCode: frame.errorCode,
      recovered: whole.recovered,
      ...(frame.isConfirmed ? {} : { isUnconfirmed: true }),
      view: await viewRegisters(session, whole.context),
    };
  },
  render({ errorCode, recovered, isUnconfirmed, view }, text) {
    if (!view) {
      text.line('Resetting default scope');
      return;
    }
    if (view.architecture === 'x64') {
      text.line('NOTE: The trap frame does not contain all registers.');
      text.line('Some register values may be zeroed or incorrect.');
      if (recovered.length > 0) text.line(`Restored by unwinding the stack: ${recovered.join(' ')}`);
      writeRegisters(text, view, { zeros: true, segments: false });
      return;
    }
    if (isUnconfirmed) text.line('NOTE: The layout of the trap frame is not confirmed by symbols.');
    if (view.architecture === 'arm64' && recovered.length > 0)
      text.line(`Restored by unwinding the stack: ${recovered.join(' ')}`);
    if (errorCode !== null) text.line(`ErrCode = ${hexPadded(BigInt(errorCode), 8)}`);
    writeRegisters(text, view);
  },
});
