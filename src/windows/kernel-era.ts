import type { Kernel } from './kernel.ts';

/** The generations of the kernel that debuggers print differently: `xp` is XP and Server 2003, `windows10` is 1607 and later. */
export type KernelEra = 'xp' | 'vista' | 'windows7' | 'windows10';

/**
 * By members, as public symbols show them: LPC left ETHREAD with Vista, Windows 7 made room for more than 256
 * processors, Windows 10 1607 keeps boosts on lists of their own.
 */
export function kernelEra(kernel: Kernel): KernelEra {
  if (kernel.member('_ETHREAD', 'LpcReceivedMessageId')) return 'xp';
  if (kernel.member('_KTHREAD', 'IoSelfBoostsEntry')) return 'windows10';
  return (kernel.member('_KTHREAD', 'IdealProcessor')?.type.size ?? 1) > 1 ? 'windows7' : 'vista';
}
