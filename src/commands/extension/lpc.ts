import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import type { Text } from '../../debugger/text.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { type Address, toAddress } from '../../memory/space.ts';
import type { Kernel } from '../../windows/kernel.ts';
import type { LpcPort, LpcThread } from '../../windows/lpc.ts';
import { hasLpc, lpcPortWithPeers, lpcThread, lpcThreads } from '../../windows/lpc-reader.ts';
import { messageTypeName } from '../../windows/port-message.ts';

type Form = 'message' | 'port' | 'thread';

interface Data {
  readonly pointerSize: 4 | 8;
  readonly form: Form;
  /** The message that was asked for. */
  readonly message: number | null;
  readonly threads: readonly LpcThread[];
  readonly ports: readonly LpcPort[];
  /** Why threads may be missing, for people. */
  readonly lost: string | null;
}

export default command<{ readonly form: Form; readonly what: string | null }, Data>({
  name: '!lpc',
  syntax: '!lpc message [id] | port address | thread [address]',
  summary: 'Shows LPC messages with the threads that serve them and wait for them, and ports, of Windows before Vista.',
  example: '!lpc message',
  patterns: ['wait-chain-lpc-alpc', 'deadlock-lpc'],
  notes:
    'Without an id or address all threads are listed that serve a message or wait for a reply. Pool is not searched for messages. No public transcript shows this layout.',
  parse(args) {
    const [form = 'thread', ...rest] = args.trim().split(/\s+/).filter(Boolean);
    const known = (['message', 'port', 'thread'] as const).find((each) => each === form.toLowerCase());
    const what = rest.join(' ') || null;
    if (!known || (known === 'port' && what === null)) throw new UsageError('!lpc', `Syntax error: ${this.syntax}`);
    return { form: known, what };
  },
  async run(session, { form, what }) {
    const kernel = await needWholeKernel(session, '!lpc', 'LPC messages and ports');
    if (!hasLpc(kernel)) throw new UsageError('!lpc', 'Windows since Vista has ALPC instead, see !alpc');
    const base = { pointerSize: kernel.pointerSize, form, message: null, lost: null };
    const value = what === null ? null : await evaluateIn(session, what);
    if (form === 'port') return { ...base, threads: [], ports: portsAt(kernel, addressOf(session, value)) };
    if (form === 'thread' && value !== null) {
      const thread = lpcThread(kernel, addressOf(session, value));
      return { ...base, threads: thread ? [thread] : [], ports: thread ? portsOf(kernel, [thread]) : [] };
    }
    const { threads, lost } = lpcThreads(kernel);
    const id = value === null ? null : Number(value);
    const chosen = id === null ? threads : threads.filter((each) => each.serving === id || each.waitingFor === id);
    return { ...base, message: id, threads: chosen, ports: id === null ? [] : portsOf(kernel, chosen), lost };
  },
  render({ pointerSize, form, message, threads, ports, lost }, text) {
    const at = (value: bigint | null) => plainAddress(value, pointerSize);
    if (message !== null) text.line(`Searching message ${message.toString(16)} in threads ...`);
    for (const { thread, image, serving, waitingFor } of threads) {
      const called = image === null ? '' : ` (${image})`;
      const line = (before: string, after: string) =>
        text
          .write(before)
          .link(at(thread), `!thread ${at(thread)}`)
          .line(`${called} ${after}`);
      if (serving !== null) line('    Server thread ', `is working on message ${serving.toString(16)}`);
      if (waitingFor !== null) line('Client thread ', `waiting a reply from ${waitingFor.toString(16)}`);
    }
    if (threads.length === 0 && form !== 'port') text.line('No thread serves a message or waits for a reply.');
    for (const port of ports) writePort(text, port, pointerSize);
    if (lost !== null) text.line(`Not complete: ${lost}`);
  },
});

function addressOf(session: Session, value: bigint | null): Address {
  const at = value === null ? null : session.address(value);
  if (at === null) throw new UsageError('!lpc', 'no address');
  return at;
}

function portsAt(kernel: Kernel, at: Address): readonly LpcPort[] {
  const ports = lpcPortWithPeers(kernel, at);
  if (ports.length === 0) throw new UsageError('!lpc', 'the port is not in the dump');
  return ports;
}

function portsOf(kernel: Kernel, threads: readonly LpcThread[]): readonly LpcPort[] {
  const found = new Map<bigint, LpcPort>();
  for (const { port } of threads) {
    const at = port === null ? null : toAddress(port);
    for (const each of at === null ? [] : lpcPortWithPeers(kernel, at)) found.set(each.address, each);
  }
  return [...found.values()];
}

const KINDS: Readonly<Record<NonNullable<LpcPort['kind']>, string>> = {
  connection: 'Server connection port',
  'server-communication': 'Server communication port',
  'client-communication': 'Client communication port',
};

function writePort(text: Text, port: LpcPort, pointerSize: 4 | 8): void {
  const at = (value: bigint | null) => plainAddress(value, pointerSize);
  text.line();
  const name = port.name === null ? '' : `  Name: ${port.name}`;
  text.line(`${port.kind === null ? 'Port' : KINDS[port.kind]} ${at(port.address)}${name}`);
  text.line(`    Handles: ${port.handleCount ?? '?'}   References: ${port.pointerCount ?? '?'}`);
  if (port.kind === 'connection') {
    text.line(`    Server process  : ${at(port.serverProcess)} (${port.serverImage ?? '?'})`);
    text.line(`    Queue semaphore : ${at(port.queueSemaphore)}`);
    text.line(`    Semaphore state ${port.semaphoreState ?? '?'}`);
  } else {
    text.line(
      `        Connected port: ${at(port.connectedPort)}      Server connection port: ${at(port.connectionPort)}`,
    );
  }
  if (port.messages.length === 0) text.line('    The message queue is empty');
  else text.line('    Messages in queue:');
  for (const { address, id, type, clientProcessId, clientThreadId } of port.messages) {
    const client = `${clientProcessId?.toString(16) ?? '?'}.${clientThreadId?.toString(16) ?? '?'}`;
    text.line(
      `    ${at(address)} ${id === null ? '????' : hexPadded(id, 4)} ${messageTypeName(type)} client ${client}`,
    );
  }
  if (port.lost !== null) text.line(`    Not complete: ${port.lost}`);
}
