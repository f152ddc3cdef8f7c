import { ARM64_TRAP_FRAME, readArm64TrapFrame } from '../machine/arm64/trap-frame.ts';
import type { Context } from '../machine/context.ts';
import { contextOf } from '../machine/register-layout.ts';
import { readX86TrapFrame } from '../machine/x86/trap-frame.ts';
import { type Address, tryU32, tryView } from '../memory/space.ts';
import { contextOfFrame } from '../target/stack.ts';
import { kernelOrNull } from './kernel.ts';
import type { Session } from './session.ts';
import { viewStack } from './stack-view.ts';

/** A KTRAP_FRAME as `.trap` takes it. */
export interface TrapFrame {
  readonly context: Context;
  /** x86 prints it first; null where the frame has none. */
  readonly errorCode: number | null;
  /** False where neither symbols nor public documentation confirm the layout. */
  readonly isConfirmed: boolean;
}

/** KTRAP_FRAME of x64 (public in `dt nt!_KTRAP_FRAME`; unchanged since Vista). */
const X64_FIELDS = [
  ['rax', 0x30],
  ['rcx', 0x38],
  ['rdx', 0x40],
  ['r8', 0x48],
  ['r9', 0x50],
  ['r10', 0x58],
  ['r11', 0x60],
  ['rbp', 0x158],
  ['rip', 0x168],
  ['rsp', 0x180],
] as const;
const X64_SegCs = 0x170;
const X64_EFlags = 0x178;
const X64_SegSs = 0x188;
const X64_SIZE = 0x190;
const X86_ErrCode = 0x64;
/** KGDT_R0_DATA: a trap from kernel mode pushes no ss. */
const KERNEL_DATA_X86 = 0x10n;

/** The registers in the trap frame at `address` of an x86 or x64 target; null when it is not in the dump. */
export function readTrapFrame(session: Session, address: Address): TrapFrame | null {
  if (session.target.architecture === 'x86') {
    const context = readX86TrapFrame(session.memory, address);
    if (!context) return null;
    const kernel = ((context.registers.get('cs') ?? 0n) & 3n) === 0n;
    const registers = kernel ? new Map([...context.registers, ['ss', KERNEL_DATA_X86]]) : context.registers;
    return {
      context: { ...context, registers },
      errorCode: tryU32(session.memory, address + X86_ErrCode),
      isConfirmed: true,
    };
  }
  if (session.target.architecture !== 'x64') return null;
  const view = tryView(session.memory, address, X64_SIZE);
  if (!view) return null;
  const registers = new Map<string, bigint>(
    X64_FIELDS.map(([name, offset]) => [name, view.getBigUint64(offset, true)]),
  );
  registers.set('cs', BigInt(view.getUint16(X64_SegCs, true)));
  registers.set('ss', BigInt(view.getUint16(X64_SegSs, true)));
  registers.set('efl', BigInt(view.getUint32(X64_EFlags, true)));
  return { context: contextOf('x64', registers), errorCode: null, isConfirmed: true };
}

/** As `readTrapFrame`, of ARM64 too, whose layout is that of the symbols of nt where these have it. */
export async function trapFrameAt(session: Session, address: Address): Promise<TrapFrame | null> {
  if (session.target.architecture !== 'arm64') return readTrapFrame(session, address);
  const kernel = await kernelOrNull(session);
  const offset = (member: string) => kernel?.offset('_KTRAP_FRAME', member) ?? null;
  const [Sp, X, Lr, Fp, Pc] = ['Sp', 'X', 'Lr', 'Fp', 'Pc'].map(offset);
  const isKnown = Sp != null && X != null && Lr != null && Fp != null && Pc != null;
  const layout = isKnown ? { Sp, X, Lr, Fp, Pc, Spsr: offset('Spsr') } : ARM64_TRAP_FRAME;
  const context = readArm64TrapFrame(session.memory, address, layout);
  return context && { context, errorCode: null, isConfirmed: isKnown };
}

const MOST_FRAMES = 64;

/** The registers of a trap frame with those that unwinding the current thread's stack down to it restored. */
export async function completeTrapFrame(
  session: Session,
  address: bigint,
  context: Context,
): Promise<{ readonly context: Context; readonly recovered: readonly string[] }> {
  const { thread } = session;
  const stack = thread ? await viewStack(session, thread, MOST_FRAMES) : null;
  const found = stack?.frames.find(({ frame }) => frame.trapFrame === address && !frame.inline)?.frame;
  const restored = found ? contextOfFrame(found) : null;
  // Another record at the same place is not this frame.
  if (!restored || restored.ip !== context.ip || restored.sp !== context.sp) return { context, recovered: [] };
  const added = [...restored.registers].filter(([name]) => !context.registers.has(name));
  return {
    context: contextOf(context.architecture, new Map([...context.registers, ...added])),
    recovered: added.map(([name]) => name).filter((name) => !/^(xmm|d)\d+$/.test(name)),
  };
}
