import type { WaitEdge, WaitNode, WaitNodeKind, WaitPlace } from './wait-node.ts';

/** A wait graph: who waits for what, and who could end the wait. */
export interface WaitGraph {
  readonly nodes: readonly WaitNode[];
  readonly edges: readonly WaitEdge[];
  /** What the node waits for, is owned by or is served by. */
  out(node: WaitNode): readonly WaitEdge[];
  /** What waits for the node, or is owned by it. */
  into(node: WaitNode): readonly WaitEdge[];
  find(kind: WaitNodeKind, address: bigint): WaitNode | null;
}

const NONE: readonly WaitEdge[] = [];

/** Collects nodes and edges; the same object met twice is one node, the same statement made twice one edge. */
export class WaitGraphBuilder {
  readonly #nodes = new Map<string, WaitNode>();
  readonly #edges = new Map<string, WaitEdge>();

  /** The node of an object at an address; a name or id learnt later completes it. */
  at(kind: WaitNodeKind, address: bigint, more: { name?: string | null; id?: number | null } = {}): WaitNode {
    return this.#put({ key: keyAt(kind, address), kind, address, id: more.id ?? null, name: more.name ?? null });
  }
  /** The node of something that has no known address. */
  called(kind: WaitNodeKind, what: string, more: { name?: string | null; id?: number | null } = {}): WaitNode {
    return this.#put({ key: `${kind} ${what}`, kind, address: null, id: more.id ?? null, name: more.name ?? null });
  }
  edge(
    from: WaitNode,
    to: WaitNode,
    kind: WaitEdge['kind'],
    place: WaitPlace,
    more: { mode?: WaitEdge['mode']; trust?: WaitEdge['trust']; alternative?: boolean } = {},
  ): void {
    const key = `${from.key}>${to.key}>${kind}`;
    const before = this.#edges.get(key);
    // What a structure says outweighs what a stack suggests.
    if (before && (before.trust === 'direct' || more.trust === 'inferred')) return;
    this.#edges.set(key, {
      from,
      to,
      kind,
      mode: more.mode ?? before?.mode ?? null,
      trust: more.trust ?? 'direct',
      place,
      alternative: more.alternative ?? false,
    });
  }
  has(kind: WaitNodeKind, address: bigint): boolean {
    return this.#nodes.has(keyAt(kind, address));
  }
  /** An edge of another graph, with its nodes. */
  add(edge: WaitEdge): void {
    this.#put(edge.from);
    this.#put(edge.to);
    this.#edges.set(`${edge.from.key}>${edge.to.key}>${edge.kind}`, edge);
  }
  finish(): WaitGraph {
    const nodes = [...this.#nodes.values()];
    const edges = [...this.#edges.values()].map((edge) => ({
      ...edge,
      from: this.#nodes.get(edge.from.key)!,
      to: this.#nodes.get(edge.to.key)!,
    }));
    const out = new Map<string, WaitEdge[]>();
    const into = new Map<string, WaitEdge[]>();
    for (const edge of edges) {
      append(out, edge.from.key, edge);
      append(into, edge.to.key, edge);
    }
    const byKey = this.#nodes;
    return {
      nodes,
      edges,
      out: (node) => out.get(node.key) ?? NONE,
      into: (node) => into.get(node.key) ?? NONE,
      find: (kind, address) => byKey.get(keyAt(kind, address)) ?? null,
    };
  }
  #put(node: WaitNode): WaitNode {
    const before = this.#nodes.get(node.key);
    if (!before) {
      this.#nodes.set(node.key, node);
      return node;
    }
    if ((before.name !== null || node.name === null) && (before.id !== null || node.id === null)) return before;
    const merged = { ...before, name: before.name ?? node.name, id: before.id ?? node.id };
    this.#nodes.set(node.key, merged);
    return merged;
  }
}

/** The part of a graph that leads through these kinds of objects, with the threads and processes between them. */
export function throughKinds(graph: WaitGraph, kinds: ReadonlySet<WaitNodeKind>): WaitGraph {
  const builder = new WaitGraphBuilder();
  const fits = ({ kind }: WaitNode): boolean => kinds.has(kind) || kind === 'thread' || kind === 'process';
  const isLink = ({ from, to }: WaitEdge): boolean =>
    fits(from) && fits(to) && (kinds.has(from.kind) || kinds.has(to.kind));
  for (const edge of graph.edges) if (isLink(edge)) builder.add(edge);
  return builder.finish();
}

/** The key of a node with an address. */
export function keyAt(kind: WaitNodeKind, address: bigint): string {
  return `${kind} ${address.toString(16)}`;
}

function append(map: Map<string, WaitEdge[]>, key: string, edge: WaitEdge): void {
  const list = map.get(key);
  if (list) list.push(edge);
  else map.set(key, [edge]);
}
