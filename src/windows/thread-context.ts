import type { Context } from '../machine/context.ts';
import { contextOf } from '../machine/register-layout.ts';
import { type Address, type MemorySpace, tryPointer, tryView } from '../memory/space.ts';
import { looksLikeThread } from '../target/kernel-objects.ts';
import type { Target } from '../target/target.ts';
import type { Kernel } from './kernel.ts';

/**
 * The registers with which a thread of a kernel dump will go on. Of a waiting thread those that KiSwapContext saved:
 * KTHREAD.KernelStack points to a KSWITCHFRAME (public in `dt nt!_KSWITCHFRAME`), on x86 {ExceptionList,
 * ApcBypassDisable, RetAddr} below KiSwapContext's own saved ebp, edi, esi, ebx; on x64 {P1Home..P5Home, ApcBypass,
 * Rbp, Return}; on ARM64 as the symbols of nt tell (`switchFrame`). `kernelStack` is that member's offset. Null when
 * `address` is no thread, or its stack is not in the dump.
 */
export function threadContext(
  target: Target,
  address: Address,
  kernelStack: number | null,
  switchFrame: SwitchFrameLayout | null = null,
): Context | null {
  const running = target.threads.find((thread) => thread.address === address);
  if (running?.context) return running.context;
  const { memory, pointerSize } = target;
  if (kernelStack === null || !looksLikeThread(memory, address)) return null;
  const stack = tryPointer(memory, address + kernelStack, pointerSize);
  if (stack === null) return null;
  return target.architecture === 'x86'
    ? switchedX86(memory, stack)
    : target.architecture === 'x64'
      ? switchedX64(memory, stack)
      : target.architecture === 'arm64' && switchFrame
        ? switchedArm64(memory, stack, switchFrame)
        : null;
}

/** Offsets in the KSWITCHFRAME of ARM64, which is not documented: by symbols only. */
export interface SwitchFrameLayout {
  readonly Fp: number;
  readonly Return: number;
  readonly size: number;
}

/** The layout by the symbols of nt; null where these have no such structure, or none with these members. */
export function switchFrameLayout(kernel: Kernel): SwitchFrameLayout | null {
  for (const name of ['_KSWITCHFRAME', '_KSWITCH_FRAME']) {
    const size = kernel.sizeOf(name);
    const Fp = kernel.offset(name, 'Fp');
    const Return = kernel.offset(name, 'Return', 'Lr');
    if (size !== null && Fp !== null && Return !== null) return { Fp, Return, size };
  }
  return null;
}

function switchedArm64(memory: MemorySpace, stack: Address, layout: SwitchFrameLayout): Context | null {
  const view = tryView(memory, stack, layout.size);
  if (!view || Math.max(layout.Fp, layout.Return) + 8 > layout.size) return null;
  const address = view.getBigUint64(layout.Return, true);
  return contextOf(
    'arm64',
    new Map([
      ['pc', address],
      ['lr', address],
      ['fp', view.getBigUint64(layout.Fp, true)],
      ['sp', BigInt.asUintN(64, BigInt(stack + layout.size))],
    ]),
  );
}

function switchedX86(memory: MemorySpace, stack: Address): Context | null {
  const view = tryView(memory, stack, 0x1c);
  if (!view) return null;
  const at = (offset: number) => BigInt(view.getUint32(offset, true));
  const registers = new Map<string, bigint>([
    ['eip', at(8)],
    ['esp', BigInt(stack + 12)],
    ['ebp', at(12)],
    ['edi', at(16)],
    ['esi', at(20)],
    ['ebx', at(24)],
  ]);
  return contextOf('x86', registers);
}

const SWITCH_FRAME_Rbp = 0x30;
const SWITCH_FRAME_Return = 0x38;
const SWITCH_FRAME_SIZE = 0x40;

function switchedX64(memory: MemorySpace, stack: Address): Context | null {
  const view = tryView(memory, stack, SWITCH_FRAME_SIZE);
  if (!view) return null;
  const registers = new Map<string, bigint>([
    ['rip', view.getBigUint64(SWITCH_FRAME_Return, true)],
    ['rsp', BigInt.asUintN(64, BigInt(stack + SWITCH_FRAME_SIZE))],
    ['rbp', view.getBigUint64(SWITCH_FRAME_Rbp, true)],
  ]);
  return contextOf('x64', registers);
}
