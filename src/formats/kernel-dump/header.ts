import { FormatError } from '../../bytes/errors.ts';
import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { array, bytes, struct, u8, u32, u64 } from '../../bytes/struct.ts';
import { decodeAscii } from '../../bytes/text.ts';

/** `PAGE`, with which Windows fills the header before it writes a field: such a field was never set. */
export const UNSET = 0x45474150;
const UNSET_64 = 0x4547415045474150n;
/** Where the header's writer log begins in 64-bit headers of Windows 11 24H2: plain text, observed, not documented. */
const WRITER_LOG_64 = 0x11f0;

/** EXCEPTION_RECORD32: https://learn.microsoft.com/windows/win32/api/winnt/ns-winnt-exception_record */
const EXCEPTION_RECORD32 = struct('EXCEPTION_RECORD32', 0x50, {
  ExceptionCode: [0x00, u32],
  ExceptionFlags: [0x04, u32],
  ExceptionRecord: [0x08, u32],
  ExceptionAddress: [0x0c, u32],
  NumberParameters: [0x10, u32],
  ExceptionInformation: [0x14, array(u32, 15)],
});

/** EXCEPTION_RECORD64: https://learn.microsoft.com/windows/win32/api/winnt/ns-winnt-exception_record64 */
const EXCEPTION_RECORD64 = struct('EXCEPTION_RECORD64', 0x98, {
  ExceptionCode: [0x00, u32],
  ExceptionFlags: [0x04, u32],
  ExceptionRecord: [0x08, u64],
  ExceptionAddress: [0x10, u64],
  NumberParameters: [0x18, u32],
  ExceptionInformation: [0x20, array(u64, 15)],
});

/** DUMP_HEADER32 as volatility3 (`crash.json`) and rekall declare it; the first page of the file. */
export const DUMP_HEADER32 = struct('DUMP_HEADER32', 0x1000, {
  Signature: [0x00, u32],
  ValidDump: [0x04, u32],
  MajorVersion: [0x08, u32],
  MinorVersion: [0x0c, u32],
  DirectoryTableBase: [0x10, u32],
  PfnDataBase: [0x14, u32],
  PsLoadedModuleList: [0x18, u32],
  PsActiveProcessHead: [0x1c, u32],
  MachineImageType: [0x20, u32],
  NumberProcessors: [0x24, u32],
  BugCheckCode: [0x28, u32],
  BugCheckParameters: [0x2c, array(u32, 4)],
  VersionUser: [0x3c, bytes(32)],
  PaeEnabled: [0x5c, u8],
  KdSecondaryVersion: [0x5d, u8],
  KdDebuggerDataBlock: [0x60, u32],
  PhysicalMemoryBlock: [0x64, bytes(700)],
  ContextRecord: [0x320, bytes(1200)],
  Exception: [0x7d0, EXCEPTION_RECORD32],
  Comment: [0x820, bytes(128)],
  DumpType: [0xf88, u32],
  MiniDumpFields: [0xf8c, u32],
  SecondaryDataState: [0xf90, u32],
  ProductType: [0xf94, u32],
  SuiteMask: [0xf98, u32],
  WriterStatus: [0xf9c, u32],
  RequiredDumpSpace: [0xfa0, u64],
  SystemUpTime: [0xfb8, u64],
  SystemTime: [0xfc0, u64],
});

/** DUMP_HEADER64 as volatility3 (`crash64.json`) and kdmp-parser declare it; the first two pages of the file. */
export const DUMP_HEADER64 = struct('DUMP_HEADER64', 0x2000, {
  Signature: [0x00, u32],
  ValidDump: [0x04, u32],
  MajorVersion: [0x08, u32],
  MinorVersion: [0x0c, u32],
  DirectoryTableBase: [0x10, u64],
  PfnDataBase: [0x18, u64],
  PsLoadedModuleList: [0x20, u64],
  PsActiveProcessHead: [0x28, u64],
  MachineImageType: [0x30, u32],
  NumberProcessors: [0x34, u32],
  BugCheckCode: [0x38, u32],
  BugCheckParameters: [0x40, array(u64, 4)],
  VersionUser: [0x60, bytes(32)],
  KdDebuggerDataBlock: [0x80, u64],
  PhysicalMemoryBlock: [0x88, bytes(700)],
  ContextRecord: [0x348, bytes(3000)],
  Exception: [0xf00, EXCEPTION_RECORD64],
  DumpType: [0xf98, u32],
  RequiredDumpSpace: [0xfa0, u64],
  SystemTime: [0xfa8, u64],
  Comment: [0xfb0, bytes(128)],
  SystemUpTime: [0x1030, u64],
  MiniDumpFields: [0x1038, u32],
  SecondaryDataState: [0x103c, u32],
  ProductType: [0x1040, u32],
  SuiteMask: [0x1044, u32],
  WriterStatus: [0x1048, u32],
  KdSecondaryVersion: [0x104d, u8],
  Attributes: [0x1050, u32],
  BootId: [0x1054, u32],
});

/** The header's EXCEPTION_RECORD; addresses and parameters unsigned. */
export interface DumpExceptionRecord {
  readonly code: number;
  readonly flags: number;
  readonly nested: bigint;
  readonly address: bigint;
  readonly parameters: readonly bigint[];
}

/** Every field of a DUMP_HEADER32 or DUMP_HEADER64; null is a field that was never set (`PAGE`) or does not exist. */
export interface KernelDumpHeader {
  readonly bits: 32 | 64;
  readonly size: number;
  readonly majorVersion: number | null;
  /** The build number. */
  readonly minorVersion: number | null;
  readonly directoryTableBase: bigint | null;
  readonly pfnDataBase: bigint | null;
  readonly psLoadedModuleList: bigint | null;
  readonly psActiveProcessHead: bigint | null;
  readonly machineImageType: number | null;
  readonly numberProcessors: number | null;
  readonly bugCheckCode: number | null;
  readonly bugCheckParameters: readonly [bigint, bigint, bigint, bigint];
  readonly versionUser: string | null;
  /** Null in 64-bit headers and where the byte was never set. */
  readonly paeEnabled: boolean | null;
  readonly kdSecondaryVersion: number | null;
  readonly kdDebuggerDataBlock: bigint | null;
  /** The raw PHYSICAL_MEMORY_DESCRIPTOR with its runs. */
  readonly physicalMemoryBlock: Uint8Array;
  readonly context: Uint8Array;
  readonly contextOffset: number;
  readonly exception: DumpExceptionRecord | null;
  readonly exceptionOffset: number;
  readonly comment: string | null;
  readonly dumpType: number | null;
  readonly miniDumpFields: number | null;
  readonly secondaryDataState: number | null;
  readonly productType: number | null;
  readonly suiteMask: number | null;
  readonly writerStatus: number | null;
  readonly requiredDumpSpace: bigint | null;
  /** FILETIME units. */
  readonly systemTime: bigint | null;
  readonly systemUpTime: bigint | null;
  readonly attributes: number | null;
  readonly bootId: number | null;
  /** What the dump's writer said of itself, in headers that have it. */
  readonly writerLog: string | null;
}

const set32 = (value: number): number | null => (value === UNSET ? null : value);
const set64 = (value: bigint | number): bigint | null => (value === UNSET_64 || value === UNSET ? null : BigInt(value));

function textOf(raw: Uint8Array): string | null {
  if (raw.length >= 4 && viewOf(raw).getUint32(0, true) === UNSET) return null;
  const text = decodeAscii(raw);
  return text.length > 0 ? text : null;
}

interface RecordView {
  readonly ExceptionCode: number;
  readonly ExceptionFlags: number;
  readonly ExceptionRecord: bigint | number;
  readonly ExceptionAddress: bigint | number;
  readonly NumberParameters: number;
  readonly ExceptionInformation: readonly (bigint | number)[];
}

function exceptionOf(record: RecordView): DumpExceptionRecord | null {
  if (record.ExceptionCode === UNSET) return null;
  return {
    code: record.ExceptionCode,
    flags: record.ExceptionFlags,
    nested: BigInt(record.ExceptionRecord),
    address: BigInt(record.ExceptionAddress),
    parameters: record.ExceptionInformation.slice(0, Math.min(15, record.NumberParameters)).map(BigInt),
  };
}

/** Whether the bytes begin as a PAGEDUMP or PAGEDU64 file. */
export function kernelDumpBits(start: Uint8Array): 32 | 64 | null {
  const text = decodeAscii(start.subarray(0, 8));
  return text === 'PAGEDUMP' ? 32 : text === 'PAGEDU64' ? 64 : null;
}

/** A header cut short is completed with `PAGE`, so that its missing fields read as never set. */
function headerView(source: Source, size: number, problems: Problems): DataView {
  const read = source.read(0, size);
  if (read.length >= size) return viewOf(read);
  problems.add(
    'truncated',
    size === 0x1000 ? 'DUMP_HEADER32' : 'DUMP_HEADER64',
    read.length,
    `the file ends inside its header: ${read.length} of ${size} bytes are there`,
  );
  const out = new Uint8Array(size);
  for (let at = 0; at < size; at++) out[at] = (UNSET >>> ((at & 3) * 8)) & 0xff;
  out.set(read);
  return viewOf(out);
}

/** Reads the header; throws FormatError when the file is no kernel dump at all. */
export function readKernelDumpHeader(source: Source, problems: Problems): KernelDumpHeader {
  const bits = kernelDumpBits(source.read(0, 8));
  if (bits === null) {
    throw new FormatError('DUMP_HEADER', 0, 'not a kernel dump: it begins neither with PAGEDUMP nor with PAGEDU64');
  }
  const size = bits === 32 ? 0x1000 : 0x2000;
  const view = headerView(source, size, problems);
  const header = bits === 32 ? DUMP_HEADER32.view(view) : DUMP_HEADER64.view(view);
  const six = bits === 64 ? DUMP_HEADER64.view(view) : null;
  const three = bits === 32 ? DUMP_HEADER32.view(view) : null;
  const [one, two, third, four] = header.BugCheckParameters;
  const log = six ? decodeAscii(new Uint8Array(view.buffer, view.byteOffset + WRITER_LOG_64, 256)) : '';
  return {
    bits,
    size,
    majorVersion: set32(header.MajorVersion),
    minorVersion: set32(header.MinorVersion),
    directoryTableBase: set64(header.DirectoryTableBase),
    pfnDataBase: set64(header.PfnDataBase),
    psLoadedModuleList: set64(header.PsLoadedModuleList),
    psActiveProcessHead: set64(header.PsActiveProcessHead),
    machineImageType: set32(header.MachineImageType),
    numberProcessors: set32(header.NumberProcessors),
    bugCheckCode: set32(header.BugCheckCode),
    bugCheckParameters: [BigInt(one ?? 0), BigInt(two ?? 0), BigInt(third ?? 0), BigInt(four ?? 0)],
    versionUser: textOf(header.VersionUser),
    paeEnabled: three && three.PaeEnabled <= 1 ? three.PaeEnabled === 1 : null,
    kdSecondaryVersion: header.KdSecondaryVersion < 0x10 ? header.KdSecondaryVersion : null,
    kdDebuggerDataBlock: set64(header.KdDebuggerDataBlock),
    physicalMemoryBlock: header.PhysicalMemoryBlock,
    context: header.ContextRecord,
    contextOffset: bits === 32 ? 0x320 : 0x348,
    exception: exceptionOf(header.Exception),
    exceptionOffset: bits === 32 ? 0x7d0 : 0xf00,
    comment: textOf(header.Comment),
    dumpType: set32(header.DumpType),
    miniDumpFields: set32(header.MiniDumpFields),
    secondaryDataState: set32(header.SecondaryDataState),
    productType: set32(header.ProductType),
    suiteMask: set32(header.SuiteMask),
    writerStatus: set32(header.WriterStatus),
    requiredDumpSpace: set64(header.RequiredDumpSpace),
    systemTime: set64(header.SystemTime),
    systemUpTime: set64(header.SystemUpTime),
    attributes: six ? set32(six.Attributes) : null,
    bootId: six ? set32(six.BootId) : null,
    writerLog: /^[\x20-\x7e\r\n]{8,}$/.test(log) && !log.startsWith('PAGE') ? log : null,
  };
}
