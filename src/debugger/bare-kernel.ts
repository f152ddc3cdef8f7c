import { type Address, toUnsigned, tryPointer, tryU32, tryU64 } from '../memory/space.ts';
import { looksLikeProcess } from '../target/kernel-objects.ts';
import type { Target, TargetThread } from '../target/target.ts';
import { EMPTY_PROCESSOR } from '../transcript/processors.ts';
import { EMPTY_PROCESS, EMPTY_THREAD } from '../transcript/unknown-objects.ts';
import type { KernelEra } from '../windows/kernel-era.ts';
import type { ProcessObject } from '../windows/process.ts';
import type { ProcessorObject } from '../windows/processor.ts';
import type { ThreadObject } from '../windows/thread.ts';
import type { ProcessView } from './process-text.ts';
import type { Session } from './session.ts';
import { framesByDefault, viewStack } from './stack-view.ts';
import type { ThreadView } from './thread-text.ts';

/** For the end of what is shown without the types of nt. */
export const WITHOUT_TYPES =
  "No symbols with types were found for nt: shown is what the kernel's debugger data tells, the process being the one whose memory the thread sees; a question mark is unknown.";

/** The text form where no types tell the generation of the kernel: of the time of its processor. */
function eraOf(target: Target): KernelEra {
  return target.pointerSize === 8 ? 'windows10' : 'xp';
}

/** A word at an offset that KDDEBUGGER_DATA64 names; null where it does not. */
function told(target: Target, object: Address, field: string): bigint | null {
  const offset = target.kernelPointers?.get(field);
  if (offset === undefined || offset <= 0n || offset >= 0x2000n) return null;
  const at = object + Number(offset);
  if (target.pointerSize === 8) return tryU64(target.memory, at);
  const value = tryU32(target.memory, at);
  return value === null ? null : BigInt(value);
}

/** A thread that the dump itself names, by what it tells of it and of its process. */
function bareThread(target: Target, thread: TargetThread, address: Address): ThreadObject {
  const own = target.process;
  const ownAddress = own?.address == null || thread !== target.currentThread ? null : toUnsigned(own.address);
  const process = told(target, address, 'OffsetKThreadApcProcess') ?? ownAddress;
  return {
    ...EMPTY_THREAD,
    address: toUnsigned(address),
    processId: thread.processId,
    threadId: thread.id,
    teb: told(target, address, 'OffsetKThreadTeb') ?? (thread.teb === null ? null : toUnsigned(thread.teb)),
    state: thread.processor === null ? null : 'RUNNING',
    processor: thread.processor,
    process,
    processName: process !== null && process === ownAddress ? (own?.name ?? null) : null,
    stackInitial: told(target, address, 'OffsetKThreadInitialStack'),
    stackCurrent: told(target, address, 'OffsetKThreadKernelStack'),
    stackBase: thread.stack && toUnsigned(thread.stack.base),
    stackLimit: thread.stack && toUnsigned(thread.stack.limit),
  };
}

/** A thread that the dump names, without the types of nt; null when it names none at that address. */
export async function viewBareThread(
  session: Session,
  address: Address | null,
  detail: ThreadView['detail'],
  bare: boolean,
): Promise<ThreadView | null> {
  const { target } = session;
  const thread = address === null ? session.thread : target.threads.find((item) => item.address === address);
  if (!thread || thread.address === null) return null;
  const stack = detail === 'all' && thread.context ? await viewStack(session, thread, framesByDefault(session)) : null;
  return {
    era: eraOf(target),
    pointerSize: target.pointerSize,
    thread: bareThread(target, thread, thread.address),
    detail,
    stack,
    bare,
    stackMissing: detail === 'all' && !stack ? 'Its stack is not in the dump.' : null,
    partial: true,
  };
}

/** The process that the dump was saved in, without the types of nt; null when the dump does not say. */
export function viewBareProcess(target: Target): ProcessView | null {
  const { process, pointerSize } = target;
  if (process?.address == null || !looksLikeProcess(target.memory, process.address)) return null;
  const parent = told(target, process.address, 'OffsetEprocessParentCID');
  const own: ProcessObject = {
    ...EMPTY_PROCESS,
    address: toUnsigned(process.address),
    id: process.id,
    image: process.name,
    peb: told(target, process.address, 'OffsetEprocessPeb'),
    parentId: parent === null || parent > 0xffffffffn ? null : Number(parent),
    directoryBase: told(target, process.address, 'OffsetEprocessDirectoryTableBase'),
  };
  return { era: eraOf(target), pointerSize, process: own, inSession: true, statistics: false, threads: null };
}

/** KPRCB.CurrentThread, NextThread and IdleThread: behind one word in every version (public symbols). */
const THREADS = 1;

/** The processors that the dump names, without the types of nt. */
export function bareProcessors(target: Target): ProcessorObject[] {
  const { pointerSize, memory } = target;
  return (target.prcbs ?? []).map(({ number, address }) => {
    const word = (index: number) => tryPointer(memory, address + (THREADS + index) * pointerSize, pointerSize);
    const [current, next, idle] = [word(0), word(1), word(2)];
    const of = (value: Address | null) => (value === null ? null : toUnsigned(value));
    return {
      ...EMPTY_PROCESSOR,
      number,
      prcb: toUnsigned(address),
      currentThread: of(current),
      nextThread: of(next),
      idleThread: of(idle),
      idle: current === null || next === null || idle === null ? null : current === idle && next === 0,
    };
  });
}
