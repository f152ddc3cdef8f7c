import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { processText } from '../analysis/process-name.ts';
import { countBy } from '../analysis/zombie.ts';
import { processesFact } from '../evidence/processes.ts';
import { type Waits, waitGraphFact } from '../evidence/wait-graph.ts';
import type { WaitEdge, WaitNode } from '../evidence/wait-node.ts';

/** A call that is answered at once proves no coupling that matters. */
const LONG_MS = 10_000;
const MOST = 6;

const pattern: Pattern = {
  id: 'coupled-processes-strong',
  name: 'Coupled Processes (strong)',
  part: null,
  severity: 'info',
  meaning:
    'Threads of one process have waited long for answers of another: when the second one hangs, the first hangs with it. The trouble of a client is then to be looked for in its server.',
  advice: [
    'Go to the server: its thread that serves the message is the next link (!alpc /m, !lpc message).',
    'For dumps of single processes save those of the server at the same time.',
  ],
  links: ['wait-chain-lpc-alpc', 'wait-chain-rpc', '!alpc', '!lpc'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const waits = facts.need(waitGraphFact);
    const names = new Map((facts.get(processesFact) ?? []).map((process) => [process.address, processText(process)]));
    const nameOf = (process: bigint) => names.get(process) ?? process.toString(16);
    const pairs = waits.graph.edges.flatMap((edge): { text: string; edge: WaitEdge }[] => {
      const client = waits.threadAt(edge.from);
      if (!isMessage(edge.to) || client?.process == null || (client.waitMs ?? 0) < LONG_MS) return [];
      const server = serverOf(waits, edge.to);
      if (server === null || server === client.process) return [];
      return [{ text: `${nameOf(client.process)} for ${nameOf(server)}`, edge }];
    });
    const [first, ...rest] = countBy(pairs, ({ text }) => text)
      .slice(0, MOST)
      .map(([text, count]) => {
        const { edge } = pairs.find((pair) => pair.text === text)!;
        return {
          statement: `${text}: ${count} ${count === 1 ? 'thread waits' : 'threads wait'}`,
          command: edge.place.command,
          addresses: edge.from.address === null ? [] : [edge.from.address],
        };
      });
    if (!first) return ABSENT;
    return present({
      confidence: 0.85,
      basis: 'messages between processes and the waits for their answers',
      summary: `Processes have waited long for answers of others: ${first.statement}.`,
      evidence: [first, ...rest],
      details: { threads: pairs.length },
    });
  },
};
export default pattern;

const isMessage = ({ kind }: WaitNode): boolean => kind === 'alpc-message' || kind === 'lpc-message';

/** The process whose thread serves a message, or that owns the port it was sent to. */
function serverOf({ graph, threadAt }: Waits, message: WaitNode): bigint | null {
  for (const { to, kind } of graph.out(message)) {
    if (kind === 'served-by') return threadAt(to)?.process ?? null;
    if (to.kind === 'process') return to.address;
    const owner = graph.out(to).find((edge) => edge.to.kind === 'process');
    if (owner) return owner.to.address;
  }
  return null;
}
