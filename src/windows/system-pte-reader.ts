import type { Address } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { variableWord } from './kernel-variable.ts';

/** One reservoir of page table entries in kernel space. Null is unknown. */
export interface PteUse {
  readonly name: string;
  readonly total: bigint | null;
  readonly free: bigint | null;
  readonly failures: bigint | null;
}

/** The reservoirs that this kernel has: two arrays of counters until Server 2003, bitmaps with their own counters since. */
export function readSystemPtes(kernel: Kernel): PteUse[] {
  const classic = (name: string, index: number): PteUse => ({
    name,
    total: index === 0 ? variableWord(kernel, 'MmNumberOfSystemPtes') : null,
    free: variableWord(kernel, 'MmTotalFreeSystemPtes', index),
    failures: variableWord(kernel, 'MmPteFailures', index),
  });
  if (kernel.address('MmTotalFreeSystemPtes') !== null)
    return [classic('System PTEs', 0), classic('Non-paged pool PTEs', 1)].filter(isKnown);
  const state = kernel.address('MiState');
  const inside = (path: string) => (state === null ? null : kernel.object('_MI_SYSTEM_INFORMATION', state).place(path));
  const bitmaps: readonly (readonly [string, Address | null])[] = [
    ['System PTEs', kernel.address('MiSystemPteInfo') ?? inside('Vs.SystemPteInfo')],
    ['Kernel stack PTEs', kernel.address('MiKernelStackPteInfo') ?? inside('SystemPtes.KernelStackPteInfo')],
    ['System view PTEs', inside('SystemPtes.SystemViewPteInfo')],
  ];
  return bitmaps.flatMap(([name, at]) => (at === null ? [] : [bitmapUse(kernel, name, at)])).filter(isKnown);
}

function bitmapUse(kernel: Kernel, name: string, at: Address): PteUse {
  const info = kernel.object('_MI_SYSTEM_PTE_TYPE', at);
  const free = info.value('TotalFreeSystemPtes');
  const cached = info.value('CachedPteCount');
  return {
    name,
    total: info.value('TotalSystemPtes'),
    free: free === null ? null : free + (cached ?? 0n),
    failures: info.value('PteFailures'),
  };
}

function isKnown({ total, free }: PteUse): boolean {
  return total !== null || free !== null;
}
