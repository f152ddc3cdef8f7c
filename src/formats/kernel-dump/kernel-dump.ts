import type { Problems } from '../../bytes/problem.ts';
import type { Source } from '../../bytes/source.ts';
import { type KernelDumpHeader, readKernelDumpHeader } from './header.ts';
import { PAGE_SIZE } from './page-map.ts';
import { type PhysicalPages, readPhysicalPages } from './physical-pages.ts';
import { readSecondaryData, type SecondaryBlob, SMBIOS_BLOB } from './secondary-data.ts';
import { readSmbios, type Smbios } from './smbios.ts';
import { readTriageDump, type TriageDump } from './triage.ts';

/** A PAGEDUMP or PAGEDU64 file: its header, and either its physical pages or its triage blocks. */
export interface KernelDump {
  readonly source: Source;
  readonly header: KernelDumpHeader;
  /** Set for triage dumps. */
  readonly triage: TriageDump | null;
  /** Set for complete and kernel dumps. */
  readonly pages: PhysicalPages | null;
  /** Where the dump's own data ends in the file by its own account, and secondary data may begin. */
  readonly dataEnd: number;
  /** Null when the dump has no secondary data. */
  readonly secondary: readonly SecondaryBlob[] | null;
  readonly smbios: Smbios | null;
}

/** Complete and kernel dumps have their type in the header; a triage dump whose type was lost shows its mark. */
function isTriage(source: Source, header: KernelDumpHeader, problems: Problems): boolean {
  if (header.dumpType === 4) return true;
  if (header.dumpType !== null && header.dumpType >= 1 && header.dumpType <= 10) return false;
  const mark = source.read(header.size, 12);
  const sizeOfDump = mark.length === 12 ? new DataView(mark.buffer, mark.byteOffset, 12).getUint32(4, true) : 0;
  const validOffset = mark.length === 12 ? new DataView(mark.buffer, mark.byteOffset, 12).getUint32(8, true) : 0;
  const triage = sizeOfDump > header.size && sizeOfDump <= source.size && validOffset === sizeOfDump - 4;
  problems.add(
    'bad-value',
    header.bits === 32 ? 'DUMP_HEADER32' : 'DUMP_HEADER64',
    header.bits === 32 ? 0xf88 : 0xf98,
    `DumpType is ${header.dumpType ?? 'not set'}; the file is taken for a ${triage ? 'triage dump' : 'complete dump'} by what follows the header`,
  );
  return triage;
}

function readTriage(source: Source, header: KernelDumpHeader, problems: Problems): TriageDump | null {
  try {
    return readTriageDump(source, header, problems);
  } catch (error) {
    problems.catch(error, 'TRIAGE_DUMP', header.size);
    return null;
  }
}

function readPages(source: Source, header: KernelDumpHeader, problems: Problems): PhysicalPages | null {
  if (header.dumpType === 3) return null;
  try {
    return readPhysicalPages(source, header, problems);
  } catch (error) {
    problems.catch(error, 'SUMMARY_DUMP', header.size);
    return null;
  }
}

/** How many bytes the dump says it needs, or -1. */
function checkSize(dump: { header: KernelDumpHeader; dataEnd: number }, source: Source, problems: Problems): void {
  const { header, dataEnd } = dump;
  const structure = header.bits === 32 ? 'DUMP_HEADER32' : 'DUMP_HEADER64';
  if (dataEnd > source.size) {
    problems.add(
      'truncated',
      structure,
      source.size,
      `the dump's data needs ${dataEnd} bytes, but the file has ${source.size}: it is truncated`,
    );
    return;
  }
  const required = header.requiredDumpSpace === null ? 0 : Number(header.requiredDumpSpace);
  // The space that triage dumps reserve for secondary data is larger than what is used.
  if (header.dumpType !== 4 && required > source.size) {
    problems.add(
      'truncated',
      structure,
      header.bits === 32 ? 0xfa0 : 0xfa0,
      `RequiredDumpSpace is ${required} bytes, but the file has ${source.size}`,
    );
  }
}

/** Opens a kernel dump; throws FormatError only when the file is none. Everything else that is wrong becomes a problem. */
export function openKernelDump(source: Source, problems: Problems): KernelDump {
  const header = readKernelDumpHeader(source, problems);
  const triage = isTriage(source, header, problems) ? readTriage(source, header, problems) : null;
  const pages = triage || header.dumpType === 4 ? null : readPages(source, header, problems);
  const dataEnd = triage ? triage.sizeOfDump : pages ? pages.firstPage + pages.map.pages * PAGE_SIZE : header.size;
  checkSize({ header, dataEnd }, source, problems);
  const secondary = readSecondaryData(source, dataEnd, problems);
  const blob = secondary?.find(({ tag }) => tag === SMBIOS_BLOB);
  const smbios = blob ? readSmbios(source.read(blob.offset, Math.min(blob.size, 0x40000))) : null;
  return { source, header, triage, pages, dataEnd, secondary, smbios };
}
