import { type Address, toAddress, toUnsigned } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import type { KernelObject } from './kernel-object.ts';
import type { LpcMessage, LpcPort, LpcThread } from './lpc.ts';
import { readObject } from './object-reader.ts';
import { imageNameOf } from './process-identity.ts';
import { processList, threadList } from './process-reader.ts';
import { readMessages } from './wait-reader.ts';

const MOST_MESSAGES = 10_000;

/** Whether this kernel has LPC; since Windows Vista ALPC took its place. */
export function hasLpc(kernel: Kernel): boolean {
  return kernel.member('_ETHREAD', 'LpcReplyMessageId') !== null;
}

/** A port with the messages in its queue; null when it is not in the dump. */
export function readLpcPort(kernel: Kernel, address: Address): LpcPort | null {
  const port = kernel.object('_LPCP_PORT_OBJECT', address);
  const connection = port.pointer('ConnectionPort');
  if (connection === null) return null;
  const isConnection = connection === address;
  const server = isConnection ? port.pointer('ServerProcess') : null;
  const object = readObject(kernel, address);
  const semaphore = port.pointer('MsgQueue.Semaphore');
  const { messages, lost } = queueOf(kernel, port);
  return {
    address: toUnsigned(address),
    kind: isConnection ? 'connection' : sideOf(kernel, port, connection),
    name: object?.name ?? null,
    handleCount: object?.handleCount ?? null,
    pointerCount: object?.pointerCount ?? null,
    connectedPort: port.pointerValue('ConnectedPort'),
    connectionPort: toUnsigned(connection),
    serverProcess: server === null ? null : toUnsigned(server),
    serverImage: server ? imageNameOf(kernel.object('_EPROCESS', server)) : null,
    queueSemaphore: semaphore === null ? null : toUnsigned(semaphore),
    semaphoreState: semaphore ? kernel.object('_KSEMAPHORE', semaphore).number('Header.SignalState') : null,
    messages,
    lost,
  };
}

/** A communication port is the server's when the process that made it is the server of the connection port. */
function sideOf(kernel: Kernel, port: KernelObject, connection: Address): LpcPort['kind'] {
  if (connection === 0) return null;
  const server = kernel.object('_LPCP_PORT_OBJECT', connection).target('_EPROCESS', 'ServerProcess');
  const id = server?.number('UniqueProcessId') ?? null;
  const creator = port.number('Creator.UniqueProcess');
  if (id === null || creator === null) return null;
  return id === creator ? 'server-communication' : 'client-communication';
}

function queueOf(kernel: Kernel, port: KernelObject): { messages: LpcMessage[]; lost: string | null } {
  const head = port.place('MsgQueue.ReceiveHead');
  if (head === null) return { messages: [], lost: null };
  const { items, broken } = kernel.list(head, '_LPCP_MESSAGE', 'Entry');
  const messages = items.slice(0, MOST_MESSAGES).map((at): LpcMessage => {
    const message = kernel.object('_LPCP_MESSAGE', at);
    const type = message.number('Request.u2.s2.Type');
    return {
      address: toUnsigned(at),
      id: message.u32('Request.MessageId'),
      type: type === null ? null : type & 0xff,
      clientProcessId: message.pointerValue('Request.ClientId.UniqueProcess'),
      clientThreadId: message.pointerValue('Request.ClientId.UniqueThread'),
    };
  });
  return { messages, lost: broken };
}

/** Every thread that serves a message or waits for a reply. */
export function lpcThreads(kernel: Kernel): { readonly threads: readonly LpcThread[]; readonly lost: string | null } {
  const threads: LpcThread[] = [];
  const processes = processList(kernel);
  let lost = processes.broken;
  for (const process of processes.items) {
    const image = imageNameOf(kernel.object('_EPROCESS', process));
    const walk = threadList(kernel, process);
    lost ??= walk.broken;
    for (const at of walk.items) {
      const thread = lpcThread(kernel, at, image);
      if (thread) threads.push(thread);
    }
  }
  return { threads, lost };
}

/** What a thread has to do with LPC; null when nothing. */
export function lpcThread(kernel: Kernel, address: Address, image: string | null = null): LpcThread | null {
  const { waits, serves } = readMessages(kernel, kernel.object('_ETHREAD', address));
  const wait = waits?.kind === 'lpc' ? waits : null;
  if (!wait && serves === null) return null;
  return {
    thread: toUnsigned(address),
    image,
    serving: serves === null ? null : Number(serves),
    waitingFor: wait ? Number(wait.message) : null,
    port: wait?.port ?? null,
  };
}

/** A port and those that it leads to: its other end, and the connection port of both. */
export function lpcPortWithPeers(kernel: Kernel, address: Address): readonly LpcPort[] {
  const port = readLpcPort(kernel, address);
  if (!port) return [];
  const others = [port.connectedPort, port.connectionPort].map((at) => (at ? toAddress(at) : null));
  const peers = others.map((at) => (at === null || at === address ? null : readLpcPort(kernel, at)));
  return [port, ...peers.filter((peer) => peer !== null)];
}
