import { hexPadded } from '../bytes/hex.ts';
import type { KernelEra } from '../windows/kernel-era.ts';
import type { ProcessObject } from '../windows/process.ts';
import { durationText } from './kernel-duration.ts';
import type { Text } from './text.ts';
import { numberText, plainAddress, type ThreadView, writeThread } from './thread-text.ts';

/** A process as `!process` shows it, with what its flags ask for. */
export interface ProcessView {
  readonly era: KernelEra;
  readonly pointerSize: 4 | 8;
  readonly process: ProcessObject;
  /** True where it is in a session though the id is unknown, or may be; else an id that is null means none. */
  readonly inSession?: boolean;
  /** Times, priorities and sizes too. */
  readonly statistics: boolean;
  /** Null where they were not asked for. */
  readonly threads: readonly ThreadView[] | null;
}

const label = (name: string) => name.padEnd(34);
const PAGE_KB = 4n;
const MEGABYTE = 0x100000n;
/** MMSUPPORT_FLAGS.MemoryPriority before it became a scale. */
const MEMORY_PRIORITIES = ['BACKGROUND', 'FOREGROUND', 'FOREGROUND'];

/** An address of 8 digits at least, as `!process` prints pointers that may be null. */
export function shortAddress(value: bigint | null): string {
  return value === null ? '????????' : hexPadded(value, 8);
}

/** Writes a PROCESS block with its threads; `more` are lines behind the image's. */
export function writeProcess(text: Text, view: ProcessView, more: readonly string[] = []): void {
  const { process, pointerSize, era, statistics, threads } = view;
  const at = plainAddress(process.address, pointerSize);
  const session = process.sessionId === null ? (view.inSession ? '?' : 'none') : String(process.sessionId);
  const cid = (value: number | null) => (value === null ? '????' : hexPadded(BigInt(value), 4));
  const identity = `SessionId: ${session}  Cid: ${cid(process.id)}    Peb: ${shortAddress(process.peb)}  ParentCid: ${cid(process.parentId)}`;
  text.write('PROCESS ').link(at, `!process ${at} 7`);
  if (era === 'xp') text.line(`  ${identity}`);
  else text.line().line(`    ${identity}`);
  const table = process.objectTable === 0n ? '00000000' : plainAddress(process.objectTable, pointerSize);
  const handles =
    process.handleCount === null ? '<Data Not Accessible>' : `${String(process.handleCount).padStart(4)}.`;
  text.line(`    DirBase: ${shortAddress(process.directoryBase)}  ObjectTable: ${table}  HandleCount: ${handles}`);
  text.line(`    Image: ${process.image ?? '?'}`);
  for (const line of more) text.line(line);
  if (statistics) writeStatistics(text, view);
  text.line();
  for (const thread of threads ?? []) {
    writeThread(text, thread, 8);
    text.line();
  }
  if (threads !== null && process.threadsBroken !== null)
    text.line(`        Threads may be missing: ${process.threadsBroken}`).line();
}

function writeStatistics(text: Text, { process, pointerSize }: ProcessView): void {
  const at = (value: bigint | null) => plainAddress(value, pointerSize);
  const { vadRoot, vadCount, cloneCount, privatePages, modifiedPages, lockedPages } = process;
  const dotted = (value: bigint | null) => `${numberText(value)}.`;
  text.line(
    `    VadRoot ${at(vadRoot)} Vads ${numberText(vadCount)} Clone ${numberText(cloneCount)} Private ${dotted(privatePages)} Modified ${dotted(modifiedPages)} Locked ${dotted(lockedPages)}`,
  );
  text.line(`    DeviceMap ${at(process.deviceMap)}`);
  const row = (name: string, value: string) => text.line(`    ${label(name)}${value}`);
  row('Token', at(process.token));
  row('ElapsedTime', process.elapsedMs === null ? '<Invalid>' : durationText(process.elapsedMs));
  row('UserTime', durationText(process.userMs));
  row('KernelTime', durationText(process.kernelMs));
  row('QuotaPoolUsage[PagedPool]', numberText(process.quotaPaged));
  row('QuotaPoolUsage[NonPagedPool]', numberText(process.quotaNonPaged));
  const sizes = [process.workingSet, process.workingSetMinimum, process.workingSetMaximum];
  const kilobytes = sizes.map((size) => (size === null ? '?' : `${size * PAGE_KB}KB`));
  text.line(`    Working Set Sizes (now,min,max)  (${sizes.map(numberText).join(', ')}) (${kilobytes.join(', ')})`);
  row('PeakWorkingSetSize', numberText(process.peakWorkingSet));
  const megabytes = (bytes: bigint | null) => (bytes === null ? '?' : `${bytes / MEGABYTE} Mb`);
  row('VirtualSize', megabytes(process.virtualSize));
  row('PeakVirtualSize', megabytes(process.peakVirtualSize));
  row('PageFaultCount', numberText(process.pageFaults));
  row('MemoryPriority', memoryPriority(process.memoryPriority));
  row('BasePriority', numberText(process.basePriority));
  row('CommitCharge', numberText(process.commitCharge));
  if (process.debugPort !== null && process.debugPort !== 0n) row('DebugPort', at(process.debugPort));
  if (process.job !== null && process.job !== 0n) row('Job', at(process.job));
  writeExtras(text, process);
}

function memoryPriority(value: number | null): string {
  return value === null ? '?' : (MEMORY_PRIORITIES[value] ?? String(value));
}

/** What debuggers leave out of this block and people look for: only where it is out of the ordinary. */
function writeExtras(text: Text, process: ProcessObject): void {
  const row = (name: string, value: string) => text.line(`    ${label(name)}${value}`);
  if (process.wow64) row('WOW64', 'yes: a 32-bit process');
  if (process.protection) row('Protection', `0x${process.protection.toString(16)}`);
  if (process.frozen) row('Frozen', 'yes');
  if (process.zombie) row('Exited', exitText(process));
}

/** A line for the end of whatever goes through all processes, where their list is cut. */
export function writeMissingProcesses(text: Text, broken: string | null): void {
  if (broken !== null) text.line(`Processes may be missing: ${broken}`);
}

/** `with status 0xc0000005 at 2024-11-21T10:00:00.000Z`, of a process that has exited. */
export function exitText(process: ProcessObject): string {
  const status = process.exitStatus === null ? '?' : `0x${hexPadded(BigInt(process.exitStatus), 8)}`;
  return `with status ${status} at ${process.exitedAt ?? 'an unknown time'}`;
}
