/** Where the kernel may have been loaded, by the place of one of its variables. A hypothesis, never a reading. */
export interface KernelBaseGuess {
  readonly base: bigint;
  /** The kernel in which the variable lies at that distance. */
  readonly kernel: string;
  /** True when the base is that of a system booted with /3GB. */
  readonly threeGb: boolean;
}

/**
 * Distances of PsLoadedModuleList from the base of kernels whose `vertarget` was published with both (Crash Dump
 * Analysis Patterns, Part 13d): the list is data of nt, so its distance is the same wherever that kernel is loaded.
 */
const DISTANCES: readonly { readonly build: number; readonly distance: bigint; readonly kernel: string }[] = [
  { build: 3790, distance: 0xaf9c8n, kernel: 'the multiprocessor kernel of 3790.srv03_sp2_gdr.070304-2240' },
  { build: 3790, distance: 0x9ffa8n, kernel: 'the uniprocessor kernel of 3790.srv03_sp2_rtm.070216-1710' },
];
/** 32-bit Windows Server 2003 loads its kernel at 80800000, with /3GB at e0800000. */
const BASES = [
  { base: 0x80800000n, threeGb: false },
  { base: 0xe0800000n, threeGb: true },
];

/** The base of a 32-bit kernel of which only PsLoadedModuleList is known; null when no known kernel fits. */
export function guessKernelBase(build: number | null, loadedModuleList: bigint): KernelBaseGuess | null {
  for (const { build: of, distance, kernel } of DISTANCES) {
    const found = BASES.find(({ base }) => base === loadedModuleList - distance);
    if (of === build && found) return { ...found, kernel };
  }
  return null;
}
