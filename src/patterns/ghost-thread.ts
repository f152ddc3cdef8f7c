import { ABSENT, type Evidence, type Facts, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { showsAllStacks } from '../analysis/stack-search.ts';
import { criticalSectionsFact } from '../evidence/critical-sections.ts';
import { modeFact } from '../evidence/mode.ts';
import { processesFact } from '../evidence/processes.ts';
import { resourcesFact } from '../evidence/resources.ts';
import { threadObjectsFact } from '../evidence/thread-objects.ts';
import { threadsFact } from '../evidence/threads.ts';

const MOST = 6;
/** ResourceOwnerPointer: an owner word with one of its two low bits set is no thread (ExSetResourceOwnerPointer of wdm.h). */
const NO_THREAD = 3n;

const pattern: Pattern = {
  id: 'ghost-thread',
  name: 'Ghost Thread',
  part: null,
  severity: 'error',
  meaning:
    'A lock is owned by a thread that does not exist any more: it ended, or was terminated, without giving the lock back. Whoever waits for it waits for ever.',
  advice: [
    'Find code that ends threads from outside (TerminateThread), or that leaves a function between taking the lock and releasing it.',
    'Look at who else uses the lock: its address or symbol names the component that it belongs to.',
  ],
  links: ['wait-chain-critical-sections', 'wait-chain-executive-resources', '!locks', '!cs'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const evidence = facts.get(modeFact) === 'kernel' ? ofResources(facts) : ofSections(facts);
    if (evidence === null) return unknown('all threads of the source (~ or !process 0 4), beside the locks');
    const [first, ...rest] = evidence;
    if (!first) return ABSENT;
    return present({
      confidence: 0.9,
      basis: 'the owner as the lock keeps it, and the list of threads',
      summary: `${evidence.length === 1 ? 'A lock is' : `${evidence.length} locks are`} owned by a thread that is not there any more: ${first.statement}.`,
      evidence: [first, ...rest],
      details: { locks: evidence.length },
    });
  },
};
export default pattern;

function ofSections(facts: Facts): Evidence[] | null {
  const { sections } = facts.need(criticalSectionsFact);
  const ids = new Set(facts.need(threadsFact).map(({ id }) => id));
  if (!showsAllStacks(facts) || ids.has(null)) return null;
  return sections
    .filter(({ locked, owningThread, waiters }) => {
      if (!locked || owningThread === null || owningThread === 0n || owningThread > 0xffff_ffffn) return false;
      // Without waiters it may be memory that was a critical section once.
      return (waiters ?? 0) > 0 && !ids.has(Number(owningThread));
    })
    .slice(0, MOST)
    .map(({ address, symbol, owningThread, waiters }) => ({
      statement: `critical section ${address.toString(16)}${symbol ? ` (${symbol})` : ''} is owned by thread ${owningThread!.toString(16)}, which is not among the ${ids.size} threads; ${waiters} ${waiters === 1 ? 'waits' : 'wait'} for it`,
      command: `!cs ${address.toString(16)}`,
      addresses: [address],
    }));
}

function ofResources(facts: Facts): Evidence[] | null {
  const { resources } = facts.need(resourcesFact);
  const objects = facts.need(threadObjectsFact);
  const ended = new Set(objects.filter(({ state }) => state === 'TERMINATED').map(({ address }) => address));
  const threads = new Set(objects.map(({ address }) => address));
  const listsAll = showsEveryThread(facts);
  const found = resources
    .filter(({ sharedWaiterCount, exclusiveWaiterCount }) => sharedWaiterCount + exclusiveWaiterCount > 0)
    .flatMap(({ address, symbol, owners, sharedWaiterCount, exclusiveWaiterCount }) =>
      owners
        .map(({ thread, actualThread }) => actualThread ?? thread)
        .filter((thread) => thread !== 0n && (thread & NO_THREAD) === 0n)
        .filter((thread) => ended.has(thread) || (listsAll && !threads.has(thread)))
        .slice(0, 1)
        .map((thread) => ({
          statement: `resource ${address.toString(16)}${symbol ? ` (${symbol})` : ''}, for which ${sharedWaiterCount + exclusiveWaiterCount} wait, is owned by ${thread.toString(16)}, which ${ended.has(thread) ? 'has ended: its state is TERMINATED' : `is not among the ${threads.size} threads`}`,
          command: `!locks ${address.toString(16)}`,
          addresses: [address, thread],
        })),
    )
    .slice(0, MOST);
  return found.length > 0 || listsAll ? found : null;
}

/** A log rarely lists every thread, so a thread that it does not show may well exist; nor do lists that are broken. */
function showsEveryThread(facts: Facts): boolean {
  return (
    facts.sourceKind !== 'debugger-log' &&
    !facts.get(processesFact)?.some(({ threadsBroken }) => threadsBroken !== null)
  );
}
