import { type Address, toUnsigned } from '../memory/space.ts';
import { looksLikeThread } from '../target/kernel-objects.ts';
import type { ApcState, QueuedApc } from './apc.ts';
import type { Kernel } from './kernel.ts';

const MODES = ['KernelMode', 'UserMode'] as const;

/** The APC state of the thread at an address; null when there is none. */
export function readApcState(kernel: Kernel, thread: Address): ApcState | null {
  if (!looksLikeThread(kernel.memory, thread)) return null;
  const core = kernel.object('_KTHREAD', thread);
  const lists = core.place('ApcState.ApcListHead');
  const flag = (...members: string[]) => {
    const value = core.number(...members);
    return value === null ? null : value !== 0;
  };
  const heads: Address[] = lists === null ? [] : [lists, lists + 2 * kernel.pointerSize];
  const apcs: QueuedApc[] = [];
  let broken: string | null = null;
  for (const [mode, head] of heads.entries()) {
    const first = kernel.pointerAt(head);
    // Heads that were never set up, as those of the idle threads of some versions.
    if (first === 0) continue;
    const walk = kernel.list(head, '_KAPC', 'ApcListEntry');
    broken ??= walk.broken;
    for (const at of walk.items) apcs.push(apcAt(kernel, at, MODES[mode] ?? 'KernelMode'));
  }
  return {
    thread: toUnsigned(thread),
    index: core.number('ApcStateIndex'),
    heads: heads.map(toUnsigned),
    apcs,
    kernelInProgress: flag('ApcState.KernelApcInProgress'),
    kernelPending: flag('ApcState.KernelApcPending'),
    userPending: flag('ApcState.UserApcPending', 'ApcState.UserApcPendingAll'),
    kernelDisable: core.number('KernelApcDisable'),
    specialDisable: core.number('SpecialApcDisable'),
    broken,
  };
}

function apcAt(kernel: Kernel, at: Address, mode: QueuedApc['mode']): QueuedApc {
  const apc = kernel.object('_KAPC', at);
  // Three routines in a row, which newer symbols call reserved.
  const routines = apc.place('KernelRoutine', 'Reserved');
  const routine = (index: number) => {
    const value = routines === null ? null : kernel.pointerAt(routines + index * kernel.pointerSize);
    return value === null ? null : toUnsigned(value);
  };
  return {
    address: apc.at,
    type: apc.u8('Type'),
    kernelRoutine: routine(0),
    rundownRoutine: routine(1),
    normalRoutine: routine(2),
    normalContext: apc.pointerValue('NormalContext'),
    mode,
  };
}
