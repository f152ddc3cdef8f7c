import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { processorObjectsFact } from '../evidence/processor-objects.ts';
import type { ProcessorObject } from '../windows/processor.ts';

/** Share of a processor's time that interrupts and DPCs take on no healthy system. */
const SHARE = 0.3;
/** Clock interrupts before a share means something: about two and a half minutes. */
const FEWEST_TICKS = 10_000;
/** DPCs that wait at one processor: more than one moment brings. */
const LONG_QUEUE = 50;

const pattern: Pattern = {
  id: 'hardware-activity',
  name: 'Hardware Activity',
  part: null,
  severity: 'warning',
  meaning:
    'A processor spends much of its time in interrupts and deferred procedure calls, or has many of these waiting: a device, or its driver, keeps it busy, and threads get what is left.',
  advice: [
    'Find the driver by the routines in the DPC queue (!dpcs) and by interrupt service routines on the stacks of that processor.',
  ],
  links: ['dispatch-level-spin', 'spiking-thread', '!dpcs', '!prcb'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const processors = facts.need(processorObjectsFact);
    const shares = processors.map((processor) => ({ processor, share: shareOf(processor) }));
    const evidence: Evidence[] = shares.flatMap(({ processor, share }) => {
      const depth = (processor.dpcQueueDepths ?? []).reduce<number>((sum, count) => sum + (count ?? 0), 0);
      if ((share ?? 0) < SHARE && depth < LONG_QUEUE) return [];
      const time = share === null ? '' : ` has spent ${(share * 100).toFixed(1)} % of its time in interrupts and DPCs`;
      const queue = depth >= LONG_QUEUE ? `${time ? ',' : ''} has ${depth} DPCs waiting` : '';
      return [{ statement: `processor ${processor.number}${time}${queue}`, command: `!prcb ${processor.number}` }];
    });
    const [first, ...rest] = evidence;
    if (!first)
      return shares.every(({ share }) => share === null)
        ? unknown('the times of the processors in interrupts and DPCs (!prcb)')
        : ABSENT;
    return present({
      confidence: 0.75,
      basis: 'the counters of the processors since the start of the system',
      summary: `${first.statement[0]!.toUpperCase()}${first.statement.slice(1)}.`,
      evidence: [first, ...rest.slice(0, 7)],
      details: { processors: evidence.length },
    });
  },
};
export default pattern;

/** Interrupt and DPC time are parts of kernel time. */
function shareOf({ kernelTicks, userTicks, dpcTicks, interruptTicks }: ProcessorObject): number | null {
  if (kernelTicks === null || userTicks === null || (dpcTicks === null && interruptTicks === null)) return null;
  const total = kernelTicks + userTicks;
  return total < FEWEST_TICKS ? null : ((dpcTicks ?? 0) + (interruptTicks ?? 0)) / total;
}
