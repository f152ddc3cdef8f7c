import { struct, u32, u64 } from '../../bytes/struct.ts';
import type { Extent, MinidumpFile } from './minidump-file.ts';

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_function_table_stream */
export const MINIDUMP_FUNCTION_TABLE_STREAM = struct('MINIDUMP_FUNCTION_TABLE_STREAM', 24, {
  SizeOfHeader: [0, u32],
  SizeOfDescriptor: [4, u32],
  SizeOfNativeDescriptor: [8, u32],
  SizeOfFunctionEntry: [12, u32],
  NumberOfDescriptors: [16, u32],
  SizeOfAlignPad: [20, u32],
});

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_function_table_descriptor */
export const MINIDUMP_FUNCTION_TABLE_DESCRIPTOR = struct('MINIDUMP_FUNCTION_TABLE_DESCRIPTOR', 32, {
  MinimumAddress: [0, u64],
  MaximumAddress: [8, u64],
  BaseAddress: [16, u64],
  EntryCount: [24, u32],
  SizeOfAlignPad: [28, u32],
});

/** A table of unwind entries that the process registered for code it made (RtlAddFunctionTable). */
export interface FunctionTable {
  readonly minimumAddress: bigint;
  readonly maximumAddress: bigint;
  readonly baseAddress: bigint;
  /** The raw RUNTIME_FUNCTION entries, `entrySize` bytes each. */
  readonly entrySize: number;
  readonly entryCount: number;
  readonly entries: Uint8Array;
}

/**
 * Bytes of padding before the entries. dbgcore aligns them to 8 in the file without saying so in any field (seen with
 * Electron's V8 table); the entries begin where the first RUNTIME_FUNCTION has an end after its begin.
 */
function entryPadding(file: MinidumpFile, offset: number, entrySize: number): number {
  const padding = (8 - (offset % 8)) % 8;
  const view = file.view(offset, padding + 8);
  if (padding === 0 || entrySize !== 12 || view.byteLength < padding + 8) return 0;
  const isEntry = (at: number) => view.getUint32(at, true) < view.getUint32(at + 4, true);
  return !isEntry(0) && isEntry(padding) ? padding : 0;
}

/** FunctionTableStream: each descriptor is followed by the system's own, the entries and padding. */
export function readFunctionTables(file: MinidumpFile, stream: Extent): FunctionTable[] | null {
  const structure = 'MINIDUMP_FUNCTION_TABLE_STREAM';
  if (stream.available < 24) return file.tooShort(stream, structure, 24);
  const header = MINIDUMP_FUNCTION_TABLE_STREAM.read(file.source, stream.offset);
  const { SizeOfHeader, SizeOfDescriptor, SizeOfNativeDescriptor, SizeOfFunctionEntry } = header;
  if (SizeOfHeader < 24 || SizeOfDescriptor < 32) {
    file.problems.add(
      'bad-size',
      structure,
      stream.offset,
      `${structure} claims a header of ${SizeOfHeader} and descriptors of ${SizeOfDescriptor} bytes; at least 24 and 32 are needed`,
    );
    return null;
  }
  const tables: FunctionTable[] = [];
  const end = stream.available;
  let at = SizeOfHeader + header.SizeOfAlignPad;
  for (let index = 0; index < header.NumberOfDescriptors; index++) {
    if (at + SizeOfDescriptor > end) {
      file.problems.add(
        'bad-count',
        structure,
        stream.offset,
        `${structure} claims ${header.NumberOfDescriptors} tables; ${index} are there`,
      );
      break;
    }
    const descriptor = MINIDUMP_FUNCTION_TABLE_DESCRIPTOR.read(file.source, stream.offset + at);
    at += SizeOfDescriptor + SizeOfNativeDescriptor;
    at += entryPadding(file, stream.offset + at, SizeOfFunctionEntry);
    const claimed = descriptor.EntryCount * SizeOfFunctionEntry;
    const there = Math.max(0, Math.min(claimed, end - at));
    if (there < claimed) {
      file.problems.add(
        'bad-count',
        'MINIDUMP_FUNCTION_TABLE_DESCRIPTOR',
        stream.offset + at,
        `function table ${index} claims ${descriptor.EntryCount} entries of ${SizeOfFunctionEntry} bytes; ${there} bytes are there`,
      );
    }
    tables.push({
      minimumAddress: descriptor.MinimumAddress,
      maximumAddress: descriptor.MaximumAddress,
      baseAddress: descriptor.BaseAddress,
      entrySize: SizeOfFunctionEntry,
      entryCount: SizeOfFunctionEntry === 0 ? 0 : Math.floor(there / SizeOfFunctionEntry),
      entries: file.source.read(stream.offset + at, there),
    });
    at += claimed + descriptor.SizeOfAlignPad;
  }
  return tables;
}
