import { hexPadded } from '../bytes/hex.ts';
import type { AlpcMessage, AlpcPort, AlpcPortSummary, AlpcQueue, AlpcQueueName } from '../windows/alpc.ts';
import { messageTypeName } from '../windows/port-message.ts';
import type { Text } from './text.ts';
import { plainAddress } from './thread-text.ts';

const QUEUE_TYPES: Readonly<Record<AlpcQueueName, string>> = {
  main: 'ALPC_MSGQUEUE_MAIN',
  'large-message': 'ALPC_MSGQUEUE_LARGE',
  pending: 'ALPC_MSGQUEUE_PENDING',
  direct: 'ALPC_MSGQUEUE_DIRECT',
  canceled: 'ALPC_MSGQUEUE_CANCELED',
  wait: 'ALPC_MSGQUEUE_WAIT',
};
const QUEUE_LABELS: Readonly<Record<AlpcQueueName, string>> = {
  main: 'Main',
  'large-message': 'Large message',
  pending: 'Pending',
  direct: 'Direct message',
  canceled: 'Canceled',
  wait: 'Wait',
};

function kindText(port: AlpcPortSummary): string {
  if (port.kind === null) return 'unknown port';
  return port.kind === 'unconnected'
    ? 'port without a connection'
    : `ALPC_${port.kind.toUpperCase().replace('-', '_')}_PORT`;
}

const yesNo = (value: boolean | null) => (value === null ? '?' : value ? 'Yes' : 'No');
/** `0x0824 (2084)`. */
const both = (value: number | null, digits: number) =>
  value === null ? '?' : `0x${hexPadded(value >>> 0, digits).toUpperCase()} (${value})`;

/** A message as `!alpc /m` shows it. */
export function writeAlpcMessage(text: Text, message: AlpcMessage, pointerSize: 4 | 8): void {
  const at = (value: bigint | null) => plainAddress(value, pointerSize);
  const row = (label: string, value: string) => text.line(`  ${label.padEnd(22)}: ${value}`);
  const link = (label: string, value: bigint | null, command: string, after = '') => {
    text.write(`  ${label.padEnd(22)}: `);
    if (value === null || value === 0n) text.line(at(value) + after);
    else text.link(at(value), `${command} ${at(value)}`).line(after);
  };
  text.line().line(`Message @ ${at(message.address)}`);
  row('MessageID', both(message.id, 4));
  row('CallbackID', both(message.callbackId, 4));
  row('SequenceNumber', both(message.sequence, 8));
  row('Type', messageTypeName(message.type));
  row('DataLength', both(message.dataLength, 4));
  row('TotalLength', both(message.totalLength, 4));
  row('Canceled', yesNo(message.flags.canceled));
  row('Release', yesNo(message.flags.release));
  row('ReplyWaitReply', yesNo(message.flags.replyWaitReply));
  const port = (label: string, value: AlpcPortSummary | null) =>
    value ? link(label, value.address, '!alpc /p', ` [${kindText(value)}]`) : row(label, at(0n));
  port('OwnerPort', message.ownerPort);
  link('WaitingThread', message.waitingThread, '!thread');
  row('QueueType', message.queue === null ? 'in no queue of its port' : QUEUE_TYPES[message.queue]);
  port('QueuePort', message.queuePort);
  const owner = message.queuePort;
  if (owner?.ownerProcess)
    link('QueuePortOwnerProcess', owner.ownerProcess, '!process', ` (${owner.ownerImage ?? '?'})`);
  link('ServerThread', message.serverThread, '!thread');
  row('CancelQueuePort', at(message.cancelQueuePort));
  row('CancelSequencePort', at(message.cancelSequencePort));
  row('CancelSequenceNumber', both(message.cancelSequence, 8));
  row('ClientContext', at(message.clientContext));
  row('ServerContext', at(message.serverContext));
  row('PortContext', at(message.portContext));
  row('CancelPortContext', at(message.cancelPortContext));
  row('SecurityData', at(message.securityData));
  row('View', at(message.view));
}

/** A port as `!alpc /p` shows it. */
export function writeAlpcPort(text: Text, port: AlpcPort, pointerSize: 4 | 8): void {
  const at = (value: bigint | null) => plainAddress(value, pointerSize);
  const row = (label: string, value: string) => text.line(`  ${label.padEnd(26)}: ${value}`);
  text.line().line(`Port @ ${at(port.address)}`);
  row('Type', kindText(port));
  if (port.name !== null) row('Name', port.name);
  row('CommunicationInfo', at(port.communicationInfo));
  row('  ConnectionPort', at(port.connectionPort));
  row('  ClientCommunicationPort', at(port.clientPort));
  row('  ServerCommunicationPort', at(port.serverPort));
  row('OwnerProcess', `${at(port.ownerProcess)} (${port.ownerImage ?? '?'})`);
  row('SequenceNo', both(port.sequence, 8));
  row('CompletionPort', at(port.completionPort));
  row('CompletionList', at(port.completionList));
  for (const { name, set } of port.flags) row(name, yesNo(set));
  for (const queue of port.queues) writeQueue(text, queue, at);
}

function writeQueue(text: Text, queue: AlpcQueue, at: (value: bigint | null) => string): void {
  const label = `${QUEUE_LABELS[queue.name]} queue`;
  text.line();
  if (queue.messages.length === 0) text.line(`  ${label} is empty.`);
  else {
    text.line(`  ${label} has ${queue.messages.length} message(s)`).line();
    for (const message of queue.messages) writeMessageRow(text, message, at);
  }
  if (queue.lost !== null) text.line(`  Not complete: ${queue.lost}`);
}

/** Message, id, client, waiting thread, server thread, type. */
function writeMessageRow(text: Text, message: AlpcMessage, at: (value: bigint | null) => string): void {
  text.write('    ').link(at(message.address), `!alpc /m ${at(message.address)}`);
  const id = message.id === null ? '????????' : hexPadded(message.id, 8);
  const client = `${at(message.clientProcessId)}:${at(message.clientThreadId)}`;
  text.line(
    ` ${id} ${client} ${at(message.waitingThread)} ${at(message.serverThread)} ${messageTypeName(message.type)}`,
  );
}
