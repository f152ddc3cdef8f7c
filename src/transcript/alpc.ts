import type {
  AlpcMessage,
  AlpcPort,
  AlpcPortKind,
  AlpcPortSummary,
  AlpcQueue,
  AlpcQueueName,
} from '../windows/alpc.ts';
import { messageTypeName } from '../windows/port-message.ts';
import { parseAddress } from './symbol-text.ts';

/** A message of `!alpc /m`, with the line of the log that introduces it. */
export interface AlpcMessageText extends AlpcMessage {
  readonly line: number;
}

/** A port of `!alpc /p`, with the line of the log that introduces it. */
export interface AlpcPortText extends AlpcPort {
  readonly line: number;
}

const A = '[0-9a-f]{8}(?:`?[0-9a-f]{8})?';
const HEAD = new RegExp(`^\\s*(Message|Port)\\s+(?:@\\s*)?(?:0x)?(${A})\\s*$`, 'i');
const FIELD = /^\s+([A-Z][A-Za-z0-9]*)\s*:\s*(\S.*?)\s*$/;
const QUEUE = /^\s*(Main|Large message|Pending|Direct message|Canceled|Wait) queue (is empty|has (\d{1,9}) message)/;
/** `fffffa8004ad8cf0 00000064 00000000000003d4:000000000000065c fffffa80063bc060 fffffa80064e0b60 LPC_REQUEST`. */
const ROW = new RegExp(
  `^\\s+(${A})\\s+([0-9a-f]{1,8}|\\?{8})\\s+(${A}|\\?{8,16}):(${A}|\\?{8,16})\\s+(${A}|\\?{8,16})\\s+(${A}|\\?{8,16})\\s+(\\S+)`,
  'i',
);
const LOST = /^\s+Not complete: (\S.*)$/;
const KINDS: ReadonlyMap<string, AlpcPortKind> = new Map([
  ['ALPC_CONNECTION_PORT', 'connection'],
  ['ALPC_SERVER_COMMUNICATION_PORT', 'server-communication'],
  ['ALPC_CLIENT_COMMUNICATION_PORT', 'client-communication'],
]);
const QUEUES: ReadonlyMap<string, AlpcQueueName> = new Map([
  ['Main', 'main'],
  ['Large message', 'large-message'],
  ['Pending', 'pending'],
  ['Direct message', 'direct'],
  ['Canceled', 'canceled'],
  ['Wait', 'wait'],
]);
const QUEUE_TYPES: ReadonlyMap<string, AlpcQueueName> = new Map([
  ['MAIN', 'main'],
  ['LARGE', 'large-message'],
  ['PENDING', 'pending'],
  ['DIRECT', 'direct'],
  ['CANCELED', 'canceled'],
  ['WAIT', 'wait'],
]);
const MESSAGE_TYPES = new Map(Array.from({ length: 15 }, (_, index) => [messageTypeName(index + 1), index + 1]));
const LONGEST = 4000;

/** The messages and ports of `!alpc`, in the order met. */
export function readAlpc(
  lines: readonly string[],
  firstLine = 0,
): { readonly messages: readonly AlpcMessageText[]; readonly ports: readonly AlpcPortText[] } {
  const messages: AlpcMessageText[] = [];
  const ports: AlpcPortText[] = [];
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (!text.includes('Message ') && !text.includes('Port ')) continue;
    const head = HEAD.exec(text);
    const address = head ? parseAddress(head[2]!) : null;
    if (!head || address === null) continue;
    const block = blockFrom(lines, i + 1);
    if (block.fields.size === 0) continue;
    const line = firstLine + i;
    if (head[1]!.toLowerCase() === 'message') messages.push({ ...messageOf(address, block.fields), line });
    else ports.push({ ...portOf(address, block), line });
  }
  return { messages, ports };
}

interface Block {
  readonly fields: ReadonlyMap<string, string>;
  readonly queues: readonly AlpcQueue[];
}

function blockFrom(lines: readonly string[], start: number): Block {
  const fields = new Map<string, string>();
  const queues: { name: AlpcQueueName; stated: number | null; messages: AlpcMessage[]; lost: string | null }[] = [];
  for (let i = start; i < lines.length && i < start + LONGEST; i++) {
    const text = lines[i]!;
    if (text.trim() === '') continue;
    if (!/^\s/.test(text) || HEAD.test(text)) break;
    const queue = QUEUE.exec(text);
    const last = queues.at(-1);
    const field = queue || last ? null : FIELD.exec(text);
    if (queue)
      queues.push({
        name: QUEUES.get(queue[1]!)!,
        stated: queue[3] === undefined ? 0 : Number(queue[3]),
        messages: [],
        lost: null,
      });
    else if (field && !fields.has(field[1]!)) fields.set(field[1]!, field[2]!);
    else if (last) {
      const message = rowIn(text, last.name);
      if (message) last.messages.push(message);
      last.lost ??= LOST.exec(text)?.[1] ?? null;
    }
  }
  return { fields, queues };
}

const EMPTY_MESSAGE: AlpcMessage = {
  address: 0n,
  id: null,
  callbackId: null,
  sequence: null,
  type: null,
  dataLength: null,
  totalLength: null,
  clientProcessId: null,
  clientThreadId: null,
  flags: { canceled: null, release: null, replyWaitReply: null },
  ownerPort: null,
  waitingThread: null,
  queue: null,
  queuePort: null,
  serverThread: null,
  cancelQueuePort: null,
  cancelSequencePort: null,
  cancelSequence: null,
  clientContext: null,
  serverContext: null,
  portContext: null,
  cancelPortContext: null,
  securityData: null,
  view: null,
};

function rowIn(text: string, queue: AlpcQueueName): AlpcMessage | null {
  const row = ROW.exec(text);
  const address = row ? parseAddress(row[1]!) : null;
  if (!row || address === null) return null;
  return {
    ...EMPTY_MESSAGE,
    address,
    id: row[2]!.includes('?') ? null : Number.parseInt(row[2]!, 16),
    clientProcessId: parseAddress(row[3]!),
    clientThreadId: parseAddress(row[4]!),
    waitingThread: parseAddress(row[5]!),
    serverThread: parseAddress(row[6]!),
    type: typeIn(row[7]),
    queue,
  };
}

function messageOf(address: bigint, fields: ReadonlyMap<string, string>): AlpcMessage {
  const place = (name: string) => addressIn(fields.get(name));
  const port = (name: string): AlpcPortSummary | null => portIn(fields.get(name));
  const queuePort = port('QueuePort');
  const owner = ownerIn(fields.get('QueuePortOwnerProcess'));
  return {
    ...EMPTY_MESSAGE,
    address,
    id: numberIn(fields.get('MessageID')),
    callbackId: numberIn(fields.get('CallbackID')),
    sequence: numberIn(fields.get('SequenceNumber')),
    type: typeIn(fields.get('Type')),
    dataLength: numberIn(fields.get('DataLength')),
    totalLength: numberIn(fields.get('TotalLength')),
    flags: {
      canceled: yesIn(fields.get('Canceled')),
      release: yesIn(fields.get('Release')),
      replyWaitReply: yesIn(fields.get('ReplyWaitReply')),
    },
    ownerPort: port('OwnerPort'),
    waitingThread: place('WaitingThread'),
    queue: QUEUE_TYPES.get(/^ALPC_MSGQUEUE_([A-Z]+)/.exec(fields.get('QueueType') ?? '')?.[1] ?? '') ?? null,
    queuePort: queuePort && { ...queuePort, ownerProcess: owner.process, ownerImage: owner.image },
    serverThread: place('ServerThread'),
    cancelQueuePort: place('CancelQueuePort'),
    cancelSequencePort: place('CancelSequencePort'),
    cancelSequence: numberIn(fields.get('CancelSequenceNumber')),
    clientContext: place('ClientContext'),
    serverContext: place('ServerContext'),
    portContext: place('PortContext'),
    cancelPortContext: place('CancelPortContext'),
    securityData: place('SecurityData'),
    view: place('View'),
  };
}

function portOf(address: bigint, { fields, queues }: Block): AlpcPort {
  const place = (name: string) => addressIn(fields.get(name));
  const owner = ownerIn(fields.get('OwnerProcess'));
  return {
    address,
    kind: kindIn(fields.get('Type')),
    name: fields.get('Name') ?? null,
    ownerProcess: owner.process,
    ownerImage: owner.image,
    communicationInfo: place('CommunicationInfo'),
    connectionPort: place('ConnectionPort'),
    serverPort: place('ServerCommunicationPort'),
    clientPort: place('ClientCommunicationPort'),
    sequence: numberIn(fields.get('SequenceNo')),
    completionPort: place('CompletionPort'),
    completionList: place('CompletionList'),
    flags: [...fields].flatMap(([name, value]) => {
      const set = name === 'Name' ? null : yesIn(value);
      return set === null ? [] : [{ name, set }];
    }),
    queues,
  };
}

/** `fffffa8009a6e700 [ALPC_CLIENT_COMMUNICATION_PORT]`; zero is none. */
function portIn(text: string | undefined): AlpcPortSummary | null {
  const address = addressIn(text);
  if (address === null || address === 0n) return null;
  const kind = kindIn(/\[(.*)\]/.exec(text ?? '')?.[1]);
  return { address, kind, name: null, ownerProcess: null, ownerImage: null };
}

function kindIn(text: string | undefined): AlpcPortKind | null {
  return KINDS.get(text ?? '') ?? (text === 'port without a connection' ? 'unconnected' : null);
}

/** `fffffa80085cb060 (svchost.exe)`. */
function ownerIn(text: string | undefined): { readonly process: bigint | null; readonly image: string | null } {
  const image = /\((.*)\)/.exec(text ?? '')?.[1] ?? null;
  return { process: addressIn(text), image: image === '?' ? null : image };
}

function addressIn(text: string | undefined): bigint | null {
  const found = new RegExp(`^(?:0x)?(${A})\\b`, 'i').exec(text ?? '');
  return found ? parseAddress(found[1]!) : null;
}

/** `0x0824 (2084)`; the decimal may be negative. */
function numberIn(text: string | undefined): number | null {
  const found = /^0x[0-9a-f]{1,8} \((-?\d{1,10})\)/i.exec(text ?? '') ?? /^(0x[0-9a-f]{1,8})\b/i.exec(text ?? '');
  return found ? Number(found[1]) : null;
}

function yesIn(text: string | undefined): boolean | null {
  return text === 'Yes' ? true : text === 'No' ? false : null;
}

function typeIn(text: string | undefined): number | null {
  const named = MESSAGE_TYPES.get(text ?? '');
  return named ?? (/^0x[0-9a-f]{1,4}$/i.test(text ?? '') ? Number(text) : null);
}
