import { formatGuid } from '../../bytes/guid.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { countWithin } from '../../bytes/limits.ts';
import { viewOf } from '../../bytes/source.ts';
import { decodeUtf8 } from '../../bytes/text.ts';
import { DIRECTORY, IMAGE_DEBUG_DIRECTORY } from './headers.ts';
import type { PeImage } from './image.ts';

/** What identifies the image's PDB: `guid` lower-case with dashes (RSDS) or the 8-digit signature (NB10). */
export interface PeCodeView {
  readonly format: 'RSDS' | 'NB10';
  readonly guid: string;
  readonly age: number;
  /** The PDB's path as the linker wrote it. */
  readonly path: string;
}

/** IMAGE_DEBUG_TYPE_* numbers (PE format, Debug Type) that carry meaning here. */
const TYPE_NAMES: Readonly<Record<number, string>> = {
  1: 'COFF',
  2: 'CODEVIEW',
  3: 'FPO',
  4: 'MISC',
  12: 'VC_FEATURE',
  13: 'POGO',
  14: 'ILTCG',
  15: 'MPX',
  16: 'REPRO',
  17: 'EMBEDDED_PORTABLE_PDB',
  19: 'PDBCHECKSUM',
  20: 'EX_DLLCHARACTERISTICS',
};

export interface PeDebugEntry {
  readonly type: number;
  /** Microsoft's name without its prefix, or the number. */
  readonly typeName: string;
  readonly rva: number;
  readonly fileOffset: number;
  readonly size: number;
}

export interface PeDebug {
  readonly entries: readonly PeDebugEntry[];
  readonly codeView: PeCodeView | null;
  /** The build is reproducible: TimeDateStamp is a hash, not a time. */
  readonly reproducible: boolean;
  readonly hasEmbeddedPortablePdb: boolean;
  readonly hasPogo: boolean;
}

/** The image's debug directory, as far as its pages are there. */
export function readDebugDirectory(image: PeImage): PeDebug {
  const directory = image.directory(DIRECTORY.debug);
  const entries: PeDebugEntry[] = [];
  let codeView: PeCodeView | null = null;
  if (directory) {
    const size = IMAGE_DEBUG_DIRECTORY.size;
    const bytes = image.read(directory.rva, Math.min(directory.size, size * 64));
    const count = countWithin(
      Math.min(64, Math.floor(directory.size / size)),
      size,
      bytes.length,
      image.problems,
      'IMAGE_DEBUG_DIRECTORY',
      null,
    );
    const view = viewOf(bytes);
    for (let index = 0; index < count; index++) {
      const entry = IMAGE_DEBUG_DIRECTORY.view(view, index * size);
      entries.push({
        type: entry.Type,
        typeName: TYPE_NAMES[entry.Type] ?? String(entry.Type),
        rva: entry.AddressOfRawData,
        fileOffset: entry.PointerToRawData,
        size: entry.SizeOfData,
      });
      if (entry.Type === 2 && codeView === null) {
        codeView = parseCodeView(image.read(entry.AddressOfRawData, Math.min(entry.SizeOfData, 4096)));
      }
    }
  }
  const has = (type: number) => entries.some((entry) => entry.type === type);
  return { entries, codeView, reproducible: has(16), hasEmbeddedPortablePdb: has(17), hasPogo: has(13) };
}

/** A CodeView record: RSDS {GUID, age, path} or NB10 {offset, signature, age, path}; null when it is neither. */
export function parseCodeView(record: Uint8Array): PeCodeView | null {
  if (record.length < 16) return null;
  const view = viewOf(record);
  const magic = view.getUint32(0, true);
  if (magic === 0x53445352 && record.length >= 24) {
    return {
      format: 'RSDS',
      guid: formatGuid(record.subarray(4, 20)),
      age: view.getUint32(20, true),
      path: decodeUtf8(record.subarray(24)),
    };
  }
  if (magic === 0x3031424e) {
    return {
      format: 'NB10',
      guid: hexPadded(view.getUint32(8, true), 8),
      age: view.getUint32(12, true),
      path: decodeUtf8(record.subarray(16)),
    };
  }
  return null;
}
