import { FormatError } from '../../bytes/errors.ts';
import { countWithin } from '../../bytes/limits.ts';
import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { struct, u8, u16, u32 } from '../../bytes/struct.ts';
import { decodeAscii, decodeUtf8 } from '../../bytes/text.ts';

/** Layouts: [MS-CAB] Cabinet File Format, sections 2.1 to 2.4. */
export const CFHEADER = struct('CFHEADER', 36, {
  signature: [0, u32],
  reserved1: [4, u32],
  cbCabinet: [8, u32],
  reserved2: [12, u32],
  coffFiles: [16, u32],
  reserved3: [20, u32],
  versionMinor: [24, u8],
  versionMajor: [25, u8],
  cFolders: [26, u16],
  cFiles: [28, u16],
  flags: [30, u16],
  setID: [32, u16],
  iCabinet: [34, u16],
});
const CFFOLDER = struct('CFFOLDER', 8, { coffCabStart: [0, u32], cCFData: [4, u16], typeCompress: [6, u16] });
const CFFILE = struct('CFFILE', 16, {
  cbFile: [0, u32],
  uoffFolderStart: [4, u32],
  iFolder: [8, u16],
  date: [10, u16],
  time: [12, u16],
  attribs: [14, u16],
});
export const CFDATA = struct('CFDATA', 8, { csum: [0, u32], cbData: [4, u16], cbUncomp: [6, u16] });

const SIGNATURE = 0x4643534d;
const PREV_CABINET = 1;
const NEXT_CABINET = 2;
const RESERVE_PRESENT = 4;

export interface CabinetFolder {
  readonly firstDataOffset: number;
  readonly dataCount: number;
  readonly method: 'none' | 'MSZIP' | 'Quantum' | 'LZX' | 'unknown';
  /** LZX window in bits, 15 to 21; 0 for other methods. */
  readonly windowBits: number;
}

export interface CabinetFile {
  /** Raw, hostile: never a path on disk. */
  readonly name: string;
  readonly size: number;
  /** Offset in the folder's uncompressed content. */
  readonly offset: number;
  /** Index of the folder, or -1 when the file lies partly in another cabinet of the set. */
  readonly folder: number;
}

export interface CabinetDirectory {
  readonly folders: readonly CabinetFolder[];
  readonly files: readonly CabinetFile[];
  /** Reserved bytes after each CFDATA header. */
  readonly dataReserve: number;
  /** The neighbours of a set, by the names it records. */
  readonly previous: string | null;
  readonly next: string | null;
}

/** Whether the bytes start with `MSCF`. */
export function isCabinet(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === SIGNATURE;
}

/** Folders and files of a cabinet. Throws FormatError when its header is unreadable. */
export function readCabinetDirectory(source: Source, maxFiles: number, problems: Problems): CabinetDirectory {
  const header = CFHEADER.read(source, 0);
  if (header.signature !== SIGNATURE) throw new FormatError('CFHEADER', 0, 'not a cabinet: MSCF is missing');
  if (header.versionMajor !== 1) {
    throw new FormatError('CFHEADER', 24, `cabinet version ${header.versionMajor}.${header.versionMinor} is unknown`);
  }
  if (header.cbCabinet > source.size) {
    const missing = header.cbCabinet - source.size;
    problems.add(
      'truncated',
      'CFHEADER',
      8,
      `the cabinet is truncated: ${missing} of ${header.cbCabinet} bytes are missing`,
    );
  }
  let at: number = CFHEADER.size;
  let folderReserve = 0;
  let dataReserve = 0;
  if (header.flags & RESERVE_PRESENT) {
    const reserve = source.read(at, 4);
    if (reserve.length < 4) throw new FormatError('CFHEADER', at, 'the cabinet header is truncated');
    folderReserve = reserve[2]!;
    dataReserve = reserve[3]!;
    at += 4 + viewOf(reserve).getUint16(0, true);
  }
  const text = (): string => {
    const [value, end] = zeroTerminated(source, at);
    at = end;
    return value;
  };
  let previous: string | null = null;
  let next: string | null = null;
  if (header.flags & PREV_CABINET) {
    previous = text();
    text();
  }
  if (header.flags & NEXT_CABINET) {
    next = text();
    text();
  }
  const folderSize = CFFOLDER.size + folderReserve;
  const folderCount = countWithin(header.cFolders, folderSize, source.size - at, problems, 'CFFOLDER', at);
  const folders = Array.from({ length: folderCount }, (_, index): CabinetFolder => {
    const folder = CFFOLDER.read(source, at + index * folderSize);
    const method = (['none', 'MSZIP', 'Quantum', 'LZX'] as const)[folder.typeCompress & 0xf] ?? 'unknown';
    return {
      firstDataOffset: folder.coffCabStart,
      dataCount: folder.cCFData,
      method,
      windowBits: method === 'LZX' ? (folder.typeCompress >> 8) & 0x1f : 0,
    };
  });
  const files = readFiles(source, header.coffFiles, header.cFiles, folderCount, maxFiles, problems);
  return { folders, files, dataReserve, previous, next };
}

function readFiles(
  source: Source,
  start: number,
  claimed: number,
  folders: number,
  most: number,
  problems: Problems,
): CabinetFile[] {
  const count = countWithin(claimed, CFFILE.size + 1, source.size - start, problems, 'CFFILE', start);
  if (count > most) {
    problems.add('bad-count', 'CFFILE', start, `the cabinet has ${count} files; only ${most} are read`);
  }
  const files: CabinetFile[] = [];
  let at = start;
  try {
    while (files.length < Math.min(count, most)) {
      const file = CFFILE.read(source, at);
      const [name, end] = zeroTerminated(source, at + CFFILE.size, (file.attribs & 0x80) !== 0);
      // 0xFFFD to 0xFFFF: continued from the previous cabinet, to the next one, or both.
      const folder = file.iFolder < folders ? file.iFolder : -1;
      files.push({ name, size: file.cbFile, offset: file.uoffFolderStart, folder });
      at = end;
    }
  } catch (error) {
    problems.catch(error, 'CFFILE', at);
  }
  return files;
}

/** A string and the offset past its NUL; 255 bytes at most by [MS-CAB]. */
function zeroTerminated(source: Source, at: number, isUtf8 = false): [string, number] {
  const bytes = source.read(at, 257);
  const end = bytes.indexOf(0);
  if (end < 0) throw new FormatError('cabinet', at, 'a name in the cabinet does not end');
  const text = bytes.subarray(0, end);
  return [isUtf8 ? decodeUtf8(text) : decodeAscii(text), at + end + 1];
}
