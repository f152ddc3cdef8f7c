import { durationText } from '../analysis/duration.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { hitsEvidence, searchStacks } from '../analysis/stack-search.ts';
import { isWaitPrimitive } from '../windows/stack-wait.ts';

/** Network file systems: what waits there waits for another machine. */
const REDIRECTOR = /^(mrxsmb\d*|rdbss|mrxdav|webclient|rdpdr|nfsrdr|csc)$/i;
/** Their own workers and caches wait there at all times. */
const OWN_WORK = /Worker|Dispatch|Thread|Scavenger|Timer|Spin/i;
const BETWEEN = /^(nt|ntoskrnl|ntkrnl\w*|mup|dfsc|fltmgr|mrxsmb\d*|rdbss|mrxdav|webclient|rdpdr|nfsrdr|csc)$/i;
const LONG_MS = 10_000;

const pattern: Pattern = {
  id: 'coupled-machines',
  name: 'Coupled Machines',
  part: null,
  severity: 'info',
  meaning:
    'Threads wait long in a network file system: what they need lies on another machine, which does not answer. This dump alone cannot tell why.',
  advice: [
    'Find the server: the file object of the request has its path (!irp, !fileobj).',
    'Save a dump of that machine at the same time, and look at the network between them.',
  ],
  links: ['coupled-processes-strong', 'wait-chain-general', '!irp', '!fileobj'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const search = searchStacks(
      facts,
      ({ module, function: name }, index, frames) =>
        module !== null &&
        REDIRECTOR.test(module) &&
        !OWN_WORK.test(name ?? '') &&
        index > 0 &&
        frames
          .slice(0, index)
          .every((frame) => isWaitPrimitive(frame.function ?? '') || BETWEEN.test(frame.module ?? '')),
    );
    const long = search.hits
      .filter(({ member }) => member.process !== 'System' && (member.waitMs ?? 0) >= LONG_MS)
      .sort((a, b) => (b.member.waitMs ?? 0) - (a.member.waitMs ?? 0));
    const [oldest] = long;
    if (!oldest) return search.hits.length > 0 ? ABSENT : search.none;
    return present({
      confidence: 0.75,
      basis: 'the drivers on the stacks of waiting threads, and how long they wait',
      summary: `${long.length === 1 ? 'A thread waits' : `${long.length} threads wait`} for another machine, for up to ${durationText(oldest.member.waitMs!)}.`,
      evidence: hitsEvidence(long, 'waits in'),
      details: { threads: long.length, longestMs: oldest.member.waitMs },
    });
  },
};
export default pattern;
