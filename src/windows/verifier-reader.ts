import type { Kernel } from './kernel.ts';

/** Driver Verifier's settings and counters. */
export interface Verifier {
  readonly level: number;
  /** By the names of members of MM_DRIVER_VERIFIER_DATA; those that this kernel does not have are left out. */
  readonly counters: readonly { readonly name: string; readonly value: bigint }[];
}

/** Standard options as documented for verifier.exe (/flags). */
export const VERIFIER_OPTIONS: readonly { readonly bit: number; readonly name: string }[] = [
  { bit: 0x00000001, name: 'Special Pool' },
  { bit: 0x00000002, name: 'Force IRQL Checking' },
  { bit: 0x00000004, name: 'Randomized Low Resources Simulation' },
  { bit: 0x00000008, name: 'Pool Tracking' },
  { bit: 0x00000010, name: 'I/O Verification' },
  { bit: 0x00000020, name: 'Deadlock Detection' },
  { bit: 0x00000040, name: 'Enhanced I/O Verification' },
  { bit: 0x00000080, name: 'DMA Checking' },
  { bit: 0x00000100, name: 'Security Checks' },
  { bit: 0x00000200, name: 'Force Pending I/O Requests' },
  { bit: 0x00000400, name: 'IRP Logging' },
  { bit: 0x00000800, name: 'Miscellaneous Checks' },
  { bit: 0x00002000, name: 'Invariant MDL Checking for Stack' },
  { bit: 0x00004000, name: 'Invariant MDL Checking for Driver' },
  { bit: 0x00008000, name: 'Power Framework Delay Fuzzing' },
  { bit: 0x00010000, name: 'Port/Miniport Interface Checking' },
  { bit: 0x00020000, name: 'DDI Compliance Checking' },
  { bit: 0x00040000, name: 'Systematic Low Resources Simulation' },
  { bit: 0x00080000, name: 'DDI Compliance Checking (additional)' },
  { bit: 0x00200000, name: 'NDIS/WIFI Verification' },
  { bit: 0x00800000, name: 'Kernel Synchronization Delay Fuzzing' },
  { bit: 0x01000000, name: 'VM Switch Verification' },
  { bit: 0x02000000, name: 'Code Integrity Checks' },
];

const COUNTERS = [
  'RaiseIrqls',
  'AcquireSpinLocks',
  'SynchronizeExecutions',
  'Trims',
  'AllocationsAttempted',
  'AllocationsSucceeded',
  'AllocationsSucceededSpecialPool',
  'AllocationsWithNoTag',
  'AllocationsFailed',
  'AllocationsFailedDeliberately',
  'UnTrackedPool',
  'Loads',
  'Unloads',
  'CurrentPagedPoolAllocations',
  'CurrentNonPagedPoolAllocations',
  'PeakPagedPoolAllocations',
  'PeakNonPagedPoolAllocations',
  'PagedBytes',
  'NonPagedBytes',
  'PeakPagedBytes',
  'PeakNonPagedBytes',
] as const;

/** Reads MmVerifierData; null where symbols or memory do not have it. */
export function readVerifier(kernel: Kernel): Verifier | null {
  const at = kernel.address('MmVerifierData');
  if (at === null) return null;
  const data = kernel.object('_MM_DRIVER_VERIFIER_DATA', at);
  const level = data.u32('Level');
  if (level === null) return null;
  const counters = COUNTERS.map((name) => ({ name, value: data.value(name) }));
  return { level, counters: counters.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }])) };
}
