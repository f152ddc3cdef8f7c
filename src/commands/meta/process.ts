import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { addressText } from '../../debugger/names.ts';
import { optionalExpression } from '../../debugger/one-argument.ts';
import { enterProcess } from '../../debugger/process-context.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { toUnsigned } from '../../memory/space.ts';
import { isUserMode } from '../../target/target.ts';

interface Options {
  readonly address: Expression | null;
  /** `/i`, which lets a running machine switch. */
  readonly invades: boolean;
}

interface Data extends Omit<Options, 'address'> {
  readonly process: bigint | null;
  readonly pointerSize: 4 | 8;
}

export default command<Options, Data>({
  name: '.process',
  syntax: '.process [/p] [/r] [/i] [address]',
  summary:
    'Chooses the process of a kernel dump whose memory and modules the next commands see; without one, the default.',
  example: '.process',
  patterns: [],
  notes:
    'Modules of the process are always read again, as with /r, where the symbols of nt tell where its PEB is. /i, which lets a running machine switch, enters it as /p does.',
  parse(args, session) {
    if (isUserMode(session.target))
      throw new UsageError('.process', 'this is the dump of one process: .process is for dumps of the system');
    return {
      invades: /\/[pri]*i/i.test(args),
      address: optionalExpression(
        args.replace(/\/[pPrRi]+\b/g, (flag) => ' '.repeat(flag.length)),
        session,
      ),
    };
  },
  async run(session, { address, invades }) {
    const { pointerSize } = session;
    const value = address === null ? 0n : await expressionIn(session, address);
    if (value === 0n) {
      await enterProcess(session, null);
      const process = session.target.process?.address ?? null;
      return { invades, process: process === null ? null : toUnsigned(process), pointerSize };
    }
    const at = session.address(value);
    if (at === null || !(await enterProcess(session, at))) {
      const shown = addressText(value, pointerSize);
      throw new UsageError('.process', `Process ${shown} has invalid page directories, or they are not in the dump`, 0);
    }
    return { invades, process: value, pointerSize };
  },
  render({ process, pointerSize, invades }, text) {
    text.line(`Implicit process is now ${process === null ? 'unknown' : addressText(process, pointerSize)}`);
    if (invades) text.line('There is nothing to let run in a dump: the process is entered at once');
  },
});
