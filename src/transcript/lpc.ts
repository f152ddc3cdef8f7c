import { parseAddress, parseHex32 } from './symbol-text.ts';

/** What `!lpc message ID` found out about a message of LPC (before Windows Vista). Null is unknown or not printed. */
export interface LpcMessageText {
  readonly id: number;
  /** Waits for the reply. */
  readonly clientThread: bigint | null;
  /** Works on it. */
  readonly serverThread: bigint | null;
  /** Line of the log, from 0. */
  readonly line: number;
}

/** A port as `!lpc port` and `!lpc message` show it. Null is unknown or not printed. */
export interface LpcPortText {
  readonly address: bigint;
  readonly kind: 'server-connection' | 'server-communication' | 'client-communication' | null;
  /** Of a connection port. */
  readonly name: string | null;
  readonly serverProcess: bigint | null;
  readonly serverImage: string | null;
  /** Line of the log, from 0. */
  readonly line: number;
}

const A = '[0-9a-f]{8}(?:`?[0-9a-f]{8})?';
const CLIENT = new RegExp(
  `\\bClient thread (?:0x)?(${A}) wait(?:s|ing)\\b.*?\\b(?:reply|message)\\D*?\\b([0-9a-f]{1,8})\\s*$`,
  'i',
);
const SERVER = new RegExp(`\\bServer thread (?:0x)?(${A}) is working on message (?:Id )?([0-9a-f]{1,8})\\b`, 'i');
const PORT = new RegExp(
  `^\\s*(Server connection|Server communication|Client communication) port:?\\s+(?:0x)?(${A})(?:\\s+Name:\\s*(\\S.*?))?\\s*$`,
  'i',
);
const PROCESS = new RegExp(`^\\s*Server process\\s*:\\s*(?:0x)?(${A})(?:\\s+\\((.*)\\))?`, 'i');

/** Messages and ports of `!lpc`, in the order met; what several lines tell of one message is put together. */
export function readLpc(
  lines: readonly string[],
  firstLine = 0,
): { readonly messages: readonly LpcMessageText[]; readonly ports: readonly LpcPortText[] } {
  const messages = new Map<number, { -readonly [Key in keyof LpcMessageText]: LpcMessageText[Key] }>();
  const ports: { -readonly [Key in keyof LpcPortText]: LpcPortText[Key] }[] = [];
  const message = (id: number, line: number) => {
    const known = messages.get(id) ?? { id, clientThread: null, serverThread: null, line };
    messages.set(id, known);
    return known;
  };
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 400 || !/thread|port|process/i.test(text)) continue;
    const client = CLIENT.exec(text);
    const server = SERVER.exec(text);
    const clientId = client ? parseHex32(client[2]!) : null;
    const serverId = server ? parseHex32(server[2]!) : null;
    if (client && clientId !== null) message(clientId, firstLine + i).clientThread = parseAddress(client[1]!);
    if (server && serverId !== null) message(serverId, firstLine + i).serverThread = parseAddress(server[1]!);
    const port = PORT.exec(text);
    if (port)
      ports.push({
        address: parseAddress(port[2]!)!,
        kind: port[1]!.toLowerCase().replace(' ', '-') as LpcPortText['kind'],
        name: port[3] ?? null,
        serverProcess: null,
        serverImage: null,
        line: firstLine + i,
      });
    const process = PROCESS.exec(text);
    const last = ports.at(-1);
    if (process && last) {
      last.serverProcess = parseAddress(process[1]!);
      last.serverImage = process[2] ?? null;
    }
  }
  return { messages: [...messages.values()], ports };
}
