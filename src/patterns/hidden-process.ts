import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { cidComparisonFact } from '../evidence/cid-comparison.ts';
import { processesFact } from '../evidence/processes.ts';

const pattern: Pattern = {
  id: 'hidden-process',
  name: 'Hidden Process',
  part: null,
  severity: 'error',
  meaning:
    'A process runs that is not on the list of processes, though the table of ids leads to it. Rootkits unlink their processes from that list so that no tool shows them.',
  advice: [
    'Look at the process itself (!process ADDRESS 7): its image, its threads, its handles and what it talks to.',
    'Compare with other ways to it: handles of csrss.exe, threads on the processors, pool blocks of processes.',
  ],
  links: ['broken-link', '!process'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const { onlyInTable, processes, lost } = facts.need(cidComparisonFact);
    // A process that is being created has its id before it is on the list, and no thread yet.
    const unborn = new Set(
      (facts.get(processesFact) ?? []).filter(({ activeThreads }) => activeThreads === 0).map(({ address }) => address),
    );
    const [first, ...more] = onlyInTable
      .filter(({ kind, address }) => kind === 'process' && !unborn.has(address))
      .slice(0, 8);
    if (!first) return ABSENT;
    const text = ({ image, id, address }: typeof first) =>
      `${image ?? '?'} ${id?.toString(16) ?? '?'} (${address.toString(16)})`;
    const [statement, ...others] = [first, ...more].map((process) => ({
      statement: `PspCidTable has ${text(process)}, which is not on the list of processes`,
      command: `!process ${process.address.toString(16)} 7`,
      addresses: [process.address],
    }));
    return present({
      confidence: lost === null ? 0.85 : 0.4,
      basis:
        lost === null
          ? 'two complete ways to the processes that differ'
          : `two ways to the processes that differ; one of them is incomplete (${lost}), which can be the reason`,
      summary: `${more.length === 0 ? 'A process runs that is' : `${more.length + 1} processes run that are`} not on the list of processes: ${text(first)}.`,
      evidence: [statement!, ...others],
      details: { hidden: [first, ...more].map(({ id }) => id), processes },
    });
  },
};
export default pattern;
