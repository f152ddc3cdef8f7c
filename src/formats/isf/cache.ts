import { FormatError } from '../../bytes/errors.ts';
import { viewOf } from '../../bytes/source.ts';
import { assembleIsf, type IsfFile } from './isf.ts';
import { Records } from './records.ts';

/**
 * Our own cached form of an ISF file, little-endian: a header of 32-bit words (magic, version, sizes), the columns,
 * the two heads and the blob. Opening it parses nothing but the heads.
 */
const MAGIC = 0x4653494d;
const VERSION = 1;
/** Words of the header: magic, version, user types, enums, symbols, addressed symbols, head sizes, blob size. */
const HEADER = 9 * 4;

/** The cached form of `file`. */
export function encodeIsfCache(file: IsfFile): Uint8Array {
  const encoder = new TextEncoder();
  const heads = file.heads.map((head) => encoder.encode(head));
  const columns = [file.addresses, file.userTypes.rows, file.enums.rows, file.symbols.rows, file.byAddress];
  const parts = [
    ...columns.map((column) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength)),
    ...heads,
    file.symbols.blob,
  ];
  // The 64-bit column comes first, behind a header padded to 8 bytes.
  const start = (HEADER + 7) & ~7;
  const out = new Uint8Array(parts.reduce((size, part) => size + part.length, start));
  const header = [
    MAGIC,
    VERSION,
    file.userTypes.count,
    file.enums.count,
    file.symbols.count,
    file.byAddress.length,
    ...heads.map((head) => head.length),
    file.symbols.blob.length,
  ];
  const view = viewOf(out);
  header.forEach((word, index) => {
    view.setUint32(index * 4, word, true);
  });
  let at = start;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Whether the bytes are a cached form of any version. */
export function isIsfCache(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER && viewOf(bytes).getUint32(0, true) === MAGIC;
}

/** Opens the cached form; the result aliases `bytes`. Throws FormatError when it is of another version or damaged. */
export function openIsfCache(bytes: Uint8Array): IsfFile {
  if (!isIsfCache(bytes)) throw new FormatError('ISF cache', 0, 'not a cached symbol table');
  const whole = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const view = viewOf(whole);
  const word = (index: number) => view.getUint32(index * 4, true);
  if (word(1) !== VERSION)
    throw new FormatError('ISF cache', 4, `cached symbol table of version ${word(1)}, not ${VERSION}`);
  const [userTypes, enums, symbols, addressed] = [word(2), word(3), word(4), word(5)];
  const sizes = [symbols * 8, userTypes * 16, enums * 16, symbols * 16, addressed * 4, word(6), word(7), word(8)];
  const start = (HEADER + 7) & ~7;
  if (sizes.reduce((sum, size) => sum + size, start) !== whole.length || addressed > symbols) {
    throw new FormatError('ISF cache', 8, 'the cached symbol table is truncated or damaged');
  }
  let at = start;
  const parts = sizes.map((size) => {
    const part = whole.subarray(at, at + size);
    at += size;
    return part;
  });
  const column = (index: number) => {
    const part = parts[index] ?? new Uint8Array(0);
    return new Uint32Array(part.buffer, part.byteOffset, part.length >>> 2);
  };
  const blob = parts[7] ?? new Uint8Array(0);
  const first = parts[0] ?? blob;
  const byAddress = column(4);
  if (byAddress.some((index) => index >= symbols)) {
    throw new FormatError('ISF cache', null, 'the cached symbol table is damaged');
  }
  const head = (index: number) => new TextDecoder().decode(parts[index]);
  return assembleIsf(
    [head(5), head(6)],
    new Records(blob, column(1)),
    new Records(blob, column(2)),
    new Records(blob, column(3)),
    new Float64Array(first.buffer, first.byteOffset, first.length >>> 3),
    byAddress,
  );
}
