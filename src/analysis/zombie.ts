import type { ProcessObject } from '../windows/process.ts';

/** Ended, still on the list. A log shows it by an empty handle table; System and Idle have their reasons for that. */
export function isZombie({ zombie, objectTable, handleCount, id, image }: ProcessObject): boolean {
  if (zombie !== null) return zombie;
  return (
    objectTable === 0n && (handleCount ?? 0) === 0 && id !== 0 && id !== 4 && image !== 'System' && image !== 'Idle'
  );
}

/** How often each key occurs, the most frequent first. */
export function countBy<T>(items: readonly T[], key: (item: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
