import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { needProcessors, withDpcNames } from '../../debugger/processor-choice.ts';
import type { ProcessorObject } from '../../windows/processor.ts';

interface Data {
  readonly pointerSize: 4 | 8;
  readonly processors: readonly Pick<ProcessorObject, 'number' | 'dpcs' | 'dpcQueueDepths'>[];
}

export default command<{ readonly processor: number | null }, Data>({
  name: '!dpcs',
  syntax: '!dpcs [processor]',
  summary: 'Lists the deferred procedure calls that wait in the queues of the processors.',
  example: '!dpcs',
  patterns: [],
  notes: 'Where a queue states a depth that its list does not have, a line of ours says so.',
  parse(args) {
    const number = Number.parseInt(args.trim(), 16);
    return { processor: Number.isNaN(number) ? null : number };
  },
  async run(session, { processor }) {
    const kernel = await needWholeKernel(session, '!dpcs', 'DPC queues of all processors');
    const chosen = needProcessors(kernel, '!dpcs').filter(({ number }) => processor === null || number === processor);
    const named: ProcessorObject[] = [];
    for (const each of chosen) named.push(await withDpcNames(session, each));
    const processors = named.map(({ number, dpcs, dpcQueueDepths }) => ({ number, dpcs, dpcQueueDepths }));
    return { pointerSize: kernel.pointerSize, processors };
  },
  render({ pointerSize, processors }, text) {
    const at = (value: bigint | null) => (value === null ? '?' : `0x${hexPadded(value, pointerSize * 2)}`);
    text.line('CPU Type      KDPC       Function');
    for (const { number, dpcs, dpcQueueDepths } of processors) {
      for (const { address, routine, symbol, threaded } of dpcs)
        text.line(
          `${String(number).padStart(2)}: ${threaded ? 'Threaded' : 'Normal  '}: ${at(address)} ${at(routine)} ${symbol ?? ''}`.trimEnd(),
        );
      dpcQueueDepths.forEach((depth, index) => {
        const found = dpcs.filter(({ threaded }) => threaded === (index === 1)).length;
        if (depth !== null && depth !== found)
          text.line(
            `${String(number).padStart(2)}: the ${index === 1 ? 'threaded' : 'normal'} queue states ${depth} DPCs, ${found} were found`,
          );
      });
    }
  },
});
