import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Console } from './console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const session = new Console(`${DEMO}/crash.dmp`, [DEMO]);
afterAll(() => session.close());
const written = new Map<string, Uint8Array>();
session.session.writeFile = (path, bytes) => {
  written.set(path, Uint8Array.from(bytes));
};

/** Learn, "!ioctldecode": the two codes it decodes. */
test('!ioctldecode', async () => {
  expect(await session.text('!ioctldecode 0x220003')).toBe(`
IOCTL_INTERNAL_USB_SUBMIT_URB

Device Type    : 0x22 (FILE_DEVICE_WINLOAD) (FILE_DEVICE_USER_MODE_BUS) (FILE_DEVICE_USB) (FILE_DEVICE_UNKNOWN)
Method         : 0x3 METHOD_NEITHER
Access         : FILE_ANY_ACCESS
Function       : 0x0
`);
  expect(await session.text('!ioctldecode 0x1280ce')).toBe(`
Unknown IOCTL  : 0x1280ce

Device Type    : 0x12 (FILE_DEVICE_NETWORK)
Method         : 0x2 METHOD_OUT_DIRECT
Access         : FILE_WRITE_ACCESS
Function       : 0x33
`);
});

test('c shows the bytes that differ, and nothing for equal ranges', async () => {
  expect(await session.text('c @$csp L40 @$csp')).toBe('');
  const bytes = (line: string) => line.match(/\b[0-9a-f]{2}\b(?=[- ])/g) ?? [];
  const dumped = bytes((await session.text('db @$csp L20')).replace(/^\S+ {2}/gm, '').replaceAll('-', ' '));
  expect(dumped.length).toBe(32);
  const expected = dumped.slice(0, 24).filter((byte, index) => byte !== dumped[index + 8]).length;
  expect((await session.text('c @$csp L18 @$csp+8')).split('\n').length - 1).toBe(expected);
  // All of memory costs what is there.
  expect(await session.text('c 0 L?ffffffffffff @$csp')).toMatch(/\d+ bytes are not in the dump in both ranges/);
  expect(await session.text('c 0 L10 8')).toBe('16 bytes are not in the dump in both ranges, and were not compared\n');
});

test('.writemem saves what is in the dump and says where it ends', async () => {
  expect(await session.text('.writemem "a b.bin" @$csp L10')).toBe('Writing 10 bytes.\n');
  const saved = written.get('a b.bin')!;
  expect(saved.length).toBe(16);
  expect(await session.text('.printf "%x", by(@$csp)')).toBe(saved[0]!.toString(16));
  expect(await session.text('.writemem none.bin 0 L10')).toMatch(/nothing was written/);
  expect(written.has('none.bin')).toBe(false);
});
