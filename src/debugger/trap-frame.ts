import type { Context } from '../machine/context.ts';
import { contextOf } from '../machine/register-layout.ts';
import { readX86TrapFrame } from '../machine/x86/trap-frame.ts';
import { type Address, tryU32, tryView } from '../memory/space.ts';
import type { Session } from './session.ts';

/** A KTRAP_FRAME as `.trap` takes it. */
export interface TrapFrame {
  readonly context: Context;
  /** x86 prints it first; null where the frame has none. */
  readonly errorCode: number | null;
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
    return { context: { ...context, registers }, errorCode: tryU32(session.memory, address + X86_ErrCode) };
  }
  const view = tryView(session.memory, address, X64_SIZE);
  if (!view) return null;
  const registers = new Map<string, bigint>(
    X64_FIELDS.map(([name, offset]) => [name, view.getBigUint64(offset, true)]),
  );
  registers.set('cs', BigInt(view.getUint16(X64_SegCs, true)));
  registers.set('ss', BigInt(view.getUint16(X64_SegSs, true)));
  registers.set('efl', BigInt(view.getUint32(X64_EFlags, true)));
  return { context: contextOf('x64', registers), errorCode: null };
}
