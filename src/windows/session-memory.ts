import type { Address } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { sessionIdOf, sessionOf } from './process-memory.ts';

/** What a logon session has committed; pages. Null is unknown. */
export interface SessionMemory {
  readonly id: number;
  /** Of MM_SESSION_SPACE. */
  readonly address: bigint;
  readonly pagedPool: bigint | null;
  readonly nonPageable: bigint | null;
  readonly commit: bigint | null;
}

/** The memory of the sessions that processes belong to, by their ids. */
export function readSessionMemory(kernel: Kernel, processes: readonly Address[]): SessionMemory[] {
  const sessions = new Map<number, SessionMemory>();
  for (const at of processes) {
    const process = kernel.object('_EPROCESS', at);
    const id = sessionIdOf(kernel, process);
    const session = id === null || sessions.has(id) ? null : sessionOf(kernel, process);
    if (id === null || !session) continue;
    sessions.set(id, {
      id,
      address: session.at,
      // Paged pool has had its own counter since Vista; its descriptor counts whole pages before.
      pagedPool: session.value('PagedPoolInfo.AllocatedPagedPool', 'PagedPool.TotalPages'),
      // Microsoft spells it both ways, from version to version.
      nonPageable: session.value('NonPagablePages', 'NonPageablePages'),
      commit: session.value('CommittedPages'),
    });
  }
  return [...sessions.values()].sort((a, b) => a.id - b.id);
}
