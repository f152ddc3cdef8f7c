import { toAddress, toUnsigned, tryPointer } from '../memory/space.ts';
import { contextOfFrame } from '../target/stack.ts';
import { isUserMode, type Target } from '../target/target.ts';
import { type CriticalSection, criticalSectionAt } from '../windows/critical-section.ts';
import type { ThreadStack } from '../windows/stack.ts';
import { stackWaitOf } from '../windows/stack-wait.ts';
import { type Case, fact, known, missing } from './case.ts';
import { sectionReader } from './critical-sections.ts';
import { threadsFact } from './threads.ts';

/** Words of a waiting function's frames that are looked at. */
const MOST_WORDS = 512;

/**
 * The critical section that each thread waits for in RtlEnterCriticalSection, by its stack. Since Windows 8 sections
 * are usually made without debug information and so are on no list; but the waiting functions keep the section's
 * address in their frames and registers. A word counts only if it leads to a section that is locked, has waiters, and
 * is owned by another thread of the process; with two such candidates none is taken.
 */
export const awaitedSectionsFact = fact<ReadonlyMap<ThreadStack, CriticalSection>>('awaitedSections', (theCase) => {
  const { target } = theCase;
  const threads = threadsFact(theCase);
  if (!threads.known) return threads;
  if (!target || !isUserMode(target)) return missing('the memory of a process');
  const ids = new Set(threads.value.flatMap(({ id }) => (id === null ? [] : [BigInt(id)])));
  const found = new Map<ThreadStack, CriticalSection>();
  for (const { id, stack } of threads.value) {
    const section = awaitedBy(theCase, target, stack, id, ids);
    if (section) found.set(stack, section);
  }
  return known(found, 'stacks of the waiting threads');
});

function awaitedBy(
  theCase: Case,
  target: Target,
  stack: ThreadStack,
  own: number | null,
  ids: ReadonlySet<bigint>,
): CriticalSection | null {
  const wait = stackWaitOf(stack.frames);
  if (wait?.kind !== 'critical-section' && wait?.kind !== 'loader-lock') return null;
  const reader = sectionReader(theCase, target);
  const candidates = new Map<bigint, CriticalSection>();
  for (const word of wordsOf(target, stack, wait.frame)) {
    if (candidates.has(word)) continue;
    const at = toAddress(word);
    const section = at === null || word === 0n ? null : criticalSectionAt(reader, at);
    if (!section?.locked || section.owningThread === null || !ids.has(section.owningThread)) continue;
    // A section lets its owner in again: nobody waits for his own.
    if (own !== null && section.owningThread === BigInt(own)) continue;
    if ((section.waiters ?? 0) < 1 || (section.recursionCount ?? 0) < 1) continue;
    candidates.set(word, section);
  }
  return candidates.size === 1 ? [...candidates.values()][0]! : null;
}

/** What stands in the frames from the innermost to the waiting function's, and in the registers that these kept. */
function wordsOf(target: Target, { frames }: ThreadStack, last: number): Set<bigint> {
  const { memory, pointerSize } = target;
  const words = new Set<bigint>();
  for (const frame of frames.slice(0, last + 1))
    for (const value of contextOfFrame(frame)?.registers.values() ?? []) words.add(value);
  const start = frames[0]?.stackPointer ?? null;
  const end = frames[last + 1]?.stackPointer ?? null;
  const low = start === null ? null : toAddress(start);
  const high = end === null ? null : toAddress(end);
  if (low === null || high === null) return words;
  for (let at = low; at < high && at < low + MOST_WORDS * pointerSize; at += pointerSize) {
    const value = tryPointer(memory, at, pointerSize);
    if (value !== null) words.add(toUnsigned(value));
  }
  return words;
}
