import { durationText } from '../analysis/duration.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { chainText, headEvidence } from '../analysis/wait-finding.ts';
import { waitGraphFact } from '../evidence/wait-graph.ts';
import type { WaitHead } from '../evidence/wait-heads.ts';

/** Waits younger than this end by themselves, as long as the owner runs. */
const YOUNG_MS = 1000;

const pattern: Pattern = {
  id: 'accidental-lock',
  name: 'Accidental Lock',
  part: null,
  severity: 'info',
  meaning:
    'A lock has waiters only because the dump was taken at that moment: its owner runs or is ready to, and nobody has waited for longer than a second. It explains no hang.',
  advice: ['Look for other reasons; compare with a second dump, where this lock should be free.'],
  links: ['wait-chain-general', 'wait-chain-executive-resources', '!locks'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const waits = facts.need(waitGraphFact);
    const timesOf = ({ chain }: WaitHead) =>
      chain.filter(({ kind }) => kind === 'waits-for').map(({ from }) => waits.threadAt(from)?.waitMs ?? null);
    const young = waits.heads.filter((head) => {
      const state = waits.threadAt(head.node)?.state ?? null;
      const times = timesOf(head);
      return (
        (state === 'RUNNING' || state === 'READY' || state === 'STANDBY') &&
        times.length > 0 &&
        times.every((time) => time !== null && time < YOUNG_MS)
      );
    });
    const [first, ...rest] = young.slice(0, 4);
    if (!first) return ABSENT;
    const longest = Math.max(...timesOf(first).map((time) => time ?? 0));
    return present({
      confidence: 0.6,
      basis: 'the state of the owner and the length of the waits',
      summary: `${chainText(first.chain)}: the owner goes on, and the wait is only ${durationText(longest)} old.`,
      evidence: [headEvidence(waits, first), ...rest.map((head) => headEvidence(waits, head))],
      relations: [{ kind: 'contradicts', pattern: 'wait-chain-executive-resources' }],
      details: { locks: young.length },
    });
  },
};
export default pattern;
