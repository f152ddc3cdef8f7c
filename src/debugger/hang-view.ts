import { UsageError } from '../bytes/errors.ts';
import { criticalSectionsFact } from '../evidence/critical-sections.ts';
import { loadSymbols, loadThreadSymbols } from '../evidence/load-symbols.ts';
import { oddThreads } from '../evidence/odd-threads.ts';
import { waitGraphFact } from '../evidence/wait-graph.ts';
import { nodeText, type WaitEdge, type WaitNode } from '../evidence/wait-node.ts';
import { isUserMode, type TargetThread } from '../target/target.ts';
import type { Session } from './session.ts';
import { type StackView, viewStack } from './stack-view.ts';

/** A thread of a wait chain and what it waits for. */
export interface HangLink {
  /** The debugger's number; null for threads of a kernel dump and those that the dump does not hold. */
  readonly index: number | null;
  readonly processId: number | null;
  readonly threadId: number | null;
  /** KTHREAD in a kernel dump, unsigned. */
  readonly address: bigint | null;
  /** `critical section 402000 (app!lock)`; null at the end of the chain. */
  readonly waitsFor: string | null;
  /** What says so, and whether it is certain. */
  readonly how: string | null;
  readonly certain: boolean;
}

/** What `!analyze -hang` adds: the longest chain of waiting threads, a deadlock first. */
export interface HangView {
  readonly pointerSize: 4 | 8;
  readonly kernel: boolean;
  readonly chain: readonly HangLink[];
  readonly deadlock: boolean;
  /** Threads that cannot go on before this chain does. */
  readonly blocked: number;
  /** Further chains, a line each. */
  readonly others: readonly string[];
  /** The thread that others wait behind, or the first of a circle. */
  readonly stack: StackView | null;
  /** What could have added waits and is not known. */
  readonly missing: readonly string[];
}

const MOST_OTHERS = 10;
const MOST_FRAMES = 64;

/** Who waits for whom, from the locks and stacks of all threads; a UsageError where neither is known. */
export async function viewHang(session: Session): Promise<HangView> {
  const running = await loadSymbols(session.theCase, session.symbolLoader, 'all');
  session.replaceCase(await loadThreadSymbols(running, session.symbolLoader, oddThreads(running)));
  const ntdll = session.moduleNamed('ntdll');
  if (ntdll) await session.needSymbols(ntdll);
  const answer = waitGraphFact(session.theCase);
  if (!answer.known) throw new UsageError('!analyze', `-hang needs ${answer.missing}`);
  const { cycles, heads, missing } = answer.value;
  const [cycle] = cycles;
  const [head] = heads;
  const edges = cycle?.edges ?? head?.chain ?? [];
  const chain = linksOf(session, edges, cycle ? null : (head?.node ?? null));
  const last = cycle ? chain[0] : chain.at(-1);
  const thread = last ? threadOf(session, last.threadId, last.address) : null;
  const others = [
    ...cycles.slice(1).map((each) => `deadlock of ${each.threads.map(nodeText).join(', ')}`),
    ...heads
      .slice(cycle ? 0 : 1)
      .map(({ node, blocked, exact }) => `${exact ? '' : 'at least '}${blocked} blocked behind ${nodeText(node)}`),
  ];
  return {
    pointerSize: session.pointerSize,
    kernel: !isUserMode(session.target),
    chain,
    deadlock: cycle !== undefined,
    blocked: cycle?.blocked ?? head?.blocked ?? 0,
    others: others.slice(0, MOST_OTHERS),
    stack: thread ? await viewStack(session, thread, MOST_FRAMES) : null,
    missing: notKnown(session, missing),
  };
}

/** What the graph misses, each once: of a process nobody expects the kernel. */
function notKnown(session: Session, missing: readonly string[]): string[] {
  const user = isUserMode(session.target);
  const sections = user ? criticalSectionsFact(session.theCase) : null;
  const lost = sections?.known && sections.value.lost !== null ? [`critical sections: ${sections.value.lost}`] : [];
  const kept = missing.filter((what) => !user || !what.startsWith("the kernel's memory"));
  return [...new Set([...kept, ...lost])];
}

/** The threads along a chain of edges; `end` is the node that waits for nobody. */
function linksOf(session: Session, edges: readonly WaitEdge[], end: WaitNode | null): HangLink[] {
  const links: HangLink[] = [];
  for (const [at, { from, to, place, trust, alternative }] of edges.entries()) {
    if (from.kind !== 'thread') continue;
    // The edge behind the object says who owns it.
    const owned = edges[at + 1];
    const certain = trust === 'direct' && !alternative && (owned?.from !== to || owned.trust === 'direct');
    links.push({ ...identityOf(session, from), waitsFor: nodeText(to), how: place.how, certain });
  }
  if (end?.kind === 'thread' && links.length > 0)
    links.push({ ...identityOf(session, end), waitsFor: null, how: null, certain: true });
  return links;
}

function identityOf(
  session: Session,
  { address, id }: WaitNode,
): Pick<HangLink, 'index' | 'processId' | 'threadId' | 'address'> {
  const thread = threadOf(session, id, address);
  const user = isUserMode(session.target);
  return {
    index: user ? (thread?.index ?? null) : null,
    processId: thread?.processId ?? (user ? (session.target.process?.id ?? null) : null),
    threadId: thread?.id ?? id,
    address,
  };
}

function threadOf(session: Session, id: number | null, address: bigint | null): TargetThread | null {
  const at = address === null ? null : session.address(address);
  return (
    session.target.threads.find((thread) => (at !== null ? thread.address === at : id !== null && thread.id === id)) ??
    null
  );
}
