import type { Problems } from '../../bytes/problem.ts';
import { SliceSource, type Source } from '../../bytes/source.ts';
import { struct, u32 } from '../../bytes/struct.ts';
import { readName } from './record-reader.ts';

/** Head of the `/names` stream and of DEBUG_S_STRINGTABLE's global twin; microsoft-pdb nmt.h NMT. */
export const NMT = struct('NMT', 12, {
  /** 0xEFFEEFFE. */
  verHdr: [0, u32],
  vHash: [4, u32],
  cbBuffer: [8, u32],
});

/** Strings by their offset, read when asked; an offset outside the table gives null. */
export class StringTable {
  readonly #strings: Source | null;
  readonly #known = new Map<number, string | null>();
  constructor(stream: Source | null, problems: Problems) {
    if (stream === null) {
      this.#strings = null;
      return;
    }
    let strings: Source | null = null;
    try {
      const head = NMT.read(stream, 0);
      if (head.verHdr === 0xeffe_effe) strings = new SliceSource(stream, NMT.size, head.cbBuffer);
      else problems.add('unreadable', 'NMT', 0, 'the string table (/names) has no valid signature');
    } catch (error) {
      problems.catch(error, 'NMT', 0);
    }
    this.#strings = strings;
  }
  text(offset: number): string | null {
    if (this.#strings === null) return null;
    let text = this.#known.get(offset);
    if (text === undefined) {
      text = readName(this.#strings, offset);
      if (this.#known.size >= 1 << 16) this.#known.clear();
      this.#known.set(offset, text);
    }
    return text;
  }
}
