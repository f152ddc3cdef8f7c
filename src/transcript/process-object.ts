import type { ProcessObject } from '../windows/process.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { parseMilliseconds } from './clock.ts';
import { parseAddress, parseHex32 } from './symbol-text.ts';
import { EMPTY_PROCESS } from './unknown-objects.ts';

type Draft = { -readonly [Key in keyof ProcessObject]: ProcessObject[Key] };

const A = '[0-9a-f]{8}(?:`?[0-9a-f]{8})?';
const HEADER = new RegExp(`^\\s*PROCESS (${A})(?:\\s+(\\S.*))?$`);
/** What ends the description of a process. */
const OTHER = /^\s*(?:THREAD |PROCESS |Resource @|\*{4} |(?:#\s+)?(?:Memory\s+)?Child(?:EBP|-SP)\b)/;
const NOISE =
  /^\s*(?:Get\w+: unable|GetContextState|Unable to |Page [0-9a-f]+ not present|\*\*\* |WARNING: |\.{2,}\s*$)/;
const LONGEST = 60;
const MOST_STRANGE = 3;
const MEGABYTE = 1n << 20n;

/**
 * Every PROCESS block in the order met; the threads printed below each (of the same lines, counted from `firstLine`
 * too) become its threads.
 */
export function readProcessObjects(
  lines: readonly string[],
  threads: readonly ThreadObject[],
  firstLine = 0,
): readonly ProcessObject[] {
  const found: ProcessObject[] = [];
  for (let i = 0; i < lines.length; i++) {
    const process = lines[i]!.includes('PROCESS ') ? readProcessBlock(lines, i, firstLine) : null;
    if (process) found.push(process);
  }
  let passed = 0;
  return found.map((process, index) => {
    const end = found[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    while (passed < threads.length && threads[passed]!.line! < process.line!) passed++;
    const own: ThreadObject[] = [];
    // `!process 0 0` and a `!thread` after it in one paste: a thread that names another process is not listed here.
    for (; passed < threads.length && threads[passed]!.line! < end; passed++) {
      const thread = threads[passed]!;
      if (process.id === null || thread.processId === null || thread.processId === process.id) own.push(thread);
    }
    return own.length === 0 ? process : { ...process, threads: own, threadsListed: true };
  });
}

function readProcessBlock(lines: readonly string[], start: number, firstLine: number): ProcessObject | null {
  const header = HEADER.exec(lines[start]!);
  const address = header ? parseAddress(header[1]!) : null;
  if (!header || address === null || (header[2] !== undefined && !/^(?:SessionId|Cid):?\s/.test(header[2])))
    return null;
  const draft: Draft = { ...EMPTY_PROCESS, address, line: firstLine + start };
  if (header[2] !== undefined) takeFields(draft, header[2]);
  let strange = 0;
  let blank = 0;
  for (let i = start + 1; i < lines.length && i < start + LONGEST; i++) {
    const text = lines[i]!.trim();
    if (text === '') {
      if (++blank > 1) break;
      continue;
    }
    if (OTHER.test(text)) break;
    if (takeFields(draft, text)) {
      strange = 0;
      blank = 0;
    } else if (blank > 0 || (!NOISE.test(text) && ++strange > MOST_STRANGE)) break;
  }
  if (draft.objectTable === 0n && draft.handleCount === 0) draft.zombie = true;
  return draft;
}

/** Takes what a line tells into the draft; false when it is no line of a process. */
function takeFields(draft: Draft, text: string): boolean {
  return takeHeaderFields(draft, text) || takeMemoryFields(draft, text) || takeLabel(draft, text);
}

function takeHeaderFields(draft: Draft, text: string): boolean {
  const cid = /\bCid:\s*([0-9a-f]{1,8})\b/.exec(text)?.[1];
  if (cid !== undefined) {
    draft.id = parseHex32(cid);
    draft.sessionId = numberIn(/\bSessionId: (\d+)\b/, text);
    draft.peb = addressIn(/\bPeb: ([0-9a-f`]+)/, text);
    const parent = /\bParentCid: ([0-9a-f]{1,8})\b/.exec(text)?.[1];
    draft.parentId = parent === undefined ? null : parseHex32(parent);
    return true;
  }
  if (text.startsWith('DirBase: ')) {
    draft.directoryBase = addressIn(/^DirBase: ([0-9a-f`]+)/, text);
    draft.objectTable = addressIn(/\bObjectTable: ([0-9a-f`]+)/, text);
    draft.handleCount = numberIn(/\bHandleCount:\s*(\d+)\./, text);
    return true;
  }
  if (text.startsWith('Image: ')) {
    draft.image = text.slice('Image: '.length).trim() || null;
    return true;
  }
  if (!text.startsWith('VadRoot ')) return false;
  draft.vadRoot = addressIn(/^VadRoot ([0-9a-f`]+)/, text);
  draft.vadCount = numberIn(/\bVads (\d+)/, text);
  draft.cloneCount = numberIn(/\bClone (\d+)/, text);
  draft.privatePages = countIn(/\bPrivate (\d+)/, text);
  draft.modifiedPages = countIn(/\bModified (\d+)/, text);
  draft.lockedPages = countIn(/\bLocked (\d+)/, text);
  return true;
}

function takeMemoryFields(draft: Draft, text: string): boolean {
  const sets = /^Working Set Sizes \(now,min,max\)\s*\((\d+), (\d+), (\d+)\)/.exec(text);
  if (sets) {
    draft.workingSet = BigInt(sets[1]!);
    draft.workingSetMinimum = BigInt(sets[2]!);
    draft.workingSetMaximum = BigInt(sets[3]!);
    return true;
  }
  const quota = /^QuotaPoolUsage\[(PagedPool|NonPagedPool)\]\s+(\d+)/.exec(text);
  if (quota) {
    draft[quota[1] === 'PagedPool' ? 'quotaPaged' : 'quotaNonPaged'] = BigInt(quota[2]!);
    return true;
  }
  const size = /^(Peak)?VirtualSize\s+(\d+) Mb/.exec(text);
  if (size) draft[size[1] ? 'peakVirtualSize' : 'virtualSize'] = BigInt(size[2]!) * MEGABYTE;
  return size !== null;
}

function takeLabel(draft: Draft, text: string): boolean {
  const found = /^([A-Z][A-Za-z]+)\d*\s+(\S.*)$/.exec(text);
  const take = found ? LABELS[found[1]!] : undefined;
  // `FB667BBC MutantState Signalled OwningThread 0` is a line of NT.
  if (!found || !take) return /^[0-9a-f]{8} MutantState /i.test(text);
  take(draft, found[2]!);
  return true;
}

const FIRST_NUMBER = /^(\d+)/;
const FIRST_ADDRESS = /^(?:0x)?([0-9a-f`]{8,17})\b/i;
/** MEMORY_PRIORITY_INFORMATION's names as debuggers print the stored number. */
const MEMORY_PRIORITIES: Readonly<Record<string, number>> = { BACKGROUND: 0, WASFOREGROUND: 1, FOREGROUND: 2 };

const LABELS: Readonly<Record<string, (draft: Draft, value: string) => void>> = {
  DeviceMap: (draft, value) => {
    draft.deviceMap = addressIn(FIRST_ADDRESS, value);
  },
  Token: (draft, value) => {
    draft.token = addressIn(FIRST_ADDRESS, value);
  },
  ElapsedTime: (draft, value) => {
    draft.elapsedMs = parseMilliseconds(value);
  },
  UserTime: (draft, value) => {
    draft.userMs = parseMilliseconds(value);
  },
  KernelTime: (draft, value) => {
    draft.kernelMs = parseMilliseconds(value);
  },
  PeakWorkingSetSize: (draft, value) => {
    draft.peakWorkingSet = countIn(FIRST_NUMBER, value);
  },
  PageFaultCount: (draft, value) => {
    draft.pageFaults = countIn(FIRST_NUMBER, value);
  },
  CommitCharge: (draft, value) => {
    draft.commitCharge = countIn(FIRST_NUMBER, value);
  },
  MemoryPriority: (draft, value) => {
    draft.memoryPriority = MEMORY_PRIORITIES[value.trim()] ?? numberIn(FIRST_NUMBER, value);
  },
  BasePriority: (draft, value) => {
    draft.basePriority = numberIn(FIRST_NUMBER, value);
  },
  DebugPort: (draft, value) => {
    draft.debugPort = addressIn(FIRST_ADDRESS, value);
  },
  Job: (draft, value) => {
    draft.job = addressIn(FIRST_ADDRESS, value);
  },
  WOW: (draft, value) => {
    draft.wow64 = /\byes\b/.test(value);
  },
  Protection: (draft, value) => {
    draft.protection = numberIn(/^(0x[0-9a-f]{1,2})\b/, value);
  },
  Frozen: (draft, value) => {
    draft.frozen = value.startsWith('yes');
  },
  Exited: (draft, value) => {
    draft.zombie = true;
    draft.exitStatus = numberIn(/\bstatus (0x[0-9a-f]{1,8})\b/, value);
    draft.exitedAt = /\bat (\d{4}-\d{2}-\d{2}T\S+)/.exec(value)?.[1] ?? null;
  },
};

function addressIn(pattern: RegExp, text: string): bigint | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : parseAddress(found);
}

function numberIn(pattern: RegExp, text: string): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined || found.length > 15 ? null : Number(found);
}

function countIn(pattern: RegExp, text: string): bigint | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : BigInt(found);
}
