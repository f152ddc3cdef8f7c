import type { WaitGraph } from './wait-graph-builder.ts';
import type { WaitEdge, WaitNode } from './wait-node.ts';

/** A thread or process that others wait behind and that waits for nobody known. */
export interface WaitHead {
  readonly node: WaitNode;
  /** Distinct threads that cannot go on before it does. */
  readonly blocked: number;
  /** False when counting was stopped: then `blocked` is what was counted so far. */
  readonly exact: boolean;
  /** The way to it from one of the threads farthest behind it. */
  readonly chain: readonly WaitEdge[];
}

/** An object that threads wait for although nobody is known who could end that. */
export interface OwnerlessObject {
  readonly node: WaitNode;
  readonly waiters: readonly WaitEdge[];
}

/** Edges followed while counting: a lock shared by thousands of owners would make it quadratic. */
const MOST_STEPS = 4_000_000;
/** Objects behind objects: a message is sent to a port that a process owns. */
const MOST_OBJECTS = 4;

export const isActor = (node: WaitNode): boolean => node.kind === 'thread' || node.kind === 'process';

/** Ends of chains, those with most threads behind them first. */
export function headsOf(graph: WaitGraph): readonly WaitHead[] {
  const steps = { left: MOST_STEPS };
  return graph.nodes
    .filter((node) => isActor(node) && graph.into(node).length > 0 && !leadsToActor(graph, node, MOST_OBJECTS))
    .map((node) => {
      const { threads, exact, chain } = behind(graph, [node], steps);
      return { node, blocked: threads - Number(node.kind === 'thread'), exact, chain };
    })
    .filter(({ blocked }) => blocked > 0)
    .sort((a, b) => b.blocked - a.blocked || (a.node.key < b.node.key ? -1 : 1));
}

/** Objects with waiters and no known owner, those with most waiters first. */
export function ownerlessOf(graph: WaitGraph): readonly OwnerlessObject[] {
  return graph.nodes
    .filter((node) => !isActor(node) && graph.out(node).length === 0)
    .map((node) => ({ node, waiters: graph.into(node).filter(({ kind }) => kind === 'waits-for') }))
    .filter(({ waiters }) => waiters.length > 0)
    .sort((a, b) => b.waiters.length - a.waiters.length || (a.node.key < b.node.key ? -1 : 1));
}

/** Whether a thread or process stands behind what the node waits for: then it is no end of a chain. */
function leadsToActor(graph: WaitGraph, node: WaitNode, deep: number): boolean {
  return graph.out(node).some(({ to }) => isActor(to) || (deep > 0 && leadsToActor(graph, to, deep - 1)));
}

/** Distinct threads among the nodes and all that wait behind them, and the way from the farthest. */
export function behind(
  graph: WaitGraph,
  from: readonly WaitNode[],
  steps: { left: number } = { left: MOST_STEPS },
): { readonly threads: number; readonly exact: boolean; readonly chain: readonly WaitEdge[] } {
  const via = new Map<string, { edge: WaitEdge | null; level: number }>(
    from.map(({ key }) => [key, { edge: null, level: 0 }]),
  );
  const queue = [...from];
  let threads = from.filter(({ kind }) => kind === 'thread').length;
  let farthest = { key: '', level: 0 };
  let exact = true;
  for (let i = 0; i < queue.length && exact; i++) {
    const node = queue[i]!;
    const level = via.get(node.key)!.level + 1;
    for (const edge of graph.into(node)) {
      if (steps.left-- <= 0) {
        exact = false;
        break;
      }
      const { key, kind } = edge.from;
      if (via.has(key)) continue;
      via.set(key, { edge, level });
      queue.push(edge.from);
      if (kind !== 'thread') continue;
      threads++;
      if (level > farthest.level) farthest = { key, level };
    }
  }
  const chain: WaitEdge[] = [];
  for (let at = via.get(farthest.key)?.edge; at; at = via.get(at.to.key)?.edge) chain.push(at);
  return { threads, exact, chain };
}
