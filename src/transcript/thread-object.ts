import type { ThreadIrp, ThreadObject } from '../windows/thread.ts';
import type { MessageWait, WaitObject } from '../windows/wait.ts';
import { parseMilliseconds } from './clock.ts';
import { readStacks, type StackText } from './stack.ts';
import { parseAddress, parseHex32 } from './symbol-text.ts';
import { type WaitingThread, waitObjectIn } from './wait-object.ts';

type Draft = { -readonly [Key in keyof ThreadObject]: ThreadObject[Key] };

/** A thread as `!thread` and `!process` print it, and where its text ends (its stack, if any, begins there). */
export interface ThreadBlock {
  readonly thread: ThreadObject;
  /** Line after the block, relative to the lines given. */
  readonly next: number;
}

/** An address, or the question marks of one that is not in the dump. */
const A = '[0-9a-f]{8}(?:`?[0-9a-f]{8})?|\\?{8}(?:\\?{8})?';
const HEADER = new RegExp(
  `^\\s*THREAD (${A})\\s+Cid:? ([0-9a-f]{1,8}|\\?{4})\\.([0-9a-f]{1,8}|\\?{4})(?:\\s+Teb: (${A}))?(?:\\s+Win32Thread: (${A}))?\\s*(.*)$`,
);
const STATE = /^\s*([A-Z][A-Z_]{3,})(?::\s*\(([^)]*)\))?(?=\s|:|$)/;
const IRP = new RegExp(`(${A}): \\(([0-9a-f]{4}),([0-9a-f]{4})\\) Flags: ([0-9a-f]{1,8})(?:\\s+Mdl: (${A}))?`);
const STACK_PLACES: readonly (readonly [
  RegExp,
  'stackInitial' | 'stackCurrent' | 'stackBase' | 'stackLimit' | 'callStack',
])[] = [
  [new RegExp(`\\b(?:Stack Init|Initial Sp) (${A})`), 'stackInitial'],
  [new RegExp(`\\bCurrent(?: Sp)? (${A})`), 'stackCurrent'],
  [new RegExp(`\\bBase (${A})`), 'stackBase'],
  [new RegExp(`\\bLimit (${A})`), 'stackLimit'],
  [new RegExp(`\\bCall (0|${A})`), 'callStack'],
];
const PRIORITIES: Readonly<Record<string, keyof Draft & ('priority' | PriorityField)>> = {
  Priority: 'priority',
  BasePriority: 'basePriority',
  PriorityDecrement: 'priorityDecrement',
  UnusualBoost: 'unusualBoost',
  ForegroundBoost: 'foregroundBoost',
  DecrementCount: 'decrementCount',
  IoPriority: 'ioPriority',
  PagePriority: 'pagePriority',
};
type PriorityField =
  | 'basePriority'
  | 'priorityDecrement'
  | 'unusualBoost'
  | 'foregroundBoost'
  | 'decrementCount'
  | 'ioPriority'
  | 'pagePriority';
/** What begins something else, and so ends a block whose author cut its last lines. */
const OTHER = /^\s*(?:THREAD |PROCESS |Resource @|\*{4} |(?:#\s+)?(?:Memory\s+)?Child(?:EBP|-SP)\b|\d+ total locks)/;
const NOISE =
  /^\s*(?:Get\w+: unable|GetContextState|Unable to |Page [0-9a-f]+ not present|\*\*\* |WARNING: |\.{2,}\s*$)/;
/** Sixty-four wait objects, as many IRPs, and the labels. */
const LONGEST = 200;
/** Lines of no known meaning in a row before what follows is taken for other text. */
const MOST_STRANGE = 4;
/** A stack may follow its thread after blank and noise lines, not farther down. */
const STACK_WITHIN = 12;

export const EMPTY_THREAD: ThreadObject = {
  address: 0n,
  processId: null,
  threadId: null,
  teb: null,
  win32Thread: null,
  state: null,
  processor: null,
  waitReason: null,
  waitReasonCode: null,
  waitMode: null,
  alertable: null,
  suspendCount: null,
  freezeCount: null,
  waitObjects: [],
  waitsForAll: null,
  messageWait: null,
  serving: null,
  irps: [],
  impersonationToken: null,
  impersonationLevel: null,
  impersonating: null,
  deviceMap: null,
  process: null,
  processName: null,
  attachedProcess: null,
  attachedProcessName: null,
  waitStartTick: null,
  waitTicks: null,
  waitMs: null,
  contextSwitches: null,
  idealProcessor: null,
  largeStack: null,
  userMs: null,
  kernelMs: null,
  createdAt: null,
  startAddress: null,
  startSymbol: null,
  win32StartAddress: null,
  win32StartSymbol: null,
  stackInitial: null,
  stackCurrent: null,
  stackBase: null,
  stackLimit: null,
  callStack: null,
  kernelStackResident: null,
  priority: null,
  basePriority: null,
  priorityDecrement: null,
  unusualBoost: null,
  foregroundBoost: null,
  decrementCount: null,
  ioPriority: null,
  pagePriority: null,
  name: null,
  stack: null,
  line: null,
};

/** Every THREAD block in the order met, with its stack. Lines are `firstLine` plus the index of the line that introduces it. */
export function readThreadObjects(
  lines: readonly string[],
  firstLine = 0,
  stacks: readonly StackText[] = readStacks(lines),
): readonly ThreadObject[] {
  const blocks: ThreadBlock[] = [];
  for (let i = 0; i < lines.length; ) {
    const block = lines[i]!.includes('THREAD ') ? readThreadBlock(lines, i) : null;
    if (block) blocks.push(block);
    i = block ? block.next : i + 1;
  }
  let passed = 0;
  return blocks.map(({ thread, next }, index) => {
    const end = blocks[index + 1]?.thread.line ?? lines.length;
    while (passed < stacks.length && stacks[passed]!.firstLine <= thread.line!) passed++;
    const stack = stacks[passed];
    const own = stack && stack.firstLine < end && stack.firstLine <= next + STACK_WITHIN && !stack.analyzed;
    return { ...thread, line: firstLine + thread.line!, stack: own ? stack.stack : null };
  });
}

/** The THREAD block that begins at a line, without its stack; null when none does. */
export function readThreadBlock(lines: readonly string[], start: number): ThreadBlock | null {
  const text = lines[start]!;
  const found = text.length > 600 ? null : HEADER.exec(text);
  const address = found ? parseAddress(found[1]!) : null;
  if (!found || address === null) return null;
  const draft: Draft = {
    ...EMPTY_THREAD,
    address,
    processId: parseHex32(found[2]!),
    threadId: parseHex32(found[3]!),
    teb: addressOf(found[4]),
    win32Thread: addressOf(found[5]),
    line: start,
  };
  const block = new BlockReader(draft);
  block.state(found[6]!);
  let next = start + 1;
  let strange = 0;
  for (let i = next; i < lines.length && i <= start + LONGEST; i++) {
    const line = lines[i]!;
    if (line.trim() === '') continue;
    if (OTHER.test(line)) break;
    if (block.line(line)) {
      next = i + 1;
      strange = 0;
    } else if (!NOISE.test(line) && ++strange > MOST_STRANGE) break;
    if (block.ended) break;
  }
  return { thread: block.finish(), next };
}

class BlockReader {
  /** True once the line after the priorities was read, which is the last of a block. */
  ended = false;
  readonly #draft: Draft;
  readonly #objects: ((waiting: WaitingThread) => WaitObject)[] = [];
  readonly #irps: ThreadIrp[] = [];
  #labelled = false;
  #prioritised = false;
  #old = false;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  /** The end of the header: `WAIT: (UserRequest) UserMode Non-Alertable SuspendCount 1`, `RUNNING on processor 3`. */
  state(text: string): boolean {
    const draft = this.#draft;
    const found = STATE.exec(text);
    if (!found) return false;
    draft.state = found[1]!;
    const reason = found[2];
    if (reason !== undefined && !/^Unknown$/i.test(reason) && reason !== '') draft.waitReason = reason;
    const processor = /\bon processor ([0-9a-f]{1,3})\b/.exec(text);
    if (processor) draft.processor = Number.parseInt(processor[1]!, 16);
    if (/\bUserMode\b/.test(text)) draft.waitMode = 'UserMode';
    else if (/\bKernelMode\b/.test(text)) draft.waitMode = 'KernelMode';
    if (/\bNon-Alertable\b/.test(text)) draft.alertable = false;
    else if (/\bAlertable\b/.test(text)) draft.alertable = true;
    this.#counts(text);
    return true;
  }

  /** Takes one line of the block; false when it is none. */
  line(text: string): boolean {
    const trimmed = text.trim();
    if (this.#prioritised) {
      this.ended = true;
      if (!/^Kernel stack not resident/i.test(trimmed)) return false;
      this.#draft.kernelStackResident = false;
      return true;
    }
    if (this.#label(trimmed)) {
      if (!/^(?:SuspendCount|FreezeCount)/.test(trimmed)) this.#labelled = true;
      return true;
    }
    if (this.#draft.state === null && this.state(trimmed)) return true;
    if (this.#labelled) return this.#irp(trimmed);
    const object = waitObjectIn(trimmed, this.#draft.address);
    if (!object) return this.#irp(trimmed);
    this.#objects.push(object);
    return true;
  }

  #label(text: string): boolean {
    const draft = this.#draft;
    switch (text.charCodeAt(0)) {
      case 65: // A
        if (text.startsWith('Attached Process')) {
          const found = new RegExp(`^Attached Process\\s+(${A}|N/A)(?:\\s+Image:\\s+(\\S.*))?$`).exec(text);
          if (found && found[1] !== 'N/A') {
            draft.attachedProcess = addressOf(found[1]);
            draft.attachedProcessName = found[2] ?? null;
          }
          return true;
        }
        return this.#message(text);
      case 66: // B
        return text.startsWith('Base ') && this.#stack(text);
      case 67: // C
        if (text.startsWith('Context Switch Count')) return this.#switches(text);
        return this.#message(text);
      case 68: // D
        if (!text.startsWith('DeviceMap')) return false;
        draft.deviceMap = addressIn(text);
        return true;
      case 70: // F
      case 83: // S
        if (text.startsWith('SuspendCount') || text.startsWith('FreezeCount')) return this.#counts(text);
        if (text.startsWith('Start Address ')) {
          [draft.startAddress, draft.startSymbol] = codeIn(text.slice('Start Address '.length));
          return true;
        }
        return text.startsWith('Stack Init') && this.#stack(text);
      case 73: // I
        if (text.startsWith('Initial Sp')) return this.#stack(text);
        if (text.startsWith('IRP List')) return this.#irp(text) || true;
        return this.#impersonation(text);
      case 75: // K
        if (!text.startsWith('KernelTime')) return false;
        draft.kernelMs = parseMilliseconds(text);
        return true;
      case 76: // L
        return this.#message(text);
      case 78: // N
        if (text.startsWith('Not impersonating')) draft.impersonating = false;
        else if (text.startsWith('Name: ')) draft.name = text.slice('Name: '.length).trim() || null;
        else return false;
        return true;
      case 79: {
        // O
        if (!text.startsWith('Owning Process')) return false;
        const found = new RegExp(`^Owning Process\\s+(${A})(?:\\s+Image:\\s+(\\S.*))?`).exec(text);
        draft.process = addressOf(found?.[1]);
        draft.processName = found?.[2]?.trim() ?? null;
        return true;
      }
      case 80: // P
        return text.startsWith('Priority ') && this.#priorities(text);
      case 85: // U
        if (!text.startsWith('UserTime')) return false;
        draft.userMs = parseMilliseconds(text);
        return true;
      case 87: // W
        if (text.startsWith('Wait Start TickCount')) return this.#ticks(text);
        if (text.startsWith('Win32 Start Address ')) {
          [draft.win32StartAddress, draft.win32StartSymbol] = codeIn(text.slice('Win32 Start Address '.length));
          return true;
        }
        if (text.startsWith('WaitTime (')) {
          this.#old = true;
          return true;
        }
        return this.#message(text);
      default:
        return false;
    }
  }

  #counts(text: string): boolean {
    const suspend = /\bSuspendCount (\d{1,5})\b/.exec(text);
    const freeze = /\bFreezeCount (\d{1,5})\b/.exec(text);
    if (suspend) this.#draft.suspendCount = Number(suspend[1]);
    if (freeze) this.#draft.freezeCount = Number(freeze[1]);
    return suspend !== null || freeze !== null;
  }

  #irp(text: string): boolean {
    const found = IRP.exec(text);
    const address = found ? parseAddress(found[1]!) : null;
    if (!found || address === null) return false;
    this.#irps.push({
      address,
      type: Number.parseInt(found[2]!, 16),
      size: Number.parseInt(found[3]!, 16),
      flags: Number.parseInt(found[4]!, 16),
      mdl: addressOf(found[5]) ?? 0n,
    });
    return true;
  }

  #impersonation(text: string): boolean {
    if (text.startsWith('Impersonating')) {
      this.#draft.impersonating = true;
      return true;
    }
    if (!text.startsWith('Impersonation token')) return text.startsWith('Impersonation: ?');
    const found = new RegExp(`^Impersonation token:\\s+(${A})(?:\\s*\\((?:Level )?([A-Za-z]+)\\))?`).exec(text);
    this.#draft.impersonating = true;
    this.#draft.impersonationToken = addressOf(found?.[1]);
    this.#draft.impersonationLevel = found?.[2] ?? null;
    return true;
  }

  #ticks(text: string): boolean {
    const found = /^Wait Start TickCount\s+(\d+)(?:\s+Ticks: (\d+)(?:\s*\(([^)]*)\))?)?/.exec(text);
    if (!found) return false;
    this.#draft.waitStartTick = BigInt(found[1]!);
    if (found[2] !== undefined) {
      this.#draft.waitTicks = BigInt(found[2]);
      this.#draft.waitMs = found[3] !== undefined ? parseMilliseconds(found[3]) : found[2] === '0' ? 0 : null;
    }
    return true;
  }

  #switches(text: string): boolean {
    const draft = this.#draft;
    const found = /^Context Switch Count\s+(\d+)/.exec(text);
    draft.contextSwitches = found ? Number(found[1]) : null;
    const ideal = /\bIdealProcessor: (\d+)/.exec(text);
    if (ideal) draft.idealProcessor = Number(ideal[1]);
    // Newer debuggers print the processor where older ones told of a large stack.
    draft.largeStack = /\bLargeStack\b/.test(text) ? true : ideal ? null : false;
    return true;
  }

  #stack(text: string): boolean {
    for (const [pattern, field] of STACK_PLACES) {
      const found = pattern.exec(text);
      if (found) this.#draft[field] = parseAddress(found[1]!);
    }
    return true;
  }

  #priorities(text: string): boolean {
    for (const [, name, value] of text.matchAll(/\b([A-Z][A-Za-z]+) (-?\d{1,5})\b/g)) {
      const field = PRIORITIES[name!];
      if (field) this.#draft[field] = Number(value);
    }
    this.#draft.kernelStackResident = true;
    this.#prioritised = true;
    return true;
  }

  #message(text: string): boolean {
    const draft = this.#draft;
    const lpc = /^Waiting for reply to LPC MessageId ([0-9a-f]{1,8})/i.exec(text);
    if (lpc) {
      draft.messageWait = wait('lpc', parseAddress(lpc[1]!), draft.messageWait?.port ?? null, null);
      return true;
    }
    const alpc = new RegExp(
      `^Waiting for reply to ALPC Message (${A})(?:\\s*:\\s*queued at port (${A}))?(?:\\s*:\\s*owned by process (${A}))?`,
      'i',
    ).exec(text);
    if (alpc) {
      draft.messageWait = wait('alpc', parseAddress(alpc[1]!), addressOf(alpc[2]), addressOf(alpc[3]));
      return true;
    }
    const port = new RegExp(`^Current LPC port (${A})`, 'i').exec(text);
    if (port) {
      if (draft.messageWait) draft.messageWait = { ...draft.messageWait, port: addressOf(port[1]) };
      return true;
    }
    const server = /^A?LPC Server thread working on message(?: Id)? ([0-9a-f]{1,16})/i.exec(text);
    if (!server) return /^Pending LPC Reply Message/i.test(text);
    draft.serving = parseAddress(server[1]!);
    return true;
  }

  finish(): ThreadObject {
    const draft = this.#draft;
    // The message id shares its storage with the start address (ETHREAD's union), so an equal value is no code.
    if (draft.serving !== null && draft.win32StartAddress === draft.serving) {
      draft.win32StartAddress = null;
      draft.win32StartSymbol = null;
    }
    // Debuggers since XP print the count when it is not 0; what those before did is not known.
    if (draft.suspendCount === null && this.#prioritised && !this.#old && draft.waitReason !== 'Suspended')
      draft.suspendCount = 0;
    draft.irps = this.#irps;
    const suspended = draft.waitReason === 'Suspended' || (draft.suspendCount ?? 0) > 0;
    const modern = draft.ioPriority !== null;
    draft.waitObjects = this.#objects.map((object) => object({ suspended, modern }));
    return draft;
  }
}

function wait(
  kind: MessageWait['kind'],
  message: bigint | null,
  port: bigint | null,
  portOwner: bigint | null,
): MessageWait | null {
  return message === null ? null : { kind, message, port, portOwner };
}

function addressOf(text: string | undefined): bigint | null {
  return text === undefined ? null : parseAddress(text);
}

function addressIn(text: string): bigint | null {
  return addressOf(new RegExp(`\\s(${A})\\b`).exec(text)?.[1]);
}

/** `MyApp!Start (0x35f76821)`, `0x77e6b5f3`, `nt!Start`: the address and the name, each null when not printed. */
function codeIn(text: string): [bigint | null, string | null] {
  const trimmed = text.trim();
  const bare = /^0x([0-9a-f`]{1,17})\b/i.exec(trimmed);
  if (bare) return [parseAddress(bare[1]!), null];
  const named = /^(\S.*?)\s*\((?:0x)?([0-9a-f`]{8,17})\)/i.exec(trimmed);
  if (named) return [parseAddress(named[2]!), named[1]!];
  return [null, trimmed === '' ? null : trimmed];
}
