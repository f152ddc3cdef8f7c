import { type Address, toUnsigned, tryPointer, tryU16, tryU32 } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { pcrOf } from './processor-reader.ts';

/** A gate of the interrupt descriptor table. */
export interface InterruptGate {
  readonly vector: number;
  readonly handler: bigint;
  /** The KINTERRUPT whose routine is called, and that routine; null for gates of the kernel's own. */
  readonly interrupt: bigint | null;
  readonly routine: bigint | null;
  /** The stack of the gate's IST entry on x64; null for none. */
  readonly stack: bigint | null;
}

export interface InterruptTable {
  readonly base: bigint;
  readonly gates: readonly InterruptGate[];
  /** Gates that are not in the dump. */
  readonly missing: number;
}

const VECTORS = 256;
/** Type of a KINTERRUPT (InterruptObject of KOBJECTS in public symbols). */
const INTERRUPT_OBJECT = 22;

/** The table of one processor by its KPRCB; null where symbols or memory do not tell it. */
export function readInterruptTable(kernel: Kernel, prcb: Address): InterruptTable | null {
  const wide = kernel.pointerSize === 8;
  const pcr = pcrOf(kernel, prcb);
  const base = pcr?.pointer('IdtBase', 'IDT');
  if (!pcr || !base) return null;
  const tss = wide ? pcr.pointer('TssBase') : null;
  const gates: InterruptGate[] = [];
  let missing = 0;
  for (let vector = 0; vector < VECTORS; vector++) {
    const gate = wide ? wideGate(kernel, base + vector * 16) : narrowGate(kernel, base + vector * 8);
    if (!gate) {
      missing++;
      continue;
    }
    if (gate.handler === 0) continue;
    const interrupt = interruptOf(kernel, prcb, vector, gate.handler);
    const routine = interrupt === null ? null : kernel.object('_KINTERRUPT', interrupt).pointerValue('ServiceRoutine');
    gates.push({
      vector,
      handler: toUnsigned(gate.handler),
      interrupt: interrupt === null ? null : toUnsigned(interrupt),
      routine,
      stack: gate.stackIndex && tss ? stackOf(kernel, tss, gate.stackIndex) : null,
    });
  }
  return { base: toUnsigned(base), gates, missing };
}

/** KIDTENTRY64: the handler in three parts, the number of its stack in the low bits of the fifth byte. */
function wideGate({ memory }: Kernel, at: Address): { handler: Address; stackIndex: number } | null {
  const low = tryU16(memory, at);
  const flags = tryU16(memory, at + 4);
  const middle = tryU16(memory, at + 6);
  const high = tryU32(memory, at + 8);
  if (low === null || flags === null || middle === null || high === null) return null;
  return { handler: (high | 0) * 2 ** 32 + middle * 0x10000 + low, stackIndex: flags & 7 };
}

/** KIDTENTRY. */
function narrowGate({ memory }: Kernel, at: Address): { handler: Address; stackIndex: number } | null {
  const low = tryU16(memory, at);
  const high = tryU16(memory, at + 6);
  return low === null || high === null ? null : { handler: high * 0x10000 + low, stackIndex: 0 };
}

/** By the processor's table of interrupt objects since Windows 8; before, the gate leads into the object itself. */
function interruptOf(kernel: Kernel, prcb: Address, vector: number, handler: Address): Address | null {
  const table = kernel.offset('_KPRCB', 'InterruptObject');
  const code = kernel.offset('_KINTERRUPT', 'DispatchCode');
  const at =
    table !== null
      ? tryPointer(kernel.memory, prcb + table + vector * kernel.pointerSize, kernel.pointerSize)
      : code === null
        ? null
        : handler - code;
  return at && kernel.object('_KINTERRUPT', at).u16('Type') === INTERRUPT_OBJECT ? at : null;
}

function stackOf(kernel: Kernel, tss: Address, index: number): bigint | null {
  const place = kernel.object('_KTSS64', tss).place('Ist');
  const stack = place === null ? null : tryPointer(kernel.memory, place + index * 8, 8);
  return stack === null ? null : toUnsigned(stack);
}
