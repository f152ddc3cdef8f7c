import { isoToFiletime } from '../bytes/time.ts';
import { type Address, tryU64 } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';

/** KUSER_SHARED_DATA as the kernel maps it (KI_USER_SHARED_DATA of ntddk.h). */
const SHARED_DATA = { 4: 0xffdf0000, 8: -0x88000000000 } as const;
/** Its fields by ntddk.h; XP has no TickCount there, but the kernel's own KeTickCount. */
const InterruptTime = 0x08;
const SystemTime = 0x14;
const TickCount = 0x320;
const TICK_WRAP = 0x100000000n;

/** The machine's clock at the time of the dump. Null is unknown. */
export interface KernelClock {
  /** Clock interrupts since boot. */
  readonly ticks: bigint | null;
  /** Units of 100 ns between two clock interrupts: 156250 on most machines. */
  readonly increment: number | null;
  /** FILETIME in UTC: as the kernel shows it to processes, else of the dump's header. */
  readonly systemTime: bigint | null;
  /** Units of 100 ns since boot, by which timers are due. */
  readonly interruptTime: bigint | null;
}

const clocks = new WeakMap<Kernel, KernelClock>();

/** The clock that waits and times of this kernel are counted by. */
export function kernelClock(kernel: Kernel): KernelClock {
  let clock = clocks.get(kernel);
  if (!clock) {
    const shared = SHARED_DATA[kernel.pointerSize];
    const own = kernel.address('KeTickCount');
    const increment = kernel.u32('KeMaximumIncrement') ?? kernel.u32('KeTimeIncrement');
    clock = {
      ticks: (own === null ? null : systemTimeAt(kernel, own)) ?? systemTimeAt(kernel, shared + TickCount),
      increment: increment === 0 ? null : increment,
      systemTime: systemTimeAt(kernel, shared + SystemTime) ?? isoToFiletime(kernel.target.system.capturedAt),
      interruptTime: systemTimeAt(kernel, shared + InterruptTime),
    };
    clocks.set(kernel, clock);
  }
  return clock;
}

/** A KSYSTEM_TIME: the low part and the first of two equal high parts lie side by side. Null for zero, as in no machine. */
function systemTimeAt(kernel: Kernel, at: Address): bigint | null {
  return tryU64(kernel.memory, at) || null;
}

/** Ticks from a start that was stored in 32 bits until the dump; null when the clock is unknown. */
export function ticksSince(clock: KernelClock, start: number | null): bigint | null {
  if (clock.ticks === null || start === null) return null;
  return BigInt.asUintN(32, clock.ticks - BigInt(start) + TICK_WRAP);
}

/** Whole milliseconds of a number of clock interrupts; null when the increment is unknown. */
export function ticksToMs(clock: KernelClock, ticks: bigint | number | null): number | null {
  if (clock.increment === null || ticks === null) return null;
  return Number((BigInt(ticks) * BigInt(clock.increment)) / 10_000n);
}
