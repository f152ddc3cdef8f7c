import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { hex } from '../bytes/hex.ts';
import { resourcesFact } from '../evidence/resources.ts';
import type { Resource } from '../windows/resource.ts';

/** Counts grow from boot on: alone they prove nothing, together with waiters now they name the bottleneck. */
const CONTENDED = 10_000;
/** So many waiters at one lock are a convoy whatever its count. */
const CONVOY = 8;
const MOST = 8;

const pattern: Pattern = {
  id: 'high-contention-executive-resources',
  name: 'High Contention (executive resources)',
  part: 'Part 29',
  severity: 'warning',
  meaning:
    'Many threads want the same executive resources, so that they queue up: each has to wait for all before it, and the system crawls although nobody is blocked for ever.',
  advice: [
    'Ask what the owners of the most contended resources do while they hold them: long work under a lock is the usual reason.',
    'Compare the contention counts of two snapshots: their growth per second tells how bad it is now.',
  ],
  links: ['wait-chain-executive-resources', 'spiking-thread', '!locks'],
  appliesTo: ['kernel'],
  detect(facts) {
    const { resources } = facts.need(resourcesFact);
    const contended = resources
      .filter((resource) => waitersOf(resource) > 0)
      .filter((resource) => resource.contentionCount >= CONTENDED || waitersOf(resource) >= CONVOY)
      .sort((a, b) => b.contentionCount - a.contentionCount || waitersOf(b) - waitersOf(a));
    const [top] = contended;
    if (!top) return ABSENT;
    const evidence = contended.slice(0, MOST).map(
      (resource): Evidence => ({
        statement: `resource ${nameOf(resource)}: contention count ${resource.contentionCount}, ${waitersOf(resource)} ${waitersOf(resource) === 1 ? 'thread waits' : 'threads wait'} (${resource.sharedWaiterCount} shared, ${resource.exclusiveWaiterCount} exclusive)`,
        command: `!locks -v ${resource.address.toString(16)}`,
        addresses: [resource.address],
      }),
    );
    const [first, ...rest] = evidence;
    const waiters = contended.reduce((sum, resource) => sum + waitersOf(resource), 0);
    return present({
      confidence: top.contentionCount >= CONTENDED && waitersOf(top) >= 2 ? 0.85 : 0.7,
      basis: 'contention counts since boot, and the threads that wait now',
      summary: `${contended.length} executive ${contended.length === 1 ? 'resource is' : 'resources are'} highly contended, ${nameOf(top)} most with a count of ${top.contentionCount}; ${waiters} ${waiters === 1 ? 'thread waits' : 'threads wait'} for them.`,
      evidence: [first!, ...rest],
      relations: [{ kind: 'accompanies', pattern: 'wait-chain-executive-resources' }],
      details: {
        resources: contended.slice(0, 64).map((resource) => ({
          address: hex(resource.address),
          contentionCount: resource.contentionCount,
          waiters: waitersOf(resource),
        })),
      },
    });
  },
};
export default pattern;

/** Counters and lists agree unless the lists are not in the dump; the larger is meant. */
function waitersOf(resource: Resource): number {
  const counted = resource.sharedWaiterCount + resource.exclusiveWaiterCount;
  return Math.max(counted, resource.sharedWaiters.length + resource.exclusiveWaiters.length);
}

const nameOf = ({ symbol, address }: Resource): string =>
  symbol === null ? address.toString(16) : `${symbol} (${address.toString(16)})`;
