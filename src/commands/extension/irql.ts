import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { chooseProcessor } from '../../debugger/processor-choice.ts';

interface Data {
  readonly processor: number;
  readonly irql: number;
  readonly name: string | null;
}

/** wdm.h: the levels that both have, then those of each processor. */
const LEVELS: Readonly<Record<number, string>> = { 0: 'LOW_LEVEL', 1: 'APC_LEVEL', 2: 'DISPATCH_LEVEL' };
const X86: Readonly<Record<number, string>> = {
  27: 'PROFILE_LEVEL',
  28: 'CLOCK_LEVEL',
  29: 'IPI_LEVEL',
  30: 'POWER_LEVEL',
  31: 'HIGH_LEVEL',
};
const X64: Readonly<Record<number, string>> = {
  5: 'CMCI_LEVEL',
  12: 'DRS_LEVEL',
  13: 'CLOCK_LEVEL',
  14: 'IPI_LEVEL',
  15: 'HIGH_LEVEL',
};

export default command<{ readonly processor: string }, Data>({
  name: '!irql',
  syntax: '!irql [processor]',
  summary: 'Tells the interrupt request level that a processor had before it stopped for the dump.',
  example: '!irql',
  patterns: [],
  parse: (args) => ({ processor: args }),
  async run(session, { processor }) {
    const kernel = await needKernel(session, '!irql');
    const chosen = await chooseProcessor(session, kernel, processor, '!irql');
    const irql = chosen.savedIrql;
    if (irql === null)
      throw new UsageError(
        '!irql',
        'Saved IRQL not available: this version of Windows does not keep it (KPRCB.DebuggerSavedIRQL)',
      );
    const own = session.target.architecture === 'x86' ? X86 : session.target.architecture === 'x64' ? X64 : {};
    return { processor: chosen.number, irql, name: LEVELS[irql] ?? own[irql] ?? null };
  },
  render({ processor, irql, name }, text) {
    const level = name === null ? '' : ` (${name})`;
    text.line(`Debugger saved IRQL for processor 0x${processor.toString(16)} -- ${irql}${level}`);
  },
});
