import type { Problems } from '../../bytes/problem.ts';
import type { Source } from '../../bytes/source.ts';
import { guid, struct, u32 } from '../../bytes/struct.ts';
import { RecordReader, readName } from './record-reader.ts';

/** Head of the PDB information stream (stream 1); microsoft-pdb pdb1.cpp PDBStream70. */
export const PDBStream70 = struct('PDBStream70', 28, {
  impv: [0, u32],
  /** time_t of the first write, or a hash in reproducible builds. */
  sig: [4, u32],
  age: [8, u32],
  sig70: [12, guid],
});

/** PDBStream70 without the GUID, which toolsets before Visual Studio .NET 2002 wrote. */
const VC70 = 20_000_404;

/** What the information stream says about the file; feature words by their microsoft-pdb names. */
export interface PdbInfo {
  readonly version: number;
  readonly signature: number;
  /** Counts writes of the whole file; the age that images and symbol servers know is DBI's. */
  readonly age: number;
  readonly guid: string;
  /** Stream numbers by name: `/names`, `/src/headerblock`, `srcsrv`, `/LinkInfo`, injected files ... */
  readonly namedStreams: ReadonlyMap<string, number>;
  readonly features: readonly ('VC110' | 'VC140' | 'NoTypeMerge' | 'MinimalDebugInfo')[];
}

const FEATURES: Readonly<Record<number, PdbInfo['features'][number]>> = {
  20091201: 'VC110',
  20140508: 'VC140',
  1297370958: 'NoTypeMerge',
  1229867341: 'MinimalDebugInfo',
};

/** Set bits of a bit vector of `words` 32-bit words, which are read from `reader`. */
function setBits(reader: RecordReader): number[] {
  const words = reader.u32();
  const bits: number[] = [];
  for (let word = 0; word < words; word++) {
    const value = reader.u32();
    for (let bit = 0; value !== 0 && bit < 32; bit++) if (value & (1 << bit)) bits.push(word * 32 + bit);
  }
  return bits;
}

/** Reads the information stream. A damaged stream map costs the named streams, not the file. */
export function readInfo(stream: Source, problems: Problems): PdbInfo {
  const head = PDBStream70.read(stream, 0);
  const namedStreams = new Map<string, number>();
  const features: PdbInfo['features'][number][] = [];
  try {
    if (head.impv < VC70) {
      problems.add('unsupported', 'PDBStream70', 0, `the information stream has version ${head.impv}, older than VC70`);
    }
    // The map and the feature words are small; a hostile size is bounded by the stream.
    const reader = new RecordReader(stream.read(28, Math.min(stream.size - 28, 16 << 20)), 'PDB named stream map');
    const strings = reader.raw(reader.u32());
    const texts = { size: strings.length, read: (at: number, n: number) => strings.subarray(at, at + n) };
    reader.skip(8);
    const present = setBits(reader);
    setBits(reader);
    for (let index = 0; index < present.length; index++) {
      const name = readName(texts, reader.u32());
      const number = reader.u32();
      if (name !== null) namedStreams.set(name, number);
    }
    while (reader.left >= 4) {
      const feature = FEATURES[reader.u32()];
      if (feature) features.push(feature);
    }
  } catch (error) {
    problems.catch(error, 'PDB named stream map', 28);
  }
  return { version: head.impv, signature: head.sig, age: head.age, guid: head.sig70, namedStreams, features };
}
