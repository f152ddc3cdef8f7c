import type { Context } from '../machine/context.ts';
import { type Address, tryPointer } from '../memory/space.ts';
import { hasWow64Layer, readWow64Context } from '../target/wow64-context.ts';
import { switchFrameLayout, threadContext } from '../windows/thread-context.ts';
import { kernelOrNull } from './kernel.ts';
import { kernelOffset } from './process-context.ts';
import type { Session } from './session.ts';

/** KTHREAD.KernelStack where the debugger data ends before the offsets: Windows 2000 and XP on x86. */
const LEGACY_KERNEL_STACK = 0x28;

/** The registers with which a thread of a kernel dump will go on; null when they are not in the dump. */
export async function threadContextAt(session: Session, address: Address): Promise<Context | null> {
  const offset = await kernelStackOffset(session);
  const kernel = session.target.architecture === 'arm64' ? await kernelOrNull(session) : null;
  return threadContext(session.target, address, offset, kernel && switchFrameLayout(kernel));
}

/**
 * The registers of the 32-bit code that a thread runs, in a session that sees the thread's process; null for threads of
 * other processes, and where they are not in the dump.
 */
export async function narrowContextAt(session: Session, thread: Address): Promise<Context | null> {
  if (session.target.pointerSize !== 8 || !hasWow64Layer(session.target.modules)) return null;
  const told = session.target.kernelPointers?.get('OffsetKThreadTeb') ?? 0n;
  const offset = told > 0n && told < 0x1000n ? Number(told) : await kernelOffset(session, '_KTHREAD', 'Teb');
  const teb = offset === null ? null : tryPointer(session.memory, thread + offset, 8);
  return teb === null || teb <= 0 ? null : readWow64Context(session.memory, teb);
}

async function kernelStackOffset(session: Session): Promise<number | null> {
  const told = session.target.kernelPointers?.get('OffsetKThreadKernelStack');
  if (told !== undefined && told > 0n && told < 0x1000n) return Number(told);
  const known = await kernelOffset(session, '_KTHREAD', 'KernelStack');
  return known ?? (session.target.architecture === 'x86' ? LEGACY_KERNEL_STACK : null);
}
