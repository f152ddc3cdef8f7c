import { RecordReader } from './record-reader.ts';
import type { Member } from './type-shape.ts';

/** Whether a CV_fldattr_t introduces a virtual function, whose vtable offset then follows. */
export function introduces(attributes: number): boolean {
  const property = (attributes >>> 2) & 7;
  return property === 4 || property === 6;
}

function toBig(value: bigint | number | null): bigint {
  return typeof value === 'bigint' ? value : 0n;
}

/** The entries of an LF_FIELDLIST one by one, up to the first of an unknown kind, whose length nobody knows. */
export function* members(bytes: Uint8Array): Generator<Member> {
  const r = new RecordReader(bytes, 'LF_FIELDLIST');
  while (r.left >= 2) {
    const pad = bytes[r.at]!;
    if (pad >= 0xf0) {
      // LF_PADn: n bytes to the next member, this one included.
      r.skip(Math.min(Math.max(1, pad & 0xf), r.left));
      continue;
    }
    const leaf = r.u16();
    const isOld = leaf < 0x1500 && leaf !== 0x1400 && leaf !== 0x1401 && leaf !== 0x1402;
    const name = () => (isOld ? r.pascal() : r.name());
    switch (leaf) {
      case 0x1405:
      case 0x150d: {
        const attributes = r.u16();
        const type = r.u32();
        const offset = r.size();
        yield { is: 'member', attributes, type, offset, name: name() };
        break;
      }
      case 0x1406:
      case 0x150e: {
        const attributes = r.u16();
        const type = r.u32();
        yield { is: 'static-member', attributes, type, name: name() };
        break;
      }
      case 0x1400:
      case 0x151a: {
        const attributes = r.u16();
        const type = r.u32();
        yield { is: 'base', attributes, type, offset: r.size() };
        break;
      }
      case 0x1401:
      case 0x1402: {
        const attributes = r.u16();
        const type = r.u32();
        const pointerType = r.u32();
        const pointerOffset = r.size();
        const tableOffset = r.size();
        yield {
          is: 'virtual-base',
          attributes,
          type,
          isIndirect: leaf === 0x1402,
          pointerType,
          pointerOffset,
          tableOffset,
        };
        break;
      }
      case 0x0403:
      case 0x1502: {
        const attributes = r.u16();
        const value = toBig(r.numeric());
        yield { is: 'enumerate', attributes, value, name: name() };
        break;
      }
      case 0x1407:
      case 0x150f: {
        const count = r.u16();
        const list = r.u32();
        yield { is: 'methods', count, list, name: name() };
        break;
      }
      case 0x140b:
      case 0x1511: {
        const attributes = r.u16();
        const type = r.u32();
        const vtableOffset = introduces(attributes) ? r.u32() : null;
        yield { is: 'method', attributes, type, vtableOffset, name: name() };
        break;
      }
      case 0x1408:
      case 0x140d:
      case 0x1510:
      case 0x1512: {
        r.skip(2);
        const type = r.u32();
        yield { is: 'nested', type, name: name() };
        break;
      }
      case 0x1513: {
        r.skip(2);
        const type = r.u32();
        yield { is: 'nested', type, name: name() };
        break;
      }
      case 0x1404:
        r.skip(2);
        yield { is: 'continued', list: r.u32() };
        break;
      case 0x1409:
        r.skip(2);
        yield { is: 'vtable-pointer', type: r.u32(), offset: 0 };
        break;
      case 0x140c: {
        r.skip(2);
        const type = r.u32();
        yield { is: 'vtable-pointer', type, offset: r.u32() };
        break;
      }
      case 0x140a:
        r.skip(2);
        yield { is: 'friend', name: null, type: r.u32() };
        break;
      case 0x1403:
      case 0x150c: {
        r.skip(2);
        const type = r.u32();
        yield { is: 'friend', type, name: name() };
        break;
      }
      default:
        // The length of an unknown member is unknown, so nothing after it can be found.
        return;
    }
  }
}
