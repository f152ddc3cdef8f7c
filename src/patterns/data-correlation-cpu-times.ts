import { durationText } from '../analysis/duration.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { type ThreadLoad, threadLoadsFact } from '../evidence/thread-loads.ts';

/** Below this, times agree by chance all the time. */
const LONG_MS = 600_000;
/** Among hundreds of threads some always agree: only the busiest are compared. */
const BUSIEST = 10;
/** How close the times must be: a hundredth. */
const NEAR = 0.01;

const pattern: Pattern = {
  id: 'data-correlation-cpu-times',
  name: 'Data Correlation (CPU times)',
  part: null,
  severity: 'info',
  meaning:
    'Two busy threads have used nearly the same user and kernel time: they probably work on the same thing, one for the other or in turns.',
  advice: ['Look at both stacks together: a loop that passes work between them shows only when both are seen.'],
  links: ['spiking-thread', '!runaway', '!thread'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect(facts) {
    const loads = facts
      .need(threadLoadsFact)
      .filter((load) => (load.userMs ?? 0) + (load.kernelMs ?? 0) >= LONG_MS)
      .sort((a, b) => timeOf(b) - timeOf(a))
      .slice(0, BUSIEST);
    const pairs = loads.slice(1).flatMap((load, index): [ThreadLoad, ThreadLoad][] => {
      const before = loads[index]!;
      return isSame(before, load) ? [[before, load]] : [];
    });
    const [first, ...rest] = pairs.slice(0, 4).map(([a, b]) => ({
      statement: `${a.name} and ${b.name}: user ${durationText(a.userMs ?? 0)} and ${durationText(b.userMs ?? 0)}, kernel ${durationText(a.kernelMs ?? 0)} and ${durationText(b.kernelMs ?? 0)}`,
      command: a.command,
      addresses: [a, b].flatMap(({ address }) => (address === null ? [] : [address])),
    }));
    if (!first) return ABSENT;
    return present({
      confidence: 0.5,
      basis: 'processor times that differ by less than a hundredth',
      summary: `Threads have used the same processor time: ${first.statement}.`,
      evidence: [first, ...rest],
      details: { pairs: pairs.length },
    });
  },
};
export default pattern;

const timeOf = ({ userMs, kernelMs }: ThreadLoad): number => (userMs ?? 0) + (kernelMs ?? 0);

/** Both parts agree, and they are not one thread that a log shows twice. */
function isSame(a: ThreadLoad, b: ThreadLoad): boolean {
  const near = (one: number, other: number) => Math.abs(one - other) <= NEAR * timeOf(a);
  const isOne = a.address !== null ? a.address === b.address : a.id === b.id;
  return !isOne && near(a.userMs ?? 0, b.userMs ?? 0) && near(a.kernelMs ?? 0, b.kernelMs ?? 0);
}
