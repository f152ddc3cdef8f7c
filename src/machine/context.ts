import type { Address } from '../memory/space.ts';

/** Processor architectures that a dump can name; the last ones are recognised but not unwound. */
export type Architecture = 'x86' | 'x64' | 'arm64' | 'arm' | 'ia64' | 'alpha' | 'mips' | 'ppc' | 'unknown';

export function pointerSizeOf(architecture: Architecture): 4 | 8 {
  return architecture === 'x64' || architecture === 'arm64' || architecture === 'ia64' ? 8 : 4;
}

/** The registers of one thread at one moment. Immutable. */
export interface Context {
  readonly architecture: Architecture;
  /** Unsigned values by WinDbg's names (`rip`, `efl`, `x29`, `eax` ...). A register that is not known is absent. */
  readonly registers: ReadonlyMap<string, bigint>;
  /** Instruction pointer, stack pointer and frame pointer as Addresses; null when unknown or not canonical. */
  readonly ip: Address | null;
  readonly sp: Address | null;
  readonly fp: Address | null;
}
