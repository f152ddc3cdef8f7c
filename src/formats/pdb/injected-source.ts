import type { Problems } from '../../bytes/problem.ts';
import type { Source } from '../../bytes/source.ts';
import { decodeUtf8 } from '../../bytes/text.ts';
import type { Pdb } from './pdb.ts';
import { RecordReader } from './record-reader.ts';

/** A file kept inside the PDB: embedded source, or a natvis file that the linker injected. */
export interface InjectedFile {
  readonly name: string;
  /** The object file that it belongs to, `` when none. */
  readonly object: string;
  /** In bytes, uncompressed. */
  readonly size: number;
  readonly crc: number;
  readonly compression: 'none' | 'RLE' | 'Huffman' | 'LZ' | 'managed' | 'unknown';
  readonly kind: 'natvis' | 'source';
  /** Its bytes as stored, or null when the stream is missing. */
  readonly content: Source | null;
}

const COMPRESSION: Readonly<Record<number, InjectedFile['compression']>> = {
  0: 'none',
  1: 'RLE',
  2: 'Huffman',
  3: 'LZ',
  101: 'managed',
};

/** SrcHeaderBlock of microsoft-pdb src.h: 64 bytes, then a hash table of 40-byte entries. */
const HEADER = 64;

function skipBits(reader: RecordReader): number {
  const words = reader.u32();
  let bits = 0;
  for (let word = 0; word < words; word++) {
    for (let value = reader.u32(); value !== 0; value &= value - 1) bits++;
  }
  return bits;
}

/** The files injected into a PDB (`/src/headerblock`). */
export function injectedFiles(pdb: Pdb, problems: Problems = pdb.problems): InjectedFile[] {
  const stream = pdb.namedStream('/src/headerblock');
  const files: InjectedFile[] = [];
  if (stream === null || stream.size <= HEADER) return files;
  try {
    const reader = new RecordReader(stream.read(HEADER, Math.min(stream.size - HEADER, 16 << 20)), 'SrcHeaderBlock');
    reader.skip(8);
    const present = skipBits(reader);
    skipBits(reader);
    for (let index = 0; index < present; index++) {
      reader.skip(4);
      const entry = new RecordReader(reader.raw(40), 'SrcHeaderOut');
      entry.skip(8);
      const crc = entry.u32();
      const size = entry.u32();
      const name = pdb.strings.text(entry.u32()) ?? '';
      const object = pdb.strings.text(entry.u32()) ?? '';
      const virtualName = pdb.strings.text(entry.u32()) ?? '';
      const compression = COMPRESSION[entry.u8()] ?? 'unknown';
      files.push({
        name,
        object,
        size,
        crc,
        compression,
        kind: /\.natvis$/i.test(name) ? 'natvis' : 'source',
        content:
          pdb.namedStream(`/src/files/${virtualName}`) ?? pdb.namedStream(`/src/files/${virtualName.toLowerCase()}`),
      });
    }
  } catch (error) {
    problems.catch(error, 'SrcHeaderBlock', HEADER);
  }
  return files;
}

/** Larger files than this are no visualizers of people. */
const MOST_NATVIS = 4 << 20;

/** The texts of the .natvis files in a PDB, which linkers do not compress. */
export function injectedVisualizers(
  pdb: Pdb,
  problems: Problems = pdb.problems,
): readonly { readonly name: string; readonly text: string }[] {
  return injectedFiles(pdb, problems).flatMap(({ name, kind, compression, content }) => {
    if (kind !== 'natvis' || compression !== 'none' || !content || content.size > MOST_NATVIS) return [];
    return [{ name, text: decodeUtf8(content.read(0, content.size), true) }];
  });
}
