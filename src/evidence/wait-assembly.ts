import type { CriticalSection } from '../windows/critical-section.ts';
import type { Resource } from '../windows/resource.ts';
import { type StackWait, stackWaitOf } from '../windows/stack-wait.ts';
import { MutexEdges } from './mutex-waits.ts';
import { WaitGraphBuilder } from './wait-graph-builder.ts';
import type { WaitNode, WaitNodeKind, WaitPlace } from './wait-node.ts';
import { threadCommand, type WaitingThread, type WaitSources } from './wait-sources.ts';

/** Puts all sources into one graph: structures first, since what they say outweighs what stacks suggest. */
export function buildWaitGraph(sources: WaitSources): ReturnType<WaitGraphBuilder['finish']> {
  return new Assembly(sources).finish();
}

const OBJECT_KINDS: Readonly<Record<string, WaitNodeKind>> = {
  Mutant: 'mutant',
  MutantObject: 'mutant',
  Mutex: 'mutant',
  NotificationEvent: 'event',
  SynchronizationEvent: 'event',
  Semaphore: 'semaphore',
  Gate: 'gate',
  NotificationTimer: 'timer',
  SynchronizationTimer: 'timer',
};
const LOADER_LOCK = /!LdrpLoaderLock\b/;

class Assembly {
  readonly #sources: WaitSources;
  readonly #builder = new WaitGraphBuilder();
  readonly #byId = new Map<number, WaitingThread[]>();
  readonly #sections: ReadonlyMap<bigint, CriticalSection>;
  readonly #mutexes: MutexEdges;
  /** Threads whose wait a structure has explained, by key. */
  readonly #explained = new Set<string>();

  constructor(sources: WaitSources) {
    this.#sources = sources;
    this.#sections = new Map(sources.sections.map((section) => [section.address, section]));
    this.#mutexes = new MutexEdges(this.#builder, sources, (id) => this.#threadOf(id));
    for (const thread of sources.threads) {
      if (thread.id === null) continue;
      const same = this.#byId.get(thread.id);
      if (same) same.push(thread);
      else this.#byId.set(thread.id, [thread]);
    }
  }

  finish() {
    const { threads, resources, sections } = this.#sources;
    const servers = new Map<bigint, WaitingThread>();
    for (const thread of threads) if (thread.serving !== null) servers.set(thread.serving, thread);
    for (const resource of resources) this.#resource(resource);
    for (const section of sections) this.#section(section);
    this.#mutexes.owners();
    for (const thread of threads) {
      this.#message(thread, servers);
      this.#objects(thread);
    }
    for (const thread of threads) this.#stack(thread);
    // Locks name their threads by address only.
    for (const thread of threads)
      if (thread.address !== null && this.#builder.has('thread', thread.address)) this.#thread(thread);
    for (const { address, id, image } of this.#sources.processes)
      if (this.#builder.has('process', address)) this.#builder.at('process', address, { id, name: image });
    return this.#builder.finish();
  }

  #thread({ address, id, name }: WaitingThread): WaitNode | null {
    if (address !== null) return this.#builder.at('thread', address, { name, id });
    if (id !== null) return this.#builder.called('thread', `id ${id.toString(16)}`, { name, id });
    return name === null ? null : this.#builder.called('thread', name, { name });
  }

  /** Thread ids are unique in a system, but a log may show several processes of different moments. */
  #threadOf(id: number): WaitNode | null {
    const [only, ...more] = this.#byId.get(id) ?? [];
    return only && more.length === 0 ? this.#thread(only) : null;
  }

  #resource(resource: Resource): void {
    const { owners, sharedWaiters, exclusiveWaiters, line } = resource;
    if (owners.length + sharedWaiters.length + exclusiveWaiters.length === 0) return;
    const node = this.#builder.at('resource', resource.address, { name: resource.symbol });
    const command = `!locks ${resource.address.toString(16)}`;
    const place = (how: string): WaitPlace => ({ command, line, how });
    for (const owner of owners) {
      const thread = ownerThread(owner);
      if (thread === null) {
        const called = this.#builder.called('object', `owner ${owner.thread.toString(16)}`, {
          name: `owner word ${owner.thread.toString(16)}, which is no thread`,
        });
        this.#builder.edge(node, called, 'owned-by', place('owner table of the resource'));
      } else
        this.#builder.edge(node, this.#builder.at('thread', thread), 'owned-by', place('owner table of the resource'));
    }
    const wait = (thread: bigint, mode: 'exclusive' | 'shared'): void => {
      const waiter = this.#builder.at('thread', thread);
      this.#builder.edge(waiter, node, 'waits-for', place(`${mode} waiters of the resource`), { mode });
      this.#explained.add(waiter.key);
    };
    for (const thread of exclusiveWaiters) wait(thread, 'exclusive');
    for (const thread of sharedWaiters) wait(thread, 'shared');
  }

  #section(section: CriticalSection): void {
    if (section.locked === false || !section.owningThread) return;
    const node = this.#sectionNode(section);
    const id = Number(section.owningThread & 0xffff_ffffn);
    const owner = this.#threadOf(id) ?? this.#builder.called('thread', `id ${id.toString(16)}`, { id });
    const command = `!cs ${section.address.toString(16)}`;
    const place = { command, line: section.line, how: 'OwningThread of the critical section' };
    this.#builder.edge(node, owner, 'owned-by', place);
  }
  #sectionNode(section: CriticalSection): WaitNode {
    const kind = LOADER_LOCK.test(section.symbol ?? '') ? 'loader-lock' : 'critical-section';
    return this.#builder.at(kind, section.address, { name: section.symbol?.replace(/\+0x0$/, '') ?? null });
  }

  #message(thread: WaitingThread, servers: ReadonlyMap<bigint, WaitingThread>): void {
    const wait = thread.messageWait;
    const from = wait ? this.#thread(thread) : null;
    if (!wait || !from) return;
    const alpc = wait.kind === 'alpc';
    const message = alpc
      ? this.#builder.at('alpc-message', wait.message)
      : this.#builder.called('lpc-message', wait.message.toString(16), { id: Number(wait.message) });
    const place = (how: string, command: string): WaitPlace => ({ command, line: thread.line, how });
    const show = alpc ? `!alpc /m ${wait.message.toString(16)}` : `!lpc message ${wait.message.toString(16)}`;
    this.#builder.edge(from, message, 'waits-for', place('the thread waits for the reply', threadCommand(thread)));
    this.#explained.add(from.key);
    const told = servers.get(wait.message);
    const address = told ? null : this.#sources.serverOf(wait.message);
    const server = told ? this.#thread(told) : address === null ? null : this.#builder.at('thread', address);
    if (server) {
      const how = told ? 'the server thread works on this message' : 'the message names its server thread';
      this.#builder.edge(message, server, 'served-by', told ? place(how, threadCommand(told)) : place(how, show));
      return;
    }
    const port = wait.port === null ? null : this.#builder.at('port', wait.port);
    if (port) this.#builder.edge(message, port, 'sent-to', place('the port that the message was sent to', show));
    if (wait.portOwner !== null)
      this.#builder.edge(
        port ?? message,
        this.#builder.at('process', wait.portOwner),
        'owned-by',
        place('the process that owns the port', show),
      );
  }

  #objects(thread: WaitingThread): void {
    const foreign = thread.waitObjects.filter(({ own, type }) => own === null && type !== 'QueueObject');
    const alternative = foreign.length > 1 && thread.waitAll !== true;
    for (const object of foreign) {
      const from = this.#thread(thread);
      if (!from) return;
      const place = {
        command: threadCommand(thread),
        line: thread.line,
        how: `the thread waits for this ${object.type ?? 'object'}`,
      };
      const kind = OBJECT_KINDS[object.type ?? ''] ?? 'object';
      if (
        object.type === 'Thread' ||
        object.type === 'ThreadObject' ||
        object.type === 'ProcessObject' ||
        object.type === 'Process'
      ) {
        const target = this.#builder.at(
          object.type.startsWith('Process') ? 'process' : 'thread',
          object.owner ?? object.address,
        );
        this.#builder.edge(from, target, 'waits-for', place, { alternative });
        this.#explained.add(from.key);
      } else if (kind === 'mutant') {
        const mutant = this.#builder.at('mutant', object.address, { name: object.name });
        this.#builder.edge(from, mutant, 'waits-for', place, { alternative });
        this.#explained.add(from.key);
        if (object.owner !== null)
          this.#builder.edge(mutant, this.#builder.at('thread', object.owner), 'owned-by', {
            ...place,
            how: 'owning thread of the mutant',
          });
      } else if (!this.#explained.has(from.key)) {
        // The event or semaphore inside a resource or a message says nothing more than these do.
        this.#builder.edge(from, this.#builder.at(kind, object.address, { name: object.name }), 'waits-for', place, {
          alternative,
        });
      }
    }
  }

  #stack(thread: WaitingThread): void {
    const from = thread.waitsOnLock ? this.#thread(thread) : null;
    const stack = !from || this.#explained.has(from.key) ? null : thread.stack;
    const wait = stack ? stackWaitOf(stack.frames) : null;
    if (from && !wait) this.#mutexes.wait(thread, from);
    const to = from && wait ? this.#awaited(thread, wait, from) : null;
    if (!from || !wait || !to) return;
    const place = { command: threadCommand(thread), line: thread.line, how: to.how };
    this.#builder.edge(from, to.node, 'waits-for', place, { mode: wait.mode, trust: 'inferred' });
  }

  /** The object that a stack waits for, and how it was found: by argument, by elimination, or as an unknown one of its kind. */
  #awaited(thread: WaitingThread, wait: StackWait, from: WaitNode): { node: WaitNode; how: string } | null {
    if (wait.kind === 'message-reply' || wait.kind === 'file-lock') return null;
    const stack = 'the functions on its stack';
    if (wait.kind === 'irp') {
      const irp = this.#irp(thread);
      return irp && { node: irp, how: `${stack}, and the only IRP of the thread` };
    }
    if (wait.kind === 'fast-mutex') {
      const mutex = this.#fastMutex(thread);
      if (mutex) return { node: mutex, how: `${stack}, and the mutex around the event that it waits for` };
    }
    const address = this.#sources.argumentOf(thread, wait);
    if (wait.kind === 'window-message' && address !== null) {
      const name = `to window ${address.toString(16)}, whose thread is not known`;
      return {
        node: this.#builder.called(wait.kind, address.toString(16), { name }),
        how: `${stack}, with the window`,
      };
    }
    if (wait.kind === 'critical-section' || wait.kind === 'loader-lock') {
      const named = address === null ? undefined : this.#sections.get(address);
      if (named) return { node: this.#sectionNode(named), how: `${stack}, with the section as argument` };
      const only = address === null ? this.#onlySection(thread) : null;
      if (only) return { node: this.#sectionNode(only), how: `${stack}; no other section with waiters fits` };
    }
    if (address !== null)
      return { node: this.#builder.at(wait.kind, address), how: `${stack}, with the lock as argument` };
    const name = `which one ${from.name ?? from.key} waits for is not known`;
    return { node: this.#builder.called(wait.kind, `of ${from.key}`, { name }), how: stack };
  }

  /**
   * The one section that a thread can be waiting for: contended, owned by another thread that is known, and not its
   * own, since a critical section lets its owner in again. Null when several are possible.
   */
  #onlySection({ id }: WaitingThread): CriticalSection | null {
    const { contended, byOwner } = this.#contended();
    const own = (id === null ? undefined : byOwner.get(id)) ?? 0;
    if (contended.length - own !== 1) return null;
    return contended.find(({ owningThread }) => Number(owningThread) !== id) ?? null;
  }
  #contention: { contended: readonly CriticalSection[]; byOwner: ReadonlyMap<number, number> } | null = null;
  /** Sections with waiters whose owner is a thread that is known, and how many of them each thread owns. */
  #contended() {
    if (this.#contention) return this.#contention;
    const contended = [...this.#sections.values()].filter(
      ({ waiters, owningThread, locked }) =>
        locked !== false && (waiters ?? 0) > 0 && owningThread !== null && this.#byId.has(Number(owningThread)),
    );
    const byOwner = new Map<number, number>();
    for (const { owningThread } of contended)
      byOwner.set(Number(owningThread), (byOwner.get(Number(owningThread)) ?? 0) + 1);
    this.#contention = { contended, byOwner };
    return this.#contention;
  }

  #fastMutex({ waitObjects, line }: WaitingThread): WaitNode | null {
    const [event] = waitObjects;
    const mutex = event && waitObjects.length === 1 ? this.#sources.mutexOf(event.address) : null;
    if (!mutex) return null;
    const node = this.#builder.at('fast-mutex', mutex.address);
    this.#builder.edge(node, this.#builder.at('thread', mutex.owner), 'owned-by', {
      command: `dt nt!_FAST_MUTEX ${mutex.address.toString(16)}`,
      line,
      how: 'Owner of the mutex',
    });
    return node;
  }

  #irp({ irps, line }: WaitingThread): WaitNode | null {
    const [only] = irps;
    if (!only || irps.length > 1) return null;
    const node = this.#builder.at('irp', only.address);
    const driver = this.#sources.driverOf(only.address);
    if (driver !== null)
      this.#builder.edge(node, this.#builder.called('driver', driver, { name: driver }), 'sent-to', {
        command: `!irp ${only.address.toString(16)}`,
        line,
        how: 'current stack location of the IRP',
      });
    const pipe = this.#sources.pipeOf?.(only.address) ?? null;
    if (pipe)
      this.#builder.edge(node, this.#builder.at('pipe', pipe.file, { name: pipe.name }), 'sent-to', {
        command: `dt nt!_FILE_OBJECT ${pipe.file.toString(16)}`,
        line,
        how: 'file object in the current stack location of the IRP; who serves the pipe is not known',
      });
    return node;
  }
}

/** The thread of an owner entry. With its low bits set the word is no thread (ExSetResourceOwnerPointer), unless the debugger says which. */
function ownerThread({ thread, actualThread }: Resource['owners'][number]): bigint | null {
  if (actualThread !== null) return actualThread;
  return (thread & 3n) === 0n ? thread : null;
}
