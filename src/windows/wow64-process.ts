import type { Address } from '../memory/space.ts';
import type { KernelObject } from './kernel-object.ts';

/**
 * The PEB of the 32-bit code in a WOW64 process by its EPROCESS: behind an EWOW64PROCESS since Windows 8.1, behind a
 * WOW64_PROCESS before Windows 7, the pointer itself between (public symbols). Null for other processes, and when unknown.
 */
export function narrowPebOf(process: KernelObject): Address | null {
  const { kernel } = process;
  if (kernel.pointerSize === 4) return null;
  const at = process.pointer('WoW64Process', 'Wow64Process');
  if (at === null || at === 0) return null;
  const peb = kernel.structure('_EWOW64PROCESS')
    ? kernel.object('_EWOW64PROCESS', at).pointer('Peb')
    : kernel.structure('_WOW64_PROCESS')
      ? kernel.object('_WOW64_PROCESS', at).pointer('Wow64')
      : at;
  // 32-bit code lives below 4 GB.
  return peb !== null && peb > 0 && peb < 2 ** 32 ? peb : null;
}
