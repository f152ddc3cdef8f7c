/** PORT_MESSAGE types of LPC and ALPC (LPC_REQUEST is 1), as debuggers print them. */
const TYPES = [
  'LPC_REQUEST',
  'LPC_REPLY',
  'LPC_DATAGRAM',
  'LPC_LOST_REPLY',
  'LPC_PORT_CLOSED',
  'LPC_CLIENT_DIED',
  'LPC_EXCEPTION',
  'LPC_DEBUG_EVENT',
  'LPC_ERROR_EVENT',
  'LPC_CONNECTION_REQUEST',
  'LPC_CONNECTION_REPLY',
  'LPC_CANCELED',
];

/** The name of a message type; the number where it has none, question marks where it is unknown. */
export function messageTypeName(type: number | null): string {
  if (type === null) return '?';
  return TYPES[type - 1] ?? `0x${type.toString(16)}`;
}
