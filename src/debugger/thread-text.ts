import { hexPadded } from '../bytes/hex.ts';
import type { KernelEra } from '../windows/kernel-era.ts';
import type { ThreadObject } from '../windows/thread.ts';
import type { WaitObject } from '../windows/wait.ts';
import { durationText, waitText } from './kernel-duration.ts';
import { PLAIN_FORM, writeStack } from './stack-text.ts';
import type { StackView } from './stack-view.ts';
import { Text } from './text.ts';

/** A thread as `!thread` shows it, with what its flags ask for. */
export interface ThreadView {
  readonly era: KernelEra;
  readonly pointerSize: 4 | 8;
  readonly thread: ThreadObject;
  /** `line` is the first line alone; `waits` adds what it waits for; `all` everything. */
  readonly detail: 'line' | 'waits' | 'all';
  /** Null where no stack was asked for, or none is in the dump. */
  readonly stack: StackView | null;
  /** Without the columns of arguments. */
  readonly bare: boolean;
  /** Why there is no stack, for people. */
  readonly stackMissing: string | null;
  /** Read without the types of nt: what is null is unknown, never none. */
  readonly partial?: boolean;
}

/** An address of all digits without a backtick; question marks where it is unknown. */
export function plainAddress(value: bigint | null, pointerSize: 4 | 8): string {
  return value === null ? '?'.repeat(pointerSize * 2) : hexPadded(value, pointerSize * 2);
}

/** A number, or a question mark. */
export function numberText(value: number | bigint | null): string {
  return value === null ? '?' : String(value);
}

const cid = (value: number | null) => (value === null ? '????' : hexPadded(BigInt(value), 4));

/** Writes a THREAD block, each line behind `indent` blanks. */
export function writeThread(text: Text, view: ThreadView, indent = 0): void {
  const block = new Text();
  writeBlock(block, view);
  const { lines } = block;
  for (const [index, line] of lines.entries()) {
    if (index === lines.length - 1 && line === '') continue;
    text.line(line === '' ? '' : ' '.repeat(indent) + line);
  }
}

function writeBlock(text: Text, view: ThreadView): void {
  const { thread, detail, pointerSize } = view;
  const at = (value: bigint | null) => plainAddress(value, pointerSize);
  text.write('THREAD ');
  text.link(at(thread.address), `!thread ${at(thread.address)}`);
  text.line(
    `  Cid ${cid(thread.processId)}.${cid(thread.threadId)}  Teb: ${at(thread.teb)} Win32Thread: ${at(thread.win32Thread)} ${stateText(thread)}`,
  );
  if (detail === 'line') return;
  if (thread.suspendCount !== null && thread.suspendCount !== 0) text.line(`SuspendCount ${thread.suspendCount}`);
  if (thread.freezeCount !== null && thread.freezeCount !== 0) text.line(`FreezeCount ${thread.freezeCount}`);
  for (const object of thread.waitObjects) {
    text.line(`    ${at(object.address)}  ${waitObjectText(object, pointerSize)}`);
  }
  if (detail === 'waits') return;
  writeMessage(text, thread, pointerSize);
  writeFacts(text, view);
  if (view.stack && view.stack.frames.length > 0) {
    writeStack(text, view.stack, { ...PLAIN_FORM, arguments: !view.bare, traps: true, unnumbered: true });
  } else if (view.stackMissing !== null) text.line(view.stackMissing);
}

function stateText(thread: ThreadObject): string {
  const { state, processor } = thread;
  if (state === null) return '?';
  if (state === 'WAIT' || state === 'GATE_WAIT') {
    const alertable = thread.alertable === null ? '?' : thread.alertable ? 'Alertable' : 'Non-Alertable';
    return `${state}: (${thread.waitReason ?? 'Unknown'}) ${thread.waitMode ?? '?'} ${alertable}`;
  }
  return processor === null ? state : `${state} on processor ${processor.toString(16)}`;
}

/** `Semaphore Limit 0x7fffffff`, `Mutant - owning thread fffffa8001234560`. */
export function waitObjectText(object: WaitObject, pointerSize: 4 | 8): string {
  if (object.type === null) return 'Unknown';
  if (object.type === 'Semaphore')
    return `Semaphore Limit ${object.limit === null ? '?' : `0x${(object.limit >>> 0).toString(16)}`}`;
  if (object.type === 'Mutant')
    return object.owner === null ? 'Mutant' : `Mutant - owning thread ${plainAddress(object.owner, pointerSize)}`;
  return object.type;
}

function writeMessage(text: Text, { messageWait }: ThreadObject, pointerSize: 4 | 8): void {
  if (!messageWait) return;
  const at = (value: bigint | null) => plainAddress(value, pointerSize);
  const { kind, message, port, portOwner } = messageWait;
  if (kind === 'lpc') {
    text.line(`Waiting for reply to LPC MessageId ${hexPadded(message, 8)}:`);
    if (port !== null) text.line(`Current LPC port ${at(port)}`);
    return;
  }
  const queued = port === null ? '' : ` : queued at port ${at(port)}`;
  const owned = portOwner === null ? '' : ` : owned by process ${at(portOwner)}`;
  text.line(`Waiting for reply to ALPC Message ${at(message)}${queued}${owned}`);
}

const label = (name: string) => name.padEnd(26);

function writeFacts(text: Text, { era, thread, pointerSize, partial = false }: ThreadView): void {
  const at = (value: bigint | null) => plainAddress(value, pointerSize);
  if (thread.irps.length > 0) text.line('IRP List:');
  for (const irp of thread.irps) {
    const word = (value: number) => hexPadded(BigInt(value), 4);
    // Debuggers pad a null here to 8 digits, whatever the size of pointers.
    const mdl = irp.mdl === 0n ? '00000000' : at(irp.mdl);
    text.write('    ').link(at(irp.address), `!irp ${at(irp.address)}`);
    text.line(`: (${word(irp.type)},${word(irp.size)}) Flags: ${hexPadded(BigInt(irp.flags), 8)}  Mdl: ${mdl}`);
  }
  text.line(impersonationText(thread, pointerSize));
  text.line(`${label('DeviceMap')}${at(thread.deviceMap)}`);
  const image = (name: string | null) => `       Image:         ${name ?? '?'}`;
  text.line(`${label('Owning Process')}${at(thread.process)}${image(thread.processName)}`);
  if (thread.attachedProcess !== null)
    text.line(`${label('Attached Process')}${at(thread.attachedProcess)}${image(thread.attachedProcessName)}`);
  else if (!partial && (era === 'windows7' || era === 'windows10'))
    text.line(`${label('Attached Process')}N/A            Image:         N/A`);
  text.line(`${label('Wait Start TickCount')}${numberText(thread.waitStartTick).padEnd(15)}${ticksText(thread, era)}`);
  text.line(`${label('Context Switch Count')}${switchesText(thread, era)}`);
  text.line(`${label('UserTime')}${durationText(thread.userMs)}`);
  text.line(`${label('KernelTime')}${durationText(thread.kernelMs)}`);
  writeStarts(text, thread, era, pointerSize);
  const current = `Stack Init ${at(thread.stackInitial)} Current ${at(thread.stackCurrent)}`;
  const callText = callStackText(thread.callStack, pointerSize, partial);
  const rest = `Base ${at(thread.stackBase)} Limit ${at(thread.stackLimit)} Call ${callText}`;
  if (pointerSize === 4) text.line(`${current} ${rest}`);
  else text.line(current).line(rest);
  text.line(priorityText(thread, era));
  if (thread.kernelStackResident === false) text.line('Kernel stack not resident.');
}

/** Windows 8 and later have no callback stack in the thread, and debuggers print a zero there. */
function callStackText(value: bigint | null, pointerSize: 4 | 8, partial: boolean): string {
  if (value === null && partial) return plainAddress(null, pointerSize);
  return pointerSize === 4 ? (value ?? 0n).toString(16) : plainAddress(value ?? 0n, pointerSize);
}

function impersonationText(thread: ThreadObject, pointerSize: 4 | 8): string {
  if (thread.impersonationToken !== null)
    return `Impersonation token:  ${plainAddress(thread.impersonationToken, pointerSize)} (Level ${thread.impersonationLevel ?? '?'})`;
  if (thread.impersonating === false) return 'Not impersonating';
  return thread.impersonating ? 'Impersonating, by a token that is not in the dump' : 'Impersonation: ?';
}

function ticksText({ waitTicks, waitMs }: ThreadObject, era: KernelEra): string {
  if (waitTicks === null) return 'Ticks: ?';
  if (waitTicks === 0n && era !== 'xp' && era !== 'vista') return 'Ticks: 0';
  return `Ticks: ${waitTicks}${waitMs === null ? '' : ` (${waitText(waitMs)})`}`;
}

function switchesText({ contextSwitches, idealProcessor, largeStack }: ThreadObject, era: KernelEra): string {
  const count = numberText(contextSwitches);
  const large = largeStack ? 'LargeStack' : '';
  if (era === 'xp' || era === 'vista')
    return largeStack ? `${count}${' '.repeat(17)}${large}` : `${count}${' '.repeat(12)}`;
  const ideal = `IdealProcessor: ${numberText(idealProcessor)}`;
  return `${count.padEnd(15)}${ideal}${largeStack ? `${' '.repeat(17)}${large}` : ' '.repeat(13)}`;
}

/** Since Vista the address that the program gave stands for both; LPC servers of old keep a message id in its place. */
function writeStarts(text: Text, thread: ThreadObject, era: KernelEra, pointerSize: 4 | 8): void {
  const { win32StartAddress, startAddress, serving } = thread;
  const start = (name: string, address: bigint, symbol: string | null) => {
    const value = `0x${plainAddress(address, pointerSize)}`;
    text.line(`${name} ${symbol === null ? value : `${symbol} (${value})`}`);
  };
  if (win32StartAddress !== null && win32StartAddress !== 0n)
    start('Win32 Start Address', win32StartAddress, thread.win32StartSymbol);
  if (era === 'xp' && serving !== null) {
    start('Win32 Start Address', serving, null);
    text.line(`LPC Server thread working on message Id ${serving.toString(16)}`);
  }
  if (startAddress === null || startAddress === 0n) return;
  if (era === 'xp' || win32StartAddress === null || win32StartAddress === 0n)
    start('Start Address', startAddress, thread.startSymbol);
}

function priorityText(thread: ThreadObject, era: KernelEra): string {
  const parts = [`Priority ${numberText(thread.priority)}`, `BasePriority ${numberText(thread.basePriority)}`];
  if (era === 'windows7' && thread.unusualBoost !== null)
    parts.push(`UnusualBoost ${thread.unusualBoost}`, `ForegroundBoost ${numberText(thread.foregroundBoost)}`);
  else parts.push(`PriorityDecrement ${numberText(thread.priorityDecrement)}`);
  if (thread.decrementCount !== null) parts.push(`DecrementCount ${thread.decrementCount}`);
  if (thread.ioPriority !== null)
    parts.push(`IoPriority ${thread.ioPriority}`, `PagePriority ${numberText(thread.pagePriority)}`);
  return parts.join(' ');
}
