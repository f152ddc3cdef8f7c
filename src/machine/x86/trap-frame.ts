import { type Address, type MemorySpace, tryView } from '../../memory/space.ts';
import type { Context } from '../context.ts';
import { contextOf } from '../register-layout.ts';

/** KTRAP_FRAME of x86 (public in WinDbg's `dt nt!_KTRAP_FRAME`; the layout has not changed since NT 4). */
const FIELDS = [
  ['gs', 0x30],
  ['es', 0x34],
  ['ds', 0x38],
  ['edx', 0x3c],
  ['ecx', 0x40],
  ['eax', 0x44],
  ['fs', 0x50],
  ['edi', 0x54],
  ['esi', 0x58],
  ['ebx', 0x5c],
  ['ebp', 0x60],
  ['eip', 0x68],
  ['cs', 0x6c],
  ['efl', 0x70],
] as const;
const HARDWARE_ESP = 0x74;
const SIZE = 0x7c;
const EFLAGS_V86 = 0x20000;

/**
 * The registers that an x86 KTRAP_FRAME at `address` holds, null when it is not in the dump. A trap from kernel mode
 * pushed no stack pointer: esp is then the address where HardwareEsp would be.
 */
export function readX86TrapFrame(memory: MemorySpace, address: Address): Context | null {
  const view = tryView(memory, address, SIZE) ?? tryView(memory, address, HARDWARE_ESP);
  if (!view) return null;
  const registers = new Map<string, bigint>();
  for (const [name, offset] of FIELDS) registers.set(name, BigInt(view.getUint32(offset, true)));
  const user = (view.getUint32(0x6c, true) & 3) !== 0 || (view.getUint32(0x70, true) & EFLAGS_V86) !== 0;
  if (!user) registers.set('esp', BigInt(address + HARDWARE_ESP));
  else if (view.byteLength >= SIZE) {
    registers.set('esp', BigInt(view.getUint32(HARDWARE_ESP, true)));
    registers.set('ss', BigInt(view.getUint32(0x78, true)));
  }
  return contextOf('x86', registers);
}
