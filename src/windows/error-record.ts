import { viewOf } from '../bytes/source.ts';
import { bytes, guid, struct, u16, u32, u64 } from '../bytes/struct.ts';
import { decodeAscii } from '../bytes/text.ts';
import { type Address, type MemorySpace, readAvailable, toUnsigned } from '../memory/space.ts';

/** A section of a hardware error record. */
export interface ErrorSection {
  readonly type: string;
  readonly typeGuid: string;
  readonly descriptor: bigint;
  readonly address: bigint;
  readonly offset: number;
  readonly length: number;
  readonly flags: number;
  readonly severity: string;
  /** Which part failed, where the record tells. */
  readonly part: string | null;
}

/** A WHEA error record: the Common Platform Error Record of the UEFI specification, appendix N. */
export interface ErrorRecord {
  readonly address: bigint;
  readonly recordId: bigint;
  readonly severity: string;
  readonly length: number;
  readonly creator: string;
  readonly notification: string;
  /** ISO 8601, null when the record has none. */
  readonly time: string | null;
  readonly flags: number;
  readonly sections: readonly ErrorSection[];
  /** Why sections may be missing; null when they are not. */
  readonly lost: string | null;
}

const WHEA_ERROR_RECORD_HEADER = struct('WHEA_ERROR_RECORD_HEADER', 128, {
  Signature: [0x00, u32],
  Revision: [0x04, u16],
  SignatureEnd: [0x06, u32],
  SectionCount: [0x0a, u16],
  Severity: [0x0c, u32],
  ValidBits: [0x10, u32],
  Length: [0x14, u32],
  Timestamp: [0x18, bytes(8)],
  CreatorId: [0x40, guid],
  NotifyType: [0x50, guid],
  RecordId: [0x60, u64],
  Flags: [0x68, u32],
  Reserved: [0x74, bytes(12)],
});
const WHEA_ERROR_RECORD_SECTION_DESCRIPTOR = struct('WHEA_ERROR_RECORD_SECTION_DESCRIPTOR', 72, {
  SectionOffset: [0x00, u32],
  SectionLength: [0x04, u32],
  Flags: [0x0c, u32],
  SectionType: [0x10, guid],
  SectionSeverity: [0x30, u32],
  FRUText: [0x34, bytes(20)],
});

const CPER = 0x52455043;
const MOST_SECTIONS = 256;
/** ErrorSeverity of the WHEA headers of the Windows Driver Kit. */
const SEVERITIES = ['Recoverable', 'Fatal', 'Corrected', 'Informational'] as const;
/** TimestampPresent among the valid bits. */
const HAS_TIME = 2;

/** GUIDs of the UEFI specification, appendix N, and of the WHEA headers of the Windows Driver Kit. */
const SECTIONS: Readonly<Record<string, string>> = {
  '9876ccad-47b4-4bdb-b65e-16f193c4f3db': 'Processor Generic',
  'dc3ea0b0-a144-4797-b95b-53fa242b6e1d': 'x86/x64 Processor Specific',
  'e429faf1-3cb7-11d4-bca7-0080c73c8881': 'IPF Processor Specific',
  'e19e3d16-bc11-11e4-9caa-c2051d5d46b0': 'ARM Processor Specific',
  'a5bc1114-6f64-4ede-b863-3e83ed7c83b1': 'Memory Error',
  'd995e954-bbc1-430f-ad91-b44dcb3c6f35': 'PCI Express',
  'c5753963-3b84-4095-bf78-eddad3f9c9dd': 'PCI/PCI-X Bus',
  'eb5e4685-ca66-4769-b6a2-26068b001326': 'PCI/PCI-X Device',
  '81212a96-09ed-4996-9471-8d729c8e69ed': 'Firmware Error Record Reference',
  '8a1e1d01-42f9-4557-9c33-565e5cc3f7e8': 'x86/x64 MCA',
};
const NOTIFICATIONS: Readonly<Record<string, string>> = {
  'e8f56ffe-919c-4cc5-ba88-65abe14913bb': 'Machine Check Exception',
  '2dce8bb1-bdd7-450e-b9ad-9cf4ebd4f890': 'Corrected Machine Check',
  '4e292f96-d843-4a55-a8c2-d481f27ebeee': 'Corrected Platform Error',
  'cf93c01f-1a16-4dfc-b8bc-9c4daf67c104': 'PCI Express Error',
  'cc5263e8-9308-454a-89d0-340bd39bc98e': 'INIT',
  '5bad89ff-b7e6-42c9-814a-cf2485d6e98a': 'NMI',
  '3d61a466-ab40-409a-a698-f362d464b38f': 'Boot Error Record',
};
const CREATORS: Readonly<Record<string, string>> = { 'cf07c4bd-b789-4e18-b3c4-1f732cb57131': 'Microsoft' };

/** The error record at an address; null when none is there. */
export function readErrorRecord(memory: MemorySpace, address: Address): ErrorRecord | null {
  const { size } = WHEA_ERROR_RECORD_HEADER;
  const raw = readAvailable(memory, address, size);
  if (raw.length < size) return null;
  const header = WHEA_ERROR_RECORD_HEADER.view(viewOf(raw), 0);
  if (header.Signature !== CPER || header.SignatureEnd !== 0xffffffff) return null;
  const wanted = Math.min(header.SectionCount, MOST_SECTIONS);
  const sections: ErrorSection[] = [];
  for (let index = 0; index < wanted; index++) {
    const at = address + size + index * WHEA_ERROR_RECORD_SECTION_DESCRIPTOR.size;
    const section = sectionAt(memory, address, at);
    if (!section) break;
    sections.push(section);
  }
  const creator = header.CreatorId;
  const notification = header.NotifyType;
  const lost = header.SectionCount - sections.length;
  return {
    address: toUnsigned(address),
    recordId: header.RecordId,
    severity: severityName(header.Severity),
    length: header.Length,
    creator: CREATORS[creator] ?? creator,
    notification: NOTIFICATIONS[notification] ?? notification,
    time: header.ValidBits & HAS_TIME ? timeOf(header.Timestamp) : null,
    flags: header.Flags,
    sections,
    lost: lost > 0 ? `${lost} of ${header.SectionCount} sections are not in the dump` : null,
  };
}

function sectionAt(memory: MemorySpace, record: Address, at: Address): ErrorSection | null {
  const { size } = WHEA_ERROR_RECORD_SECTION_DESCRIPTOR;
  const raw = readAvailable(memory, at, size);
  if (raw.length < size) return null;
  const view = WHEA_ERROR_RECORD_SECTION_DESCRIPTOR.view(viewOf(raw), 0);
  const typeGuid = view.SectionType;
  return {
    type: SECTIONS[typeGuid] ?? typeGuid,
    typeGuid,
    descriptor: toUnsigned(at),
    address: toUnsigned(record + view.SectionOffset),
    offset: view.SectionOffset,
    length: view.SectionLength,
    flags: view.Flags,
    severity: severityName(view.SectionSeverity),
    part: decodeAscii(view.FRUText) || null,
  };
}

function severityName(severity: number): string {
  return SEVERITIES[severity] ?? `unknown (${severity})`;
}

/** WHEA_TIMESTAMP: seconds, minutes, hours, a flag, day, month, year, century; in UTC. */
function timeOf(stamp: Uint8Array): string | null {
  const [second = 0, minute = 0, hour = 0, , day = 0, month = 0, year = 0, century = 0] = stamp;
  const time = new Date(Date.UTC(century * 100 + year, month - 1, day, hour, minute, second));
  return month < 1 || month > 12 || day < 1 || day > 31 || Number.isNaN(time.getTime()) ? null : time.toISOString();
}
