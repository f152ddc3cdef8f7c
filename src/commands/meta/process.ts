import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { addressText } from '../../debugger/names.ts';
import { optionalExpression } from '../../debugger/one-argument.ts';
import { enterProcess } from '../../debugger/process-context.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { toUnsigned } from '../../memory/space.ts';

interface Data {
  readonly process: bigint | null;
  readonly pointerSize: 4 | 8;
}

export default command<{ readonly address: Expression | null }, Data>({
  name: '.process',
  syntax: '.process [/p] [/r] [address]',
  summary:
    'Chooses the process of a kernel dump whose memory and modules the next commands see; without one, the default.',
  example: '.process',
  patterns: [],
  notes: 'Modules of the process are always read again, as with /r, where the symbols of nt tell where its PEB is.',
  parse(args, session) {
    if (session.target.kind.startsWith('user'))
      throw new UsageError('.process', 'this is the dump of one process: .process is for dumps of the system');
    return {
      address: optionalExpression(
        args.replace(/\/[pPrRi]+\b/g, (flag) => ' '.repeat(flag.length)),
        session,
      ),
    };
  },
  async run(session, { address }) {
    const { pointerSize } = session;
    const value = address === null ? 0n : await expressionIn(session, address);
    if (value === 0n) {
      await enterProcess(session, null);
      const process = session.target.process?.address ?? null;
      return { process: process === null ? null : toUnsigned(process), pointerSize };
    }
    const at = session.address(value);
    if (at === null || !(await enterProcess(session, at))) {
      const shown = addressText(value, pointerSize);
      throw new UsageError('.process', `Process ${shown} has invalid page directories, or they are not in the dump`, 0);
    }
    return { process: value, pointerSize };
  },
  render({ process, pointerSize }, text) {
    text.line(`Implicit process is now ${process === null ? 'unknown' : addressText(process, pointerSize)}`);
  },
});
