import { ABSENT, type Detection, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { processText } from '../analysis/process-name.ts';
import { isZombie } from '../analysis/zombie.ts';
import { hex } from '../bytes/hex.ts';
import { type HandleTypeCount, handleTypesFact } from '../evidence/handle-types.ts';
import { processesFact } from '../evidence/processes.ts';
import type { ProcessObject } from '../windows/process.ts';

/** Large services have several thousand handles; a process beyond this, and far beyond the others, leaks. */
const MANY = 10_000;
const OUTLIER = 10;
const MOST = 4;

const pattern: Pattern = {
  id: 'insufficient-memory-handle-leak',
  name: 'Insufficient Memory (handle leak)',
  part: 'Part 13b',
  severity: 'warning',
  meaning:
    'A process has opened very many handles and not closed them. Handle tables and the objects behind them are taken from pool, so a leak in one program can starve the whole system.',
  advice: [
    'Look at what the handles are (!handle 0 3 PROCESS): one type far ahead of all others names the kind of call that is not matched by a close.',
    'Compare two snapshots to see whether the number still grows.',
  ],
  links: ['insufficient-memory-kernel-pool', 'zombie-processes', '!handle', '!process 0 0'],
  appliesTo: ['kernel'],
  detect(facts) {
    const counted = facts.need(processesFact).filter(({ handleCount }) => handleCount !== null);
    if (counted.length === 0) return unknown('handle counts of processes (!process 0 0)');
    // A process that ended has closed its handles: it says nothing about how many are usual.
    const counts = counted
      .filter((process) => !isZombie(process))
      .map(({ handleCount }) => handleCount!)
      .sort((a, b) => a - b);
    const median = counts[counts.length >> 1] ?? 0;
    const countTypes = facts.get(handleTypesFact);
    const typesOf = ({ address }: ProcessObject) => countTypes?.(address) ?? [];
    const leaking = counted
      .filter(({ handleCount }) => handleCount! >= MANY && (counts.length < 4 || handleCount! >= median * OUTLIER))
      .sort((a, b) => b.handleCount! - a.handleCount!)
      .slice(0, MOST)
      .map((process) => finding(process, median, counts.length, typesOf(process)));
    const [first, ...more] = leaking;
    return first ? present(first, ...more) : ABSENT;
  },
};
export default pattern;

function finding(
  process: ProcessObject,
  median: number,
  processes: number,
  types: readonly HandleTypeCount[],
): Detection {
  const at = process.address.toString(16);
  // System and the session manager's process hold handles for others.
  const system = process.id === 4;
  return {
    confidence: system ? 0.5 : process.handleCount! >= 5 * MANY ? 0.9 : 0.7,
    basis: 'the number of handles, compared with that of other processes',
    summary: `${processText(process)} has ${process.handleCount} handles open${processes >= 4 ? `; half of the ${processes} running processes have no more than ${median}` : ''}.`,
    evidence: [
      { statement: `HandleCount ${process.handleCount}`, command: `!process ${at} 1`, addresses: [process.address] },
      { statement: typesText(types), command: `!handle 0 3 ${at}` },
    ],
    component: process.image === null ? null : { module: process.image, vendor: null, version: null },
    details: { process: hex(process.address), id: process.id, handles: process.handleCount, median, types },
  };
}

/** The types that make up most of the handles. */
function typesText(types: readonly HandleTypeCount[]): string {
  if (types.length === 0) return 'what they are stands in the handle table';
  return `by type: ${types
    .slice(0, MOST)
    .map(({ type, count }) => `${count} ${type}`)
    .join(', ')}`;
}
