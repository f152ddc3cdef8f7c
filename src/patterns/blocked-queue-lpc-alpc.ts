import { durationText } from '../analysis/duration.ts';
import { ABSENT, type Evidence, type Facts, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { logFact } from '../evidence/log.ts';
import { messageQueueFact } from '../evidence/message-queue.ts';
import { type Waits, waitGraphFact } from '../evidence/wait-graph.ts';
import { nodeText, type WaitNode } from '../evidence/wait-node.ts';
import type { AlpcQueueName } from '../windows/alpc.ts';

/** As many requests that nobody has taken yet are more than a moment's work. */
const FEWEST = 3;
const LONG_MS = 5000;
const UNTAKEN: ReadonlySet<AlpcQueueName> = new Set(['main', 'large-message']);

const pattern: Pattern = {
  id: 'blocked-queue-lpc-alpc',
  name: 'Blocked Queue (LPC/ALPC)',
  part: null,
  severity: 'warning',
  meaning:
    'Requests pile up at a port and no thread of the server has taken them: all its threads are busy or blocked, or none is left that receives.',
  advice: [
    'Look at the threads of the process that owns the port (!process ADDRESS 7): those that serve earlier messages are the ones that hang.',
  ],
  links: ['wait-chain-lpc-alpc', 'coupled-processes-strong', '!alpc', '!lpc'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const waits = facts.get(waitGraphFact);
    const evidence = [...(waits ? queuedMessages(waits, facts.get(messageQueueFact)) : []), ...printedQueues(facts)];
    if (!waits && evidence.length === 0) facts.need(waitGraphFact);
    const [first, ...rest] = evidence;
    if (!first)
      return facts.sourceKind === 'debugger-log'
        ? unknown('the queues of ports (!alpc /p), or the threads of all processes (!process 0 7)')
        : ABSENT;
    return present({
      confidence: 0.8,
      basis: 'messages that wait at a port and that no thread serves',
      summary: `Requests pile up at ${evidence.length === 1 ? 'a port' : `${evidence.length} ports`}: ${first.statement}.`,
      evidence: [first, ...rest.slice(0, 5)],
      details: { ports: evidence.length },
    });
  },
};
export default pattern;

/**
 * Ports with several messages whose senders wait, and that no thread has taken. An ALPC message that was taken may wait
 * for a reply without a thread that serves it, as calls for notifications do: it counts only in the main queue.
 */
function queuedMessages(
  { graph, threadAt }: Waits,
  queueOf: ((message: bigint) => AlpcQueueName | null) | null,
): Evidence[] {
  const ports = new Map<string, { port: WaitNode; waits: number[] }>();
  for (const { from, to, kind } of graph.edges) {
    if (kind !== 'sent-to' || to.kind !== 'port') continue;
    if (graph.out(from).some((edge) => edge.kind === 'served-by')) continue;
    if (from.kind === 'alpc-message' && (from.address === null || !UNTAKEN.has(queueOf?.(from.address) ?? 'pending')))
      continue;
    const entry = ports.get(to.key) ?? { port: to, waits: [] };
    for (const wait of graph.into(from)) entry.waits.push(threadAt(wait.from)?.waitMs ?? 0);
    ports.set(to.key, entry);
  }
  return [...ports.values()]
    .filter(({ waits }) => waits.length >= FEWEST && Math.max(...waits) >= LONG_MS)
    .sort((a, b) => b.waits.length - a.waits.length)
    .map(({ port, waits }) => ({
      statement: `${waits.length} threads wait for answers to messages at ${nodeText(port)} that no thread serves, the longest for ${durationText(Math.max(...waits))}`,
      command: port.address === null ? '!alpc' : `!alpc /p ${port.address.toString(16)}`,
      addresses: port.address === null ? [] : [port.address],
    }));
}

/** Ports that a log shows with messages in their main queue. */
function printedQueues(facts: Facts): Evidence[] {
  return (facts.get(logFact)?.objects.alpcPorts ?? []).flatMap(({ address, name, queues }) => {
    const length = queues.find((queue) => queue.name === 'main')?.stated ?? 0;
    if (length < FEWEST) return [];
    return [
      {
        statement: `${length} messages wait in the main queue of port ${address.toString(16)}${name ? ` (${name})` : ''}`,
        command: `!alpc /p ${address.toString(16)}`,
        addresses: [address],
      },
    ];
  });
}
