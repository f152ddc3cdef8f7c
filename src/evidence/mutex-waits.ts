import { isWaitPrimitive } from '../windows/stack-wait.ts';
import type { WaitGraphBuilder } from './wait-graph-builder.ts';
import type { WaitNode } from './wait-node.ts';
import { type OwnedMutex, threadCommand, type WaitingThread, type WaitSources } from './wait-sources.ts';

const RUNTIME = /^(ntdll(_[0-9a-f]+)?|kernel32|kernelbase|wow64\w*)$/i;
const ASKED = /^_?(Nt|Zw)?WaitForSingleObject(Ex)?$/;

/** The frame whose first argument is the handle that a thread waits for by its program's own call; null without such a wait. */
export function handleWaitFrame({ stack }: WaitingThread): number | null {
  let asked: number | null = null;
  for (const [index, { module, function: name, trust }] of (stack?.frames ?? []).entries()) {
    if (name === null || trust === 'scan') return null;
    if (module !== null && !RUNTIME.test(module)) return asked;
    if (ASKED.test(name)) asked = index;
    // Another function of the system that waits: a critical section, a loader, a heap.
    else if (!isWaitPrimitive(name) && name !== 'KiFastSystemCallRet') return null;
  }
  return null;
}

/** How a mutex was found that a thread waits for. */
export interface AwaitedMutex {
  readonly mutex: OwnedMutex;
  readonly how: string;
}

/**
 * The mutex that a thread waits for: by the handle that it called the wait with, else by elimination. A thread that
 * owns a mutex and waits for one object can only be kept by a mutex of somebody else, if it is a mutex at all.
 */
export function awaitedMutex(
  thread: WaitingThread,
  owned: readonly OwnedMutex[],
  handle: bigint | null,
  isKnown: (threadId: number) => boolean,
): AwaitedMutex | null {
  if (handle !== null) {
    const mutex = owned.find((item) => item.handle === handle);
    return mutex ? { mutex, how: `it waits for handle ${handle.toString(16)}, which is this mutex` } : null;
  }
  const own = owned.filter(({ threadId }) => threadId === thread.id);
  const others = owned.filter(({ threadId }) => threadId !== thread.id);
  const [only] = others;
  if (own.length === 0 || others.length !== 1 || !only || !isKnown(only.threadId)) return null;
  return {
    mutex: only,
    how: 'it waits for one object while it owns a mutex, and this is the only mutex that another thread owns; its handle is not shown, so that it waits for a mutex at all is assumed',
  };
}

/** Puts the owned mutexes of a process into a graph. They have no address: a name tells one from others, else its handle. */
export class MutexEdges {
  readonly #builder: WaitGraphBuilder;
  readonly #owned: readonly OwnedMutex[];
  readonly #argumentOf: WaitSources['argumentOf'];
  readonly #threadOf: (id: number) => WaitNode | null;

  /** `threadOf` yields the node of the one thread with an id; null where none or several are known. */
  constructor(builder: WaitGraphBuilder, sources: WaitSources, threadOf: (id: number) => WaitNode | null) {
    this.#builder = builder;
    this.#owned = sources.ownedMutexes ?? [];
    this.#argumentOf = sources.argumentOf;
    this.#threadOf = threadOf;
  }
  owners(): void {
    for (const mutex of this.#owned) {
      const { handle, threadId, line } = mutex;
      const owner =
        this.#threadOf(threadId) ?? this.#builder.called('thread', `id ${threadId.toString(16)}`, { id: threadId });
      const command = `!handle ${handle === null ? '0 f Mutant' : `${handle.toString(16)} f`}`;
      this.#builder.edge(this.#node(mutex), owner, 'owned-by', { command, line, how: 'Mutant Owner of the handle' });
    }
  }
  /** The edge of a thread that waits for an object by its program's own call, if that is a mutex. */
  wait(thread: WaitingThread, from: WaitNode): void {
    const frame = this.#owned.length === 0 ? null : handleWaitFrame(thread);
    if (frame === null) return;
    const handle = this.#argumentOf(thread, { kind: 'mutant', mode: null, frame, caller: null });
    const found = awaitedMutex(thread, this.#owned, handle, (id) => this.#threadOf(id) !== null);
    if (!found) return;
    const place = { command: threadCommand(thread), line: thread.line, how: found.how };
    this.#builder.edge(from, this.#node(found.mutex), 'waits-for', place, { trust: 'inferred' });
  }
  #node({ handle, name, threadId }: OwnedMutex): WaitNode {
    const what = name ?? (handle === null ? `of thread ${threadId.toString(16)}` : `handle ${handle.toString(16)}`);
    return this.#builder.called('mutant', what, { name: what });
  }
}
