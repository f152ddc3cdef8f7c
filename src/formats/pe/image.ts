import { FormatError } from '../../bytes/errors.ts';
import { countWithin } from '../../bytes/limits.ts';
import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { decodeUtf8 } from '../../bytes/text.ts';
import {
  IMAGE_DOS_HEADER,
  IMAGE_FILE_HEADER,
  IMAGE_OPTIONAL_HEADER32,
  IMAGE_OPTIONAL_HEADER64,
  IMAGE_SECTION_HEADER,
} from './headers.ts';

/** How the image's bytes lie in its source: as on disk, or as the loader maps them (offset = RVA, pages may be missing). */
export type PeLayout = 'file' | 'mapped';

export interface PeSection {
  readonly name: string;
  readonly rva: number;
  /** Bytes in memory. */
  readonly size: number;
  readonly fileOffset: number;
  readonly fileSize: number;
  /** IMAGE_SCN_* bits. */
  readonly characteristics: number;
}

/** An image whose headers were readable. Everything behind them is read when asked for. */
export interface PeImage {
  readonly layout: PeLayout;
  /** IMAGE_FILE_MACHINE_*: 0x14c x86, 0x8664 x64, 0xaa64 ARM64. */
  readonly machine: number;
  readonly is64: boolean;
  readonly timestamp: number;
  readonly checksum: number;
  readonly imageBase: bigint;
  readonly sizeOfImage: number;
  readonly sizeOfHeaders: number;
  readonly entryPoint: number;
  readonly subsystem: number;
  readonly characteristics: number;
  readonly dllCharacteristics: number;
  readonly sections: readonly PeSection[];
  readonly problems: Problems;
  /** The directory by index of DIRECTORY, or null when absent or empty. */
  directory(index: number): { readonly rva: number; readonly size: number } | null;
  /** The bytes at `rva` until the first that is missing, at most `length`; empty when none is there. */
  read(rva: number, length: number): Uint8Array;
  /** The section that holds `rva`, or null. */
  sectionAt(rva: number): PeSection | null;
}

const IMAGE_SCN_MEM_EXECUTE = 0x20000000;

/** Whether `rva` lies in an executable section. */
export function isExecutable(image: PeImage, rva: number): boolean {
  return ((image.sectionAt(rva)?.characteristics ?? 0) & IMAGE_SCN_MEM_EXECUTE) !== 0;
}

/** The NUL-terminated text at `rva`, at most `limit` bytes of it; null when its first byte is missing. */
export function readText(image: PeImage, rva: number, limit = 4096): string | null {
  // Most names are short: a full read of `limit` bytes for each export name would cost more than the names.
  let bytes = image.read(rva, Math.min(64, limit));
  if (bytes.length === 0) return null;
  if (bytes.length === 64 && bytes.indexOf(0) < 0) bytes = image.read(rva, limit);
  return decodeUtf8(bytes);
}

/** Reads an image's headers; throws FormatError when they are missing or contradict the format. */
export function openPe(source: Source, layout: PeLayout, problems: Problems): PeImage {
  const dos = IMAGE_DOS_HEADER.read(source, 0);
  if (dos.e_magic !== 0x5a4d) throw new FormatError('IMAGE_DOS_HEADER', 0, 'the file does not begin with MZ');
  const pe = dos.e_lfanew;
  const signature = source.read(pe, 4);
  if (signature.length < 4 || viewOf(signature).getUint32(0, true) !== 0x4550) {
    throw new FormatError('IMAGE_NT_HEADERS', pe, `no PE signature at offset 0x${pe.toString(16)}`);
  }
  const header = IMAGE_FILE_HEADER.read(source, pe + 4);
  const optionalAt = pe + 24;
  const magic = source.read(optionalAt, 2);
  const is64 = magic.length === 2 && viewOf(magic).getUint16(0, true) === 0x20b;
  if (!is64 && (magic.length < 2 || viewOf(magic).getUint16(0, true) !== 0x10b)) {
    throw new FormatError('IMAGE_OPTIONAL_HEADER', optionalAt, 'the optional header is neither PE32 nor PE32+');
  }
  const optional = is64
    ? IMAGE_OPTIONAL_HEADER64.read(source, optionalAt)
    : IMAGE_OPTIONAL_HEADER32.read(source, optionalAt);
  const directoriesAt = optionalAt + (is64 ? IMAGE_OPTIONAL_HEADER64.size : IMAGE_OPTIONAL_HEADER32.size);
  const directoryBytes = source.read(directoriesAt, Math.min(optional.NumberOfRvaAndSizes, 16) * 8);
  const directories = viewOf(directoryBytes);
  const sections = readSections(source, optionalAt + header.SizeOfOptionalHeader, header.NumberOfSections, problems);
  const sectionAt = (rva: number): PeSection | null => {
    for (const section of sections) if (rva >= section.rva && rva < section.rva + section.size) return section;
    return null;
  };
  const sizeOfHeaders = optional.SizeOfHeaders;
  const readFile = (rva: number, length: number): Uint8Array => {
    const section = sectionAt(rva);
    if (!section) return rva < sizeOfHeaders ? source.read(rva, Math.min(length, sizeOfHeaders - rva)) : EMPTY;
    const within = rva - section.rva;
    return source.read(section.fileOffset + within, Math.min(length, section.fileSize - within));
  };
  return {
    layout,
    machine: header.Machine,
    is64,
    timestamp: header.TimeDateStamp,
    checksum: optional.CheckSum,
    imageBase: BigInt(optional.ImageBase),
    sizeOfImage: optional.SizeOfImage,
    sizeOfHeaders,
    entryPoint: optional.AddressOfEntryPoint,
    subsystem: optional.Subsystem,
    characteristics: header.Characteristics,
    dllCharacteristics: optional.DllCharacteristics,
    sections,
    problems,
    directory(index) {
      if (index * 8 + 8 > directories.byteLength) return null;
      const rva = directories.getUint32(index * 8, true);
      const size = directories.getUint32(index * 8 + 4, true);
      return rva === 0 || size === 0 ? null : { rva, size };
    },
    read: layout === 'mapped' ? (rva, length) => source.read(rva, length) : readFile,
    sectionAt,
  };
}

const EMPTY = new Uint8Array(0);
/** The loader of Windows XP refuses more than 96; sections are searched one by one. */
const MOST_SECTIONS = 1024;

function readSections(source: Source, at: number, claimed: number, problems: Problems): PeSection[] {
  const size = IMAGE_SECTION_HEADER.size;
  const table = source.read(at, Math.min(claimed, MOST_SECTIONS) * size);
  const count = countWithin(claimed, size, table.length, problems, 'IMAGE_SECTION_HEADER', at);
  const view = viewOf(table);
  return Array.from({ length: count }, (_, index) => {
    const section = IMAGE_SECTION_HEADER.view(view, index * size);
    return {
      name: decodeUtf8(section.Name),
      rva: section.VirtualAddress,
      // Old linkers leave VirtualSize 0; the raw size is then the size in memory.
      size: section.VirtualSize || section.SizeOfRawData,
      fileOffset: section.PointerToRawData,
      fileSize: section.SizeOfRawData,
      characteristics: section.Characteristics,
    };
  });
}
