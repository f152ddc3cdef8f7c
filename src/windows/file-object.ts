import { type Address, toUnsigned } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { contentName } from './object-content.ts';

/** A FILE_OBJECT of wdm.h. Addresses are unsigned; null is unknown. */
export interface FileObject {
  readonly address: bigint;
  readonly name: string | null;
  readonly device: bigint | null;
  readonly vpb: bigint | null;
  readonly flags: number | null;
  /** Read, Write, Delete, SharedRead, SharedWrite, SharedDelete. */
  readonly access: readonly string[] | null;
  readonly fsContext: bigint | null;
  readonly fsContext2: bigint | null;
  readonly currentByteOffset: bigint | null;
  readonly signalled: boolean | null;
  readonly related: bigint | null;
  readonly sections: bigint | null;
  readonly dataSection: bigint | null;
  readonly sharedCacheMap: bigint | null;
  readonly imageSection: bigint | null;
}

const IO_TYPE_FILE = 5;
const ACCESS = [
  ['ReadAccess', 'Read'],
  ['WriteAccess', 'Write'],
  ['DeleteAccess', 'Delete'],
  ['SharedRead', 'SharedRead'],
  ['SharedWrite', 'SharedWrite'],
  ['SharedDelete', 'SharedDelete'],
] as const;

/** FO_ bits of wdm.h in a debugger's words. */
export const FILE_FLAGS: readonly (readonly [bit: number, name: string])[] = [
  [0x1, 'File Open'],
  [0x2, 'Synchronous IO'],
  [0x4, 'Alertable IO'],
  [0x8, 'No Intermediate Buffering'],
  [0x10, 'Write Through'],
  [0x20, 'Sequential Only'],
  [0x40, 'Cache Supported'],
  [0x80, 'Named Pipe'],
  [0x100, 'Stream File'],
  [0x200, 'Mail Slot'],
  [0x400, 'Queue IRPs to Thread'],
  [0x800, 'Direct Device Open'],
  [0x1000, 'File Modified'],
  [0x2000, 'File Size Changed'],
  [0x4000, 'Cleanup Complete'],
  [0x8000, 'Temporary File'],
  [0x10000, 'Delete On Close'],
  [0x20000, 'Opened Case Sensitive'],
  [0x40000, 'Handle Created'],
  [0x80000, 'Fast IO Read'],
  [0x100000, 'Random Access'],
  [0x200000, 'Cancelled'],
  [0x400000, 'Volume'],
  [0x1000000, 'Remote Origin'],
  [0x2000000, 'Skip Completion Port'],
  [0x4000000, 'Skip Set Event'],
  [0x8000000, 'Skip Set Fast IO'],
];

/** The file object at an address; null where it is none, or not in the dump. */
export function readFileObject(kernel: Kernel, at: Address): FileObject | null {
  const file = kernel.object('_FILE_OBJECT', at);
  if (file.number('Type') !== IO_TYPE_FILE) return null;
  const flag = (name: string) => file.number(name);
  const access = ACCESS.map(([member, word]) => ({ word, value: flag(member) }));
  const sections = file.pointer('SectionObjectPointer');
  const section = sections ? kernel.object('_SECTION_OBJECT_POINTERS', sections) : null;
  const signal = file.number('Event.Header.SignalState');
  return {
    address: toUnsigned(at),
    name: contentName(kernel, at, 'File'),
    device: file.pointerValue('DeviceObject'),
    vpb: file.pointerValue('Vpb'),
    flags: file.u32('Flags'),
    access: access.some(({ value }) => value === null)
      ? null
      : access.filter(({ value }) => value !== 0).map(({ word }) => word),
    fsContext: file.pointerValue('FsContext'),
    fsContext2: file.pointerValue('FsContext2'),
    currentByteOffset: file.value('CurrentByteOffset.QuadPart'),
    signalled: signal === null ? null : signal !== 0,
    related: file.pointerValue('RelatedFileObject'),
    sections: sections === null ? null : toUnsigned(sections),
    dataSection: section?.pointerValue('DataSectionObject') ?? null,
    sharedCacheMap: section?.pointerValue('SharedCacheMap') ?? null,
    imageSection: section?.pointerValue('ImageSectionObject') ?? null,
  };
}
