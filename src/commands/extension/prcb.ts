import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { chooseProcessor, kernelForProcessors } from '../../debugger/processor-choice.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import type { ProcessorObject } from '../../windows/processor.ts';

interface Data {
  readonly pointerSize: 4 | 8;
  readonly processor: ProcessorObject;
}

export default command<{ readonly processor: string }, Data>({
  name: '!prcb',
  syntax: '!prcb [processor]',
  summary: 'Shows the control block of a processor (KPRCB): its threads, interrupts and how its time was spent.',
  example: '!prcb',
  patterns: [],
  notes:
    'Times are clock ticks in hexadecimal. The lines are those of current debuggers, from memory of public transcripts.',
  parse: (args) => ({ processor: args }),
  async run(session, { processor }) {
    const kernel = await kernelForProcessors(session, '!prcb');
    return { pointerSize: session.pointerSize, processor: await chooseProcessor(session, kernel, processor, '!prcb') };
  },
  render({ pointerSize, processor }, text) {
    const at = (value: bigint | null) => plainAddress(value, pointerSize);
    const word = (value: number | null) => (value === null ? '????????' : hexPadded(BigInt(value), 8));
    text.line(`PRCB for Processor ${processor.number} at ${at(processor.prcb)}:`);
    if (processor.savedIrql !== null) text.line(`Current IRQL -- ${processor.savedIrql}`);
    text.line(
      `Threads--  Current ${at(processor.currentThread)} Next ${at(processor.nextThread)} Idle ${at(processor.idleThread)}`,
    );
    const { group, groupIndex, number, setMember } = processor;
    const member = setMember === null ? '?' : setMember.toString(16);
    if (group === null)
      text.line(`Number ${number} SetMember ${setMember === null ? '????????' : member.padStart(8, '0')}`);
    else text.line(`Processor Index ${number} Number (${group}, ${groupIndex ?? '?'}) GroupSetMember ${member}`);
    text.line(`Interrupt Count -- ${word(processor.interruptCount)}`);
    text.line(`Times -- Dpc    ${word(processor.dpcTicks)} Interrupt ${word(processor.interruptTicks)}`);
    text.line(`         Kernel ${word(processor.kernelTicks)} User      ${word(processor.userTicks)}`);
  },
});
