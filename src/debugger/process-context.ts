import { type Address, tryPointer } from '../memory/space.ts';
import { memberPlace } from '../symbols/member-path.ts';
import { targetInProcess } from '../target/process-target.ts';
import type { Target } from '../target/target.ts';
import { narrowPebOf } from '../windows/wow64-process.ts';
import { kernelOrNull } from './kernel.ts';
import type { Session } from './session.ts';
import { findType } from './type-search.ts';

/** The view that the session began with. */
const opened = new WeakMap<Session, Target>();
const contexts = new WeakMap<Target, Map<Address, Target | null>>();

/** Offset of a member of a kernel structure by the symbols of nt (`ApcState.Process`); null without them. */
export async function kernelOffset(session: Session, structure: string, path: string): Promise<number | null> {
  const nt = session.moduleNamed('nt');
  if (!nt) return null;
  await session.needSymbols(nt);
  const found = await findType(session, 'nt', structure);
  return memberPlace(found?.type ?? null, path)?.offset ?? null;
}

/** An offset that the kernel tells debuggers (KDDEBUGGER_DATA64); null where it does not. */
function toldOffset(session: Session, field: string): number | null {
  const told = session.target.kernelPointers?.get(field);
  return told !== undefined && told > 0n && told < 0x2000n ? Number(told) : null;
}

/** The process that a thread of a kernel dump runs in; null when symbols or memory do not tell. */
export async function processOfThread(session: Session, thread: Address): Promise<Address | null> {
  const offset =
    toldOffset(session, 'OffsetKThreadApcProcess') ?? (await kernelOffset(session, '_KTHREAD', 'ApcState.Process'));
  return offset === null ? null : tryPointer(session.memory, thread + offset, session.pointerSize);
}

/**
 * Makes the session see memory and modules as a process does; null goes back to how the dump was opened. False when
 * the process's address space is not in the dump: nothing changes then.
 */
export async function enterProcess(session: Session, process: Address | null): Promise<boolean> {
  const original = opened.get(session) ?? session.target;
  opened.set(session, original);
  if (process === null) {
    session.replaceCase({ ...session.theCase, target: original });
    return true;
  }
  const known = contexts.get(original) ?? new Map<Address, Target | null>();
  contexts.set(original, known);
  let target = known.get(process);
  if (target === undefined) {
    const pebOffset = toldOffset(session, 'OffsetEprocessPeb') ?? (await kernelOffset(session, '_EPROCESS', 'Peb'));
    target = targetInProcess(original, process, pebOffset, await narrowPeb(session, process));
    known.set(process, target);
  }
  if (!target) return false;
  session.replaceCase({ ...session.theCase, target });
  return true;
}

/** The PEB of the 32-bit code in a process; null in others, and without the types of nt. */
async function narrowPeb(session: Session, process: Address): Promise<Address | null> {
  const kernel = session.pointerSize === 8 ? await kernelOrNull(session) : null;
  return kernel ? narrowPebOf(kernel.object('_EPROCESS', process)) : null;
}

/**
 * Runs something while the session sees memory and modules as a process does, then goes back to where it was. Runs it
 * in the current view where the process's address space is not in the dump.
 */
export async function inProcess<T>(session: Session, process: Address | null, run: () => Promise<T>): Promise<T> {
  const { target } = session;
  try {
    if (process !== null) await enterProcess(session, process);
    return await run();
  } finally {
    session.replaceCase({ ...session.theCase, target });
  }
}
