import { UsageError } from '../bytes/errors.ts';
import { NO_THREADS } from '../debugger/data-model/thread-objects.ts';
import { kernelOrNull, needWholeKernel } from '../debugger/kernel.ts';
import { currentProcess, needProcessList } from '../debugger/kernel-process.ts';
import { viewThreadStack } from '../debugger/kernel-thread.ts';
import type { Session } from '../debugger/session.ts';
import { framesByDefault, stackStart, viewStack } from '../debugger/stack-view.ts';
import { vendorOf } from '../evidence/vendor.ts';
import { toAddress, toUnsigned } from '../memory/space.ts';
import { crashContextOf } from '../target/stack.ts';
import { isUserMode } from '../target/target.ts';
import { isWithoutHandles, readHandles } from '../windows/handle-reader.ts';
import { readProcess, threadList } from '../windows/process-reader.ts';
import { type FrameTrust, frameName } from '../windows/stack.ts';
import { readThread } from '../windows/thread-reader.ts';
import { type DumpList, listOf } from './linked-list.ts';

export interface DumpModule {
  /** The debugger's name: `nt`. */
  readonly name: string;
  readonly imageName: string;
  readonly path: string | null;
  readonly base: bigint;
  readonly size: number;
  readonly version: string | null;
  /** Of the version resource, from the dump or the image; null where neither has it. */
  readonly company: string | null;
  /** Link time stamp of the PE header, which symbol stores know images by; null where the dump does not say. */
  readonly timestamp: number | null;
  readonly space: 'kernel' | 'user';
}

export interface DumpProcess {
  /** Null where the dump does not say. */
  readonly id: number | null;
  readonly name: string | null;
  /** The EPROCESS of a kernel dump. */
  readonly address: bigint | null;
}

export interface DumpThread {
  readonly id: number | null;
  readonly processId: number | null;
  /** The ETHREAD of a kernel dump. */
  readonly address: bigint | null;
  /** Its position among the threads of the dump whose registers it holds; null for others. */
  readonly index: number | null;
  readonly name: string | null;
}

export interface DumpHandle {
  readonly handle: bigint;
  /** `File`, `Event`, `Key`; null where the dump does not say. */
  readonly type: string | null;
  /** Null where the object has no name, and where the dump does not hold it. */
  readonly name: string | null;
  /** The granted access mask. */
  readonly access: number;
  /** The object's body in a kernel dump. */
  readonly object: bigint | null;
}

export interface StackFrame {
  /** `orders!printInvoice+0x14`. */
  readonly name: string;
  readonly module: string | null;
  readonly function: string | null;
  readonly address: bigint | null;
  readonly stackPointer: bigint | null;
  readonly source: { readonly file: string; readonly line: number } | null;
  readonly inline: boolean;
  /** How the frame was found, `scan` being a guess. */
  readonly trust: FrameTrust;
}

export function modulesOf(session: Session): readonly DumpModule[] {
  const { theCase } = session;
  return session.target.modules.map((module) => ({
    name: module.name,
    imageName: module.imageName,
    path: module.path,
    base: toUnsigned(module.base),
    size: module.size,
    version: module.fileVersion,
    // Read when looked at: the resources of hundreds of modules are not wanted for a name.
    get company() {
      return vendorOf(theCase, module);
    },
    timestamp: module.timestamp,
    space: module.space,
  }));
}

export async function processesOf(session: Session): Promise<DumpList<DumpProcess>> {
  if (isUserMode(session.target)) {
    const { process } = session.target;
    return listOf([{ id: process?.id ?? null, name: process?.name ?? null, address: null }], null);
  }
  const kernel = await needWholeKernel(session, 'processes', 'the processes');
  const { items, broken } = needProcessList(kernel, 'processes');
  const processes = items.map((address) => {
    const process = readProcess(kernel, address, { threads: false });
    return { id: process?.id ?? null, name: process?.image ?? null, address: toUnsigned(address) };
  });
  return listOf(processes, broken);
}

export async function threadsOf(session: Session, process: DumpProcess | null): Promise<DumpList<DumpThread>> {
  const at = process?.address == null ? null : toAddress(process.address);
  if (at === null) {
    const threads = session.target.threads.map(({ id, processId, address, index, name }) => ({
      id,
      processId,
      address: address === null ? null : toUnsigned(address),
      index,
      name,
    }));
    return listOf(threads, threads.length === 0 ? NO_THREADS : null);
  }
  const kernel = await needWholeKernel(session, 'threads', 'the threads of a process');
  const { items, broken } = threadList(kernel, at);
  const threads = items.map((address) => {
    const thread = readThread(kernel, address);
    return {
      id: thread?.threadId ?? null,
      processId: thread?.processId ?? null,
      address: toUnsigned(address),
      index: null,
      name: thread?.name ?? null,
    };
  });
  return listOf(threads, broken);
}

export async function handlesOf(session: Session, process: DumpProcess | null): Promise<DumpList<DumpHandle>> {
  if (isUserMode(session.target)) {
    const { handles } = session.target;
    if (!handles) throw new UsageError('handles', 'this dump was saved without handles (MiniDumpWithHandleData)');
    return listOf(
      handles.map(({ handle, typeName, objectName, grantedAccess }) => ({
        handle,
        type: typeName,
        name: objectName,
        access: grantedAccess,
        object: null,
      })),
      null,
    );
  }
  const kernel = await needWholeKernel(session, 'handles', 'handle tables');
  const at = process?.address == null ? await currentProcess(session, kernel) : toAddress(process.address);
  if (at === null) throw new UsageError('handles', 'say of which process: the current one is not known');
  const table = readHandles(kernel, at, { names: true });
  if (!table && isWithoutHandles(kernel, at)) return listOf([], null);
  if (!table) throw new UsageError('handles', 'the handle table of the process is not in the dump');
  return listOf(
    table.handles.map(({ handle, type, name, access, object }) => ({
      handle: BigInt(handle),
      type,
      name,
      access,
      object,
    })),
    table.lost,
  );
}

/** Registers by name of a thread, or those in force. */
export function registersOf(session: Session, thread: DumpThread | null): ReadonlyMap<string, bigint> {
  const held = thread === null ? null : (session.target.threads[thread.index ?? -1] ?? null);
  const context = thread === null ? session.context : held && crashContextOf(session.target, held);
  if (!context) throw new UsageError('registers', 'the registers of this thread are not in the dump');
  return context.registers;
}

export async function stackOf(session: Session, thread: DumpThread | null): Promise<DumpList<StackFrame>> {
  const view = await stackView(session, thread);
  if (!view) return listOf([], 'the stack of this thread is not in the dump');
  const frames = view.frames.map(({ frame }) => ({
    name: frameName(frame),
    module: frame.module,
    function: frame.function,
    address: frame.address,
    stackPointer: frame.stackPointer,
    source: frame.source,
    inline: frame.inline,
    trust: frame.trust,
  }));
  return listOf(frames, view.end === 'complete' ? null : (view.endReason ?? view.end));
}

async function stackView(session: Session, thread: DumpThread | null) {
  const held = thread === null ? stackStart(session) : (session.target.threads[thread.index ?? -1] ?? null);
  if (held) {
    return viewStack(session, held, framesByDefault(session));
  }
  const address = thread?.address == null ? null : toAddress(thread.address);
  const kernel = address === null ? null : await kernelOrNull(session);
  const object = kernel && address !== null ? readThread(kernel, address) : null;
  return kernel && object ? viewThreadStack(session, kernel, object) : null;
}
