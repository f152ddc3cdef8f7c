import { type Waits, waitGraphFact } from '../evidence/wait-graph.ts';
import { throughKinds, type WaitGraph } from '../evidence/wait-graph-builder.ts';
import { headsOf, type WaitHead } from '../evidence/wait-heads.ts';
import { nodeText, type WaitEdge, type WaitNodeKind } from '../evidence/wait-node.ts';
import { componentOn } from './component.ts';
import { durationText } from './duration.ts';
import { ABSENT, type Detection, type Evidence, type Facts, type Pattern, present, type Verdict } from './pattern.ts';
import { chainText, edgeEvidence, headDetails, headEvidence, shortestWait } from './wait-finding.ts';

/** Heads that are told one by one. */
const MOST_HEADS = 8;
/** One thread that waits for one lock is everyday life, unless it has waited this long. */
const LONG_WAIT = 10_000;
/** Below this the waits may end by themselves in a moment (Accidental Lock). */
const SHORT_WAIT = 1000;

/** A pattern about chains through one family of objects. */
export interface ChainFamily {
  readonly kinds: readonly WaitNodeKind[];
  /** How many threads must wait behind a single lock before it deserves a word; chains over several always do. */
  readonly fewest?: number;
  /** Heads that the family leaves to other patterns. */
  readonly keep?: (head: WaitHead, waits: Waits) => boolean;
}

/** Chains through the family's objects, by the threads and processes at their ends. */
export function detectChains(facts: Facts, family: ChainFamily): Verdict {
  const waits = facts.need(waitGraphFact);
  const graph = throughKinds(waits.graph, new Set(family.kinds));
  const heads = headsOf(graph).filter(
    (head) => isRemarkable(waits, head, family.fewest ?? 2) && (family.keep?.(head, waits) ?? true),
  );
  const [first, ...rest] = heads;
  return first ? present(chainFinding(facts, waits, graph, [first, ...rest])) : ABSENT;
}

/** The kinds of what the threads of a chain wait for. */
export function linkKinds({ chain }: WaitHead): ReadonlySet<WaitNodeKind> {
  return new Set(chain.filter(({ kind }) => kind === 'waits-for').map(({ to }) => to.kind));
}

/** Whether the chain begins and ends as it does with objects of all types; if not it is a part of a mixed one. */
export function isWholeChain({ node }: WaitHead, { heads }: Waits): boolean {
  const whole = heads.find((head) => head.node.key === node.key);
  return whole !== undefined && linkKinds(whole).size === 1;
}

/** Links of a chain: how often a thread waits. */
const linksOf = (edges: readonly WaitEdge[]): number => edges.filter(({ kind }) => kind === 'waits-for').length;

function isRemarkable(waits: Waits, { blocked, chain }: WaitHead, fewest: number): boolean {
  return blocked >= fewest || linksOf(chain) >= 2 || (shortestWait(waits, chain) ?? 0) >= LONG_WAIT;
}

function chainFinding(
  facts: Facts,
  waits: Waits,
  graph: WaitGraph,
  heads: readonly [WaitHead, ...WaitHead[]],
): Detection {
  const [top] = heads;
  const inferred = top.chain.some(({ trust }) => trust === 'inferred');
  const shortest = shortestWait(waits, top.chain);
  const brief = shortest !== null && shortest < SHORT_WAIT;
  const stack = waits.stackAt(top.node);
  const head = waits.threadAt(top.node);
  const evidence: Evidence[] = [
    ...heads.slice(0, MOST_HEADS).map((head) => headEvidence(waits, head)),
    ...edgeEvidence(top.chain),
  ];
  const [first, ...others] = evidence as [Evidence, ...Evidence[]];
  const objects = graph.nodes.filter(({ kind }) => kind !== 'thread' && kind !== 'process').length;
  return {
    confidence: (inferred ? 0.65 : 0.9) * (brief ? 0.5 : 1),
    basis: `${inferred ? 'stacks, from which some links are inferred' : 'owners and waiters as the system keeps them'}${brief ? `; the wait is only ${durationText(shortest)} old and may end by itself` : ''}`,
    summary: `${heads.length === 1 ? '' : `${headsText(heads)} hold others up; `}${top.blocked} ${top.blocked === 1 ? 'thread waits' : 'threads wait'} behind ${nodeText(top.node)}: ${chainText(top.chain)}.`,
    evidence: [first, ...others],
    component: stack ? componentOn(facts, stack.frames) : null,
    relations: [
      ...(head?.state === 'RUNNING' ? [{ kind: 'accompanies' as const, pattern: 'spiking-thread' }] : []),
      ...((head?.suspendCount ?? 0) > 0 ? [{ kind: 'accompanies' as const, pattern: 'suspended-thread' }] : []),
    ],
    advice:
      top.node.kind === 'thread' && top.node.address !== null && !waits.threadAt(top.node)
        ? [`Look at the thread at the end of the chain: !thread ${top.node.address.toString(16)}.`]
        : [],
    details: {
      heads: heads.slice(0, 64).map(headDetails),
      objects,
      shortestWaitMs: shortest,
      notKnown: waits.missing,
    },
  };
}

/** `6 threads`, `2 processes`, `3 threads and processes`. */
function headsText(heads: readonly WaitHead[]): string {
  const kinds = new Set(heads.map(({ node }) => node.kind));
  const what = kinds.size > 1 ? 'threads and processes' : kinds.has('process') ? 'processes' : 'threads';
  return `${heads.length} ${what}`;
}

/** What all patterns about wait chains have in common; each adds its id, name, part and objects. */
export function chainPattern(
  own: Pick<Pattern, 'id' | 'name' | 'part' | 'appliesTo' | 'meaning' | 'links'> &
    Partial<Pick<Pattern, 'advice' | 'draft' | 'severity'>>,
  family: ChainFamily & { readonly need?: (facts: Facts) => unknown },
): Pattern {
  return {
    severity: 'warning',
    advice: [
      'Look at the thread at the end of the chain: why does it not go on? The threads behind it are its victims.',
      'Heads that run are candidates for Spiking Thread; heads that wait for a device or a message lead on to a driver or to another process.',
    ],
    ...own,
    detect(facts) {
      const verdict = detectChains(facts, family);
      // Nothing found means nothing there only when the source of such chains is known.
      if (verdict.verdict === 'absent') family.need?.(facts);
      return verdict;
    },
  };
}
