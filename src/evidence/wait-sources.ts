import type { CriticalSection } from '../windows/critical-section.ts';
import type { Resource } from '../windows/resource.ts';
import type { ThreadStack } from '../windows/stack.ts';
import type { StackWait } from '../windows/stack-wait.ts';
import type { ThreadIrp } from '../windows/thread.ts';
import type { MessageWait, WaitObject } from '../windows/wait.ts';
import { keyAt } from './wait-graph-builder.ts';

/** What a wait graph needs of a thread, from either mode. A kernel's has an address, a process's only an id. */
export interface WaitingThread {
  readonly address: bigint | null;
  readonly id: number | null;
  readonly process: bigint | null;
  /** For people: `MyService.exe 1e8.4054`. */
  readonly name: string | null;
  readonly waitObjects: readonly WaitObject[];
  /** True where every object must come, null where that is not known. */
  readonly waitAll: boolean | null;
  readonly messageWait: MessageWait | null;
  readonly serving: bigint | null;
  readonly irps: readonly ThreadIrp[];
  readonly stack: ThreadStack | null;
  /** False where its state already says that it runs, or waits for work: then its stack is not asked. */
  readonly waitsOnLock: boolean;
  readonly line: number | null;
}

/** The key of a thread's node; null for a thread that nothing identifies. */
export function threadKey({ address, id, name }: WaitingThread): string | null {
  if (address !== null) return keyAt('thread', address);
  if (id !== null) return `thread id ${id.toString(16)}`;
  return name === null ? null : `thread ${name}`;
}

/** The debugger's command that shows a thread. */
export function threadCommand({ address, id }: WaitingThread): string {
  if (address !== null) return `!thread ${address.toString(16)}`;
  return id === null ? '~*k' : `~~[${id.toString(16)}]k`;
}

/** A mutex by its name or handle; a process does not know the address. */
export interface OwnedMutex {
  readonly handle: bigint | null;
  readonly name: string | null;
  readonly threadId: number;
  readonly line: number | null;
}

/** Everything that tells who waits for whom. */
export interface WaitSources {
  readonly threads: readonly WaitingThread[];
  readonly resources: readonly Resource[];
  /** For their names. */
  readonly processes: readonly {
    readonly address: bigint;
    readonly id: number | null;
    readonly image: string | null;
  }[];
  readonly sections: readonly CriticalSection[];
  /** The object that a wait function was called with, where the stack still holds it. */
  readonly argumentOf: (thread: WaitingThread, wait: StackWait) => bigint | null;
  /** The thread that serves an ALPC message, where the message itself says so. */
  readonly serverOf: (message: bigint) => bigint | null;
  /** The fast or guarded mutex that holds an event or gate, with the thread that owns it. */
  readonly mutexOf: (event: bigint) => { readonly address: bigint; readonly owner: bigint } | null;
  /** The driver that an IRP was last sent to. */
  readonly driverOf: (irp: bigint) => string | null;
  /** The file object that an IRP of the file system of named pipes works on. */
  readonly pipeOf?: (irp: bigint) => { readonly file: bigint; readonly name: string | null } | null;
  /** Mutexes of a process that threads own: what a log's `!handle` tells. */
  readonly ownedMutexes?: readonly OwnedMutex[];
}
