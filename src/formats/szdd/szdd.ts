import { FormatError } from '../../bytes/errors.ts';
import type { Problems } from '../../bytes/problem.ts';
import type { Sink } from '../../bytes/sink.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { struct, u8, u32 } from '../../bytes/struct.ts';

/** Layout: libmspack's documentation of SZDD (www.cabextract.org.uk/libmspack/doc/szdd_kwaj_format.html). */
const SZDD_HEADER = struct('SZDD_HEADER', 14, {
  Signature0: [0, u32],
  Signature1: [4, u32],
  CompressionMode: [8, u8],
  MissingCharacter: [9, u8],
  UncompressedSize: [10, u32],
});
const SZDD = [0x44445a53, 0x3327f088] as const;
/** The variant of QBasic's installer: eight magic bytes, then the size, and a window that starts two bytes earlier. */
const QBASIC = [0x88205a53, 0xd13327f0] as const;
const WINDOW = 4096;

function variant(bytes: Uint8Array): 'szdd' | 'qbasic' | null {
  if (bytes.length < 8) return null;
  const view = viewOf(bytes);
  const is = ([first, second]: readonly [number, number]) =>
    view.getUint32(0, true) === first && view.getUint32(4, true) === second;
  return is(SZDD) ? 'szdd' : is(QBASIC) ? 'qbasic' : null;
}

/** Whether the bytes start with one of the two SZDD magics. */
export function isSzdd(bytes: Uint8Array): boolean {
  return variant(bytes) !== null;
}

/** What compress.exe left of the original name's last character (`_` in `.pd_` stands for it), or null. */
export function szddMissingCharacter(source: Source): string | null {
  const head = source.read(0, 14);
  const code = variant(head) === 'szdd' ? (head[9] ?? 0) : 0;
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code) : null;
}

/** Expands an SZDD file into `sink`. Throws FormatError for another method; truncation becomes a problem. */
export function expandSzdd(source: Source, sink: Sink, problems: Problems): void {
  const magic = variant(source.read(0, 8));
  if (magic === null) throw new FormatError('SZDD_HEADER', 0, 'not an SZDD file');
  let at = 12;
  let left = 0;
  if (magic === 'szdd') {
    const header = SZDD_HEADER.read(source, 0);
    if (header.CompressionMode !== 0x41) {
      throw new FormatError(
        'SZDD_HEADER',
        8,
        `SZDD compression mode 0x${header.CompressionMode.toString(16)} is unknown`,
      );
    }
    left = header.UncompressedSize;
    at = 14;
  } else left = viewOf(source.read(8, 4)).getUint32(0, true);
  const claimed = left;
  const window = new Uint8Array(WINDOW).fill(0x20);
  let to = WINDOW - (magic === 'szdd' ? 16 : 18);
  const out = new Uint8Array(1 << 16);
  let filled = 0;
  let chunk = source.read(at, 1 << 16);
  let next = 0;
  const byte = (): number => {
    if (next === chunk.length) {
      at += chunk.length;
      chunk = source.read(at, 1 << 16);
      next = 0;
    }
    return chunk.length === 0 ? -1 : chunk[next++]!;
  };
  const flush = (): boolean => {
    const more = filled === 0 || sink(out.subarray(0, filled));
    filled = 0;
    return more;
  };
  const put = (value: number) => {
    out[filled++] = value;
    window[to] = value;
    to = (to + 1) % WINDOW;
    left--;
  };
  decode: while (left > 0) {
    const flags = byte();
    if (flags < 0) break;
    for (let bit = 1; bit < 0x100 && left > 0; bit <<= 1) {
      const first = byte();
      if (first < 0) break decode;
      if (flags & bit) put(first);
      else {
        const second = byte();
        if (second < 0) break decode;
        let from = first | ((second & 0xf0) << 4);
        for (let length = (second & 0x0f) + 3; length > 0 && left > 0; length--) {
          put(window[from]!);
          from = (from + 1) % WINDOW;
        }
      }
    }
    if (filled > out.length - 256 && !flush()) return;
  }
  if (flush() && left > 0) {
    problems.add(
      'truncated',
      'SZDD',
      source.size,
      `the SZDD file is truncated: ${left} of ${claimed} bytes are missing`,
    );
  }
}
