import { FormatError } from '../bytes/errors.ts';
import type { Problems } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import { decodeLines, guessEncoding } from './encoding.ts';
import { splitSections } from './split.ts';
import type { Transcript } from './transcript.ts';

/** Bytes that tell text from binary and one encoding from another. */
const SAMPLE = 64 << 10;

/** Opens a log of any debugger session as text: decoded, split, repaired. Throws FormatError when the bytes are no text. */
export function openTranscript(source: Source, problems: Problems): Transcript {
  const guess = guessEncoding(source.read(0, Math.min(source.size, SAMPLE)));
  if (!guess) {
    if (source.size === 0) return { original: [], sections: [], pages: [], encoding: 'utf-8' };
    throw new FormatError('text', 0, 'the file is not text: its first bytes are binary');
  }
  const { lines, encoding } = decodeLines(source, guess, problems);
  return { original: lines, ...splitSections(lines), encoding };
}
