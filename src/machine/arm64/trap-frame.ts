import { type Address, type MemorySpace, tryView } from '../../memory/space.ts';
import type { Context } from '../context.ts';
import { contextOf } from '../register-layout.ts';

/** Offsets in a KTRAP_FRAME of ARM64; `X` is the array x0 to x18. */
export interface Arm64TrapFrameLayout {
  readonly Sp: number;
  readonly X: number;
  readonly Lr: number;
  readonly Fp: number;
  readonly Pc: number;
  readonly Spsr: number | null;
}

/** KTRAP_FRAME of ARM64 as WinDbg's `dt nt!_KTRAP_FRAME` shows it, which no symbol file at hand confirms. */
export const ARM64_TRAP_FRAME: Arm64TrapFrameLayout = {
  Sp: 0x98,
  X: 0xa0,
  Lr: 0x138,
  Fp: 0x140,
  Pc: 0x148,
  Spsr: null,
};

/** Registers that calls may change: x0 to x18. The others stay in the functions that the trap called. */
const X_COUNT = 19;

/** The registers that an ARM64 KTRAP_FRAME at `address` holds; null when one of them is not in the dump. */
export function readArm64TrapFrame(
  memory: MemorySpace,
  address: Address,
  layout: Arm64TrapFrameLayout,
): Context | null {
  const registers = new Map<string, bigint>();
  const read = (name: string, offset: number): boolean => {
    const view = tryView(memory, address + offset, 8);
    if (view) registers.set(name, view.getBigUint64(0, true));
    return view !== null;
  };
  for (let index = 0; index < X_COUNT; index++) if (!read(`x${index}`, layout.X + index * 8)) return null;
  for (const [name, offset] of [
    ['sp', layout.Sp],
    ['lr', layout.Lr],
    ['fp', layout.Fp],
    ['pc', layout.Pc],
  ] as const) {
    if (!read(name, offset)) return null;
  }
  const flags = layout.Spsr === null ? null : tryView(memory, address + layout.Spsr, 4);
  if (flags) registers.set('cpsr', BigInt(flags.getUint32(0, true)));
  return contextOf('arm64', registers);
}
