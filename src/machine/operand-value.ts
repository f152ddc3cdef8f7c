import type { MemoryOperand } from './instruction.ts';

/** Names of the whole register for the parts that addresses may use (`r10d` → `r10`). */
function whole(name: string): string {
  return /^r\d+d$/.test(name) ? name.slice(0, -1) : name;
}

/** A register's value in a 32- or 64-bit register file: `eax` is found in `rax` too. */
export function registerValue(registers: ReadonlyMap<string, bigint>, name: string): bigint | null {
  const direct = registers.get(whole(name));
  if (direct !== undefined) return /d$/.test(name) && name !== whole(name) ? BigInt.asUintN(32, direct) : direct;
  const wide = /^e[a-z]{2}$/.test(name) ? registers.get(`r${name.slice(1)}`) : undefined;
  return wide === undefined ? null : BigInt.asUintN(32, wide);
}

/**
 * The address that a memory operand means with these registers, unsigned in `bits`; null when a register is unknown or
 * the segment has a base of its own (fs, gs).
 */
export function operandAddress(
  memory: MemoryOperand,
  registers: ReadonlyMap<string, bigint>,
  bits: 32 | 64,
): bigint | null {
  if (memory.segment === 'fs' || memory.segment === 'gs') return null;
  if (memory.absolute !== null) return BigInt.asUintN(bits, BigInt(memory.absolute));
  let sum = memory.displacement;
  for (const [name, factor] of [
    [memory.base, 1],
    [memory.index, memory.scale],
  ] as const) {
    if (name === null) continue;
    const value = registerValue(registers, name);
    if (value === null) return null;
    sum += value * BigInt(factor);
  }
  return BigInt.asUintN(bits, sum);
}
