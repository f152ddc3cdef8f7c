import type { Problems } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import type { TranscriptEncoding } from './transcript.ts';

/** What the first bytes say about a text: its encoding and the size of its byte order mark. */
export interface EncodingGuess {
  readonly encoding: TranscriptEncoding;
  readonly bom: number;
}

const CHUNK = 4 << 20;
/** Text past this many bytes is left out, with a problem: the lines of a log are kept in memory. */
const MOST = 400 << 20;

/**
 * The encoding of a text by its first bytes, or null when they are binary: NULs outside UTF-16, or many control bytes.
 * UTF-16 without a byte order mark is recognised by NULs on one side of nearly every pair.
 */
export function guessEncoding(head: Uint8Array): EncodingGuess | null {
  if (head.length === 0) return null;
  if (head[0] === 0xff && head[1] === 0xfe) return checked(head, 'utf-16le', 2);
  if (head[0] === 0xfe && head[1] === 0xff) return checked(head, 'utf-16be', 2);
  const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  let evenNul = 0;
  let oddNul = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i & 1 ? oddNul++ : evenNul++;
  if (evenNul + oddNul > 0) {
    const pairs = head.length >> 1;
    if (oddNul > pairs * 0.8 && evenNul < pairs * 0.02) return checked(head, 'utf-16le', 0);
    if (evenNul > pairs * 0.8 && oddNul < pairs * 0.02) return checked(head, 'utf-16be', 0);
    // Consoles and serial lines leave a stray NUL in text now and then; binaries have many.
    if (evenNul + oddNul > head.length / 1000) return null;
  }
  if (controls(head) > head.length * 0.02 + 1) return null;
  return { encoding: isUtf8(head.subarray(bom)) ? 'utf-8' : 'windows-1252', bom };
}

function checked(head: Uint8Array, encoding: 'utf-16le' | 'utf-16be', bom: number): EncodingGuess | null {
  let bad = 0;
  const high = encoding === 'utf-16le' ? 1 : 0;
  for (let i = bom; i + 1 < head.length; i += 2) {
    const unit = (head[i + high]! << 8) | head[i + 1 - high]!;
    if ((unit < 0x20 && unit !== 9 && unit !== 10 && unit !== 13 && unit !== 12) || unit > 0xfff0) bad++;
  }
  return bad * 2 > head.length * 0.02 + 2 ? null : { encoding, bom };
}

function controls(head: Uint8Array): number {
  let count = 0;
  for (const byte of head)
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) count++;
  return count;
}

/** Well-formed UTF-8, allowing for a sequence cut by the end of the sample. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!;
    const more =
      lead < 0x80
        ? 0
        : lead >= 0xc2 && lead < 0xe0
          ? 1
          : lead >= 0xe0 && lead < 0xf0
            ? 2
            : lead >= 0xf0 && lead < 0xf5
              ? 3
              : -1;
    if (more < 0) return false;
    for (let k = 1; k <= more; k++) {
      const next = bytes[i + k];
      if (next === undefined) return true;
      if ((next & 0xc0) !== 0x80) return false;
    }
    i += more + 1;
  }
  return true;
}

/** The lines of a text without their line ends (CR LF, LF or CR), and the encoding that fitted all of it. */
export function decodeLines(
  source: Source,
  guess: EncodingGuess,
  problems: Problems,
): { readonly lines: string[]; readonly encoding: TranscriptEncoding } {
  if (source.size > MOST) {
    problems.add('unsupported', 'text', MOST, `only the first ${MOST} of ${source.size} bytes of the log are read`);
  }
  if (guess.encoding !== 'utf-8') return { lines: decodeAs(source, guess, false), encoding: guess.encoding };
  try {
    return { lines: decodeAs(source, guess, true), encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // An old log can be ASCII for megabytes before its first accented name; a page with real UTF-8 can hold one bad byte.
    const real =
      guess.bom > 0 ||
      (source.read(0, 1 << 20).some((byte) => byte >= 0xc2) &&
        guessEncoding(source.read(0, 1 << 20))?.encoding === 'utf-8');
    const encoding = real ? 'utf-8' : 'windows-1252';
    return { lines: decodeAs(source, { encoding, bom: guess.bom }, false), encoding };
  }
}

function decodeAs(source: Source, guess: EncodingGuess, fatal: boolean): string[] {
  const lines: string[] = [];
  const end = Math.min(source.size, MOST);
  const decoder = new TextDecoder(guess.encoding, { fatal });
  let rest = '';
  let afterReturn = false;
  for (let offset = guess.bom; offset < end; offset += CHUNK) {
    const bytes = source.read(offset, Math.min(CHUNK, end - offset));
    if (bytes.length === 0) break;
    let text = decoder.decode(bytes, { stream: offset + CHUNK < end });
    if (afterReturn && text.startsWith('\n')) text = text.slice(1);
    afterReturn = text.endsWith('\r');
    const parts = text.split(/\r\n|\n|\r/);
    parts[0] = rest + (parts[0] ?? '');
    rest = parts.pop() ?? '';
    for (const part of parts) lines.push(part);
  }
  if (rest !== '') lines.push(rest);
  return lines;
}
