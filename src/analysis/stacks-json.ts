import { hex } from '../bytes/hex.ts';
import type { Case } from '../evidence/case.ts';
import { stackCollectionFact } from '../evidence/stack-collection.ts';
import type { Frame } from '../windows/stack.ts';

/**
 * `stacks` of the analysis: every different stack once, the oddest first, with the threads that have it; null when no
 * thread is known. Frames are left out without `frameJson`.
 */
export function stacksJson(
  theCase: Case,
  frameJson: ((frame: Frame) => Record<string, unknown>) | null,
): Record<string, unknown>[] | null {
  const collection = stackCollectionFact(theCase);
  if (!collection.known) return null;
  return collection.value.map(({ oddity, reason, members, stack }) => ({
    oddity,
    reason,
    count: members.length,
    threads: members.map(({ id, index, address, process, waitMs }) => ({
      id,
      index,
      address: address === null ? null : hex(address),
      process,
      waitMs,
    })),
    ...(frameJson ? { frames: stack.frames.map(frameJson) } : {}),
  }));
}
