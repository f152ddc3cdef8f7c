import { UsageError } from '../../bytes/errors.ts';
import { writeAlpcMessage, writeAlpcPort } from '../../debugger/alpc-text.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { chooseProcesses } from '../../debugger/kernel-process.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import type { Text } from '../../debugger/text.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { type Address, toAddress, toUnsigned } from '../../memory/space.ts';
import type { AlpcConnection, AlpcMessage, AlpcPort, AlpcPortSummary } from '../../windows/alpc.ts';
import {
  alpcConnections,
  alpcPortSummary,
  alpcPorts,
  readAlpcMessage,
  readAlpcPort,
  serverOfClient,
} from '../../windows/alpc-reader.ts';
import { readHandles } from '../../windows/handle-reader.ts';
import type { Kernel } from '../../windows/kernel.ts';
import { processList } from '../../windows/process-reader.ts';

type Form = '/m' | '/p' | '/lpp' | '/lpc';

interface PortList {
  /** The process whose ports these are; null for all of the system. */
  readonly process: bigint | null;
  readonly created: readonly { readonly port: AlpcPortSummary; readonly connections: readonly AlpcConnection[] }[];
  readonly connectedTo: readonly { readonly client: AlpcPortSummary; readonly server: AlpcPortSummary | null }[];
  /** Why ports may be missing, for people. */
  readonly lost: string | null;
}

interface Data {
  readonly pointerSize: 4 | 8;
  readonly message: AlpcMessage | null;
  readonly port: AlpcPort | null;
  readonly lists: readonly PortList[];
}

export default command<{ readonly form: Form; readonly what: string | null }, Data>({
  name: '!alpc',
  syntax: '!alpc /m message | /p port | /lpp [process] | /lpc [port]',
  summary: 'Shows ALPC messages, ports with their queues, and who is connected to whom.',
  example: '!alpc /lpp 0',
  patterns: ['wait-chain-lpc-alpc', 'deadlock-lpc'],
  notes:
    'Without a process or port all ports of the system are listed. The queue of a message is the list that holds it, not the flag in the message. The rows of queues show message, id, client process and thread ids, waiting thread, server thread and type. No public transcript shows these layouts.',
  parse(args) {
    const [form, ...rest] = args.trim().split(/\s+/).filter(Boolean);
    const what = rest.join(' ') || null;
    if (form === undefined) return { form: '/lpc', what: null };
    const known = (['/m', '/p', '/lpp', '/lpc'] as const).find((each) => each === form.toLowerCase());
    if (!known || ((known === '/m' || known === '/p') && what === null))
      throw new UsageError('!alpc', `Syntax error: ${this.syntax}`);
    return { form: known, what };
  },
  async run(session, { form, what }) {
    const kernel = await needWholeKernel(session, '!alpc', 'ALPC ports and messages');
    if (!kernel.structure('_ALPC_PORT'))
      throw new UsageError('!alpc', 'the symbols of nt have no _ALPC_PORT: Windows before Vista has LPC, see !lpc');
    const none = { pointerSize: kernel.pointerSize, message: null, port: null, lists: [] };
    if (form === '/lpp') {
      const { addresses } = await chooseProcesses(session, kernel, what, '!alpc');
      return { ...none, lists: addresses.map((at) => portsOf(kernel, at)) };
    }
    if (what === null) return { ...none, lists: [allPorts(kernel)] };
    const at = await addressIn(session, what);
    if (form === '/m') return { ...none, message: present(readAlpcMessage(kernel, at), 'message', at) };
    if (form === '/p') return { ...none, port: present(readAlpcPort(kernel, at), 'port', at) };
    const port = present(alpcPortSummary(kernel, at), 'port', at);
    const { connections, broken } = alpcConnections(kernel, at);
    return { ...none, lists: [{ process: null, created: [{ port, connections }], connectedTo: [], lost: broken }] };
  },
  render({ pointerSize, message, port, lists }, text) {
    if (message) writeAlpcMessage(text, message, pointerSize);
    if (port) writeAlpcPort(text, port, pointerSize);
    for (const list of lists) writeList(text, list, pointerSize);
  },
});

async function addressIn(session: Session, what: string): Promise<Address> {
  const value = await evaluateIn(session, what);
  const at = session.address(value);
  if (at === null) throw new UsageError('!alpc', `0x${value.toString(16)} is no address`);
  return at;
}

function present<T>(found: T | null, what: string, at: Address): T {
  if (found === null)
    throw new UsageError('!alpc', `the ${what} at 0x${toUnsigned(at).toString(16)} is not in the dump`);
  return found;
}

/** The ports of a process: those of the system's list that it owns, and those that its handles lead to. */
function portsOf(kernel: Kernel, process: Address): PortList {
  const { items, broken } = alpcPorts(kernel);
  const owned = items.filter((at) => kernel.object('_ALPC_PORT', at).pointer('OwnerProcess') === process);
  const list = listOf(kernel, [...new Set([...owned, ...portHandles(kernel, process)])], broken);
  return { ...list, process: toUnsigned(process) };
}

/** All ports by the system's list; where that is cut, those that the handles of any process lead to as well. */
function allPorts(kernel: Kernel): PortList {
  const { items, broken } = alpcPorts(kernel);
  const others = broken === null ? [] : processList(kernel).items.flatMap((process) => portHandles(kernel, process));
  return { ...listOf(kernel, [...new Set([...items, ...others])], broken), connectedTo: [] };
}

function portHandles(kernel: Kernel, process: Address): Address[] {
  const handles = readHandles(kernel, process)?.handles ?? [];
  return handles
    .filter(({ type }) => type === 'ALPC Port')
    .map(({ object }) => toAddress(object))
    .filter((at) => at !== null);
}

function listOf(kernel: Kernel, ports: readonly Address[], broken: string | null): PortList {
  const summaries = ports.map((at) => alpcPortSummary(kernel, at)).filter((port) => port !== null);
  const created = summaries
    .filter(({ kind }) => kind === 'connection' || kind === 'unconnected')
    .map((port) => ({ port, connections: alpcConnections(kernel, toAddress(port.address) ?? 0).connections }));
  const connectedTo = summaries
    .filter(({ kind }) => kind === 'client-communication')
    .map((client) => ({ client, server: serverOfClient(kernel, client) }));
  return { process: null, created, connectedTo, lost: broken };
}

function writeList(text: Text, { process, created, connectedTo, lost }: PortList, pointerSize: 4 | 8): void {
  const at = (port: AlpcPortSummary | null) => (port ? plainAddress(port.address, pointerSize) : '????????');
  const owner = (port: AlpcPortSummary | null) =>
    port ? `${plainAddress(port.ownerProcess, pointerSize)}('${port.ownerImage ?? '?'}')` : '?';
  const named = (port: AlpcPortSummary) => `('${port.name ?? ''}')`;
  const shown = process === null ? null : plainAddress(process, pointerSize);
  text
    .line()
    .line(shown === null ? 'Ports:' : `Ports created by the process ${shown}:`)
    .line();
  for (const { port, connections } of created) {
    text.write('\t').link(at(port), `!alpc /p ${at(port)}`);
    text.line(`${named(port)} ${shown === null ? `${owner(port)} ` : ''}${connections.length} connections`);
    for (const { server, client } of connections) text.line(`\t\t${at(server)} -> ${at(client)} ${owner(client)}`);
  }
  if (shown !== null) {
    text.line().line(`Ports the process ${shown} is connected to:`).line();
    for (const { client, server } of connectedTo) {
      text.write('\t').link(at(client), `!alpc /p ${at(client)}`);
      text.line(` -> ${at(server)}${server ? named(server) : ''} ${owner(server)}`);
    }
  }
  if (lost !== null) text.line(`The list of ports is not complete: ${lost}`);
}
