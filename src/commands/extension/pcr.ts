import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { chooseProcessor, kernelForProcessors, withDpcNames } from '../../debugger/processor-choice.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import type { ProcessorObject } from '../../windows/processor.ts';

interface Data {
  readonly pointerSize: 4 | 8;
  readonly processor: ProcessorObject;
}

const TIB = ['ExceptionList', 'StackBase', 'StackLimit', 'SubSystemTib', 'Version', 'UserPointer', 'SelfTib'];
const VERSION = 4;

export default command<{ readonly processor: string }, Data>({
  name: '!pcr',
  syntax: '!pcr [processor]',
  summary: 'Shows the control region of a processor (KPCR): its threads, tables, IRQL and queued DPCs.',
  example: '!pcr',
  patterns: [],
  notes:
    "On 64-bit Windows the lines NtTib name other members by x86's places, as debuggers do; SelfPcr, Irql, IDT, GDT and TSS are those of the KPCR, where debuggers print zeros. What is not in the dump is question marks.",
  parse: (args) => ({ processor: args }),
  async run(session, { processor }) {
    const kernel = await kernelForProcessors(session, '!pcr');
    const chosen = await chooseProcessor(session, kernel, processor, '!pcr');
    return { pointerSize: session.pointerSize, processor: await withDpcNames(session, chosen) };
  },
  render({ pointerSize, processor }, text) {
    const at = (value: bigint | number | null) => plainAddress(value === null ? null : BigInt(value), pointerSize);
    const row = (name: string, value: bigint | number | null) => text.line(`\t${name.padStart(19)}: ${at(value)}`);
    const { tables } = processor;
    text.line(`KPCR for Processor ${processor.number} at ${at(processor.pcr)}:`);
    text.line(`    Major ${tables?.major ?? '?'} Minor ${tables?.minor ?? '?'}`);
    for (const [index, name] of TIB.entries()) {
      const word = tables?.tib[index] ?? null;
      row(`NtTib.${name}`, index === VERSION && word !== null ? word & 0xffffffffn : word);
    }
    text.line();
    row('SelfPcr', tables?.self ?? null);
    row('Prcb', processor.prcb);
    row('Irql', processor.irql);
    if (pointerSize === 4) {
      row('IRR', tables?.irr ?? null);
      row('IDR', tables?.idr ?? null);
      row('InterruptMode', tables?.interruptMode ?? null);
    }
    row('IDT', tables?.idt ?? null);
    row('GDT', tables?.gdt ?? null);
    row('TSS', tables?.tss ?? null);
    text.line();
    row('CurrentThread', processor.currentThread);
    row('NextThread', processor.nextThread);
    row('IdleThread', processor.idleThread);
    text.line();
    const counted = processor.dpcQueueDepths.length > 0 && !processor.dpcQueueDepths.includes(null);
    text.line(`\t${'DpcQueue'.padStart(18)}:${counted ? '' : ' ?'}`);
    for (const dpc of processor.dpcs) {
      const kind = dpc.threaded ? 'Threaded' : 'Normal';
      const symbol = dpc.symbol === null ? '' : ` ${dpc.symbol}`;
      text.line(
        `\t${' '.repeat(21)}0x${hexPadded(dpc.address, pointerSize * 2)} 0x${at(dpc.routine)} [${kind}]${symbol}`,
      );
    }
  },
});
