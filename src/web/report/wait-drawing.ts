import { Graph, layout } from '@dagrejs/dagre';
import type { Waits } from '../../evidence/wait-graph.ts';
import { isActor } from '../../evidence/wait-heads.ts';
import { nodeText, type WaitEdge, type WaitNode } from '../../evidence/wait-node.ts';
import { html, type Markup, type Part } from './html.ts';

/** A drawing with more boxes is no longer read. */
const MOST_NODES = 70;
/** Waiters of one object that are drawn one by one; more become one box. */
const MOST_WAITERS = 4;
const CHARACTER = 7;

interface Box {
  readonly key: string;
  readonly kind: string;
  readonly lines: readonly string[];
  readonly classes: string;
}

interface Line {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly classes: string;
}

export interface WaitDrawing {
  readonly picture: Markup;
  /** True when not all of the graph is drawn. */
  readonly cut: boolean;
}

/** The parts of a wait graph worth looking at: circles, and the chains to the heads that block most threads; null when empty. */
export function drawWaits(waits: Waits): WaitDrawing | null {
  const { boxes, lines, cut } = selectParts(waits);
  if (lines.length === 0) return null;
  return { picture: html`${islands(boxes, lines).map((island, index) => draw(island, `arrow${index}`))}`, cut };
}

interface Island {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly lines: readonly Line[];
}

/** Chains that have nothing to do with each other are drawn apart, in the order in which they matter. */
function islands(boxes: ReadonlyMap<string, Box>, lines: readonly Line[]): readonly Island[] {
  const beside = new Map<string, string[]>([...boxes.keys()].map((key) => [key, []]));
  for (const { from, to } of lines) {
    beside.get(from)!.push(to);
    beside.get(to)!.push(from);
  }
  const taken = new Set<string>();
  const found: Island[] = [];
  for (const start of boxes.keys()) {
    if (taken.has(start)) continue;
    const keys = [start];
    taken.add(start);
    for (let index = 0; index < keys.length; index++)
      for (const key of beside.get(keys[index]!)!) {
        if (taken.has(key)) continue;
        taken.add(key);
        keys.push(key);
      }
    const own = new Set(keys);
    found.push({
      boxes: new Map([...boxes].filter(([key]) => own.has(key))),
      lines: lines.filter(({ from }) => own.has(from)),
    });
  }
  return found;
}

function selectParts(waits: Waits): { boxes: Map<string, Box>; lines: Line[]; cut: boolean } {
  const { graph, cycles, heads } = waits;
  const boxes = new Map<string, Box>();
  const lines: Line[] = [];
  const inCycle = new Set(cycles.flatMap(({ edges }) => edges.map((edge) => edgeKey(edge))));
  const cycleNodes = new Set(cycles.flatMap(({ edges }) => edges.map(({ from }) => from.key)));
  const headNodes = new Map(heads.map((head) => [head.node.key, head.blocked]));
  const seen = new Set<string>();
  let cut = false;
  const add = (node: WaitNode) => {
    if (boxes.has(node.key)) return;
    const blocked = headNodes.get(node.key);
    const note = blocked === undefined ? [] : [`${blocked} blocked behind it`];
    const classes = ['node', isActor(node) ? 'thread' : '', cycleNodes.has(node.key) ? 'cycle' : blocked ? 'head' : ''];
    boxes.set(node.key, {
      key: node.key,
      kind: node.kind,
      lines: [...wrapped(nodeText(node)), ...note],
      classes: classes.join(' '),
    });
  };
  const join = (edge: WaitEdge) => {
    add(edge.from);
    add(edge.to);
    const classes = ['edge', edge.trust, inCycle.has(edgeKey(edge)) ? 'cycle' : ''].join(' ');
    lines.push({ from: edge.from.key, to: edge.to.key, label: edgeLabel(edge), classes });
  };
  // Breadth-first from what matters most, against the arrows: who waits behind it.
  const queue: WaitNode[] = [
    ...cycles.flatMap(({ edges }) => edges.map(({ from }) => from)),
    ...heads.map(({ node }) => node),
  ];
  for (let index = 0; index < queue.length; index++) {
    const node = queue[index]!;
    if (seen.has(node.key)) continue;
    seen.add(node.key);
    if (boxes.size >= MOST_NODES) {
      cut = true;
      break;
    }
    const into = graph.into(node);
    const leaves = into.filter(
      ({ from }) => from.kind === 'thread' && graph.into(from).length === 0 && !cycleNodes.has(from.key),
    );
    const fold = leaves.length > MOST_WAITERS ? new Set(leaves) : new Set<WaitEdge>();
    for (const edge of into) {
      if (fold.has(edge)) continue;
      if (boxes.size >= MOST_NODES && !boxes.has(edge.from.key)) {
        cut = true;
        continue;
      }
      join(edge);
      queue.push(edge.from);
    }
    if (fold.size > 0) {
      const key = `waiters of ${node.key}`;
      add(node);
      boxes.set(key, { key, kind: 'waiters', lines: [`${fold.size} threads`], classes: 'node thread' });
      lines.push({ from: key, to: node.key, label: 'wait', classes: 'edge direct' });
    }
  }
  return { boxes, lines, cut };
}

const edgeKey = ({ from, to, kind }: WaitEdge) => `${from.key}\0${kind}\0${to.key}`;

function edgeLabel({ kind, mode }: WaitEdge): string {
  const words = { 'waits-for': 'waits for', 'owned-by': 'owned by', 'served-by': 'served by', 'sent-to': 'sent to' }[
    kind
  ];
  return mode === null ? words : `${words} (${mode})`;
}

/** Two lines at most, about 28 characters each. */
function wrapped(text: string): string[] {
  const open = text.indexOf(' (');
  const parts = text.length > 30 && open > 0 ? [text.slice(0, open), text.slice(open + 1)] : [text];
  return parts.map((part) => (part.length > 36 ? `${part.slice(0, 35)}…` : part));
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Chains run from left to right where that fits beside each other on a screen, else downwards. */
const WIDEST = 1100;

function draw({ boxes, lines }: Island, arrow: string): Markup {
  const across = place({ boxes, lines }, 'LR');
  const graph = across.graph().width! <= WIDEST ? across : narrower(across, place({ boxes, lines }, 'TB'));
  return markup(graph, { boxes, lines }, arrow);
}

const narrower = (a: Graph, b: Graph): Graph => (a.graph().width! <= b.graph().width! ? a : b);

function place({ boxes, lines }: Island, rankdir: 'LR' | 'TB'): Graph {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir, nodesep: 14, ranksep: rankdir === 'LR' ? 30 : 20, marginx: 8, marginy: 8 });
  for (const { key, lines: text } of boxes.values()) {
    const longest = Math.max(...text.map((line) => line.length));
    graph.setNode(key, { width: longest * CHARACTER + 18, height: text.length * 16 + 12 });
  }
  lines.forEach(({ from, to, label }, index) => {
    graph.setEdge(from, to, { width: label.length * 6, height: 14, labelpos: 'c' }, String(index));
  });
  layout(graph);
  return graph;
}

function markup(graph: Graph, { boxes, lines }: Island, arrow: string): Markup {
  const size = graph.graph() as unknown as { width: number; height: number };
  const edges = lines.map(({ from, to, label, classes }, index) => {
    const { points, x, y } = graph.edge({ v: from, w: to, name: String(index) }) as unknown as {
      points: readonly { x: number; y: number }[];
      x?: number;
      y?: number;
    };
    const path = points.map((point, at) => `${at === 0 ? 'M' : 'L'}${round(point.x)} ${round(point.y)}`).join(' ');
    const text: Part =
      x !== undefined &&
      y !== undefined &&
      html`<text x="${round(x)}" y="${round(y - 3)}" text-anchor="middle">${label}</text>`;
    return html`<g class="${classes}"><path d="${path}" marker-end="url(#${arrow})"/>${text}</g>`;
  });
  const nodes = [...boxes.values()].map(({ key, lines: text, classes }) => {
    const { x, y, width, height } = graph.node(key) as unknown as Placed;
    const top = y - ((text.length - 1) * 16) / 2 + 4;
    return html`<g class="${classes}"><rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="5"/>${text.map((line, index) => html`<text x="${round(x)}" y="${round(top + index * 16)}" text-anchor="middle">${line}</text>`)}</g>`;
  });
  return html`<svg viewBox="0 0 ${round(size.width)} ${round(size.height)}" width="${round(size.width)}" height="${round(size.height)}" role="img" aria-label="Wait graph: boxes are threads and objects, arrows lead from who waits to what is waited for"><defs><marker id="${arrow}" viewBox="0 0 8 8" refX="8" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto-start-reverse"><path class="arrow" d="M0 0L8 4L0 8z"/></marker></defs>${edges}${nodes}</svg>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
