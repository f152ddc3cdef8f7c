import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { hex } from '../bytes/hex.ts';
import { criticalSectionsFact } from '../evidence/critical-sections.ts';
import type { CriticalSection } from '../windows/critical-section.ts';

const CONVOY = 3;
const CONTENDED = 10_000;
const MOST = 8;

const pattern: Pattern = {
  id: 'high-contention-critical-sections',
  name: 'High Contention (critical sections)',
  part: 'Part 29b',
  severity: 'warning',
  meaning: 'Several threads of a process queue up at the same critical section.',
  advice: [
    'Look at the owner: what does it do while it holds the section? If it waits itself, follow the wait chain.',
    'If it works, the section protects too much: shorten what is done under it or split it.',
  ],
  links: ['wait-chain-critical-sections', '!locks', '!cs -l'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const { sections } = facts.need(criticalSectionsFact);
    const contended = sections
      .filter(({ locked }) => locked !== false)
      .filter(
        ({ waiters, contentionCount }) =>
          (waiters ?? 0) >= CONVOY || ((contentionCount ?? 0) >= CONTENDED && (waiters ?? 0) > 0),
      )
      .sort((a, b) => (b.waiters ?? 0) - (a.waiters ?? 0) || (b.contentionCount ?? 0) - (a.contentionCount ?? 0));
    const [top] = contended;
    if (!top) return ABSENT;
    const [first, ...rest] = contended.slice(0, MOST).map(
      (section): Evidence => ({
        statement: `${nameOf(section)}: ${section.waiters} waiters, contention count ${section.contentionCount ?? 'unknown'}, owned by thread ${section.owningThread?.toString(16) ?? '?'}`,
        command: `!cs ${section.address.toString(16)}`,
        addresses: [section.address],
      }),
    );
    return present({
      confidence: (top.waiters ?? 0) >= CONVOY ? 0.85 : 0.7,
      basis: 'the waiters and contention counts of the sections',
      summary: `${top.waiters} threads wait for ${nameOf(top)}, which thread ${top.owningThread?.toString(16) ?? '?'} owns.`,
      evidence: [first!, ...rest],
      relations: [{ kind: 'accompanies', pattern: 'wait-chain-critical-sections' }],
      details: {
        sections: contended.slice(0, 64).map((section) => ({
          address: hex(section.address),
          waiters: section.waiters,
          contentionCount: section.contentionCount,
        })),
      },
    });
  },
};
export default pattern;

const nameOf = ({ symbol, address }: CriticalSection): string =>
  `critical section ${symbol === null ? '' : `${symbol.replace(/\+0x0$/, '')} at `}${address.toString(16)}`;
