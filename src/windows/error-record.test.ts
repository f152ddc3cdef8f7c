import { expect, test } from 'vitest';
import { BytesSource } from '../bytes/source.ts';
import { SegmentsSpace } from '../memory/segments.ts';
import { readErrorRecord } from './error-record.ts';

/** A record as the UEFI specification lays it out, written without the reader's structures. */
function record(sections: number): Uint8Array {
  const bytes = new Uint8Array(128 + sections * 72);
  const out = new DataView(bytes.buffer);
  const guid = (at: number, text: string) => {
    const parts = text.split('-');
    out.setUint32(at, Number.parseInt(parts[0]!, 16), true);
    out.setUint16(at + 4, Number.parseInt(parts[1]!, 16), true);
    out.setUint16(at + 6, Number.parseInt(parts[2]!, 16), true);
    for (const [index, pair] of `${parts[3]}${parts[4]}`.match(/../g)!.entries())
      out.setUint8(at + 8 + index, Number.parseInt(pair, 16));
  };
  bytes.set([0x43, 0x50, 0x45, 0x52, 0x10, 0x02, 0xff, 0xff, 0xff, 0xff, sections, 0], 0);
  out.setUint32(0x0c, 1, true);
  out.setUint32(0x10, 2, true);
  out.setUint32(0x14, 928, true);
  bytes.set([8, 21, 1, 0, 13, 10, 10, 20], 0x18);
  guid(0x40, 'cf07c4bd-b789-4e18-b3c4-1f732cb57131');
  guid(0x50, 'e8f56ffe-919c-4cc5-ba88-65abe14913bb');
  out.setBigUint64(0x60, 0x1cb6a1f9a4f1e5en, true);
  for (let index = 0; index < sections; index++) {
    const at = 128 + index * 72;
    out.setUint32(at, 344, true);
    out.setUint32(at + 4, 192, true);
    out.setUint32(at + 12, 1, true);
    guid(at + 16, '9876ccad-47b4-4bdb-b65e-16f193c4f3db');
    out.setUint32(at + 48, 1, true);
  }
  return bytes;
}
const at = (bytes: Uint8Array) =>
  new SegmentsSpace([{ start: 0x1000, size: bytes.length, source: new BytesSource(bytes), offset: 0 }]);

test('a record with its sections', () => {
  const read = readErrorRecord(at(record(2)), 0x1000)!;
  expect(read).toMatchObject({
    recordId: 0x1cb6a1f9a4f1e5en,
    severity: 'Fatal',
    length: 928,
    creator: 'Microsoft',
    notification: 'Machine Check Exception',
    time: '2010-10-13T01:21:08.000Z',
    lost: null,
  });
  expect(read.sections.map(({ type, address, severity }) => [type, address, severity])).toEqual([
    ['Processor Generic', 0x1158n, 'Fatal'],
    ['Processor Generic', 0x1158n, 'Fatal'],
  ]);
});

test('a record that claims more sections than there are, and what is none', () => {
  const bytes = record(1);
  bytes[0x0a] = 0xff;
  bytes[0x0b] = 0xff;
  const read = readErrorRecord(at(bytes), 0x1000)!;
  expect(read.sections).toHaveLength(1);
  expect(read.lost).toContain('of 65535 sections');
  expect(readErrorRecord(at(bytes), 0x1004)).toBeNull();
  expect(readErrorRecord(at(bytes.subarray(0, 100)), 0x1000)).toBeNull();
});
