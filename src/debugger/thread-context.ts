import { type Context, pointerSizeOf } from '../machine/context.ts';
import { contextOf } from '../machine/register-layout.ts';
import { type Address, tryPointer, tryU8, tryView } from '../memory/space.ts';
import type { Session } from './session.ts';

/** DISPATCHER_HEADER.Type of threads (KOBJECTS in public symbols). */
const THREAD_OBJECT = 6;
/** KTHREAD.KernelStack where the debugger data ends before the offsets: Windows 2000 and XP on x86. */
const LEGACY_KERNEL_STACK = 0x28;

/**
 * The registers with which a thread of a kernel dump will go on. Of a waiting thread those that KiSwapContext saved:
 * KTHREAD.KernelStack points to a KSWITCHFRAME (public in `dt nt!_KSWITCHFRAME`), on x86 {ExceptionList,
 * ApcBypassDisable, RetAddr} below KiSwapContext's own saved ebp, edi, esi, ebx; on x64 {P1Home..P5Home, ApcBypass,
 * Rbp, Return}. Null when `address` is no thread, or its stack is not in the dump.
 */
export async function threadContextAt(session: Session, address: Address): Promise<Context | null> {
  const { target, memory } = session;
  const running = target.threads.find((thread) => thread.address === address);
  if (running?.context) return running.context;
  if (((tryU8(memory, address) ?? 0) & 0x7f) !== THREAD_OBJECT) return null;
  const offset = await kernelStackOffset(session);
  const size = pointerSizeOf(target.architecture);
  const stack = offset === null ? null : tryPointer(memory, address + offset, size);
  if (stack === null) return null;
  return target.architecture === 'x86'
    ? switchedX86(session, stack)
    : target.architecture === 'x64'
      ? switchedX64(session, stack)
      : null;
}

async function kernelStackOffset(session: Session): Promise<number | null> {
  const told = session.target.kernelPointers?.get('OffsetKThreadKernelStack');
  if (told !== undefined && told > 0n && told < 0x1000n) return Number(told);
  const nt = session.moduleNamed('nt');
  const type = (nt && (await session.needSymbols(nt))?.types?.type('_KTHREAD')) ?? null;
  const field = type?.kind === 'struct' ? type.field('KernelStack') : null;
  if (field) return field.offset;
  return session.target.architecture === 'x86' ? LEGACY_KERNEL_STACK : null;
}

function switchedX86(session: Session, stack: Address): Context | null {
  const view = tryView(session.memory, stack, 0x1c);
  if (!view) return null;
  const at = (offset: number) => BigInt(view.getUint32(offset, true));
  const registers = new Map<string, bigint>([
    ['eip', at(8)],
    ['esp', BigInt(stack + 12)],
    ['ebp', at(12)],
    ['edi', at(16)],
    ['esi', at(20)],
    ['ebx', at(24)],
  ]);
  return contextOf('x86', registers);
}

const SWITCH_FRAME_Rbp = 0x30;
const SWITCH_FRAME_Return = 0x38;
const SWITCH_FRAME_SIZE = 0x40;

function switchedX64(session: Session, stack: Address): Context | null {
  const view = tryView(session.memory, stack, SWITCH_FRAME_SIZE);
  if (!view) return null;
  const registers = new Map<string, bigint>([
    ['rip', view.getBigUint64(SWITCH_FRAME_Return, true)],
    ['rsp', BigInt.asUintN(64, BigInt(stack + SWITCH_FRAME_SIZE))],
    ['rbp', view.getBigUint64(SWITCH_FRAME_Rbp, true)],
  ]);
  return contextOf('x64', registers);
}
