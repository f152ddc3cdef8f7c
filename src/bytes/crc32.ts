/** Eight tables of the reflected polynomial 0xEDB88320 (RFC 1952, section 8), for eight bytes a step. */
const TABLES = new Uint32Array(8 * 256);
for (let index = 0; index < 256; index++) {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  TABLES[index] = value;
}
for (let index = 256; index < TABLES.length; index++) {
  const before = TABLES[index - 256]!;
  TABLES[index] = (before >>> 8) ^ TABLES[before & 0xff]!;
}

/** The CRC-32 of gzip and zip over `bytes`, continuing from `previous`. */
export function crc32(bytes: Uint8Array, previous = 0): number {
  const tables = TABLES;
  let crc = ~previous;
  let at = 0;
  for (const end = bytes.length - 7; at < end; at += 8) {
    const low = crc ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24));
    crc =
      tables[1792 + (low & 0xff)]! ^
      tables[1536 + ((low >>> 8) & 0xff)]! ^
      tables[1280 + ((low >>> 16) & 0xff)]! ^
      tables[1024 + (low >>> 24)]! ^
      tables[768 + bytes[at + 4]!]! ^
      tables[512 + bytes[at + 5]!]! ^
      tables[256 + bytes[at + 6]!]! ^
      tables[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ tables[(crc ^ bytes[at]!) & 0xff]!;
  return ~crc >>> 0;
}
