import type { ThreadIrp, ThreadObject } from '../windows/thread.ts';
import { parseMilliseconds } from './clock.ts';
import { parseAddress } from './symbol-text.ts';

export type ThreadDraft = { -readonly [Key in keyof ThreadObject]: ThreadObject[Key] };

/** An address, or the question marks of one that is not in the dump. */
export const ADDRESS = '[0-9a-f]{8}(?:`?[0-9a-f]{8})?|\\?{8}(?:\\?{8})?';
const A = ADDRESS;
const NUMBER_FIELDS: Readonly<Record<string, (draft: ThreadDraft, value: number) => void>> = {
  Priority: (draft, value) => {
    draft.priority = value;
  },
  BasePriority: (draft, value) => {
    draft.basePriority = value;
  },
  PriorityDecrement: (draft, value) => {
    draft.priorityDecrement = value;
  },
  UnusualBoost: (draft, value) => {
    draft.unusualBoost = value;
  },
  ForegroundBoost: (draft, value) => {
    draft.foregroundBoost = value;
  },
  DecrementCount: (draft, value) => {
    draft.decrementCount = value;
  },
  IoPriority: (draft, value) => {
    draft.ioPriority = value;
  },
  PagePriority: (draft, value) => {
    draft.pagePriority = value;
  },
};
const STACK_PLACES = [
  [new RegExp(`\\b(?:Stack Init|Initial Sp) (${A})`), 'stackInitial'],
  [new RegExp(`\\bCurrent(?: Sp)? (${A})`), 'stackCurrent'],
  [new RegExp(`\\bBase (${A})`), 'stackBase'],
  [new RegExp(`\\bLimit (${A})`), 'stackLimit'],
  [new RegExp(`\\bCall (0|${A})`), 'callStack'],
] as const;
const IRP = new RegExp(`(${A}): \\(([0-9a-f]{4}),([0-9a-f]{4})\\) Flags: ([0-9a-f]{1,8})(?:\\s+Mdl: (${A}))?`);
const OWNER = new RegExp(`^Owning Process\\s+(${A})(?:\\s+Image:\\s+(\\S.*))?`);
const ATTACHED = new RegExp(`^Attached Process\\s+(${A})(?:\\s+Image:\\s+(\\S.*))?$`);
const TOKEN = new RegExp(`^Impersonation token:\\s+(${A})(?:\\s*\\((?:Level )?([A-Za-z]+)\\))?`);
const LPC_WAIT = /^Waiting for reply to LPC MessageId ([0-9a-f]{1,8})/i;
const ALPC_WAIT = new RegExp(
  `^Waiting for reply to ALPC Message (${A})(?:\\s*:\\s*queued at port (${A}))?(?:\\s*:\\s*owned by process (${A}))?`,
  'i',
);
const LPC_PORT = new RegExp(`^Current LPC port (${A})`, 'i');
const SERVER = /^A?LPC Server thread working on message(?: Id)? ([0-9a-f]{1,16})/i;

type Take = (draft: ThreadDraft, text: string) => boolean;

/** Labels by their first word; a line under one may still be none, so each tells whether it took it. */
const TAKERS: ReadonlyMap<string, Take> = new Map<string, Take>(
  Object.entries({
    SuspendCount: takeCounts,
    FreezeCount: takeCounts,
    Not: (draft, text) => {
      if (!text.startsWith('Not impersonating')) return false;
      draft.impersonating = false;
      return true;
    },
    Impersonation: takeImpersonation,
    'Impersonating,': takeImpersonation,
    DeviceMap: (draft, text) => {
      draft.deviceMap = addressOf(new RegExp(`\\s(${A})(?=\\s|$)`).exec(text)?.[1]);
      return true;
    },
    Owning: (draft, text) => {
      const found = OWNER.exec(text);
      if (!found) return false;
      draft.process = addressOf(found[1]);
      draft.processName = known(found[2]);
      return true;
    },
    Attached: (draft, text) => {
      const found = ATTACHED.exec(text);
      if (found) {
        draft.attachedProcess = addressOf(found[1]);
        draft.attachedProcessName = known(found[2]);
      }
      return text.startsWith('Attached Process');
    },
    Wait: takeTicks,
    // NT: `WaitTime (seconds)` and `WaitTime (ticks)`, of which nobody tells what they count from.
    WaitTime: () => true,
    Context: takeSwitches,
    UserTime: (draft, text) => {
      draft.userMs = parseMilliseconds(text);
      return true;
    },
    KernelTime: (draft, text) => {
      draft.kernelMs = parseMilliseconds(text);
      return true;
    },
    Win32: (draft, text) => {
      if (!text.startsWith('Win32 Start Address ')) return false;
      [draft.win32StartAddress, draft.win32StartSymbol] = codeIn(text.slice('Win32 Start Address '.length));
      return true;
    },
    Start: (draft, text) => {
      if (!text.startsWith('Start Address ')) return false;
      [draft.startAddress, draft.startSymbol] = codeIn(text.slice('Start Address '.length));
      return true;
    },
    Stack: (draft, text) => text.startsWith('Stack Init') && takeStack(draft, text),
    Initial: (draft, text) => text.startsWith('Initial Sp') && takeStack(draft, text),
    Base: takeStack,
    Priority: (draft, text) => {
      for (const [, name, value] of text.matchAll(/\b([A-Z][A-Za-z]+) (-?\d{1,5})\b/g))
        NUMBER_FIELDS[name!]?.(draft, Number(value));
      return true;
    },
    IRP: (draft, text) => takeIrp(draft, text) || text.startsWith('IRP List'),
    'Name:': (draft, text) => {
      draft.name = text.slice('Name:'.length).trim() || null;
      return true;
    },
    Waiting: takeMessage,
    Current: takeMessage,
    Pending: takeMessage,
    LPC: takeMessage,
    ALPC: takeMessage,
  } satisfies Record<string, Take>),
);

/** Takes a line of a THREAD block that begins with a label; false when it is none. */
export function takeThreadField(draft: ThreadDraft, text: string): boolean {
  const blank = text.indexOf(' ');
  return TAKERS.get(blank < 0 ? text : text.slice(0, blank))?.(draft, text) ?? false;
}

/** `SuspendCount 2`, on the state's line or one of its own. */
export function takeCounts(draft: ThreadDraft, text: string): boolean {
  const suspend = /\bSuspendCount (\d{1,5})\b/.exec(text);
  const freeze = /\bFreezeCount (\d{1,5})\b/.exec(text);
  if (suspend) draft.suspendCount = Number(suspend[1]);
  if (freeze) draft.freezeCount = Number(freeze[1]);
  return suspend !== null || freeze !== null;
}

/** `86163008: (0006,01d8) Flags: 00000900  Mdl: 84f156c0`. */
export function takeIrp(draft: ThreadDraft, text: string): boolean {
  const found = IRP.exec(text);
  const address = found ? parseAddress(found[1]!) : null;
  if (!found || address === null) return false;
  const irp: ThreadIrp = {
    address,
    type: Number.parseInt(found[2]!, 16),
    size: Number.parseInt(found[3]!, 16),
    flags: Number.parseInt(found[4]!, 16),
    mdl: addressOf(found[5]) ?? 0n,
  };
  draft.irps = [...draft.irps, irp];
  return true;
}

function takeImpersonation(draft: ThreadDraft, text: string): boolean {
  const found = TOKEN.exec(text);
  if (!found) {
    if (text.startsWith('Impersonating')) draft.impersonating = true;
    return true;
  }
  draft.impersonating = true;
  draft.impersonationToken = addressOf(found[1]);
  draft.impersonationLevel = found[2] ?? null;
  return true;
}

function takeTicks(draft: ThreadDraft, text: string): boolean {
  const found = /^Wait Start TickCount\s+(\d+|\?)(?:\s+Ticks: (\d+)(?:\s*\(([^)]*)\))?)?/.exec(text);
  if (!found) return false;
  if (found[1] !== '?') draft.waitStartTick = BigInt(found[1]!);
  if (found[2] !== undefined) {
    draft.waitTicks = BigInt(found[2]);
    draft.waitMs = found[3] !== undefined ? parseMilliseconds(found[3]) : found[2] === '0' ? 0 : null;
  }
  return true;
}

function takeSwitches(draft: ThreadDraft, text: string): boolean {
  if (!text.startsWith('Context Switch Count')) return false;
  const found = /^Context Switch Count\s+(\d{1,15})/.exec(text);
  draft.contextSwitches = found ? Number(found[1]) : null;
  const ideal = /\bIdealProcessor: (\d{1,4}|\?)/.exec(text);
  if (ideal && ideal[1] !== '?') draft.idealProcessor = Number(ideal[1]);
  // Newer debuggers print the processor where older ones told of a large stack.
  draft.largeStack = /\bLargeStack\b/.test(text) ? true : ideal ? null : false;
  return true;
}

function takeStack(draft: ThreadDraft, text: string): boolean {
  for (const [pattern, field] of STACK_PLACES) {
    const found = pattern.exec(text);
    if (found) draft[field] = parseAddress(found[1]!);
  }
  return true;
}

function takeMessage(draft: ThreadDraft, text: string): boolean {
  const found = LPC_WAIT.exec(text) ?? ALPC_WAIT.exec(text);
  const message = found ? parseAddress(found[1]!) : null;
  if (found && message !== null) {
    const kind = /^Waiting for reply to ALPC/i.test(text) ? 'alpc' : 'lpc';
    draft.messageWait = { kind, message, port: addressOf(found[2]), portOwner: addressOf(found[3]) };
    return true;
  }
  const port = LPC_PORT.exec(text);
  if (port) {
    if (draft.messageWait) draft.messageWait = { ...draft.messageWait, port: addressOf(port[1]) };
    return true;
  }
  const server = SERVER.exec(text);
  if (!server) return /^Pending LPC Reply Message/i.test(text);
  draft.serving = parseAddress(server[1]!);
  return true;
}

function addressOf(text: string | undefined): bigint | null {
  return text === undefined ? null : parseAddress(text);
}

function known(name: string | undefined): string | null {
  const trimmed = name?.trim() ?? '?';
  return trimmed === '?' || trimmed === 'N/A' ? null : trimmed;
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
