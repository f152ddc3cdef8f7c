import { systemFact } from '../evidence/system.ts';
import { threadObjectsFact } from '../evidence/thread-objects.ts';
import type { ThreadObject } from '../windows/thread.ts';
import type { Facts } from './pattern.ts';

/** What the processors do, and who would like to have one. Idle threads are on no list and so not among these. */
export interface ProcessorUse {
  readonly processors: number | null;
  readonly running: readonly ThreadObject[];
  readonly ready: readonly ThreadObject[];
  /** False where only some threads are known: then counts are no sums of the system. */
  readonly allThreads: boolean;
}

/** Threads that run and that are ready to. */
export function processorUse(facts: Facts): ProcessorUse {
  const threads = facts.need(threadObjectsFact).filter(({ processId }) => processId !== 0);
  return {
    processors: facts.get(systemFact)?.processors ?? null,
    running: threads.filter(({ state }) => state === 'RUNNING'),
    ready: threads.filter(({ state }) => state === 'READY' || state === 'DEFERRED_READY'),
    allThreads: facts.sourceKind !== 'debugger-log',
  };
}

/** `830c07c0 (MyApp.EXE)`. */
export function threadText({ address, processName }: ThreadObject): string {
  return `${address.toString(16)}${processName ? ` (${processName})` : ''}`;
}
