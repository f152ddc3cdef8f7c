import type { Frame } from '../windows/stack.ts';
import { componentOn } from './component.ts';
import { type Facts, present, type Verdict } from './pattern.ts';
import { hitsEvidence, searchStacks, threadsAre } from './stack-search.ts';

/** Threads whose stacks hold the frames of one technology; `what` goes on `3 threads are`. */
export function detectSubtrace(facts: Facts, wanted: (frame: Frame) => boolean, what: string): Verdict {
  const { hits, none } = searchStacks(facts, wanted);
  const [first] = hits;
  if (!first) return none;
  return present({
    confidence: 0.9,
    basis: 'the functions on the stacks',
    summary: `${threadsAre(hits.length)} ${what}.`,
    evidence: hitsEvidence(hits),
    component: componentOn(facts, first.member.stack.frames),
    details: { threads: hits.slice(0, 64).map(({ member }) => member.id ?? member.index) },
  });
}
