import type { WaitGraph } from './wait-graph-builder.ts';
import { behind } from './wait-heads.ts';
import type { WaitEdge, WaitNode } from './wait-node.ts';

/** Threads and objects that wait for each other in a circle. */
export interface WaitCycle {
  /** A shortest circle, beginning with a thread; the last edge leads back to it. */
  readonly edges: readonly WaitEdge[];
  /** Its threads, in the order of the circle. One alone waits for what it owns itself. */
  readonly threads: readonly WaitNode[];
  /** Distinct threads that are caught in it or behind it. */
  readonly blocked: number;
  /** False when an edge is inferred, or one of several that might end a wait. */
  readonly certain: boolean;
}

/** One circle for every group of nodes that all wait for each other; those that block most threads first. */
export function cyclesOf(graph: WaitGraph): readonly WaitCycle[] {
  return components(graph)
    .map((nodes) => cycleIn(graph, nodes))
    .filter((cycle) => cycle !== null)
    .sort((a, b) => b.blocked - a.blocked || (a.threads[0]!.key < b.threads[0]!.key ? -1 : 1));
}

function cycleIn(graph: WaitGraph, nodes: readonly WaitNode[]): WaitCycle | null {
  const start = nodes.find(({ kind }) => kind === 'thread');
  if (!start) return null;
  const edges = circleFrom(graph, start, new Set(nodes.map(({ key }) => key)));
  if (edges.length === 0) return null;
  return {
    edges,
    threads: edges.map(({ from }) => from).filter(({ kind }) => kind === 'thread'),
    blocked: behind(graph, nodes).threads,
    certain: edges.every(({ trust, alternative }) => trust === 'direct' && !alternative),
  };
}

/** The shortest way from a node back to itself, by breadth within its group. */
function circleFrom(graph: WaitGraph, start: WaitNode, group: ReadonlySet<string>): readonly WaitEdge[] {
  const via = new Map<string, WaitEdge>();
  const queue: WaitNode[] = [start];
  for (let i = 0; i < queue.length; i++) {
    for (const edge of graph.out(queue[i]!)) {
      const { to } = edge;
      if (to.key === start.key) {
        const way = [edge];
        for (let at = edge.from; at.key !== start.key; ) {
          const before = via.get(at.key)!;
          way.push(before);
          at = before.from;
        }
        return way.reverse();
      }
      if (!group.has(to.key) || via.has(to.key)) continue;
      via.set(to.key, edge);
      queue.push(to);
    }
  }
  return [];
}

/** Tarjan's strongly connected components that hold a circle, without recursion: a chain may be very long. */
function components(graph: WaitGraph): readonly (readonly WaitNode[])[] {
  const found: WaitNode[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const pending = new Set<string>();
  const stack: WaitNode[] = [];
  for (const root of graph.nodes) {
    if (index.has(root.key)) continue;
    const work: { node: WaitNode; next: number }[] = [];
    const enter = (node: WaitNode): void => {
      index.set(node.key, index.size);
      low.set(node.key, index.get(node.key)!);
      pending.add(node.key);
      stack.push(node);
      work.push({ node, next: 0 });
    };
    enter(root);
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const { node } = top;
      const edge = graph.out(node)[top.next++];
      if (edge) {
        const { key } = edge.to;
        if (!index.has(key)) enter(edge.to);
        else if (pending.has(key)) low.set(node.key, Math.min(low.get(node.key)!, index.get(key)!));
        continue;
      }
      work.pop();
      const above = work.at(-1)?.node;
      if (above) low.set(above.key, Math.min(low.get(above.key)!, low.get(node.key)!));
      if (low.get(node.key) !== index.get(node.key)) continue;
      const group = stack.splice(stack.lastIndexOf(node));
      for (const { key } of group) pending.delete(key);
      const [only] = group;
      if (group.length > 1 || graph.out(only!).some(({ to }) => to.key === only!.key)) found.push(group);
    }
  }
  return found;
}
