import { Inflate } from 'fflate';
import { crc32 } from '../../bytes/crc32.ts';
import { FormatError, MemoreticsError } from '../../bytes/errors.ts';
import type { Problems } from '../../bytes/problem.ts';
import type { Sink } from '../../bytes/sink.ts';
import { SliceSource, type Source } from '../../bytes/source.ts';
import { LOCAL_FILE_HEADER, type ZipEntry } from './directory.ts';
import { inflate64 } from './inflate64.ts';

/** APPNOTE 4.4.5: the methods met in the field that are not read here. */
const METHODS: Readonly<Record<number, string>> = {
  1: 'shrink',
  6: 'implode',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  98: 'PPMd',
  99: 'AES encryption',
};

/** The bytes of a member as they lie in the archive. Throws FormatError when it is encrypted or its header is wrong. */
export function zipMemberData(source: Source, entry: ZipEntry): Source {
  if (entry.encrypted || entry.method === 99) {
    throw new FormatError('zip', entry.headerOffset, 'encrypted: extract it with its password first');
  }
  const header = LOCAL_FILE_HEADER.read(source, entry.headerOffset);
  if (header.Signature !== 0x04034b50) {
    throw new FormatError('LOCAL_FILE_HEADER', entry.headerOffset, 'the directory points to no member: damaged');
  }
  const at = entry.headerOffset + LOCAL_FILE_HEADER.size + header.NameLength + header.ExtraLength;
  return new SliceSource(source, at, entry.compressedSize ?? source.size);
}

/**
 * Delivers a member's content to `sink`. Throws FormatError when nothing can be read (encryption, unknown method);
 * damage, truncation and a wrong checksum become problems, after what could be read.
 */
export function inflateZipMember(source: Source, entry: ZipEntry, sink: Sink, problems: Problems): void {
  const data = zipMemberData(source, entry);
  let crc = 0;
  let size = 0;
  let wanted = true;
  const deliver = (bytes: Uint8Array): boolean => {
    if (!wanted || bytes.length === 0) return wanted;
    crc = crc32(bytes, crc);
    size += bytes.length;
    wanted = sink(bytes);
    return wanted;
  };
  if (entry.method === 0) copy(data, deliver);
  else if (entry.method === 8) inflate(data, deliver, problems, entry);
  else if (entry.method === 9) inflate64(data, deliver, problems);
  else {
    const name = METHODS[entry.method] ?? `number ${entry.method}`;
    throw new FormatError(
      'zip',
      entry.headerOffset,
      `compressed by a method (${name}) that is not supported; extract it first`,
    );
  }
  if (!wanted) return;
  if (entry.size !== null && size < entry.size) {
    problems.add('truncated', 'zip', entry.headerOffset, `the member holds ${size} of ${entry.size} bytes`);
  } else if (entry.crc !== null && (crc !== entry.crc || size !== entry.size)) {
    problems.add('checksum', 'zip', entry.headerOffset, 'the checksum does not match the content: it is damaged');
  }
}

function copy(data: Source, sink: Sink): void {
  for (let at = 0; at < data.size; ) {
    const chunk = data.read(at, 1 << 20);
    if (chunk.length === 0 || !sink(chunk)) return;
    at += chunk.length;
  }
}

/** Deflate expands at most 1032 times: one step makes at most 17 MB. */
const STEP = 16 << 10;

function inflate(data: Source, sink: Sink, problems: Problems, entry: ZipEntry): void {
  let wanted = true;
  let inSink = false;
  const stream = new Inflate((bytes) => {
    inSink = true;
    if (wanted) wanted = sink(bytes);
    inSink = false;
  });
  try {
    for (let at = 0; at < data.size && wanted; ) {
      const chunk = data.read(at, STEP);
      if (chunk.length === 0) break;
      at += chunk.length;
      // Never pushed as final: an archive without sizes gives us more than the member, and a short one is noticed by size.
      stream.push(chunk.slice(), false);
    }
  } catch (error) {
    if (inSink || error instanceof MemoreticsError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    problems.add('damaged', 'zip', entry.headerOffset, `the compressed data is damaged (${reason})`);
  }
}
