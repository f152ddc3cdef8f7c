import { parseAddress } from './symbol-text.ts';

/** One unit of memory as a `d` command printed it. */
export interface MemoryWord {
  readonly address: bigint;
  readonly size: 1 | 2 | 4 | 8;
  /** Null for question marks: not in the dump. */
  readonly value: bigint | null;
  /** What `dps` and its kin name the value, without its source line. */
  readonly symbol: string | null;
  /** Line of the log, from 0. */
  readonly line: number;
}

/** A string that `da` or `du` printed, as far as its line shows it. */
export interface MemoryString {
  readonly address: bigint;
  readonly text: string;
  readonly line: number;
}

export interface MemoryText {
  readonly words: readonly MemoryWord[];
  readonly strings: readonly MemoryString[];
}

const COMMAND = /^\s*(?:~\S+\s*)?(d(?:[dqp]s|[dqp][pau]|y[bd]|[abcdpqwuW]))\b/;
const LINE = /^\s*([0-9a-f]{8}(?:`?[0-9a-f]{8})?)\s+(\S.*)$/;
const STRING = /^\s*([0-9a-f]{8}(?:`?[0-9a-f]{8})?)\s+"(.*)"\s*$/;
/** Units to a line, and the digits of each. */
const SHAPES: Readonly<Record<string, { readonly size: 1 | 2 | 4 | 8 | null; readonly most: number }>> = {
  db: { size: 1, most: 16 },
  dw: { size: 2, most: 8 },
  dW: { size: 2, most: 8 },
  dd: { size: 4, most: 4 },
  dc: { size: 4, most: 4 },
  dq: { size: 8, most: 2 },
  dp: { size: null, most: 4 },
};

/** What a `d` command printed; null when the command is none of them. Its lines look like stacks, so the command must be known. */
export function readMemory(lines: readonly string[], command: string, firstLine = 0): MemoryText | null {
  const name = COMMAND.exec(command)?.[1];
  if (name === undefined) return null;
  const words: MemoryWord[] = [];
  const strings: MemoryString[] = [];
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 600) continue;
    const quoted = STRING.exec(text);
    if (quoted) {
      const address = parseAddress(quoted[1]!);
      if (address !== null) strings.push({ address, text: quoted[2]!, line: firstLine + i });
      continue;
    }
    const found = LINE.exec(text);
    const address = found ? parseAddress(found[1]!) : null;
    if (!found || address === null) continue;
    const shape = SHAPES[name];
    const line = firstLine + i;
    if (shape) words.push(...units(found[2]!, address, shape, line));
    else if (name.startsWith('dy')) words.push(...bits(found[2]!, address, name === 'dyb' ? 1 : 4, line));
    else if (/^d[dqp]s$/.test(name)) {
      const word = namedWord(found[2]!, address, line);
      if (word) words.push(word);
    }
  }
  return words.length === 0 && strings.length === 0 ? null : { words, strings };
}

function units(text: string, address: bigint, shape: (typeof SHAPES)[string], line: number): readonly MemoryWord[] {
  const words: MemoryWord[] = [];
  // The text column of db and dc stands behind two blanks, and db has a hyphen in its middle.
  for (const token of text.split(/\s{2,}/)[0]!.split(/[\s-]+/)) {
    if (words.length >= shape.most || !/^[0-9a-f?]{2,8}(?:`[0-9a-f?]{8})?$/i.test(token)) break;
    const digits = token.replace('`', '').length;
    const size = digits === 2 ? 1 : digits === 4 ? 2 : digits === 8 ? 4 : digits === 16 ? 8 : null;
    if (size === null || (shape.size !== null && shape.size !== size)) break;
    words.push({ address: address + BigInt(words.length * size), size, value: shownValue(token), symbol: null, line });
  }
  return words;
}

/** `10000011 00011101 10101011 11110101  831dabf5`: the value is printed behind its bits. */
function bits(text: string, address: bigint, size: 1 | 4, line: number): readonly MemoryWord[] {
  const values =
    text
      .split(/\s{2,}/)[1]
      ?.trim()
      .split(/\s+/) ?? [];
  return values
    .filter((token) => token.length === size * 2 && /^[0-9a-f?]+$/i.test(token))
    .map((token, index) => ({
      address: address + BigInt(index * size),
      size,
      value: shownValue(token),
      symbol: null,
      line,
    }));
}

function namedWord(text: string, address: bigint, line: number): MemoryWord | null {
  const found = /^([0-9a-f?]{8}(?:`?[0-9a-f?]{8})?)(?:\s+(\S.*?))?\s*$/i.exec(text);
  if (!found) return null;
  const size = found[1]!.length > 8 ? 8 : 4;
  const symbol = found[2]?.replace(/\s+\[[^[\]]* @ \d+\]$/, '') ?? null;
  return { address, size, value: shownValue(found[1]!), symbol, line };
}

function shownValue(token: string): bigint | null {
  return token.includes('?') ? null : parseAddress(token);
}
