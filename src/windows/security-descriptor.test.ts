import { expect, test } from 'vitest';
import type { MemorySpace } from '../memory/space.ts';
import { controlNames, readAccessList, readSecurityDescriptor } from './security-descriptor.ts';

const BASE = 0x10000;
const space = (bytes: readonly number[]): MemorySpace => ({
  read: (at, length) => {
    const from = at - BASE;
    return from >= 0 && from < bytes.length
      ? Uint8Array.from(bytes.slice(from, from + length))
      : { reason: 'not-in-dump', length: 1 };
  },
});
const u16 = (value: number) => [value & 255, value >> 8];
const u32 = (value: number) => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);
/** S-1-5-... as winnt.h lays it out. */
const sid = (...parts: number[]) => [1, parts.length, 0, 0, 0, 0, 0, 5, ...parts.flatMap(u32)];
const ace = (type: number, flags: number, mask: number, who: number[]) => [
  type,
  flags,
  ...u16(8 + who.length),
  ...u32(mask),
  ...who,
];
const acl = (entries: number[][]) => {
  const body = entries.flat();
  return [2, 0, ...u16(8 + body.length), ...u16(entries.length), 0, 0, ...body];
};

const ADMINISTRATORS = sid(32, 544);
const SYSTEM = sid(18);

test('a self-relative descriptor with both lists', () => {
  const dacl = acl([ace(0, 0, 0x1f0003, ADMINISTRATORS), ace(1, 3, 0x20000, SYSTEM)]);
  const sacl = acl([ace(0x11, 0, 1, sid(0x3000))]);
  const header = [1, 0, ...u16(0x8014)];
  const owner = 20;
  const group = owner + ADMINISTRATORS.length;
  const sacls = group + SYSTEM.length;
  const offsets = [owner, group, sacls, sacls + sacl.length].flatMap(u32);
  const found = readSecurityDescriptor(
    space([...header, ...offsets, ...ADMINISTRATORS, ...SYSTEM, ...sacl, ...dacl]),
    BASE,
    8,
  );
  expect(found).toMatchObject({ control: 0x8014, owner: 'S-1-5-32-544', group: 'S-1-5-18' });
  expect(controlNames(0x8014)).toEqual(['SE_DACL_PRESENT', 'SE_SACL_PRESENT', 'SE_SELF_RELATIVE']);
  expect(found!.dacl).toMatchObject({
    count: 2,
    lost: null,
    entries: [
      { typeName: 'ACCESS_ALLOWED_ACE_TYPE', mask: 0x1f0003, sid: 'S-1-5-32-544' },
      { typeName: 'ACCESS_DENIED_ACE_TYPE', flags: 3, sid: 'S-1-5-18' },
    ],
  });
  expect(found!.sacl).toMatchObject({ entries: [{ typeName: 'SYSTEM_MANDATORY_LABEL_ACE_TYPE', mask: 1 }] });
});

test('an absolute descriptor, a null list, and one that is not in the dump', () => {
  const pointer = (value: number) => [...u32(value), 0, 0, 0, 0];
  const bytes = [1, 0, ...u16(0x0004), 0, 0, 0, 0, ...pointer(0), ...pointer(0), ...pointer(0)];
  expect(readSecurityDescriptor(space([...bytes, ...pointer(0)]), BASE, 8)).toMatchObject({
    owner: null,
    dacl: null,
    sacl: null,
  });
  expect(readSecurityDescriptor(space([...bytes, ...pointer(0x500000)]), BASE, 8)?.dacl).toBe('unreadable');
  expect(readSecurityDescriptor(space([2, 0, 0, 0]), BASE, 8)).toBeNull();
});

test('an entry of an object type has its SID behind the GUIDs', () => {
  const who = [...u32(1), ...new Array(16).fill(7), ...SYSTEM];
  expect(readAccessList(space(acl([ace(5, 0, 0x100, who)])), BASE)?.entries[0]).toMatchObject({
    typeName: 'ACCESS_ALLOWED_OBJECT_ACE_TYPE',
    sid: 'S-1-5-18',
  });
});

test('counts and sizes that the bytes do not bear out end the list with a word', () => {
  const whole = acl([ace(0, 0, 1, SYSTEM)]);
  const many = [...whole];
  many[4] = 200;
  expect(readAccessList(space(many), BASE)).toMatchObject({ count: 200, lost: 'an entry does not fit into the list' });
  expect(readAccessList(space(whole.slice(0, 12)), BASE)?.lost).toMatch(/not in the dump/);
  expect(readAccessList(space([9, 0, 8, 0, 0, 0, 0, 0]), BASE)).toBeNull();
});
