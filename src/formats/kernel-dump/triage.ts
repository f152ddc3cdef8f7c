import { countWithin } from '../../bytes/limits.ts';
import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { bytes, struct, u32, u64 } from '../../bytes/struct.ts';
import { decodeUtf16 } from '../../bytes/text.ts';
import { type DebuggerDataState, readDebuggerData } from './debugger-data.ts';
import { type KernelDumpHeader, UNSET } from './header.ts';

/** TRIAGE_DUMP32/64 as rekall and public triage readers declare them; it follows the dump header. */
const COMMON = {
  ServicePackBuild: [0x00, u32],
  SizeOfDump: [0x04, u32],
  ValidOffset: [0x08, u32],
  ContextOffset: [0x0c, u32],
  ExceptionOffset: [0x10, u32],
  MmOffset: [0x14, u32],
  UnloadedDriversOffset: [0x18, u32],
  PrcbOffset: [0x1c, u32],
  ProcessOffset: [0x20, u32],
  ThreadOffset: [0x24, u32],
  CallStackOffset: [0x28, u32],
  SizeOfCallStack: [0x2c, u32],
  DriverListOffset: [0x30, u32],
  DriverCount: [0x34, u32],
  StringPoolOffset: [0x38, u32],
  StringPoolSize: [0x3c, u32],
  BrokenDriverOffset: [0x40, u32],
  TriageOptions: [0x44, u32],
} as const;
export const TRIAGE_DUMP32 = struct('TRIAGE_DUMP32', 0x68, {
  ...COMMON,
  TopOfStack: [0x48, u32],
  DataPageAddress: [0x4c, u32],
  DataPageOffset: [0x50, u32],
  DataPageSize: [0x54, u32],
  DebuggerDataOffset: [0x58, u32],
  DebuggerDataSize: [0x5c, u32],
  DataBlocksOffset: [0x60, u32],
  DataBlocksCount: [0x64, u32],
});
export const TRIAGE_DUMP64 = struct('TRIAGE_DUMP64', 0x80, {
  ...COMMON,
  TopOfStack: [0x48, u64],
  BStoreOffset: [0x50, u32],
  SizeOfBStore: [0x54, u32],
  LimitOfBStore: [0x58, u64],
  DataPageAddress: [0x60, u64],
  DataPageOffset: [0x68, u32],
  DataPageSize: [0x6c, u32],
  DebuggerDataOffset: [0x70, u32],
  DebuggerDataSize: [0x74, u32],
  DataBlocksOffset: [0x78, u32],
  DataBlocksCount: [0x7c, u32],
});

/**
 * DUMP_DRIVER_ENTRY: the offset of a DUMP_STRING, then the loader's entry as in memory, except that the writer stores
 * CheckSum and TimeDateStamp where LDR_DATA_TABLE_ENTRY has them (so in all 15 triage dumps at hand).
 */
const DRIVER_ENTRY32 = struct('DUMP_DRIVER_ENTRY32', 0x4c, {
  DriverNameOffset: [0x00, u32],
  DllBase: [0x1c, u32],
  SizeOfImage: [0x24, u32],
  CheckSum: [0x44, u32],
  TimeDateStamp: [0x48, u32],
});
const DRIVER_ENTRY64 = struct('DUMP_DRIVER_ENTRY64', 0x90, {
  DriverNameOffset: [0x00, u32],
  DllBase: [0x38, u64],
  SizeOfImage: [0x48, u32],
  CheckSum: [0x80, u32],
  TimeDateStamp: [0x88, u32],
});

/** DUMP_UNLOADED_DRIVERS: UNICODE_STRING, 12 characters of the name, start and end. */
const UNLOADED32 = struct('DUMP_UNLOADED_DRIVERS32', 0x28, {
  DriverName: [0x08, bytes(24)],
  StartAddress: [0x20, u32],
  EndAddress: [0x24, u32],
});
const UNLOADED64 = struct('DUMP_UNLOADED_DRIVERS64', 0x38, {
  DriverName: [0x10, bytes(24)],
  StartAddress: [0x28, u64],
  EndAddress: [0x30, u64],
});

/** TRIAGE_DATA_BLOCK: an address range and where its bytes stand. */
const BLOCK32 = struct('TRIAGE_DATA_BLOCK32', 12, { Address: [0, u32], Offset: [4, u32], Size: [8, u32] });
const BLOCK64 = struct('TRIAGE_DATA_BLOCK64', 16, { Address: [0, u64], Offset: [8, u32], Size: [12, u32] });

/** DUMP_MM_STORAGE, version 1: what the memory manager noted at the crash; seven pointer-sized counters follow. */
const MM_STORAGE = struct('DUMP_MM_STORAGE', 0x18, {
  Version: [0x00, u32],
  Size: [0x04, u32],
  MmSpecialPoolTag: [0x08, u32],
  MiTriageActionTaken: [0x0c, u32],
  MmVerifyDriverLevel: [0x10, u32],
  KernelVerifier: [0x14, u32],
});

/** A part of the file. */
export interface FilePart {
  readonly offset: number;
  readonly size: number;
}

export interface TriageDriver {
  readonly name: string | null;
  readonly base: bigint;
  readonly size: number;
  readonly checksum: number;
  readonly timestamp: number;
}

export interface TriageUnloadedDriver {
  /** At most 12 characters are kept by the writer. */
  readonly name: string;
  readonly start: bigint;
  readonly end: bigint;
}

/** Bytes of virtual memory: `size` bytes at `address`, held at file `offset`. */
export interface TriageBlock extends FilePart {
  readonly address: bigint;
}

/** Verifier, pool and commit facts of DUMP_MM_STORAGE; sizes in pages. */
export interface TriageMemoryManager {
  readonly specialPoolTag: number;
  readonly triageActionTaken: number;
  readonly verifyDriverLevel: number;
  readonly kernelVerifier: number;
  readonly maximumNonPagedPool: number;
  readonly allocatedNonPagedPool: number;
  readonly pagedPoolMaximum: number;
  readonly pagedPoolAllocated: number;
  readonly committed: number;
  readonly committedPeak: number;
  readonly commitLimitMaximum: number;
}

function readMemoryManager(source: Source, bits: 32 | 64, part: FilePart): TriageMemoryManager | null {
  const width = bits / 8;
  const raw = source.read(part.offset, MM_STORAGE.size + 7 * width);
  if (raw.length < MM_STORAGE.size + 7 * width) return null;
  const view = viewOf(raw);
  const storage = MM_STORAGE.view(view);
  if (storage.Version !== 1 || storage.Size !== raw.length) return null;
  const counter = (index: number) => {
    const at = MM_STORAGE.size + index * width;
    return bits === 32 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
  };
  return {
    specialPoolTag: storage.MmSpecialPoolTag,
    triageActionTaken: storage.MiTriageActionTaken,
    verifyDriverLevel: storage.MmVerifyDriverLevel,
    kernelVerifier: storage.KernelVerifier,
    maximumNonPagedPool: counter(0),
    allocatedNonPagedPool: counter(1),
    pagedPoolMaximum: counter(2),
    pagedPoolAllocated: counter(3),
    committed: counter(4),
    committedPeak: counter(5),
    commitLimitMaximum: counter(6),
  };
}

/** Everything a triage dump holds. Null parts were not written. */
export interface TriageDump {
  readonly servicePackBuild: number | null;
  readonly sizeOfDump: number;
  readonly validOffset: number;
  /** Whether the writer's last mark is in place. */
  readonly complete: boolean;
  readonly context: FilePart | null;
  readonly exception: FilePart | null;
  readonly prcb: FilePart | null;
  readonly process: FilePart | null;
  readonly thread: FilePart | null;
  readonly callStack: FilePart | null;
  /** Where the call stack begins: the stack pointer of the crash. */
  readonly topOfStack: bigint;
  readonly driverList: FilePart | null;
  readonly driverCount: number;
  readonly drivers: readonly TriageDriver[];
  readonly stringPool: FilePart | null;
  readonly unloadedList: FilePart | null;
  /** Null when no list was written. */
  readonly unloadedDrivers: readonly TriageUnloadedDriver[] | null;
  readonly brokenDriver: string | null;
  /** Null when never set (all ones or `PAGE`). */
  readonly triageOptions: number | null;
  readonly debuggerDataPart: FilePart | null;
  readonly debuggerData: DebuggerDataState;
  readonly blockTable: FilePart | null;
  readonly blocks: readonly TriageBlock[];
  readonly memoryManager: TriageMemoryManager | null;
}

/** `TRGD` */
const VALID = 0x44475254;

function within(source: Source, offset: number, size: number): FilePart | null {
  return offset > 0 && offset + size <= source.size ? { offset, size } : null;
}

/** Reads one DUMP_STRING: a length in characters, then UTF-16. */
function readString(source: Source, offset: number): string | null {
  const head = source.read(offset, 4);
  if (offset === 0 || head.length < 4) return null;
  const length = viewOf(head).getUint32(0, true);
  if (length > 0x1000) return null;
  const text = source.read(offset + 4, length * 2);
  return text.length < length * 2 ? null : decodeUtf16(text);
}

function readDrivers(
  source: Source,
  bits: 32 | 64,
  offset: number,
  claimed: number,
  poolOffset: number,
  problems: Problems,
): TriageDriver[] {
  const entry = bits === 32 ? DRIVER_ENTRY32 : DRIVER_ENTRY64;
  // Entries of 32-bit dumps differ in size between systems; the string pool that follows tells it.
  const spacing = poolOffset > offset && claimed > 0 ? (poolOffset - offset) / claimed : entry.size;
  const stride = Number.isInteger(spacing) && spacing >= entry.size && spacing <= 0x200 ? spacing : entry.size;
  const count = countWithin(claimed, stride, source.size - offset, problems, 'DUMP_DRIVER_ENTRY', offset);
  const drivers: TriageDriver[] = [];
  for (let index = 0; index < count; index++) {
    const at = offset + index * stride;
    const driver = bits === 32 ? DRIVER_ENTRY32.read(source, at) : DRIVER_ENTRY64.read(source, at);
    const name = readString(source, driver.DriverNameOffset);
    const base = BigInt(driver.DllBase);
    if (base === 0n && driver.SizeOfImage === 0 && name === null) {
      problems.add('unreadable', 'DUMP_DRIVER_ENTRY', at, `driver ${index} is empty`);
      continue;
    }
    if (name === null) problems.add('unreadable', 'DUMP_STRING', at, `the name of driver ${index} cannot be read`);
    drivers.push({ name, base, size: driver.SizeOfImage, checksum: driver.CheckSum, timestamp: driver.TimeDateStamp });
  }
  return drivers;
}

function readUnloaded(
  source: Source,
  bits: 32 | 64,
  offset: number,
  problems: Problems,
): TriageUnloadedDriver[] | null {
  const head = source.read(offset, 8);
  if (head.length < 8) return null;
  const first = bits === 32 ? 4 : 8;
  const view = viewOf(head);
  const claimed = bits === 32 ? view.getUint32(0, true) : Number(view.getBigUint64(0, true));
  const size = bits === 32 ? UNLOADED32.size : UNLOADED64.size;
  const at = offset + first;
  const count = countWithin(claimed, size, source.size - at, problems, 'DUMP_UNLOADED_DRIVERS', offset);
  const list: TriageUnloadedDriver[] = [];
  for (let index = 0; index < count; index++) {
    const entry = bits === 32 ? UNLOADED32.read(source, at + index * size) : UNLOADED64.read(source, at + index * size);
    list.push({
      name: decodeUtf16(entry.DriverName),
      start: BigInt(entry.StartAddress),
      end: BigInt(entry.EndAddress),
    });
  }
  return list;
}

function readBlocks(source: Source, bits: 32 | 64, offset: number, claimed: number, problems: Problems): TriageBlock[] {
  const size = bits === 32 ? BLOCK32.size : BLOCK64.size;
  const count = countWithin(claimed, size, source.size - offset, problems, 'TRIAGE_DATA_BLOCK', offset);
  const blocks: TriageBlock[] = [];
  for (let index = 0; index < count; index++) {
    const at = offset + index * size;
    const block = bits === 32 ? BLOCK32.read(source, at) : BLOCK64.read(source, at);
    if (block.Offset >= source.size || block.Offset + block.Size > source.size) {
      problems.add(
        'truncated',
        'TRIAGE_DATA_BLOCK',
        at,
        `data block ${index} (0x${block.Size.toString(16)} bytes at file offset 0x${block.Offset.toString(16)}) lies past the end of the file`,
      );
    }
    if (block.Size > 0) blocks.push({ address: BigInt(block.Address), offset: block.Offset, size: block.Size });
  }
  return blocks;
}

/** Reads the TRIAGE_DUMP behind the header; throws FormatError when not even that is there. */
export function readTriageDump(source: Source, header: KernelDumpHeader, problems: Problems): TriageDump {
  const { bits, size: at } = header;
  const dump = bits === 32 ? TRIAGE_DUMP32.read(source, at) : TRIAGE_DUMP64.read(source, at);
  const name = bits === 32 ? 'TRIAGE_DUMP32' : 'TRIAGE_DUMP64';
  const fields = header.miniDumpFields;
  // MiniDumpFields says which parts were written; offsets of the others may be left over.
  const promised = (bit: number) => fields === null || (fields & bit) !== 0;
  const part = (label: string, bit: number, offset: number, size: number): FilePart | null => {
    if (offset === 0 || offset === UNSET || size <= 0 || !promised(bit)) return null;
    if (offset >= source.size || offset < at) {
      problems.add('out-of-bounds', name, at, `${label} is said to be at 0x${offset.toString(16)}, outside the file`);
      return null;
    }
    if (offset + size > source.size) {
      problems.add('truncated', name, offset, `${label} needs ${size} bytes, but the file ends before`);
    }
    return { offset, size: Math.min(size, source.size - offset) };
  };
  /** Blocks without a size end where the next part begins. */
  const starts = [
    dump.MmOffset,
    dump.UnloadedDriversOffset,
    dump.PrcbOffset,
    dump.ProcessOffset,
    dump.ThreadOffset,
    dump.CallStackOffset,
    dump.DebuggerDataOffset,
    dump.DriverListOffset,
    dump.StringPoolOffset,
    dump.DataBlocksOffset,
    dump.SizeOfDump,
  ].filter((offset) => offset > at && offset !== UNSET);
  const untilNext = (offset: number, most: number) =>
    Math.min(most, ...starts.filter((start) => start > offset).map((start) => start - offset));

  const debuggerDataPart = part('KDDEBUGGER_DATA', 0x400, dump.DebuggerDataOffset, dump.DebuggerDataSize);
  const debuggerData = debuggerDataPart
    ? readDebuggerData(source.read(debuggerDataPart.offset, Math.min(0x1000, debuggerDataPart.size)))
    : ({ state: 'absent', data: null } as const);
  const kd = debuggerData.data;
  // EndOffset of each block: the kernel tells the sizes, the next part bounds them.
  const sized = (label: string, bit: number, offset: number, known: number | undefined) =>
    part(label, bit, offset, known ? untilNext(offset, known) : untilNext(offset, 0x10000));

  const stringPool = part('the string pool', 0x40, dump.StringPoolOffset, dump.StringPoolSize);
  const driverList = part('the driver list', 0x40, dump.DriverListOffset, untilNext(dump.DriverListOffset, 0x1000000));
  const unloadedList = part(
    'the list of unloaded drivers',
    0x40,
    dump.UnloadedDriversOffset,
    untilNext(dump.UnloadedDriversOffset, 0x10000),
  );
  const blockTable = part(
    'the table of data blocks',
    0x800,
    dump.DataBlocksOffset,
    dump.DataBlocksCount * (bits === 32 ? BLOCK32.size : BLOCK64.size),
  );
  const mark = source.read(dump.ValidOffset, 4);
  const complete = mark.length === 4 && viewOf(mark).getUint32(0, true) === VALID;
  if (!complete) {
    problems.add(
      dump.ValidOffset + 4 > source.size ? 'truncated' : 'bad-signature',
      name,
      dump.ValidOffset,
      'the mark at the end of the triage dump (TRGD) is missing: the dump was cut short or never finished',
    );
  }
  const blocks = blockTable ? readBlocks(source, bits, dump.DataBlocksOffset, dump.DataBlocksCount, problems) : [];
  const page = part('the data page', 0x200, dump.DataPageOffset, dump.DataPageSize);
  if (page) blocks.push({ address: BigInt(dump.DataPageAddress), ...page });
  // Dumps converted after the restart leave bit 0x100 clear and the block zero.
  const mm = part('DUMP_MM_STORAGE', 0x100, dump.MmOffset, MM_STORAGE.size);
  return {
    servicePackBuild: dump.ServicePackBuild === UNSET ? null : dump.ServicePackBuild,
    sizeOfDump: dump.SizeOfDump,
    validOffset: dump.ValidOffset,
    complete,
    context: within(source, dump.ContextOffset, bits === 32 ? 1200 : 3000),
    exception: within(source, dump.ExceptionOffset, bits === 32 ? 0x50 : 0x98),
    prcb: sized('the KPRCB', 0x4, dump.PrcbOffset, kd?.SizePrcb),
    process: sized('the EPROCESS', 0x8, dump.ProcessOffset, kd?.SizeEProcess),
    thread: sized('the ETHREAD', 0x10, dump.ThreadOffset, kd?.SizeEThread),
    callStack: part('the call stack', 0x20, dump.CallStackOffset, dump.SizeOfCallStack),
    topOfStack: BigInt(dump.TopOfStack),
    driverList,
    driverCount: dump.DriverCount,
    drivers: driverList
      ? readDrivers(source, bits, dump.DriverListOffset, dump.DriverCount, dump.StringPoolOffset, problems)
      : [],
    stringPool,
    unloadedList,
    unloadedDrivers: unloadedList ? readUnloaded(source, bits, dump.UnloadedDriversOffset, problems) : null,
    brokenDriver: promised(0x80) ? readString(source, dump.BrokenDriverOffset) : null,
    triageOptions: dump.TriageOptions === UNSET || dump.TriageOptions === 0xffffffff ? null : dump.TriageOptions,
    debuggerDataPart,
    debuggerData,
    blockTable,
    blocks,
    memoryManager: mm && readMemoryManager(source, bits, mm),
  };
}
