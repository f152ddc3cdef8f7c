import type { Address } from '../memory/space.ts';
import { toUnsigned } from '../memory/space.ts';
import { readWaitObject } from './dispatcher-object.ts';
import type { Kernel } from './kernel.ts';
import type { KernelObject } from './kernel-object.ts';
import type { MessageWait, WaitObject } from './wait.ts';

/** MAXIMUM_WAIT_OBJECTS of ntddk.h, and the timer of the time-out. */
const MOST_WAITS = 65;
/** WAIT_TYPE of wdm.h. */
const WAIT_ALL = 0;

/** What a waiting thread waits for, by its wait blocks. */
export interface Wait {
  readonly objects: readonly WaitObject[];
  readonly all: boolean | null;
}

/**
 * The wait of a thread (a KTHREAD object) whose state says that it waits. Gate waits, of Windows Server 2003 SP1 and
 * Vista, have one object and no blocks.
 */
export function readWait(kernel: Kernel, thread: KernelObject, gate: boolean): Wait {
  const single = gate ? thread.pointer('GateObject') : null;
  if (single) return { objects: [readWaitObject(kernel, thread.address, single)], all: false };
  const first = thread.pointer('WaitBlockList');
  if (first === null || first === 0) return { objects: [], all: null };
  const blocks = waitBlocks(kernel, thread, first);
  const type = blocks[0]?.number('WaitType') ?? null;
  const objects: WaitObject[] = [];
  for (const block of blocks) {
    const object = block.pointer('Object');
    if (object === null || object === 0) continue;
    objects.push(readWaitObject(kernel, thread.address, object));
  }
  return { objects, all: type === null ? null : type === WAIT_ALL && objects.length > 1 };
}

/** A ring by NextWaitBlock up to Windows 7; since then an array of KTHREAD.WaitBlockCount blocks. */
function waitBlocks(kernel: Kernel, thread: KernelObject, first: Address): KernelObject[] {
  const blocks: KernelObject[] = [];
  const add = (at: Address) => {
    const block = kernel.object('_KWAIT_BLOCK', at);
    // A block that belongs to another thread is no block of this wait: the thread has gone on, or the list is garbage.
    if (block.pointer('Thread') !== thread.address) return null;
    blocks.push(block);
    return block;
  };
  if (kernel.member('_KWAIT_BLOCK', 'NextWaitBlock')) {
    const seen = new Set<Address>();
    for (let at: Address | null = first; at !== null && at !== 0 && !seen.has(at) && blocks.length < MOST_WAITS; ) {
      seen.add(at);
      const block = add(at);
      if (!block) {
        kernel.lost('_KWAIT_BLOCK', at, `not in the dump, or not of thread 0x${thread.at.toString(16)}`);
        break;
      }
      at = block.pointer('NextWaitBlock');
    }
    return blocks;
  }
  const size = kernel.sizeOf('_KWAIT_BLOCK');
  const count = thread.number('WaitBlockCount');
  if (size === null || count === null) return blocks;
  for (let index = 0; index < Math.min(count, MOST_WAITS); index++) add(first + index * size);
  return blocks;
}

/** What a thread waits for or serves among messages. */
export interface Messages {
  readonly waits: MessageWait | null;
  /** The LPC message id, or the address of the ALPC message, that the thread works on. */
  readonly serves: bigint | null;
}

/** The LPC (up to Windows Server 2003) or ALPC message of a thread, an ETHREAD object. */
export function readMessages(kernel: Kernel, thread: KernelObject): Messages {
  if (thread.has('AlpcMessageId')) return alpcMessages(thread);
  const serving = thread.number('LpcReceivedMsgIdValid') === 1 ? thread.u32('LpcReceivedMessageId') : null;
  const replyTo = thread.u32('LpcReplyMessageId');
  return {
    waits: replyTo ? lpcWait(kernel, thread, BigInt(replyTo)) : null,
    serves: serving === null ? null : BigInt(serving),
  };
}

function alpcMessages(thread: KernelObject): Messages {
  const none: Messages = { waits: null, serves: null };
  // A union with AlpcReceiveAttributeSet: only a message that names this thread is one.
  const message = thread.target('_KALPC_MESSAGE', 'AlpcMessage');
  if (!message) return none;
  if (message.pointer('WaitingThread') === thread.address) {
    const port = message.target('_ALPC_PORT', 'PortQueue');
    const waits: MessageWait = {
      kind: 'alpc',
      message: message.at,
      port: port?.at ?? null,
      portOwner: nonZero(port?.pointerValue('OwnerProcess')),
    };
    return { waits, serves: null };
  }
  return message.pointer('ServerThread') === thread.address ? { waits: null, serves: message.at } : none;
}

/**
 * The port that an LPC client waits on. LpcWaitingOnPort and LpcReplyMessage share their place; a set lowest bit marks
 * the port, and a message names its sender's port.
 */
function lpcWait(kernel: Kernel, thread: KernelObject, message: bigint): MessageWait {
  const raw = thread.pointer('LpcWaitingOnPort', 'LpcReplyMessage');
  const none: MessageWait = { kind: 'lpc', message, port: null, portOwner: null };
  if (raw === null || raw === 0) return none;
  const at = raw % 2 === 0 ? kernel.object('_LPCP_MESSAGE', raw).pointer('SenderPort') : raw - (((raw % 4) + 4) % 4);
  if (at === null || at === 0) return none;
  const port = kernel.object('_LPCP_PORT_OBJECT', at);
  const server = port.target('_LPCP_PORT_OBJECT', 'ConnectionPort');
  return { ...none, port: toUnsigned(at), portOwner: nonZero(server?.pointerValue('ServerProcess')) };
}

function nonZero(value: bigint | null | undefined): bigint | null {
  return value === undefined || value === 0n ? null : value;
}
