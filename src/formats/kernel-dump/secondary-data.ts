import type { Problems } from '../../bytes/problem.ts';
import type { Source } from '../../bytes/source.ts';
import { guid, struct, u32 } from '../../bytes/struct.ts';
import { decodeAscii } from '../../bytes/text.ts';

/** DUMP_BLOB_FILE_HEADER: `DumpBlob`, then the size of this header. */
const FILE_HEADER = struct('DUMP_BLOB_FILE_HEADER', 16, {
  Signature1: [0, u32],
  Signature2: [4, u32],
  HeaderSize: [8, u32],
  BuildNumber: [12, u32],
});

/** DUMP_BLOB_HEADER, see IDebugDataSpaces3::ReadTagged and KbCallbackSecondaryDumpData in Microsoft's documentation. */
const BLOB_HEADER = struct('DUMP_BLOB_HEADER', 32, {
  HeaderSize: [0, u32],
  Tag: [4, guid],
  DataSize: [20, u32],
  PrePad: [24, u32],
  PostPad: [28, u32],
});

const DUMP = 0x706d7544;
const BLOB = 0x626f6c42;
/** Blobs with text at their start name their writer by it: letters, digits and a few signs, at least four. */
const LABEL = /^[A-Za-z][A-Za-z0-9_. -]{3,31}$/;
export const SMBIOS_BLOB = 'bc5c008f-1e3a-44d7-988d-86f6884c6758';
export const KMDF_BLOB = 'f87e4a4c-c5a1-4d2f-bff0-d5de63a5e4c3';

/** Tags whose contents are public or speak for themselves; ours are the words. */
const NAMES: Readonly<Record<string, string>> = {
  [SMBIOS_BLOB]: 'SMBIOS tables',
  [KMDF_BLOB]: 'kernel-mode driver framework (KMDF)',
  'e83b40d2-b0a0-4842-abea-71c9e3463dd1': 'ACPI tables',
  'd03dc06f-d88e-44c5-ba2a-fae035172d19': 'processor identification (CPUID)',
  '6c7ac389-4313-47dc-9f34-a8800a0fb56c': 'processor description from the registry',
  'da82441d-7142-4bc1-b844-0807c5a4b67f': 'storage port driver (storport)',
  'bf2297dc-34ba-11dc-868a-e19155d89593': 'NVIDIA display driver',
  '2b88b710-1c93-4f7c-b06c-655ecc50decc': 'trace log buffer',
  '00afe9c4-940d-4213-8016-cd3719b5bc20': 'trace log buffer',
};

/** One tagged block of secondary data that a component added to the dump. */
export interface SecondaryBlob {
  readonly tag: string;
  /** What it is, where that is known. */
  readonly name: string | null;
  /** The component's name as the data begins with it, if it does. */
  readonly label: string | null;
  /** File offset of the data. */
  readonly offset: number;
  readonly size: number;
}

function labelOf(source: Source, offset: number, size: number): string | null {
  const text = decodeAscii(source.read(offset, Math.min(32, size)));
  return LABEL.test(text) ? text : null;
}

/** Whether a DUMP_BLOB_FILE_HEADER stands at `offset`. */
function isBlobFile(source: Source, offset: number): boolean {
  if (offset + FILE_HEADER.size > source.size) return false;
  const header = FILE_HEADER.read(source, offset);
  return header.Signature1 === DUMP && header.Signature2 === BLOB;
}

/** The blobs behind a dump's own data, from `offset` on; null when there is no secondary data. */
export function readSecondaryData(source: Source, offset: number, problems: Problems): SecondaryBlob[] | null {
  if (!isBlobFile(source, offset)) return null;
  const blobs: SecondaryBlob[] = [];
  let at = offset + Math.max(FILE_HEADER.size, FILE_HEADER.read(source, offset).HeaderSize);
  while (at + BLOB_HEADER.size <= source.size) {
    const header = BLOB_HEADER.read(source, at);
    if (header.HeaderSize === 0) break;
    if (header.HeaderSize < BLOB_HEADER.size || header.HeaderSize > 0x1000) {
      problems.add(
        'bad-size',
        'DUMP_BLOB_HEADER',
        at,
        `a blob's header claims ${header.HeaderSize} bytes; the rest is left`,
      );
      break;
    }
    const data = at + header.HeaderSize + header.PrePad;
    if (data + header.DataSize > source.size) {
      problems.add(
        'truncated',
        'DUMP_BLOB_HEADER',
        at,
        `blob ${header.Tag} claims ${header.DataSize} bytes at 0x${data.toString(16)}, but the file ends before`,
      );
    }
    const size = Math.max(0, Math.min(header.DataSize, source.size - data));
    blobs.push({
      tag: header.Tag,
      name: NAMES[header.Tag] ?? null,
      label: labelOf(source, data, size),
      offset: data,
      size,
    });
    at = data + header.DataSize + header.PostPad;
  }
  return blobs;
}
