import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { resourcesFact } from '../evidence/resources.ts';
import type { Resource } from '../windows/resource.ts';

/** As many threads that share one lock, or as many locks that are shared, are not seen on quiet systems. */
const MANY_OWNERS = 20;
const MANY_LOCKS = 50;

const pattern: Pattern = {
  id: 'swarm-of-shared-locks',
  name: 'Swarm of Shared Locks',
  part: null,
  severity: 'warning',
  meaning:
    'Very many executive resources are held shared, or very many threads share one. Nobody need wait for them yet, but the first thread that asks for one exclusively will, and whoever comes after it too.',
  advice: [
    'Look at the owners: are they of one program or one driver, and what do they all wait for while they hold the lock?',
    'Compare with a dump of the same system when it works.',
  ],
  links: ['wait-chain-executive-resources', 'high-contention-executive-resources', '!locks'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const { resources } = facts.need(resourcesFact);
    const shared = resources.filter(({ ownership }) => ownership === 'shared');
    const crowded = shared
      .filter((resource) => ownersOf(resource) >= MANY_OWNERS)
      .sort((a, b) => ownersOf(b) - ownersOf(a));
    if (crowded.length === 0 && shared.length < MANY_LOCKS) return ABSENT;
    const shown = crowded.length > 0 ? crowded : [...shared].sort((a, b) => ownersOf(b) - ownersOf(a));
    const [first, ...rest] = shown.slice(0, 6).map((resource) => ({
      statement: `resource ${resource.address.toString(16)}${resource.symbol ? ` (${resource.symbol})` : ''} is shared by ${ownersOf(resource)} ${ownersOf(resource) === 1 ? 'thread' : 'threads'}, ${resource.exclusiveWaiterCount} wait for it exclusively`,
      command: `!locks ${resource.address.toString(16)}`,
      addresses: [resource.address],
    }));
    return present({
      confidence: crowded.length > 0 ? 0.8 : 0.7,
      basis: 'the owner tables of the executive resources',
      summary:
        crowded.length > 0
          ? `${ownersOf(shown[0]!)} threads share one executive resource${crowded.length > 1 ? `, and ${crowded.length - 1} more are as crowded` : ''}.`
          : `${shared.length} executive resources are held shared.`,
      evidence: [first!, ...rest],
      details: { shared: shared.length, mostOwners: ownersOf(shown[0]!) },
    });
  },
};
export default pattern;

/** The owner table of a shared resource lists those who wait to share it too. */
const ownersOf = ({ owners, sharedWaiters }: Resource): number => Math.max(0, owners.length - sharedWaiters.length);
