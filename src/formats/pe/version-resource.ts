import { viewOf } from '../../bytes/source.ts';
import { decodeUtf16 } from '../../bytes/text.ts';
import {
  DIRECTORY,
  IMAGE_RESOURCE_DATA_ENTRY,
  IMAGE_RESOURCE_DIRECTORY,
  IMAGE_RESOURCE_DIRECTORY_ENTRY,
  VS_FIXEDFILEINFO,
} from './headers.ts';
import type { PeImage } from './image.ts';

/** An image's version resource. `strings` holds CompanyName, ProductName, FileVersion ... of the first language. */
export interface PeVersion {
  /** `10.0.19041.804` from the fixed part, or null when that is missing. */
  readonly fileVersion: string | null;
  readonly productVersion: string | null;
  /** VS_FF_* bits: 1 debug, 2 prerelease, 8 private build, 0x20 special build. */
  readonly flags: number;
  readonly strings: ReadonlyMap<string, string>;
}

const RT_VERSION = 16;
const MOST_ENTRIES = 4096;
const MOST_BYTES = 64 << 10;

/** The first RT_VERSION resource of the image, or null when there is none or its pages are missing. */
export function readVersion(image: PeImage): PeVersion | null {
  const directory = image.directory(DIRECTORY.resource);
  if (!directory) return null;
  const byType = findEntry(image, directory.rva, 0, RT_VERSION);
  const byName = byType === null ? null : findEntry(image, directory.rva, byType & 0x7fffffff, null);
  const byLanguage =
    byName === null ? null : byName >>> 31 ? findEntry(image, directory.rva, byName & 0x7fffffff, null) : byName;
  if (byLanguage === null || byLanguage >>> 31) return null;
  const entry = image.read(directory.rva + byLanguage, IMAGE_RESOURCE_DATA_ENTRY.size);
  if (entry.length < IMAGE_RESOURCE_DATA_ENTRY.size) return null;
  const data = IMAGE_RESOURCE_DATA_ENTRY.view(viewOf(entry));
  const bytes = image.read(data.OffsetToData, Math.min(data.Size, MOST_BYTES));
  return bytes.length > 6 ? parseVersion(bytes) : null;
}

/** OffsetToData of the entry with `id` (or of the first entry) in the directory at `offset`; null when there is none. */
function findEntry(image: PeImage, base: number, offset: number, id: number | null): number | null {
  const header = image.read(base + offset, IMAGE_RESOURCE_DIRECTORY.size);
  if (header.length < IMAGE_RESOURCE_DIRECTORY.size) return null;
  const { NumberOfIdEntries, NumberOfNamedEntries } = IMAGE_RESOURCE_DIRECTORY.view(viewOf(header));
  const size = IMAGE_RESOURCE_DIRECTORY_ENTRY.size;
  const table = image.read(
    base + offset + IMAGE_RESOURCE_DIRECTORY.size,
    Math.min(NumberOfIdEntries + NumberOfNamedEntries, MOST_ENTRIES) * size,
  );
  const view = viewOf(table);
  for (let at = 0; at + size <= view.byteLength; at += size) {
    const entry = IMAGE_RESOURCE_DIRECTORY_ENTRY.view(view, at);
    if (id === null || entry.Name === id) return entry.OffsetToData;
  }
  return null;
}

/**
 * Parses VS_VERSIONINFO: nested blocks of {WORD wLength, wValueLength, wType, WCHAR szKey[], padding, Value, Children},
 * each aligned to four bytes (verrsrc.h). A block of length 0 or past its parent ends the parsing.
 */
export function parseVersion(bytes: Uint8Array): PeVersion {
  const strings = new Map<string, string>();
  const view = viewOf(bytes);
  const root = readBlock(bytes, view, 0, bytes.length);
  let fileVersion: string | null = null;
  let productVersion: string | null = null;
  let flags = 0;
  if (root) {
    if (root.value + VS_FIXEDFILEINFO.size <= bytes.length) {
      const fixed = VS_FIXEDFILEINFO.view(view, root.value);
      if (fixed.dwSignature === 0xfeef04bd) {
        fileVersion = dotted(fixed.dwFileVersionMS, fixed.dwFileVersionLS);
        productVersion = dotted(fixed.dwProductVersionMS, fixed.dwProductVersionLS);
        flags = fixed.dwFileFlags & fixed.dwFileFlagsMask;
      }
    }
    for (const info of blocks(bytes, view, aligned(root.value + root.valueLength), root.end)) {
      if (info.key !== 'StringFileInfo') continue;
      for (const table of blocks(bytes, view, info.value, info.end)) {
        for (const item of blocks(bytes, view, table.value, table.end)) {
          // wValueLength counts WCHARs here, but some writers count bytes: the end of the block decides.
          const text = decodeUtf16(bytes.subarray(item.value, item.end));
          if (!strings.has(item.key)) strings.set(item.key, text);
        }
      }
    }
  }
  return { fileVersion, productVersion, flags, strings };
}

interface Block {
  readonly key: string;
  readonly value: number;
  readonly valueLength: number;
  readonly end: number;
}

function* blocks(bytes: Uint8Array, view: DataView, from: number, end: number): Generator<Block> {
  let at = from;
  while (at + 6 <= end) {
    const block = readBlock(bytes, view, at, end);
    if (!block) return;
    yield block;
    at = aligned(block.end);
  }
}

function readBlock(bytes: Uint8Array, view: DataView, at: number, limit: number): Block | null {
  if (at + 6 > limit) return null;
  const length = view.getUint16(at, true);
  if (length < 6) return null;
  const end = Math.min(at + length, limit);
  const key = decodeUtf16(bytes.subarray(at + 6, Math.min(end, at + 6 + 512)));
  return {
    key,
    value: Math.min(end, aligned(at + 6 + key.length * 2 + 2)),
    valueLength: view.getUint16(at + 2, true),
    end,
  };
}

const aligned = (at: number): number => (at + 3) & ~3;

function dotted(high: number, low: number): string {
  return `${high >>> 16}.${high & 0xffff}.${low >>> 16}.${low & 0xffff}`;
}
