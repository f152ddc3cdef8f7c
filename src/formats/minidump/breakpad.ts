import { bytes, struct, u32 } from '../../bytes/struct.ts';
import { decodeUtf16 } from '../../bytes/text.ts';
import type { Extent, MinidumpFile } from './minidump-file.ts';

/** MDRawBreakpadInfo: Breakpad, src/google_breakpad/common/minidump_format.h */
export const MDRawBreakpadInfo = struct('MDRawBreakpadInfo', 12, {
  validity: [0, u32],
  dump_thread_id: [4, u32],
  requesting_thread_id: [8, u32],
});

/** MDRawAssertionInfo: Breakpad, src/google_breakpad/common/minidump_format.h */
export const MDRawAssertionInfo = struct('MDRawAssertionInfo', 776, {
  expression: [0, bytes(256)],
  function: [256, bytes(256)],
  file: [512, bytes(256)],
  line: [768, u32],
  type: [772, u32],
});

/** The thread that wrote the dump and the one that asked for it; null where `validity` does not vouch. */
export interface BreakpadInfo {
  readonly dumpThreadId: number | null;
  readonly requestingThreadId: number | null;
}

export function readBreakpadInfo(file: MinidumpFile, stream: Extent): BreakpadInfo | null {
  if (stream.available < 12) return file.tooShort(stream, 'MDRawBreakpadInfo', 12);
  const info = MDRawBreakpadInfo.read(file.source, stream.offset);
  return {
    dumpThreadId: info.validity & 1 ? info.dump_thread_id : null,
    requestingThreadId: info.validity & 2 ? info.requesting_thread_id : null,
  };
}

/** A failed assertion of the C runtime: type 1 is an invalid parameter, 2 a pure virtual call. */
export interface AssertionInfo {
  readonly expression: string;
  readonly function: string;
  readonly file: string;
  readonly line: number;
  readonly type: number;
}

export function readAssertionInfo(file: MinidumpFile, stream: Extent): AssertionInfo | null {
  if (stream.available < 776) return file.tooShort(stream, 'MDRawAssertionInfo', 776);
  const info = MDRawAssertionInfo.read(file.source, stream.offset);
  return {
    expression: decodeUtf16(info.expression),
    function: decodeUtf16(info.function),
    file: decodeUtf16(info.file),
    line: info.line,
    type: info.type,
  };
}

/** One loaded object of the dynamic linker's list: MDRawLinkMap32/64. */
export interface LinkMap {
  readonly address: bigint;
  readonly name: string | null;
  readonly dynamic: bigint;
}

/**
 * MDRawLinkMap64 is declared packed, 20 bytes, but Breakpad's own clients have written it with 4 bytes of padding after
 * the name: the second record's name tells which.
 */
function linkMapStride(file: MinidumpFile, offset: number): 20 | 24 {
  const view = file.view(offset, 48);
  const isName = (at: number) => {
    const rva = at + 4 <= view.byteLength ? view.getUint32(at, true) : 0;
    const head = rva === 0 ? null : file.view(rva, 4);
    return head?.byteLength === 4 && rva + 4 + head.getUint32(0, true) <= file.source.size;
  };
  return isName(24 + 8) || !isName(20 + 8) ? 24 : 20;
}

/** MDRawDebug32/64 of LinuxDsoDebug: version, map RVA, count, r_brk, r_ldbase, _DYNAMIC; names are MINIDUMP_STRINGs. */
export function readDsoDebug(file: MinidumpFile, stream: Extent, pointerSize: 4 | 8): LinkMap[] | null {
  const wide = pointerSize === 8;
  if (stream.available < 12) return file.tooShort(stream, 'MDRawDebug', 12);
  const head = file.view(stream.offset, 12);
  const rva = head.getUint32(4, true);
  const claimed = head.getUint32(8, true);
  if (claimed === 0) return [];
  const list = file.extent(rva, file.source.size);
  const stride = wide ? linkMapStride(file, list.offset) : 12;
  const table = file.table(list, 0, stride, claimed, 'MDRawLinkMap');
  const maps: LinkMap[] = [];
  const pointer = (at: number) => (wide ? table.view.getBigUint64(at, true) : BigInt(table.view.getUint32(at, true)));
  for (let index = 0; index < table.count; index++) {
    const at = index * stride;
    const nameAt = at + pointerSize;
    maps.push({
      address: pointer(at),
      name: file.string(table.view.getUint32(nameAt, true), 'MDRawLinkMap'),
      dynamic: pointer(stride === 24 ? nameAt + 8 : nameAt + 4),
    });
  }
  return maps;
}
