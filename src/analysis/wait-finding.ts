import { hex } from '../bytes/hex.ts';
import type { WaitCycle } from '../evidence/wait-cycles.ts';
import type { Waits } from '../evidence/wait-graph.ts';
import type { WaitHead } from '../evidence/wait-heads.ts';
import { nodeText, type WaitEdge, type WaitNode } from '../evidence/wait-node.ts';
import { durationText } from './duration.ts';
import type { Evidence } from './pattern.ts';

/** Edges of one chain that are told singly; a chain may be longer. */
const MOST_EDGES = 12;

/** `883db310 -> 8967d020 -> 889fa230`: the threads and processes of a chain, as the field writes it. */
export function chainText(edges: readonly WaitEdge[]): string {
  const actors = [...edges.map(({ from }) => from), ...edges.slice(-1).map(({ to }) => to)].filter(isActor);
  return actors.map(actorText).join(' -> ');
}
const isActor = ({ kind }: WaitNode): boolean => kind === 'thread' || kind === 'process';

/** The address by which debuggers name a thread or process, else its id. */
export function actorText(node: WaitNode): string {
  if (node.address !== null) return node.address.toString(16);
  return node.id === null ? (node.name ?? '?') : `tid ${node.id.toString(16)}`;
}

/** What each edge of a chain says and where it was read. */
export function edgeEvidence(edges: readonly WaitEdge[]): Evidence[] {
  const shown = edges.slice(0, MOST_EDGES).map((edge) => ({
    statement: `${edgeText(edge)}${edge.trust === 'inferred' ? ' (inferred)' : ''}: ${edge.place.how}${edge.place.line === null ? '' : `, line ${edge.place.line + 1} of the log`}`,
    command: edge.place.command,
    addresses: [edge.from, edge.to].flatMap(({ address }) => (address === null ? [] : [address])),
  }));
  const more = edges.length - shown.length;
  return more > 0 ? [...shown, { statement: `${more} more steps of the chain`, command: null }] : shown;
}

function edgeText({ from, to, kind, mode, alternative }: WaitEdge): string {
  const how = mode === null ? '' : ` ${mode === 'shared' ? 'shared' : 'exclusive'} access to`;
  switch (kind) {
    case 'waits-for':
      return `${nodeText(from)} waits for${how} ${nodeText(to)}${alternative ? ', one of several objects' : ''}`;
    case 'owned-by':
      return `${nodeText(from)} is owned by ${nodeText(to)}`;
    case 'served-by':
      return `${nodeText(from)} is served by ${nodeText(to)}`;
    case 'sent-to':
      return `${nodeText(from)} was sent to ${nodeText(to)}`;
  }
}

/** One line about a head: how many wait behind it, and what it does itself. */
export function headEvidence(waits: Waits, head: WaitHead): Evidence {
  const { node, blocked, exact, chain } = head;
  const count = `${exact ? '' : 'at least '}${blocked} ${blocked === 1 ? 'thread waits' : 'threads wait'}`;
  return {
    statement: `${nodeText(node)}: ${count} behind it, for example ${chainText(chain)}${stateText(waits, node)}`,
    command:
      node.address === null
        ? '~*k'
        : `${node.kind === 'process' ? '!process' : '!thread'} ${node.address.toString(16)}`,
    ...(node.address === null ? {} : { addresses: [node.address] }),
  };
}

/** `; it is RUNNING on processor 3`, `; it waits itself (UserRequest) since 5 min`: nothing when the thread's own block is not known. */
function stateText(waits: Waits, node: WaitNode): string {
  const thread = waits.threadAt(node);
  if (!thread?.state) return '';
  const on = thread.state === 'RUNNING' && thread.processor !== null ? ` on processor ${thread.processor}` : '';
  const reason = thread.state === 'WAIT' && thread.waitReason ? ` (${thread.waitReason})` : '';
  const since = thread.state === 'WAIT' && thread.waitMs !== null ? ` since ${durationText(thread.waitMs)}` : '';
  const count = thread.suspendCount ?? 0;
  const suspended = count > 0 ? `, suspended (count ${count}), and goes on only when it is resumed` : '';
  return `; it is in state ${thread.state}${on}${reason}${since}${suspended}`;
}

/** The shortest wait among the waiting threads of a chain in milliseconds; null when none is known. */
export function shortestWait(waits: Waits, edges: readonly WaitEdge[]): number | null {
  const times = edges
    .filter(({ kind }) => kind === 'waits-for')
    .map(({ from }) => waits.threadAt(from)?.waitMs ?? null)
    .filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** A thread or process for machines: its address, else its id, in hexadecimal. */
function actorJson({ address, id, name }: WaitNode): string | null {
  return address !== null ? hex(address) : id !== null ? hex(id) : name;
}

/** A head as JSON-safe details. */
export function headDetails({ node, blocked, exact, chain }: WaitHead): Record<string, unknown> {
  return { head: actorJson(node), kind: node.kind, blocked, exact, chain: chainText(chain) };
}

/** A circle as JSON-safe details. */
export function cycleDetails({ edges, threads, blocked, certain }: WaitCycle): Record<string, unknown> {
  return {
    threads: threads.map(actorJson),
    objects: edges
      .map(({ from }) => from)
      .filter((node) => !isActor(node))
      .map(nodeText),
    blocked,
    certain,
  };
}
