import { viewOf } from '../../bytes/source.ts';
import { isCabinet } from '../../formats/cabinet/directory.ts';
import { isGzip } from '../../formats/gzip/gzip.ts';
import { isSzdd } from '../../formats/szdd/szdd.ts';
import { isZip } from '../../formats/zip/directory.ts';

export type Wrapper = 'zip' | 'gzip' | 'cab' | 'szdd';
/** What a file is by its first bytes. */
export type Content = Wrapper | 'dump' | 'text' | keyof typeof FOREIGN | 'unknown';

/** Wrappers that are recognised and not opened, in words. */
export const FOREIGN: Readonly<Record<string, string>> = {
  '7z': 'a 7-Zip archive',
  rar: 'a RAR archive',
  xz: 'an .xz file',
  bzip2: 'a bzip2 file',
  zstd: 'a Zstandard file',
  lz4: 'an LZ4 file',
  kwaj: 'a KWAJ-compressed file',
  wim: 'a WIM image',
};
const MAGICS: readonly (readonly [string, readonly number[]])[] = [
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['lz4', [0x04, 0x22, 0x4d, 0x18]],
  ['kwaj', [0x4b, 0x57, 0x41, 0x4a, 0x88, 0xf0, 0x27, 0xd1]],
  ['wim', [0x4d, 0x53, 0x57, 0x49, 0x4d, 0x00, 0x00, 0x00]],
];

export function isWrapper(content: Content): content is Wrapper {
  return content === 'zip' || content === 'gzip' || content === 'cab' || content === 'szdd';
}

/** Decides from the first 4 KB at most; `size` is that of the whole file. */
export function contentOf(head: Uint8Array, size: number): Content {
  if (size === 0 || head.length === 0) return 'unknown';
  const signature = head.length < 4 ? 0 : viewOf(head).getUint32(0, true);
  // MDMP, and PAGE of PAGEDUMP and PAGEDU64.
  if (signature === 0x504d444d || signature === 0x45474150) return 'dump';
  if (isGzip(head)) return 'gzip';
  if (isZip(head)) return 'zip';
  if (isCabinet(head)) return 'cab';
  if (isSzdd(head)) return 'szdd';
  for (const [name, magic] of MAGICS) {
    if (magic.every((byte, index) => head[index] === byte)) return name;
  }
  return looksLikeText(head) ? 'text' : 'unknown';
}

/** UTF-8, a single-byte code page or UTF-16 with few control characters. */
export function looksLikeText(head: Uint8Array): boolean {
  const bom = head.length >= 2 ? head[0]! | (head[1]! << 8) : 0;
  if (bom === 0xfeff || bom === 0xfffe) return utf16Looks(head.subarray(2), bom === 0xfeff ? 0 : 1);
  let zeros = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) zeros++;
    else if ((byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1b) || byte === 0x7f) controls++;
  }
  if (zeros === 0) return controls * 50 <= head.length;
  return zeros * 3 >= head.length && (utf16Looks(head, 0) || utf16Looks(head, 1));
}

/** `low` is the index of the low byte in each pair. At least three of four characters must be plain ASCII text. */
function utf16Looks(bytes: Uint8Array, low: 0 | 1): boolean {
  const pairs = bytes.length >> 1;
  let plain = 0;
  for (let index = 0; index < pairs; index++) {
    const code = bytes[index * 2 + low]! | (bytes[index * 2 + 1 - low]! << 8);
    if (code === 0) return false;
    if ((code >= 0x20 && code < 0x7f) || (code >= 9 && code <= 13)) plain++;
  }
  return pairs > 0 && plain * 2 >= pairs;
}
