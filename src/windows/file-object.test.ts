import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { FILE_FLAGS, readFileObject } from './file-object.ts';

const BASE = 0x1000_0000;
const at = (offset: number) => BigInt(BASE + offset);
const [FILE, NAME, SECTIONS] = [0x100, 0x300, 0x400];

// Members of wdm.h; where they lie is of no matter here.
const TYPES: SynthTypes = {
  _LARGE_INTEGER: [8, { QuadPart: [0, 8] }],
  _UNICODE_STRING: [16, { Length: [0, 2], MaximumLength: [2, 2], Buffer: [8, 8] }],
  _DISPATCHER_HEADER: [24, { SignalState: [4, 4] }],
  _KEVENT: [24, { Header: [0, '_DISPATCHER_HEADER'] }],
  _SECTION_OBJECT_POINTERS: [24, { DataSectionObject: [0, 8], SharedCacheMap: [8, 8], ImageSectionObject: [16, 8] }],
  _FILE_OBJECT: [
    216,
    {
      Type: [0, 2],
      DeviceObject: [8, 8],
      Vpb: [16, 8],
      FsContext: [24, 8],
      FsContext2: [32, 8],
      SectionObjectPointer: [40, 8],
      RelatedFileObject: [64, 8],
      ReadAccess: [74, 1],
      WriteAccess: [75, 1],
      DeleteAccess: [76, 1],
      SharedRead: [77, 1],
      SharedWrite: [78, 1],
      SharedDelete: [79, 1],
      Flags: [80, 4],
      FileName: [88, '_UNICODE_STRING'],
      CurrentByteOffset: [104, '_LARGE_INTEGER'],
      Event: [152, '_KEVENT'],
    },
  ],
};

function scene(): Page {
  const page = new Page(0x1000);
  page
    .u16(FILE, 5)
    .u64(FILE + 24, 0x77n)
    .u64(FILE + 40, at(SECTIONS))
    .u8(FILE + 74, 1)
    .u8(FILE + 77, 1)
    .u32(FILE + 80, 0x40042)
    .u16(FILE + 88, 10)
    .u64(FILE + 96, at(NAME))
    .u64(FILE + 104, 0x200n)
    .u32(FILE + 156, 1)
    .u64(SECTIONS + 8, 0x99n);
  for (const [index, char] of [...'\\a.tx'].entries()) page.u16(NAME + index * 2, char.charCodeAt(0));
  return page;
}
const read = (page: Page) =>
  readFileObject(synthKernelView({ base: BASE, memory: page, variables: {}, types: TYPES }), BASE + FILE);

test('a file with its access, flags and what the cache has of it', () => {
  expect(read(scene())).toMatchObject({
    name: '\\a.tx',
    access: ['Read', 'SharedRead'],
    flags: 0x40042,
    fsContext: 0x77n,
    currentByteOffset: 0x200n,
    signalled: true,
    sharedCacheMap: 0x99n,
    dataSection: 0n,
  });
});

test('another object, or none, is no file', () => {
  expect(read(scene().u16(FILE, 3))).toBeNull();
  expect(read(new Page(0x1000))).toBeNull();
});

// wdm.h: FO_QUEUE_IRP_TO_THREAD, FO_REMOTE_ORIGIN, FO_SKIP_COMPLETION_PORT, FO_SKIP_SET_EVENT, FO_SKIP_SET_FAST_IO.
test('the upper flags are where the header has them', () => {
  const names = (flags: number) => FILE_FLAGS.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name);
  expect(names(0x400)).toEqual(['Queue IRPs to Thread']);
  expect(names(0x1000000)).toEqual(['Remote Origin']);
  expect(names(0x0e000000)).toEqual(['Skip Completion Port', 'Skip Set Event', 'Skip Set Fast IO']);
  expect(names(0x70000000)).toEqual([]);
});
