import { deflateRawSync } from 'node:zlib';
import { compressLzx, type LzxOptions } from './lzx.ts';

/** Writes cabinets byte by byte from [MS-CAB]; it shares nothing with the reader. */
export interface CabinetFolderInput {
  readonly method: 'none' | 'MSZIP' | 'LZX' | 'Quantum';
  readonly lzx?: LzxOptions;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Written instead of the folder's index, for members of a split set. */
  readonly folderIndex?: number;
}
export interface CabinetOptions {
  readonly reserve?: { readonly header: number; readonly folder: number; readonly data: number };
  readonly next?: string;
  readonly checksums?: boolean;
}

export function writeCabinet(folders: readonly CabinetFolderInput[], options: CabinetOptions = {}): Buffer {
  const reserve = options.reserve;
  const bodies = folders.map((folder) => blocksOf(folder, options));
  const fileRecords = folders.flatMap((folder, index) => {
    let offset = 0;
    return folder.files.map(({ name, bytes }) => {
      const record = Buffer.alloc(16);
      record.writeUInt32LE(bytes.length, 0);
      record.writeUInt32LE(offset, 4);
      record.writeUInt16LE(folder.folderIndex ?? index, 8);
      record.writeUInt16LE(0x5b78, 10);
      record.writeUInt16LE(0x20, 14);
      offset += bytes.length;
      return Buffer.concat([record, Buffer.from(`${name}\0`)]);
    });
  });
  const files = Buffer.concat(fileRecords);
  const headerSize = 36 + (reserve ? 4 + reserve.header : 0) + (options.next ? options.next.length + 7 : 0);
  const folderSize = 8 + (reserve?.folder ?? 0);
  const filesAt = headerSize + folderSize * folders.length;
  let dataAt = filesAt + files.length;
  const folderRecords = folders.map((folder, index) => {
    const record = Buffer.alloc(folderSize);
    record.writeUInt32LE(dataAt, 0);
    record.writeUInt16LE(bodies[index]!.count, 4);
    const method = { none: 0, MSZIP: 1, Quantum: 0x0712, LZX: 3 + ((folder.lzx?.windowBits ?? 21) << 8) };
    record.writeUInt16LE(method[folder.method], 6);
    dataAt += bodies[index]!.bytes.length;
    return record;
  });
  const header = Buffer.alloc(headerSize);
  header.write('MSCF', 'latin1');
  header.writeUInt32LE(dataAt, 8);
  header.writeUInt32LE(filesAt, 16);
  header[24] = 3;
  header[25] = 1;
  header.writeUInt16LE(folders.length, 26);
  header.writeUInt16LE(fileRecords.length, 28);
  header.writeUInt16LE((reserve ? 4 : 0) | (options.next ? 2 : 0), 30);
  header.writeUInt16LE(0x1234, 32);
  if (reserve) {
    header.writeUInt16LE(reserve.header, 36);
    header[38] = reserve.folder;
    header[39] = reserve.data;
  }
  if (options.next) header.write(`${options.next}\0disk2\0`, headerSize - options.next.length - 7, 'latin1');
  return Buffer.concat([header, ...folderRecords, files, ...bodies.map(({ bytes }) => bytes)]);
}

function blocksOf(folder: CabinetFolderInput, options: CabinetOptions): { count: number; bytes: Buffer } {
  const all = Buffer.concat(folder.files.map(({ bytes }) => bytes));
  const frames = folder.method === 'LZX' ? compressLzx(all, folder.lzx ?? { windowBits: 21 }) : null;
  const parts: Buffer[] = [];
  let count = 0;
  for (let at = 0; at < all.length; at += 0x8000) {
    const plain = all.subarray(at, at + 0x8000);
    const packed = frames
      ? Buffer.from(frames[count]!)
      : folder.method === 'MSZIP'
        ? Buffer.concat([
            Buffer.from('CK'),
            deflateRawSync(plain, at > 0 ? { dictionary: all.subarray(at - 0x8000, at) } : {}),
          ])
        : plain;
    const block = Buffer.alloc(8 + (options.reserve?.data ?? 0));
    block.writeUInt16LE(packed.length, 4);
    block.writeUInt16LE(plain.length, 6);
    if (options.checksums !== false) {
      block.writeUInt32LE((sum(packed, 0) ^ sum(block.subarray(4), 0)) >>> 0, 0);
    }
    parts.push(block, packed);
    count++;
  }
  return { count, bytes: Buffer.concat(parts) };
}

function sum(bytes: Buffer, seed: number): number {
  let value = seed;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) value ^= bytes.readUInt32LE(at);
  const rest = bytes.length - at;
  if (rest === 3) value ^= (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
  if (rest === 2) value ^= (bytes[at]! << 8) | bytes[at + 1]!;
  if (rest === 1) value ^= bytes[at]!;
  return value;
}
