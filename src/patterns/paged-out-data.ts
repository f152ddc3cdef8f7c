import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { actorText } from '../analysis/wait-finding.ts';
import { waitGraphFact } from '../evidence/wait-graph.ts';
import { nodeText } from '../evidence/wait-node.ts';

const MOST = 6;

const pattern: Pattern = {
  id: 'paged-out-data',
  name: 'Paged Out Data',
  part: null,
  severity: 'info',
  meaning:
    'The stack of a thread that others wait behind is in the paging file, which a dump does not hold: what the thread does cannot be seen. It has then not run for long.',
  advice: [
    'Look at what its block tells without the stack: objects it waits for, its requests (IRPs), its start address, its times.',
    'Where the stacks matter, set the system to keep kernel stacks resident (DisablePagingExecutive) and save another dump.',
  ],
  links: ['wait-chain-general', '!thread', '!pte'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const waits = facts.need(waitGraphFact);
    const lost = waits.heads.filter(({ node }) => waits.threadAt(node)?.kernelStackResident === false);
    const [first, ...rest] = lost.slice(0, MOST).map(({ node, blocked }) => ({
      statement: `the kernel stack of ${nodeText(node)} is not resident; ${blocked} ${blocked === 1 ? 'thread waits' : 'threads wait'} behind it`,
      command: `!thread ${actorText(node)}`,
      addresses: node.address === null ? [] : [node.address],
    }));
    if (!first) return ABSENT;
    return present({
      confidence: 0.95,
      basis: "the thread's own flag",
      summary: `${first.statement[0]!.toUpperCase()}${first.statement.slice(1)}.`,
      evidence: [first, ...rest],
      details: { threads: lost.length },
    });
  },
};
export default pattern;
