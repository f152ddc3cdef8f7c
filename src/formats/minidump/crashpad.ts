import { guid, struct, u32 } from '../../bytes/struct.ts';
import { MINIDUMP_LOCATION_DESCRIPTOR } from './header.ts';
import type { Extent, MinidumpFile } from './minidump-file.ts';

/** MinidumpCrashpadInfo: Crashpad, minidump/minidump_extensions.h. Later fields are absent in older files. */
export const MinidumpCrashpadInfo = struct('MinidumpCrashpadInfo', 52, {
  version: [0, u32],
  report_id: [4, guid],
  client_id: [20, guid],
  simple_annotations: [36, MINIDUMP_LOCATION_DESCRIPTOR],
  module_list: [44, MINIDUMP_LOCATION_DESCRIPTOR],
});

/** MinidumpModuleCrashpadInfo: Crashpad, minidump/minidump_extensions.h */
export const MinidumpModuleCrashpadInfo = struct('MinidumpModuleCrashpadInfo', 28, {
  version: [0, u32],
  list_annotations: [4, MINIDUMP_LOCATION_DESCRIPTOR],
  simple_annotations: [12, MINIDUMP_LOCATION_DESCRIPTOR],
  annotation_objects: [20, MINIDUMP_LOCATION_DESCRIPTOR],
});

/** A typed annotation; type 1 is a string, other types are the program's own. */
export interface CrashpadAnnotation {
  readonly name: string;
  readonly type: number;
  readonly value: Uint8Array;
}

export interface CrashpadModule {
  /** Index into the module list. */
  readonly moduleIndex: number;
  readonly listAnnotations: readonly string[];
  readonly simpleAnnotations: ReadonlyMap<string, string>;
  readonly annotationObjects: readonly CrashpadAnnotation[];
}

export interface CrashpadInfo {
  readonly version: number;
  readonly reportId: string;
  readonly clientId: string;
  readonly simpleAnnotations: ReadonlyMap<string, string>;
  readonly modules: readonly CrashpadModule[];
  /** Bits of a pointer that are an address, null when the file does not say. */
  readonly addressMask: bigint | null;
}

type Location = { readonly DataSize: number; readonly Rva: number };

function readDictionary(file: MinidumpFile, location: Location): Map<string, string> {
  const out = new Map<string, string>();
  const structure = 'MinidumpSimpleStringDictionary';
  const table = file.listAt(location, 8, structure);
  for (let index = 0; table && index < table.count; index++) {
    const key = file.utf8String(table.view.getUint32(index * 8, true), structure);
    const value = file.utf8String(table.view.getUint32(index * 8 + 4, true), structure);
    if (key !== null) out.set(key, value ?? '');
  }
  return out;
}

function readList(file: MinidumpFile, location: Location): string[] {
  const out: string[] = [];
  const table = file.listAt(location, 4, 'MinidumpRVAList');
  for (let index = 0; table && index < table.count; index++) {
    const text = file.utf8String(table.view.getUint32(index * 4, true), 'MinidumpRVAList');
    if (text !== null) out.push(text);
  }
  return out;
}

function readObjects(file: MinidumpFile, location: Location): CrashpadAnnotation[] {
  const out: CrashpadAnnotation[] = [];
  const structure = 'MinidumpAnnotationList';
  const table = file.listAt(location, 12, structure);
  for (let index = 0; table && index < table.count; index++) {
    const at = index * 12;
    const name = file.utf8String(table.view.getUint32(at, true), structure);
    const value = file.byteArray(table.view.getUint32(at + 8, true), structure);
    if (name !== null && value) out.push({ name, type: table.view.getUint16(at + 4, true), value });
  }
  return out;
}

/** CrashpadInfo: annotations of the process and of its modules. */
export function readCrashpadInfo(file: MinidumpFile, stream: Extent): CrashpadInfo | null {
  if (stream.available < MinidumpCrashpadInfo.size) {
    return file.tooShort(stream, 'MinidumpCrashpadInfo', MinidumpCrashpadInfo.size);
  }
  const info = MinidumpCrashpadInfo.read(file.source, stream.offset);
  const modules: CrashpadModule[] = [];
  const links = file.listAt(info.module_list, 12, 'MinidumpModuleCrashpadInfoList');
  for (let index = 0; links && index < links.count; index++) {
    const at = index * 12;
    const size = links.view.getUint32(at + 4, true);
    const offset = links.view.getUint32(at + 8, true);
    const extent = file.extent(offset, size);
    if (extent.available < MinidumpModuleCrashpadInfo.size) {
      file.tooShort(extent, 'MinidumpModuleCrashpadInfo', MinidumpModuleCrashpadInfo.size);
      continue;
    }
    const module = MinidumpModuleCrashpadInfo.read(file.source, offset);
    modules.push({
      moduleIndex: links.view.getUint32(at, true),
      listAnnotations: readList(file, module.list_annotations),
      simpleAnnotations: readDictionary(file, module.simple_annotations),
      annotationObjects: readObjects(file, module.annotation_objects),
    });
  }
  const tail = stream.available >= 64 ? file.view(stream.offset + 56, 8) : null;
  return {
    version: info.version,
    reportId: info.report_id,
    clientId: info.client_id,
    simpleAnnotations: readDictionary(file, info.simple_annotations),
    modules,
    addressMask: tail && tail.byteLength === 8 ? tail.getBigUint64(0, true) : null,
  };
}
