import type { StackMember } from '../evidence/stack-collection.ts';
import { type Frame, frameName } from '../windows/stack.ts';
import { isWaitPrimitive } from '../windows/stack-wait.ts';
import { componentOn } from './component.ts';
import { durationText } from './duration.ts';
import { type Facts, present, type Verdict } from './pattern.ts';
import { hitsEvidence, type StackHit, searchStacks } from './stack-search.ts';

const LONG_MS = 10_000;

/** A wait that only the functions on the stacks tell of. */
export interface StackWaitFamily {
  /** The function that asked for it. */
  readonly name: RegExp;
  readonly module: RegExp;
  /** `answers to remote procedure calls`, for people. */
  readonly plural: string;
  /** Modules that may stand between the wait itself and that function; waits deeper in other code are others'. */
  readonly between: RegExp;
  /** Threads that must wait before it deserves a word; one that has waited long does only where this is not given. */
  readonly fewest?: number;
}

/** Threads that wait in such a function: two or more, or one for long. */
export function detectStackWaits(facts: Facts, family: StackWaitFamily): Verdict {
  const search = searchStacks(facts, (frame, index, frames) => isAsked(family, frame, index, frames));
  const longest = Math.max(0, ...search.hits.map(({ member }) => member.waitMs ?? 0));
  const { hits } = search;
  const isMuch = family.fewest === undefined ? hits.length >= 2 || longest >= LONG_MS : hits.length >= family.fewest;
  if (!isMuch) return hits.length > 0 ? { verdict: 'absent' } : search.none;
  const [first, ...rest] = hitsEvidence([...hits].sort(byWait), 'waits in');
  return present({
    confidence: longest >= LONG_MS ? 0.75 : 0.6,
    basis: 'the functions on the stacks of the waiting threads; who should answer is not on them',
    summary: `${hits.length} ${hits.length === 1 ? 'thread waits' : 'threads wait'} for ${family.plural}${longest > 0 ? `, for up to ${durationText(longest)}` : ''}.`,
    evidence: [first, ...rest],
    component: componentOn(facts, hits[0]!.member.stack.frames),
    details: {
      threads: hits.length,
      longestMs: longest > 0 ? longest : null,
      callers: [...new Set(hits.map(callerOf))].slice(0, 16),
    },
  });
}

function isAsked({ name, module, between }: StackWaitFamily, frame: Frame, index: number, frames: readonly Frame[]) {
  if (frame.function === null || !name.test(frame.function) || !module.test(frame.module ?? '')) return false;
  const before = frames.slice(0, index);
  return (
    before.some((item) => isWaitPrimitive(item.function ?? '')) &&
    before.every((item) => isWaitPrimitive(item.function ?? '') || between.test(item.module ?? ''))
  );
}

function callerOf({ member, frame, index }: StackHit): string {
  const caller = member.stack.frames[index + 1];
  return frameName(caller ?? frame);
}

const waitOf = ({ waitMs }: StackMember): number => waitMs ?? 0;
const byWait = (a: StackHit, b: StackHit): number => waitOf(b.member) - waitOf(a.member);
