import { componentOf } from '../analysis/component.ts';
import { detectDeadlock } from '../analysis/deadlock.ts';
import { type Detection, type Facts, type Pattern, present } from '../analysis/pattern.ts';
import { selfSpinEvidence } from '../analysis/spin-finding.ts';
import { hex } from '../bytes/hex.ts';
import { type Spin, spinsFact } from '../evidence/spins.ts';
import { waitGraphFact } from '../evidence/wait-graph.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';

const pattern: Pattern = {
  id: 'deadlock-self',
  name: 'Deadlock (self)',
  part: 'Part 9f',
  severity: 'error',
  meaning: 'A thread waits for something that it holds itself and that cannot be taken twice in this way.',
  advice: [
    'Look on the stack of the thread for the two places: where it took the lock, and where it asks for it again.',
    'A lock that may be taken only once must not be held over calls that can take it; a resource held shared must be released before it is asked for exclusively.',
  ],
  links: ['dispatch-level-spin', 'deadlock-executive-resources', '!locks', '!thread'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const spins = (facts.get(spinsFact) ?? [])
      .map((spin) => spinFinding(facts, spin))
      .filter((found) => found !== null);
    const [first, ...more] = spins;
    const waits = facts.get(waitGraphFact);
    if (first) return present(first, ...more);
    return detectDeadlock(facts, ({ threads }) => threads.length === 1, waits?.missing ?? []);
  },
};
export default pattern;

/** A spin lock whose queue leads back to an entry on the stack of the thread that spins. */
function spinFinding(facts: Facts, spin: Spin): Detection | null {
  const evidence = selfSpinEvidence(spin);
  const { thread, entry, previous, caller } = spin;
  if (!evidence || !entry || !previous) return null;
  const confirmed = previous.owns === true && previous.lock === entry.lock;
  const denied = previous.word !== null && previous.lock !== entry.lock;
  if (denied) return null;
  const blamed = caller?.module && !isWindowsModule(caller.module) ? caller.module : null;
  return {
    confidence: confirmed ? 0.95 : 0.8,
    basis: confirmed
      ? 'the entry before in the queue is on the own stack of the thread, and its owner bit is set'
      : 'strong inference: the entry before in the queue is on the own stack of the thread; whether it owns the lock could not be read',
    summary: `Thread ${thread.address.toString(16)} waits for queued spin lock ${entry.lock?.toString(16) ?? '?'} with entry ${entry.address.toString(16)} behind entry ${previous.address.toString(16)}, which an outer call of the same thread made: it waits for itself.`,
    evidence,
    component: blamed ? componentOf(facts, blamed) : null,
    relations: [{ kind: 'causes', pattern: 'dispatch-level-spin' }],
    details: {
      thread: hex(thread.address),
      lock: entry.lock === null ? null : hex(entry.lock),
      entry: hex(entry.address),
      previous: hex(previous.address),
      confirmed,
    },
  };
}
