import { FormatError } from '../../bytes/errors.ts';
import { countWithin } from '../../bytes/limits.ts';
import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { struct, u16, u32, u64 } from '../../bytes/struct.ts';

/** All layouts: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7 (local), 4.3.12 (central), 4.3.14 to 4.3.16 (end records). */
export const LOCAL_FILE_HEADER = struct('LOCAL_FILE_HEADER', 30, {
  Signature: [0, u32],
  VersionNeeded: [4, u16],
  Flags: [6, u16],
  Method: [8, u16],
  Time: [10, u16],
  Date: [12, u16],
  Crc32: [14, u32],
  CompressedSize: [18, u32],
  UncompressedSize: [22, u32],
  NameLength: [26, u16],
  ExtraLength: [28, u16],
});
const CENTRAL_FILE_HEADER = struct('CENTRAL_FILE_HEADER', 46, {
  Signature: [0, u32],
  VersionMadeBy: [4, u16],
  VersionNeeded: [6, u16],
  Flags: [8, u16],
  Method: [10, u16],
  Time: [12, u16],
  Date: [14, u16],
  Crc32: [16, u32],
  CompressedSize: [20, u32],
  UncompressedSize: [24, u32],
  NameLength: [28, u16],
  ExtraLength: [30, u16],
  CommentLength: [32, u16],
  DiskNumberStart: [34, u16],
  InternalAttributes: [36, u16],
  ExternalAttributes: [38, u32],
  LocalHeaderOffset: [42, u32],
});
const END_OF_CENTRAL_DIRECTORY = struct('END_OF_CENTRAL_DIRECTORY', 22, {
  Signature: [0, u32],
  DiskNumber: [4, u16],
  DirectoryDisk: [6, u16],
  EntriesOnDisk: [8, u16],
  Entries: [10, u16],
  DirectorySize: [12, u32],
  DirectoryOffset: [16, u32],
  CommentLength: [20, u16],
});
const ZIP64_LOCATOR = struct('ZIP64_END_OF_CENTRAL_DIRECTORY_LOCATOR', 20, {
  Signature: [0, u32],
  RecordDisk: [4, u32],
  RecordOffset: [8, u64],
  Disks: [16, u32],
});
const ZIP64_END = struct('ZIP64_END_OF_CENTRAL_DIRECTORY', 56, {
  Signature: [0, u32],
  RecordSize: [4, u64],
  VersionMadeBy: [12, u16],
  VersionNeeded: [14, u16],
  DiskNumber: [16, u32],
  DirectoryDisk: [20, u32],
  EntriesOnDisk: [24, u64],
  Entries: [32, u64],
  DirectorySize: [40, u64],
  DirectoryOffset: [48, u64],
});
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;

/** One member. Sizes are null where only its data can tell them (a truncated archive with data descriptors). */
export interface ZipEntry {
  /** Raw, hostile: never a path on disk. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly isDirectory: boolean;
  readonly crc: number | null;
  readonly compressedSize: number | null;
  readonly size: number | null;
  /** Of the local header, from the start of the file. */
  readonly headerOffset: number;
}

/** Whether the bytes start as a zip archive: a local header, an empty archive, or the mark of a split one. */
export function isZip(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false;
  const signature = viewOf(bytes).getUint32(0, true);
  return signature === LOCAL || signature === END || signature === 0x08074b50;
}

/** All members, from the central directory; where that is missing (a truncated copy), from the local headers on. */
export function readZipDirectory(source: Source, maxMembers: number, problems: Problems): ZipEntry[] {
  const end = findEnd(source);
  if (end === null) {
    problems.add(
      'truncated',
      'END_OF_CENTRAL_DIRECTORY',
      source.size,
      'the zip archive has no directory at its end: the copy is truncated; only members at its start can be read',
    );
    return walkLocalHeaders(source, maxMembers, problems);
  }
  const record = END_OF_CENTRAL_DIRECTORY.read(source, end);
  let entries = record.Entries;
  let size = record.DirectorySize;
  let offset = record.DirectoryOffset;
  let last = end;
  let disk = record.DiskNumber;
  if (entries === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
    const at = findEnd64(source, end);
    if (at !== null) {
      const record64 = ZIP64_END.read(source, at);
      entries = exact(record64.Entries);
      size = exact(record64.DirectorySize);
      offset = exact(record64.DirectoryOffset);
      disk = record64.DiskNumber;
      last = at;
    }
  }
  if (disk !== 0 && disk !== 0xffff) {
    throw new FormatError(
      'END_OF_CENTRAL_DIRECTORY',
      end,
      `this is part ${disk + 1} of a split zip archive; join the parts first (zip -s 0 IN --out OUT)`,
    );
  }
  const isCentral = (at: number) => at >= 0 && viewOf4(source, at) === CENTRAL;
  let start = last - size;
  let base = 0;
  if (isCentral(start)) {
    // Bytes put before the archive (self-extractors, mail gateways) shift every offset by the same amount. Info-ZIP,
    // when it writes to a pipe with -fz, leaves the offset at 0xFFFFFFFF: then only the size tells the place.
    base = Math.max(0, start - offset);
  } else start = offset;
  const room = Math.max(0, last - start);
  const count = countWithin(entries, CENTRAL_FILE_HEADER.size, room, problems, 'CENTRAL_FILE_HEADER', end);
  return readCentral(source, start, base, Math.min(count, maxMembers), count, problems);
}

function readCentral(
  source: Source,
  start: number,
  base: number,
  most: number,
  count: number,
  problems: Problems,
): ZipEntry[] {
  const found: ZipEntry[] = [];
  let at = start;
  while (found.length < most) {
    if (viewOf4(source, at) !== CENTRAL) {
      problems.add(
        'damaged',
        'CENTRAL_FILE_HEADER',
        at,
        `the zip directory is damaged: member ${found.length} of ${count} has no header`,
      );
      break;
    }
    let header: ReturnType<typeof CENTRAL_FILE_HEADER.read>;
    try {
      header = CENTRAL_FILE_HEADER.read(source, at);
    } catch (error) {
      problems.catch(error, 'CENTRAL_FILE_HEADER', at);
      break;
    }
    const nameAt = at + CENTRAL_FILE_HEADER.size;
    const extra = source.read(nameAt + header.NameLength, header.ExtraLength);
    const [size, compressedSize, headerOffset] = widen(extra, [
      header.UncompressedSize,
      header.CompressedSize,
      header.LocalHeaderOffset,
    ]);
    const name = decodeName(source.read(nameAt, header.NameLength), (header.Flags & 0x800) !== 0);
    found.push({
      name,
      method: header.Method,
      encrypted: (header.Flags & 1) !== 0,
      isDirectory: /[\\/]$/.test(name),
      crc: header.Crc32,
      compressedSize,
      size,
      headerOffset: headerOffset + base,
    });
    at = nameAt + header.NameLength + header.ExtraLength + header.CommentLength;
  }
  if (count > most) {
    problems.add(
      'bad-count',
      'CENTRAL_FILE_HEADER',
      start,
      `the zip archive has ${count} members; only ${most} are read`,
    );
  }
  return found;
}

/** Members of an archive without a directory, until one does not say where it ends. */
function walkLocalHeaders(source: Source, maxMembers: number, problems: Problems): ZipEntry[] {
  const found: ZipEntry[] = [];
  let at = viewOf4(source, 0) === 0x08074b50 ? 4 : 0;
  while (found.length < maxMembers && viewOf4(source, at) === LOCAL) {
    let header: ReturnType<typeof LOCAL_FILE_HEADER.read>;
    try {
      header = LOCAL_FILE_HEADER.read(source, at);
    } catch (error) {
      problems.catch(error, 'LOCAL_FILE_HEADER', at);
      break;
    }
    const nameAt = at + LOCAL_FILE_HEADER.size;
    const [size, compressedSize] = widen(source.read(nameAt + header.NameLength, header.ExtraLength), [
      header.UncompressedSize,
      header.CompressedSize,
    ]);
    const open = (header.Flags & 8) !== 0 && compressedSize === 0;
    const name = decodeName(source.read(nameAt, header.NameLength), (header.Flags & 0x800) !== 0);
    found.push({
      name,
      method: header.Method,
      encrypted: (header.Flags & 1) !== 0,
      isDirectory: /[\\/]$/.test(name),
      crc: open ? null : header.Crc32,
      compressedSize: open ? null : compressedSize,
      size: open ? null : size,
      headerOffset: at,
    });
    if (open) break;
    at = nameAt + header.NameLength + header.ExtraLength + compressedSize;
  }
  return found;
}

/** Fields that hold 0xFFFFFFFF are replaced, in order, by those of the zip64 extra field (4.5.3). */
function widen<const T extends readonly number[]>(extra: Uint8Array, values: T): { [K in keyof T]: number } {
  const view = viewOf(extra);
  const out: number[] = [...values];
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      const end = Math.min(extra.length, field + length);
      values.forEach((value, index) => {
        if (value !== 0xffffffff || field + 8 > end) return;
        out[index] = exact(view.getBigUint64(field, true));
        field += 8;
      });
      break;
    }
    at += 4 + length;
  }
  return out as { [K in keyof T]: number };
}

/** A 64-bit size or offset as a Number; what cannot be exact is past every file anyway. */
function exact(value: bigint): number {
  return value > 0x1fffffffffffffn ? Number.MAX_SAFE_INTEGER : Number(value);
}

function viewOf4(source: Source, at: number): number {
  const bytes = source.read(at, 4);
  return bytes.length < 4 ? 0 : viewOf(bytes).getUint32(0, true);
}

function findEnd(source: Source): number | null {
  const length = Math.min(source.size, 22 + 0xffff);
  const tail = source.read(source.size - length, length);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail[at] === 0x50 && tail[at + 1] === 0x4b && tail[at + 2] === 5 && tail[at + 3] === 6) {
      const comment = tail[at + 20]! | (tail[at + 21]! << 8);
      if (at + 22 + comment <= tail.length) return source.size - length + at;
    }
  }
  return null;
}

function findEnd64(source: Source, end: number): number | null {
  const at = end - ZIP64_LOCATOR.size;
  if (at < 0 || viewOf4(source, at) !== LOCATOR64) return null;
  const told = exact(ZIP64_LOCATOR.read(source, at).RecordOffset);
  if (viewOf4(source, told) === END64) return told;
  const before = at - ZIP64_END.size;
  return before >= 0 && viewOf4(source, before) === END64 ? before : null;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const singleByte = new TextDecoder('latin1');

/** UTF-8 where flagged or valid; else one byte a character, since the code page of the maker is not recorded. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return isUtf8 ? new TextDecoder('utf-8').decode(bytes) : singleByte.decode(bytes);
  }
}
