import type { Context } from '../machine/context.ts';
import type { Address } from '../memory/space.ts';
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

async function kernelStackOffset(session: Session): Promise<number | null> {
  const told = session.target.kernelPointers?.get('OffsetKThreadKernelStack');
  if (told !== undefined && told > 0n && told < 0x1000n) return Number(told);
  const known = await kernelOffset(session, '_KTHREAD', 'KernelStack');
  return known ?? (session.target.architecture === 'x86' ? LEGACY_KERNEL_STACK : null);
}
