import type { Context } from '../machine/context.ts';
import { readContext } from '../machine/context-reader.ts';
import { type Address, type MemorySpace, readAvailable, tryPointer } from '../memory/space.ts';

/** The libraries that carry 32-bit code in a 64-bit process. */
const LAYER = /^wow64(cpu)?\.dll$/i;

/** Whether modules are those of a WOW64 process: in others the slot of its registers may hold anything. */
export function hasWow64Layer(modules: readonly { readonly imageName: string }[]): boolean {
  return modules.some(({ imageName }) => LAYER.test(imageName));
}

/**
 * The 32-bit registers of a WOW64 thread. TEB64.TlsSlots[1] (WOW64_TLS_CPURESERVED) points at the record in which the
 * emulation keeps them: flags, machine type, then WOW64_CONTEXT 4 bytes in. Only a record that reads like one is used.
 */
export function readWow64Context(memory: MemorySpace, teb: Address): Context | null {
  const reserved = tryPointer(memory, teb + 0x1488, 8);
  if (reserved === null || reserved <= 0) return null;
  const bytes = readAvailable(memory, reserved + 4, 716);
  if (bytes.length < 0xcc) return null;
  const context = readContext('x86', bytes);
  const cs = context?.registers.get('cs');
  return context?.ip && context.sp && (cs === undefined || (cs & 3n) === 3n) ? context : null;
}
