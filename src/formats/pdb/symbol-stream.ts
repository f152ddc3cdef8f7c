import type { Source } from '../../bytes/source.ts';
import { SymbolRecord } from './symbol-record.ts';

const CHUNK = 256 << 10;

/** The record at `offset` of a symbol stream, or null when it is cut or no record can be there. */
export function symbolAt(stream: Source, offset: number): SymbolRecord | null {
  // Most records are short: one read serves both the length and the body.
  let bytes = stream.read(offset, 96);
  if (bytes.length < 4) return null;
  const length = bytes[0]! | (bytes[1]! << 8);
  if (length < 2) return null;
  if (bytes.length < length + 2) {
    bytes = stream.read(offset, length + 2);
    if (bytes.length < length + 2) return null;
  }
  return new SymbolRecord(bytes[2]! | (bytes[3]! << 8), offset, bytes.subarray(4, length + 2));
}

/** Called for each record: kind, the bytes of a part of the stream, and where in them the record's data starts and ends. */
export type RecordVisitor = (
  kind: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  offset: number,
) => number | undefined;

/**
 * Walks the records of `stream` in [from, to) in large parts and without an object per record. A visitor that returns
 * an offset beyond the record continues there, which is how whole procedures are skipped. Ends at the first record that
 * is cut or has no length.
 */
export function visitSymbols(stream: Source, from: number, to: number, visit: RecordVisitor): void {
  const end = Math.min(to, stream.size);
  let at = from;
  while (at + 4 <= end) {
    const bytes = stream.read(at, Math.min(CHUNK, end - at));
    let within = 0;
    while (within + 4 <= bytes.length) {
      const length = bytes[within]! | (bytes[within + 1]! << 8);
      if (length < 2) return;
      const next = within + 2 + length;
      if (next > bytes.length) break;
      const skip = visit(bytes[within + 2]! | (bytes[within + 3]! << 8), bytes, within + 4, next, at + within);
      within = skip !== undefined && skip > at + next ? skip - at : next;
    }
    if (within === 0) return;
    at += within;
  }
}

/** The records of `stream` in [from, to), one by one. */
export function* symbolRecords(stream: Source, from = 0, to = stream.size): Generator<SymbolRecord> {
  const end = Math.min(to, stream.size);
  let at = from;
  while (at + 4 <= end) {
    const bytes = stream.read(at, Math.min(CHUNK, end - at));
    let within = 0;
    while (within + 4 <= bytes.length) {
      const length = bytes[within]! | (bytes[within + 1]! << 8);
      if (length < 2) return;
      const next = within + 2 + length;
      if (next > bytes.length) break;
      yield new SymbolRecord(
        bytes[within + 2]! | (bytes[within + 3]! << 8),
        at + within,
        bytes.subarray(within + 4, next),
      );
      within = next;
    }
    if (within === 0) return;
    at += within;
  }
}
