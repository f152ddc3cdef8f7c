import { UsageError } from '../bytes/errors.ts';
import type { Address, MemorySpace } from '../memory/space.ts';
import { isUserMode } from '../target/target.ts';
import type { Session } from './session.ts';

const MOST_PHYSICAL = 1n << 52n;

/** The physical memory of the dump; a UsageError where it has none of its own. */
export function needPhysicalMemory(session: Session, command: string): MemorySpace {
  const { physicalMemory, kind } = session.target;
  if (physicalMemory) return physicalMemory;
  throw new UsageError(
    command,
    isUserMode({ kind })
      ? 'this is the dump of a process: only dumps of the system hold physical memory'
      : 'this dump keeps virtual addresses, not physical pages: d shows what it has',
  );
}

/**
 * A value of MASM as a physical address: processors have 52 bits of them, so that `fee00000`, whose sign a kernel debugger
 * extends, is meant as typed. Null for what no processor has.
 */
export function physicalAddress(value: bigint): Address | null {
  const meant = value >= 0xffffffff80000000n ? value & 0xffffffffn : value;
  return meant < MOST_PHYSICAL ? Number(meant) : null;
}

/** The size that an address is shown in: 32-bit processors with PAE have physical addresses beyond 32 bits. */
export function addressSize(address: bigint, pointerSize: 4 | 8): 4 | 8 {
  return address > 0xffffffffn ? 8 : pointerSize;
}
