import { durationText } from '../analysis/duration.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { irpFileFact } from '../evidence/irp-file.ts';
import { waitGraphFact } from '../evidence/wait-graph.ts';
import { nodeText } from '../evidence/wait-node.ts';

const LONG_MS = 10_000;
const MOST = 4;

const pattern: Pattern = {
  id: 'blocking-file',
  name: 'Blocking File',
  part: null,
  severity: 'info',
  meaning:
    'A thread has waited long for a request to a file. The name of the file tells what it is about, and where it lies.',
  advice: [
    'Look at the device of the file and at who else uses it: a share on another machine, a pipe, a disk that does not answer.',
  ],
  links: ['wait-chain-general', 'blocked-thread-hardware', 'coupled-machines', '!irp', '!fileobj'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const waits = facts.need(waitGraphFact);
    const long = waits.graph.edges
      .filter(({ kind, to }) => kind === 'waits-for' && to.kind === 'irp' && to.address !== null)
      .map((edge) => ({ edge, waitMs: waits.threadAt(edge.from)?.waitMs ?? 0 }))
      .filter(({ waitMs }) => waitMs >= LONG_MS)
      .sort((a, b) => b.waitMs - a.waitMs);
    if (long.length === 0) return ABSENT;
    const fileOf = facts.need(irpFileFact);
    const [first, ...rest] = long.flatMap(({ edge, waitMs }) => {
      const file = fileOf(edge.to.address!);
      if (file === null) return [];
      return [
        {
          statement: `${nodeText(edge.from)} has waited for ${durationText(waitMs)} for a request to ${file}`,
          command: `!irp ${edge.to.address!.toString(16)}`,
          addresses: [edge.to.address!],
        },
      ];
    });
    if (!first) return ABSENT;
    return present({
      confidence: 0.75,
      basis: 'the file object of the request that the thread waits for',
      summary: `${first.statement}.`,
      evidence: [first, ...rest.slice(0, MOST - 1)],
      details: { threads: rest.length + 1 },
    });
  },
};
export default pattern;
