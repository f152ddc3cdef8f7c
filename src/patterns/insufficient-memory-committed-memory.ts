import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { processesFact } from '../evidence/processes.ts';
import { virtualMemoryFact } from '../evidence/virtual-memory.ts';
import { memoryCounter } from '../windows/virtual-memory.ts';

const NEAR = 0.9;
const FULL = 0.95;
const MOST = 5;

const pattern: Pattern = {
  id: 'insufficient-memory-committed-memory',
  name: 'Insufficient Memory (committed memory)',
  part: 'Part 13a',
  severity: 'error',
  meaning:
    'Nearly all memory that the system can promise (RAM and page files together) is promised. Further allocations fail in whichever process asks next, so failures may show up anywhere.',
  advice: [
    'Look at the processes that have committed most, and at pools and drivers where the processes do not explain the sum.',
    'A larger page file helps for the moment; a leak will fill it too.',
  ],
  links: ['insufficient-memory-kernel-pool', 'insufficient-memory-handle-leak', '!vm', '!process 0 1'],
  appliesTo: ['kernel'],
  detect(facts) {
    const memory = facts.need(virtualMemoryFact);
    const used = memoryCounter(memory, 'Committed pages');
    const limit = memoryCounter(memory, 'Commit limit');
    if (used === null || limit === null || limit === 0n) return unknown('committed pages and their limit (!vm)');
    const share = Number(used) / Number(limit);
    if (share < NEAR) return ABSENT;
    const users =
      memory.processes?.map(({ name, id, commit }) => ({ name: `${name} ${id.toString(16)}`, commit })) ??
      (facts.get(processesFact) ?? []).flatMap(({ image, id, commitCharge }) =>
        commitCharge === null ? [] : [{ name: `${image ?? '?'} ${id?.toString(16) ?? '?'}`, commit: commitCharge }],
      );
    const top = [...users].sort((a, b) => (b.commit > a.commit ? 1 : b.commit < a.commit ? -1 : 0)).slice(0, MOST);
    const evidence: Evidence[] = [
      { statement: `${used} of ${limit} pages are committed, ${percent(share)}`, command: '!vm' },
      ...(memory.pageFiles ?? []).map((file) => ({
        statement: `page file ${file.name ?? file.nameless ?? '?'}: ${file.freeKb ?? '?'} KB free of ${file.currentKb ?? '?'} KB`,
        command: '!vm',
      })),
      ...top.map(({ name, commit }) => ({
        statement: `${name} has committed ${commit} pages, ${percent(Number(commit) / Number(limit))} of the limit`,
        command: '!vm',
      })),
    ];
    const [first, ...rest] = evidence;
    return present({
      confidence: share >= FULL ? 0.95 : 0.6,
      basis: 'the counters of committed memory',
      summary: `${percent(share)} of the memory that can be committed is committed${top[0] ? `; ${top[0].name} has most of all processes` : ''}.`,
      evidence: [first!, ...rest],
      details: { committedPages: Number(used), limitPages: Number(limit), share },
    });
  },
};
export default pattern;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
