import { viewOf } from '../bytes/source.ts';
import { type Address, type MemorySpace, readAvailable, tryPointer, tryView } from '../memory/space.ts';
import { readSid } from './sid.ts';

/** An entry of an access control list (winnt.h, ACE_HEADER and the structures that begin with it). */
export interface AccessEntry {
  readonly type: number;
  /** `ACCESS_ALLOWED_ACE_TYPE`; null for a number that winnt.h has not. */
  readonly typeName: string | null;
  readonly flags: number;
  readonly size: number;
  readonly mask: number;
  readonly sid: string | null;
}

/** An ACL of winnt.h. */
export interface AccessList {
  readonly revision: number;
  readonly sbz1: number;
  readonly size: number;
  readonly count: number;
  readonly sbz2: number;
  readonly entries: readonly AccessEntry[];
  /** Why entries may be missing; null when all are there. */
  readonly lost: string | null;
}

/** A SECURITY_DESCRIPTOR of winnt.h; null for a part that is null there. */
export interface SecurityDescriptor {
  readonly revision: number;
  readonly sbz1: number;
  readonly control: number;
  /** A SID; `unreadable` where the descriptor leads to one that the dump does not hold. */
  readonly owner: string | null;
  readonly group: string | null;
  /** `unreadable` likewise. */
  readonly dacl: AccessList | 'unreadable' | null;
  readonly sacl: AccessList | 'unreadable' | null;
}

const SE_DACL_PRESENT = 0x4;
const SE_SACL_PRESENT = 0x10;
const SE_SELF_RELATIVE = 0x8000;

/** SE_ names of the control bits. */
const CONTROLS: readonly (readonly [number, string])[] = [
  [0x1, 'SE_OWNER_DEFAULTED'],
  [0x2, 'SE_GROUP_DEFAULTED'],
  [SE_DACL_PRESENT, 'SE_DACL_PRESENT'],
  [0x8, 'SE_DACL_DEFAULTED'],
  [SE_SACL_PRESENT, 'SE_SACL_PRESENT'],
  [0x20, 'SE_SACL_DEFAULTED'],
  [0x100, 'SE_DACL_AUTO_INHERIT_REQ'],
  [0x200, 'SE_SACL_AUTO_INHERIT_REQ'],
  [0x400, 'SE_DACL_AUTO_INHERITED'],
  [0x800, 'SE_SACL_AUTO_INHERITED'],
  [0x1000, 'SE_DACL_PROTECTED'],
  [0x2000, 'SE_SACL_PROTECTED'],
  [0x4000, 'SE_RM_CONTROL_VALID'],
  [SE_SELF_RELATIVE, 'SE_SELF_RELATIVE'],
];
const TYPES: Readonly<Record<number, string>> = {
  0: 'ACCESS_ALLOWED',
  1: 'ACCESS_DENIED',
  2: 'SYSTEM_AUDIT',
  3: 'SYSTEM_ALARM',
  4: 'ACCESS_ALLOWED_COMPOUND',
  5: 'ACCESS_ALLOWED_OBJECT',
  6: 'ACCESS_DENIED_OBJECT',
  7: 'SYSTEM_AUDIT_OBJECT',
  8: 'SYSTEM_ALARM_OBJECT',
  9: 'ACCESS_ALLOWED_CALLBACK',
  10: 'ACCESS_DENIED_CALLBACK',
  11: 'ACCESS_ALLOWED_CALLBACK_OBJECT',
  12: 'ACCESS_DENIED_CALLBACK_OBJECT',
  13: 'SYSTEM_AUDIT_CALLBACK',
  14: 'SYSTEM_ALARM_CALLBACK',
  15: 'SYSTEM_AUDIT_CALLBACK_OBJECT',
  16: 'SYSTEM_ALARM_CALLBACK_OBJECT',
  17: 'SYSTEM_MANDATORY_LABEL',
  18: 'SYSTEM_RESOURCE_ATTRIBUTE',
  19: 'SYSTEM_SCOPED_POLICY_ID',
  20: 'SYSTEM_PROCESS_TRUST_LABEL',
  21: 'SYSTEM_ACCESS_FILTER',
};
/** Types with flags and up to two GUIDs between mask and SID. */
const OF_OBJECTS: ReadonlySet<number> = new Set([5, 6, 7, 8, 11, 12, 15, 16]);
const HEADER = 8;

export function controlNames(control: number): string[] {
  return CONTROLS.filter(([bit]) => (control & bit) !== 0).map(([, name]) => name);
}

/** The list at an address; null where it is not in the dump, or no ACL. */
export function readAccessList(memory: MemorySpace, address: Address): AccessList | null {
  const head = tryView(memory, address, HEADER);
  if (!head) return null;
  const revision = head.getUint8(0);
  // ACL_REVISION to ACL_REVISION_DS.
  if (revision < 1 || revision > 4) return null;
  const size = head.getUint16(2, true);
  const count = head.getUint16(4, true);
  const bytes = readAvailable(memory, address, size);
  const view = viewOf(bytes);
  const entries: AccessEntry[] = [];
  let lost: string | null = null;
  for (let at = HEADER; entries.length < count; ) {
    const own = at + HEADER <= bytes.length ? view.getUint16(at + 2, true) : 0;
    if (own < HEADER || at + own > size) {
      lost = bytes.length < size ? 'the rest of the list is not in the dump' : 'an entry does not fit into the list';
      break;
    }
    if (at + own > bytes.length) {
      lost = 'the rest of the list is not in the dump';
      break;
    }
    entries.push(readEntry(memory, address + at, view, at, own));
    at += own;
  }
  return { revision, sbz1: head.getUint8(1), size, count, sbz2: head.getUint16(6, true), entries, lost };
}

function readEntry(memory: MemorySpace, address: Address, view: DataView, at: number, size: number): AccessEntry {
  const type = view.getUint8(at);
  let sid = HEADER;
  if (OF_OBJECTS.has(type) && size >= HEADER + 4) {
    const guids = view.getUint32(at + HEADER, true);
    sid += 4 + (guids & 1) * 16 + ((guids >> 1) & 1) * 16;
  }
  const name = TYPES[type];
  return {
    type,
    typeName: name === undefined ? null : `${name}_ACE_TYPE`,
    flags: view.getUint8(at + 1),
    size,
    mask: view.getUint32(at + 4, true),
    sid: sid < size ? readSid(memory, address + sid) : null,
  };
}

/** The descriptor at an address; null where it is not in the dump, or of another revision than 1. */
export function readSecurityDescriptor(
  memory: MemorySpace,
  address: Address,
  pointerSize: 4 | 8,
): SecurityDescriptor | null {
  const head = tryView(memory, address, 4);
  if (head?.getUint8(0) !== 1) return null;
  const control = head.getUint16(2, true);
  const isRelative = (control & SE_SELF_RELATIVE) !== 0;
  /** Owner, group, system list, discretionary list. */
  const place = (index: number): Address | null | 'unreadable' => {
    if (isRelative) {
      const offset = tryView(memory, address + 4 + index * 4, 4)?.getUint32(0, true);
      return offset === undefined ? 'unreadable' : offset === 0 ? null : address + offset;
    }
    const at = tryPointer(memory, address + pointerSize + index * pointerSize, pointerSize);
    return at === null ? 'unreadable' : at === 0 ? null : at;
  };
  const sid = (index: number) => {
    const at = place(index);
    return typeof at === 'number' ? (readSid(memory, at) ?? 'unreadable') : at;
  };
  const list = (index: number, bit: number): AccessList | 'unreadable' | null => {
    const at = (control & bit) === 0 ? null : place(index);
    if (at === null || at === 'unreadable') return at;
    return readAccessList(memory, at) ?? 'unreadable';
  };
  return {
    revision: head.getUint8(0),
    sbz1: head.getUint8(1),
    control,
    owner: sid(0),
    group: sid(1),
    sacl: list(2, SE_SACL_PRESENT),
    dacl: list(3, SE_DACL_PRESENT),
  };
}
