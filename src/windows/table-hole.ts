import { type Address, isHole, type MemorySpace } from '../memory/space.ts';

/** How many entries of a table, at least one, begin in the hole that lies at an address; 1 where there is none. */
export function entriesInHole(memory: MemorySpace, at: Address, size: number): number {
  const answer = memory.read(at, 1);
  return isHole(answer) ? Math.max(1, Math.ceil(answer.length / size)) : 1;
}
