import { type Frame, frameName } from './stack.ts';

/** Threads whose stacks are the same, frame by frame. */
export interface StackFold<T> {
  /** In the order met; the first one's stack stands for all. */
  readonly members: readonly T[];
}

/**
 * Folds equal stacks, in the order in which each was first met. Two are equal when all their physical frames are at the
 * same places: by module, function and offset, so that processes with their own copies of a module compare, or else by
 * address. Stacks without frames are not known to be equal: they stay apart, or are folded by `emptyKey`.
 */
export function foldStacks<T>(
  items: readonly T[],
  framesOf: (item: T) => readonly Frame[],
  emptyKey: ((item: T) => string) | null = null,
): StackFold<T>[] {
  const folds = new Map<string, T[]>();
  for (const [index, item] of items.entries()) {
    const frames = framesOf(item);
    const key = frames.length > 0 ? keyOf(frames) : emptyKey ? `# ${emptyKey(item)}` : `#${index}`;
    const fold = folds.get(key);
    if (fold) fold.push(item);
    else folds.set(key, [item]);
  }
  return [...folds.values()].map((members) => ({ members }));
}

function keyOf(frames: readonly Frame[]): string {
  return frames
    .filter((frame) => !frame.inline)
    .map((frame) => frameName(frame))
    .join('\n');
}
