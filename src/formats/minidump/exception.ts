import { array, struct, u32, u64, type ViewOf } from '../../bytes/struct.ts';
import { MINIDUMP_LOCATION_DESCRIPTOR } from './header.ts';
import type { Extent, MinidumpFile } from './minidump-file.ts';

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_exception */
export const MINIDUMP_EXCEPTION = struct('MINIDUMP_EXCEPTION', 152, {
  ExceptionCode: [0, u32],
  ExceptionFlags: [4, u32],
  ExceptionRecord: [8, u64],
  ExceptionAddress: [16, u64],
  NumberParameters: [24, u32],
  ExceptionInformation: [32, array(u64, 15)],
});

/** https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_exception_stream */
export const MINIDUMP_EXCEPTION_STREAM = struct('MINIDUMP_EXCEPTION_STREAM', 168, {
  ThreadId: [0, u32],
  ExceptionRecord: [8, MINIDUMP_EXCEPTION],
  ThreadContext: [160, MINIDUMP_LOCATION_DESCRIPTOR],
});

export interface MinidumpException {
  readonly threadId: number;
  readonly record: ViewOf<typeof MINIDUMP_EXCEPTION>;
  readonly parameters: readonly bigint[];
  readonly context: { readonly DataSize: number; readonly Rva: number };
}

/** The exception of ExceptionStream; EXCEPTION_MAXIMUM_PARAMETERS is 15. */
export function readException(file: MinidumpFile, stream: Extent): MinidumpException | null {
  if (stream.available < 168) return file.tooShort(stream, 'MINIDUMP_EXCEPTION_STREAM', 168);
  const read = MINIDUMP_EXCEPTION_STREAM.read(file.source, stream.offset);
  const record = read.ExceptionRecord;
  if (record.NumberParameters > 15) {
    file.problems.add(
      'bad-count',
      'MINIDUMP_EXCEPTION',
      stream.offset,
      `the exception claims ${record.NumberParameters} parameters; there can be 15`,
    );
  }
  return {
    threadId: read.ThreadId,
    record,
    parameters: record.ExceptionInformation.slice(0, Math.min(15, record.NumberParameters)),
    context: read.ThreadContext,
  };
}
