import { array, struct, u32, u64, type ViewOf } from '../../bytes/struct.ts';
import { type Extent, type MinidumpFile, mapRecords } from './minidump-file.ts';

/**
 * https://learn.microsoft.com/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_handle_descriptor; the second
 * generation appends ObjectInfoRva and a reserved word.
 */
export const MINIDUMP_HANDLE_DESCRIPTOR = struct('MINIDUMP_HANDLE_DESCRIPTOR', 32, {
  Handle: [0, u64],
  TypeNameRva: [8, u32],
  ObjectNameRva: [12, u32],
  Attributes: [16, u32],
  GrantedAccess: [20, u32],
  HandleCount: [24, u32],
  PointerCount: [28, u32],
});

/** MINIDUMP_HANDLE_OBJECT_INFORMATION_TYPE by value. */
const OBJECT_INFORMATION_TYPES: readonly string[] = [
  'MiniHandleObjectInformationNone',
  'MiniThreadInformation1',
  'MiniMutantInformation1',
  'MiniMutantInformation2',
  'MiniProcessInformation1',
  'MiniProcessInformation2',
  'MiniEventInformation1',
  'MiniSectionInformation1',
  'MiniSemaphoreInformation1',
];

/** One block of a handle's object information, raw: its layout depends on the type and the dumped machine. */
export interface HandleObjectInformation {
  readonly type: number;
  readonly typeName: string | null;
  readonly bytes: Uint8Array;
}

export interface MinidumpHandle {
  readonly record: ViewOf<typeof MINIDUMP_HANDLE_DESCRIPTOR>;
  readonly typeName: string | null;
  readonly objectName: string | null;
  readonly objectInformation: readonly HandleObjectInformation[];
}

/** The chain of MINIDUMP_HANDLE_OBJECT_INFORMATION: NextInfoRva, InfoType, SizeOfInfo, data. A chain has one link a type. */
function readObjectInformation(file: MinidumpFile, rva: number): HandleObjectInformation[] {
  const chain: HandleObjectInformation[] = [];
  const structure = 'MINIDUMP_HANDLE_OBJECT_INFORMATION';
  for (let at = rva; at !== 0; ) {
    if (chain.length >= 32) {
      file.problems.add('loop', structure, rva, `the chain of object information at ${rva} does not end`);
      break;
    }
    const head = file.view(at, 12);
    if (head.byteLength < 12) {
      file.problems.add('out-of-bounds', structure, at, 'object information lies outside the file');
      break;
    }
    const type = head.getUint32(4, true);
    const size = head.getUint32(8, true);
    const bytes = size === 0 ? new Uint8Array(0) : file.blob({ DataSize: size, Rva: at + 12 }, 4096, structure);
    if (!bytes) break;
    chain.push({ type, typeName: OBJECT_INFORMATION_TYPES[type] ?? null, bytes });
    at = head.getUint32(0, true);
  }
  return chain;
}

/** Handles of HandleDataStream: SizeOfHeader, SizeOfDescriptor (32 or 40), NumberOfDescriptors, Reserved. */
export function readHandleData(file: MinidumpFile, stream: Extent): MinidumpHandle[] | null {
  const table = file.sizedList(stream, 4, 32, 'MINIDUMP_HANDLE_DATA_STREAM');
  return (
    table &&
    mapRecords(table, (view, at) => {
      const record = MINIDUMP_HANDLE_DESCRIPTOR.view(view, at);
      return {
        record,
        typeName: file.string(record.TypeNameRva, 'MINIDUMP_HANDLE_DESCRIPTOR'),
        objectName: file.string(record.ObjectNameRva, 'MINIDUMP_HANDLE_DESCRIPTOR'),
        objectInformation: table.stride >= 40 ? readObjectInformation(file, view.getUint32(at + 32, true)) : [],
      };
    })
  );
}

/** AVRF_HANDLE_OPERATION with its AVRF_BACKTRACE_INFORMATION of AVRF_MAX_TRACES (32) return addresses: avrfsdk.h. */
export const AVRF_HANDLE_OPERATION = struct('AVRF_HANDLE_OPERATION', 288, {
  Handle: [0, u64],
  ProcessId: [8, u32],
  ThreadId: [12, u32],
  OperationType: [16, u32],
  Spare0: [20, u32],
  Depth: [24, u32],
  Index: [28, u32],
  ReturnAddresses: [32, array(u64, 32)],
});

/** One entry of Application Verifier's handle trace. */
export interface HandleOperation {
  readonly handle: bigint;
  readonly processId: number;
  readonly threadId: number;
  readonly operation: 'unused' | 'open' | 'close' | 'bad-reference' | null;
  readonly backtrace: readonly bigint[];
}

const OPERATIONS = ['unused', 'open', 'close', 'bad-reference'] as const;

/** HandleOperationListStream: SizeOfHeader, SizeOfEntry, NumberOfEntries, Reserved, then AVRF_HANDLE_OPERATION records. */
export function readHandleOperations(file: MinidumpFile, stream: Extent): HandleOperation[] | null {
  const table = file.sizedList(stream, 4, AVRF_HANDLE_OPERATION.size, 'MINIDUMP_HANDLE_OPERATION_LIST');
  return (
    table &&
    mapRecords(table, (view, at) => {
      const record = AVRF_HANDLE_OPERATION.view(view, at);
      return {
        handle: record.Handle,
        processId: record.ProcessId,
        threadId: record.ThreadId,
        operation: OPERATIONS[record.OperationType] ?? null,
        backtrace: record.ReturnAddresses.slice(0, Math.min(32, record.Depth)),
      };
    })
  );
}
