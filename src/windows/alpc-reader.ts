import { type Address, toAddress, toUnsigned } from '../memory/space.ts';
import type {
  AlpcConnection,
  AlpcMessage,
  AlpcPort,
  AlpcPortKind,
  AlpcPortSummary,
  AlpcQueue,
  AlpcQueueName,
} from './alpc.ts';
import type { Kernel, ListWalk } from './kernel.ts';
import type { KernelObject } from './kernel-object.ts';
import { objectName, typeOfObject } from './object-name.ts';
import { imageNameOf } from './process-identity.ts';

/** The lists of messages of an ALPC_PORT with their counters; versions lack some. */
const QUEUES: readonly (readonly [AlpcQueueName, list: string, length: string])[] = [
  ['main', 'MainQueue', 'MainQueueLength'],
  ['large-message', 'LargeMessageQueue', 'LargeMessageQueueLength'],
  ['pending', 'PendingQueue', 'PendingQueueLength'],
  ['direct', 'DirectQueue', 'DirectQueueLength'],
  ['canceled', 'CanceledQueue', 'CanceledQueueLength'],
];
const FLAGS = [
  'ConnectionPending',
  'ConnectionRefused',
  'Disconnected',
  'Closed',
  'NoFlushOnClose',
  'ReturnExtendedInfo',
  'Waitable',
  'DynamicSecurity',
  'Wow64CompletionList',
];
/** Messages read in full for one port; the lists' lengths tell of the rest. */
const MOST_MESSAGES = 10_000;

/** Whether an ALPC port lies at an address, by its object header. */
export function isAlpcPort(kernel: Kernel, address: Address): boolean {
  return typeOfObject(kernel, address) === 'ALPC Port';
}

/** The port at an address as others name it; null when it is not in the dump. */
export function alpcPortSummary(kernel: Kernel, address: Address): AlpcPortSummary | null {
  const port = kernel.object('_ALPC_PORT', address);
  const owner = port.pointer('OwnerProcess');
  if (owner === null) return null;
  const info = port.target('_ALPC_COMMUNICATION_INFO', 'CommunicationInfo');
  const connection = info?.pointer('ConnectionPort') ?? null;
  return {
    address: toUnsigned(address),
    kind: kindOf(info, address),
    name: (connection ? objectName(kernel, connection) : null) ?? objectName(kernel, address),
    ownerProcess: toUnsigned(owner),
    ownerImage: owner === 0 ? null : imageNameOf(kernel.object('_EPROCESS', owner)),
  };
}

function kindOf(info: KernelObject | null, port: Address): AlpcPortKind | null {
  if (!info) return 'unconnected';
  const kinds: readonly (readonly [AlpcPortKind, string])[] = [
    ['connection', 'ConnectionPort'],
    ['server-communication', 'ServerCommunicationPort'],
    ['client-communication', 'ClientCommunicationPort'],
  ];
  return kinds.find(([, member]) => info.pointer(member) === port)?.[0] ?? null;
}

/** A port with its queues; null when it is not in the dump, or this Windows has no ALPC. */
export function readAlpcPort(kernel: Kernel, address: Address): AlpcPort | null {
  const summary = alpcPortSummary(kernel, address);
  if (!summary) return null;
  const port = kernel.object('_ALPC_PORT', address);
  const info = port.target('_ALPC_COMMUNICATION_INFO', 'CommunicationInfo');
  return {
    ...summary,
    communicationInfo: port.pointerValue('CommunicationInfo'),
    connectionPort: info?.pointerValue('ConnectionPort') ?? null,
    serverPort: info?.pointerValue('ServerCommunicationPort') ?? null,
    clientPort: info?.pointerValue('ClientCommunicationPort') ?? null,
    sequence: port.number('SequenceNo'),
    completionPort: port.pointerValue('CompletionPort'),
    completionList: port.pointerValue('CompletionList'),
    flags: FLAGS.flatMap((name) => {
      const value = port.number(`u1.s1.${name}`);
      return value === null ? [] : [{ name, set: value === 1 }];
    }),
    queues: QUEUES.filter(([, list]) => port.has(list)).map(([name, list, length]) =>
      readQueue(kernel, port, name, list, length),
    ),
  };
}

function readQueue(kernel: Kernel, port: KernelObject, name: AlpcQueueName, list: string, length: string): AlpcQueue {
  const { items, broken } = messagesOf(kernel, port, list);
  const stated = port.number(length);
  const messages = items.slice(0, MOST_MESSAGES).map((at) => readMessage(kernel, at, name));
  const cut = items.length > MOST_MESSAGES ? `only ${MOST_MESSAGES} of ${items.length} are shown` : null;
  const differs = stated !== null && stated !== items.length ? `${stated} stated, ${items.length} found` : null;
  return { name, stated, messages, lost: broken ?? cut ?? differs };
}

function messagesOf(kernel: Kernel, port: KernelObject, list: string): ListWalk {
  const head = port.place(list);
  if (head === null) return { items: [], broken: `this kernel has no ${list}` };
  // A message that was cancelled hangs on its list by another link than the rest.
  return kernel.list(head, '_KALPC_MESSAGE', list === 'CanceledQueue' ? 'CancelListEntry' : 'Entry');
}

/** The message at an address; null when it is not in the dump. */
export function readAlpcMessage(kernel: Kernel, address: Address): AlpcMessage | null {
  const message = kernel.object('_KALPC_MESSAGE', address);
  const port = message.pointer('PortQueue');
  if (port === null || message.u32('PortMessage.MessageId') === null) return null;
  return readMessage(kernel, address, port === 0 ? null : queueWith(kernel, port, address));
}

function queueWith(kernel: Kernel, port: Address, message: Address): AlpcQueueName | null {
  const fields = kernel.object('_ALPC_PORT', port);
  const found = QUEUES.find(([, list]) => fields.has(list) && messagesOf(kernel, fields, list).items.includes(message));
  return found?.[0] ?? null;
}

function readMessage(kernel: Kernel, address: Address, queue: AlpcQueueName | null): AlpcMessage {
  const message = kernel.object('_KALPC_MESSAGE', address);
  const bit = (path: string): boolean | null => {
    const value = message.number(path);
    return value === null ? null : value === 1;
  };
  const port = (member: string): AlpcPortSummary | null => {
    const at = message.pointer(member);
    return at ? alpcPortSummary(kernel, at) : null;
  };
  const type = message.number('PortMessage.u2.s2.Type');
  return {
    address: toUnsigned(address),
    id: message.u32('PortMessage.MessageId'),
    callbackId: message.u32('PortMessage.CallbackId'),
    sequence: message.number('SequenceNo'),
    type: type === null ? null : type & 0xff,
    dataLength: message.u16('PortMessage.u1.s1.DataLength'),
    totalLength: message.u16('PortMessage.u1.s1.TotalLength'),
    clientProcessId: message.pointerValue('PortMessage.ClientId.UniqueProcess'),
    clientThreadId: message.pointerValue('PortMessage.ClientId.UniqueThread'),
    flags: {
      canceled: bit('u1.s1.Canceled'),
      release: bit('u1.s1.ReleaseMessage'),
      replyWaitReply: bit('u1.s1.ReplyWaitReply'),
    },
    ownerPort: port('OwnerPort'),
    waitingThread: message.pointerValue('WaitingThread'),
    queue,
    queuePort: port('PortQueue'),
    serverThread: message.pointerValue('ServerThread'),
    cancelQueuePort: message.pointerValue('CancelQueuePort'),
    cancelSequencePort: message.pointerValue('CancelSequencePort'),
    cancelSequence: message.number('CancelSequenceNo'),
    clientContext: message.pointerValue('MessageAttributes.ClientContext'),
    serverContext: message.pointerValue('MessageAttributes.ServerContext'),
    portContext: message.pointerValue('MessageAttributes.PortContext'),
    cancelPortContext: message.pointerValue('MessageAttributes.CancelPortContext'),
    securityData: message.pointerValue('MessageAttributes.SecurityData'),
    view: message.pointerValue('MessageAttributes.View'),
  };
}

/** All ALPC ports of the system, by AlpcpPortList. */
export function alpcPorts(kernel: Kernel): ListWalk {
  const head = kernel.address('AlpcpPortList');
  if (head === null) return { items: [], broken: 'the symbols of nt have no AlpcpPortList' };
  return kernel.list(head, '_ALPC_PORT', 'PortListEntry');
}

/** The connections to a connection port, by its list of communications. */
export function alpcConnections(
  kernel: Kernel,
  port: Address,
): { readonly connections: readonly AlpcConnection[]; readonly broken: string | null } {
  const info = kernel.object('_ALPC_PORT', port).target('_ALPC_COMMUNICATION_INFO', 'CommunicationInfo');
  const head = info?.place('CommunicationList') ?? null;
  if (head === null) return { connections: [], broken: null };
  const { items, broken } = kernel.list(head, '_ALPC_COMMUNICATION_INFO', 'CommunicationList');
  const connections = items.map((at): AlpcConnection => {
    const fields = kernel.object('_ALPC_COMMUNICATION_INFO', at);
    const end = (member: string): AlpcPortSummary | null => {
      const address = fields.pointer(member);
      return address ? alpcPortSummary(kernel, address) : null;
    };
    return { server: end('ServerCommunicationPort'), client: end('ClientCommunicationPort') };
  });
  return { connections, broken };
}

/** The connection port behind a client's port; null for other ports. */
export function serverOfClient(kernel: Kernel, client: AlpcPortSummary): AlpcPortSummary | null {
  const at = toAddress(client.address);
  if (at === null || client.kind !== 'client-communication') return null;
  const info = kernel.object('_ALPC_PORT', at).target('_ALPC_COMMUNICATION_INFO', 'CommunicationInfo');
  const connection = info?.pointer('ConnectionPort');
  return connection ? alpcPortSummary(kernel, connection) : null;
}
