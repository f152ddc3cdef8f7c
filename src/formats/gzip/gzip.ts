import { Gunzip } from 'fflate';
import { crc32 } from '../../bytes/crc32.ts';
import { MemoreticsError } from '../../bytes/errors.ts';
import type { Problems } from '../../bytes/problem.ts';
import type { Sink } from '../../bytes/sink.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { decodeAscii } from '../../bytes/text.ts';

/** Compressed bytes per step: deflate expands at most 1032 times, so one step makes at most 17 MB. */
const STEP = 16 << 10;

/** Whether the bytes start as a gzip member with the deflate method (RFC 1952, section 2.3). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length >= 3 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** The original file name in the first member's header (FNAME), raw, or null. */
export function gzipName(source: Source): string | null {
  const head = source.read(0, 4096);
  const flags = head[3] ?? 0;
  if (!(flags & 8)) return null;
  const at = 10 + (flags & 4 ? 2 + (head[10] ?? 0) + ((head[11] ?? 0) << 8) : 0);
  const name = head.subarray(at);
  return name.includes(0) ? decodeAscii(name) || null : null;
}

/**
 * Inflates all members of a gzip file into `sink`. Damage, truncation and wrong checksums become problems; what could
 * be inflated before them has been delivered.
 */
export function inflateGzip(source: Source, sink: Sink, problems: Problems): void {
  let crc = 0;
  let size = 0;
  let delivered = 0;
  let wanted = true;
  let at = 0;
  let inSink = false;
  const check = (trailer: Uint8Array, end: number) => {
    const view = viewOf(trailer);
    if (trailer.length === 8 && view.getUint32(0, true) === crc && view.getUint32(4, true) === size % 2 ** 32) return;
    problems.add('checksum', 'gzip', end - 8, 'the gzip checksum does not match its content: the file is damaged');
  };
  const stream = new Gunzip((bytes) => {
    crc = crc32(bytes, crc);
    size += bytes.length;
    delivered += bytes.length;
    if (!wanted || bytes.length === 0) return;
    inSink = true;
    wanted = sink(bytes);
    inSink = false;
  });
  stream.onmember = (offset) => {
    check(source.read(offset - 8, 8), offset);
    crc = 0;
    size = 0;
  };
  try {
    while (wanted) {
      const chunk = source.read(at, STEP);
      at += chunk.length;
      const last = at >= source.size || chunk.length === 0;
      // A copy: fflate may keep a reference to it, and the source may reuse its cache.
      stream.push(chunk.slice(), last);
      if (last) {
        check(source.read(at - 8, 8), at);
        return;
      }
    }
  } catch (error) {
    if (inSink || error instanceof MemoreticsError) throw error;
    fail(error, source, at, crc, size, delivered, problems);
  }
}

function fail(
  error: unknown,
  source: Source,
  at: number,
  crc: number,
  size: number,
  delivered: number,
  problems: Problems,
): void {
  const message = error instanceof Error ? error.message : String(error);
  const from = Math.max(0, at - STEP - 8);
  const trailer = new Uint8Array(8);
  viewOf(trailer).setUint32(0, crc, true);
  viewOf(trailer).setUint32(4, size % 2 ** 32, true);
  const tail = source.read(from, at - from);
  const end = delivered > 0 ? find(tail, trailer) : -1;
  if (end >= 0) {
    // Tapes and some uploaders pad the file; zeros after the last member are harmless, anything else is told.
    if (tail.subarray(end + 8).some((byte) => byte !== 0)) {
      problems.add('trailing-bytes', 'gzip', from + end + 8, 'there are bytes after the end of the gzip data');
    }
    return;
  }
  const truncated = /EOF/.test(message);
  problems.add(
    truncated ? 'truncated' : 'damaged',
    'gzip',
    truncated ? source.size : from,
    truncated
      ? `the gzip file is truncated: its ${source.size} bytes hold only the first ${delivered} bytes of the content`
      : `the gzip data is damaged (${message}): only the first ${delivered} bytes of the content could be read`,
  );
}

function find(bytes: Uint8Array, wanted: Uint8Array): number {
  for (let at = bytes.length - wanted.length; at >= 0; at--) {
    let same = 0;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same++;
    if (same === wanted.length) return at;
  }
  return -1;
}
