/** Everything a number, a name or a few words can mean in a dump: bug checks, exceptions, statuses, error codes. */
import { hex } from '../bytes/hex.ts';
import { printable } from '../bytes/text.ts';
import { bugcheckName, bugcheckTable, explainBugcheck, outlineBugcheck, searchBugchecks } from '../windows/bugcheck.ts';
import { explainException } from '../windows/exception-code.ts';
import { EXCEPTIONS } from '../windows/exception-declaration.ts';
import { FAST_FAIL_CODES } from '../windows/exception-fast-fail.ts';
import {
  decodeErrorCode,
  type ErrorKind,
  type ErrorMeaning,
  errorLine,
  hresultTable,
  ntstatusTable,
  win32Table,
} from '../windows/status-code.ts';
import type { CodeTable } from '../windows/status-code-table.ts';

export type ExplanationKind = 'bugcheck' | 'exception' | 'ntstatus' | 'win32' | 'hresult' | 'fast-fail';

/** One reading of what was asked. */
export interface Explanation {
  readonly kind: ExplanationKind;
  /** Unsigned 32 bits. */
  readonly value: number;
  readonly name: string | null;
  /** One or two sentences; the system's message for error codes. */
  readonly text: string;
  /** Further facts, one a line. */
  readonly details: readonly string[];
}

/** At most this many hits of a search by words, and of a name's prefix. */
export const SEARCH_LIMIT = 20;

/**
 * The readings of `text`, most plausible first: a number (`0x9f`, `9f`, `0n159`, `-1073741819`), a name, or words to look
 * for; `bugcheck`, `ntstatus`, `win32`, `hresult` or `exception` before it narrows. `BugCheck 9F, {3, a, b, c}` explains the
 * parameters too. A bare number is tried both as the decimal and as the hexadecimal it may be. Empty when nothing is known.
 */
export function explain(text: string): readonly Explanation[] {
  const asked = text.trim().replace(/\s+/g, ' ');
  if (asked === '') return [];
  const stop = stopWithParameters(asked);
  if (stop) return [stop];
  const [, word = '', rest = ''] = KIND_WORD.exec(asked) ?? [];
  const kinds = KINDS_OF_WORD[word.toLowerCase().replace(/\W/g, '')];
  const looked = lookUp(rest === '' ? asked : rest, kinds?.[0] === 'bugcheck');
  return kinds ? looked.filter((item) => kinds.includes(item.kind)) : looked;
}

const KIND_WORD = /^(bug ?check|bsod|stop:?|exception|ntstatus|win32|hresult)[ :]+((?:0[xn])?-?[0-9a-f]+|\w*_\w*)$/i;
const KINDS_OF_WORD: Readonly<Record<string, readonly ExplanationKind[]>> = {
  bugcheck: ['bugcheck'],
  bsod: ['bugcheck'],
  stop: ['bugcheck'],
  exception: ['exception', 'ntstatus'],
  ntstatus: ['ntstatus', 'exception'],
  win32: ['win32'],
  hresult: ['hresult'],
};

function lookUp(asked: string, hexadecimal: boolean): readonly Explanation[] {
  const named = byName(asked);
  if (named.length > 0) return named;
  const numbers = numbersOf(hexadecimal && /^[0-9a-f]{1,8}$/i.test(asked) ? `0x${asked}` : asked);
  return numbers.length > 0 ? rank(numbers.flatMap((number) => readings(number))) : byWords(asked);
}

/** A stop as debuggers and blue screens print it: `BugCheck 9F, {3, a, b, c}`, `*** STOP: 0x0000009F (0x3,0xa,0xb,0xc)`. */
function stopWithParameters(text: string): Explanation | null {
  const match = /^\W*(?:bug ?check|stop:?)?[ :]*(?:0x)?([0-9a-f]{1,8})[, ]*[{(]([0-9a-fx`, ]+)[)}]$/i.exec(text);
  if (!match) return null;
  const values = (match[2] ?? '')
    .replaceAll('`', '')
    .split(/[ ,]+/)
    .filter((part) => part !== '');
  if (values.length > 4 || !values.every((part) => /^(0x)?[0-9a-f]{1,16}$/i.test(part))) return null;
  const parameters = values.map((part) => BigInt(`0x${part.replace(/^0x/i, '')}`));
  return bugcheckEntry(Number.parseInt(match[1] ?? '0', 16), parameters);
}

/** The 32-bit values a text may mean, the likelier first; 64-bit sign extensions are accepted. */
function numbersOf(text: string): number[] {
  const plain = text.replace(/[`_]/g, '');
  const candidates: bigint[] = [];
  const signed = (digits: string, radix: 10 | 16): bigint => {
    const negative = digits.startsWith('-');
    const bare = digits.replace(/^[-+]/, '');
    const value = BigInt(radix === 16 ? `0x${bare}` : bare);
    return negative ? -value : value;
  };
  const hexadecimal = /^([-+]?)0x([0-9a-f]{1,16})[ul]*$/i.exec(plain) ?? /^([-+]?)([0-9a-f]{1,16})h$/i.exec(plain);
  const decimal = /^([-+]?)0n(\d{1,20})$/i.exec(plain) ?? /^([-+])(\d{1,20})$/.exec(plain);
  if (hexadecimal) candidates.push(signed(`${hexadecimal[1]}${hexadecimal[2]}`, 16));
  else if (decimal) candidates.push(signed(`${decimal[1]}${decimal[2]}`, 10));
  else if (/^\d{1,20}$/.test(plain)) {
    candidates.push(signed(plain, 10));
    if (plain.length <= 8) candidates.push(signed(plain, 16));
  } else if (/^[0-9a-f]{1,16}$/i.test(plain) && /\d/.test(plain)) candidates.push(signed(plain, 16));
  else if (/^[a-f]{1,2}$|^[a-f]{8}$/i.test(plain)) candidates.push(signed(plain, 16));
  const values = candidates.flatMap((value) => {
    if (value >= 0n && value <= 0xffff_ffffn) return [Number(value)];
    const extended = BigInt.asIntN(64, value);
    return extended >= -0x8000_0000n && extended < 0n ? [Number(BigInt.asUintN(32, extended))] : [];
  });
  return [...new Set(values)];
}

function readings(value: number): { entry: Explanation; score: number }[] {
  const found: { entry: Explanation; score: number }[] = [];
  const exception = EXCEPTIONS.has(value);
  const bugcheck = bugcheckName(value);
  if (bugcheck !== null) {
    // Small numbers are Win32 codes as often as stop codes; large ones of this table are nothing else.
    const described = explainBugcheck(value, []).typicalCauses.length > 0;
    const ordinary = value <= 0xffff ? (described ? 80 : 45) : value >>> 30 === 3 ? 60 : 90;
    found.push({ entry: bugcheckEntry(value), score: ordinary });
  }
  if (exception) found.push({ entry: exceptionEntry(value), score: 95 });
  for (const kind of ['ntstatus', 'hresult', 'win32'] as const) {
    const meaning = decodeErrorCode(value, kind);
    if (meaning.name === null) continue;
    // A status that an exception of the same name explains need not be told twice.
    const repeats = kind === 'ntstatus' && exception;
    found.push({ entry: errorEntry(meaning), score: repeats ? 40 : errorScore(meaning) });
  }
  if (value <= 70 && FAST_FAIL_CODES[value]) found.push({ entry: fastFailEntry(value), score: 20 });
  if (found.length === 0) {
    const meaning = decodeErrorCode(value);
    if (value > 0xffff) found.push({ entry: errorEntry(meaning), score: 5 });
  }
  return found;
}

function errorScore(meaning: ErrorMeaning): number {
  const natural = decodeErrorCode(meaning.value).kind === meaning.kind;
  if (meaning.kind === 'win32') return 70;
  if (!natural) return meaning.value <= 0xffff ? 10 : 35;
  return 85;
}

function rank(list: readonly { entry: Explanation; score: number }[]): Explanation[] {
  return [...list].sort((a, b) => b.score - a.score).map((item) => item.entry);
}

function bugcheckEntry(value: number, parameters: readonly bigint[] = []): Explanation {
  const { name, explanation, typicalCauses, nextSteps, parameters: meant } = explainBugcheck(value, parameters);
  const lines =
    parameters.length === 0
      ? outlineBugcheck(value)
      : meant.map((item, index) => `parameter ${index + 1}: ${hex(item.value)}  ${item.meaning ?? 'meaning unknown'}`);
  return {
    kind: 'bugcheck',
    value,
    name,
    text: explanation,
    details: [
      ...lines,
      ...typicalCauses.map((cause) => `usual cause: ${cause}`),
      ...nextSteps.map((step) => `next: ${step}`),
    ],
  };
}

function exceptionEntry(value: number): Explanation {
  const { name, explanation } = explainException(value, []);
  return { kind: 'exception', value, name, text: explanation, details: [] };
}

function errorEntry(meaning: ErrorMeaning): Explanation {
  const details: string[] = [errorLine(meaning.value, meaning.kind === 'win32' ? undefined : meaning.kind)];
  if (meaning.kind === 'win32' && meaning.value > 0xffff) details.length = 0;
  if (meaning.facility?.name) details.push(`facility ${meaning.facility.value}: ${meaning.facility.name}`);
  for (const { kind, value, name, relation } of meaning.equivalents) {
    if (relation !== 'same number') details.push(`${relation}: ${kind} ${hex(value)}${name ? ` ${name}` : ''}`);
  }
  if (meaning.customer) details.push('the customer bit is set: an application or language run-time defined this code');
  return {
    kind: meaning.kind,
    value: meaning.value,
    name: meaning.name,
    text: meaning.text ?? (meaning.name ? 'No text of the system is known for it.' : 'Not in our tables.'),
    details,
  };
}

function fastFailEntry(value: number): Explanation {
  const [name, meaning] = FAST_FAIL_CODES[value] ?? [null, 'unknown'];
  return {
    kind: 'fast-fail',
    value,
    name,
    text: `As a fast-fail code (0xC0000409, stop 0x139): ${meaning}.`,
    details: [],
  };
}

const ERROR_TABLES: readonly (readonly [ErrorKind, () => CodeTable])[] = [
  ['ntstatus', ntstatusTable],
  ['win32', win32Table],
  ['hresult', hresultTable],
];

/** Names as Microsoft spells them, in any case, with or without STATUS_ or ERROR_ before them. */
function byName(text: string): Explanation[] {
  if (!/^[A-Za-z]\w*$/.test(text)) return [];
  const upper = text.toUpperCase();
  const found: { entry: Explanation; score: number }[] = [];
  const stop = bugcheckTable().byName.get(upper) ?? bugcheckTable().byName.get(upper.replace(/_M$/, ''));
  for (const { value } of stop ?? [])
    found.push({
      entry: bugcheckEntry(/_M$/.test(upper) && value >>> 28 === 0 ? value + 0x1000_0000 : value),
      score: 100,
    });
  const prefixes = upper.includes('_') || upper.length > 3 ? ['', 'STATUS_', 'ERROR_'] : [''];
  for (const prefix of prefixes) {
    for (const [kind, table] of ERROR_TABLES) {
      for (const { value, name } of table().byName.get(prefix + upper) ?? []) {
        if (kind === 'ntstatus' && EXCEPTIONS.has(value)) found.push({ entry: exceptionEntry(value), score: 95 });
        else
          found.push({
            entry: { ...errorEntry(decodeErrorCode(value, kind)), name },
            score:
              (prefix === '' ? 90 : 70) -
              (value >>> 16 === 0x8000 && kind === 'hresult' && value < 0x8000_4000 ? 10 : 0),
          });
      }
    }
  }
  for (const [value, declared] of EXCEPTIONS) {
    if (declared[1]?.toUpperCase() === upper) found.push({ entry: exceptionEntry(value), score: 95 });
    else if (
      upper.startsWith('EXCEPTION_') &&
      ntstatusTable.find(value)?.name === upper.replace('EXCEPTION_', 'STATUS_')
    )
      found.push({ entry: exceptionEntry(value), score: 95 });
  }
  for (const [value, [name]] of Object.entries(FAST_FAIL_CODES)) {
    if (name === upper) found.push({ entry: fastFailEntry(Number(value)), score: 95 });
  }
  return rank(found);
}

/** Entries that hold every word, ranked: words of the name first, then of the text, short texts before long ones. */
function byWords(text: string): Explanation[] {
  const words = text
    .toLowerCase()
    .split(/[^a-z0-9+#.]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const found: { entry: () => Explanation; score: number }[] = [];
  for (const { code, score } of searchBugchecks(words.join(' ')).slice(0, SEARCH_LIMIT)) {
    found.push({ entry: () => bugcheckEntry(code), score: 20 + Math.min(score, 60) });
  }
  for (const [value, [, , short, explanation]] of EXCEPTIONS) {
    const score = wordScore(words, short, explanation);
    if (score > 0) found.push({ entry: () => exceptionEntry(value), score: score + 30 });
  }
  for (const [kind, table] of ERROR_TABLES) {
    for (const item of table().byValue.values()) {
      if (kind === 'ntstatus' && EXCEPTIONS.has(item.value)) continue;
      const score = wordScore(words, item.name.replaceAll('_', ' '), item.text ?? '');
      if (score > 0)
        found.push({ entry: () => errorEntry(decodeErrorCode(item.value, kind)), score: score + COMMONNESS[kind] });
    }
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, SEARCH_LIMIT)
    .map((item) => item.entry());
}

const COMMONNESS = { ntstatus: 6, win32: 8, hresult: 0 } as const;

/** 0 unless every word occurs; whole words of the name count most, and the less else there is the better. */
function wordScore(words: readonly string[], name: string, text: string): number {
  const inName = name.toLowerCase();
  const inText = text.toLowerCase();
  let score = 0;
  for (const word of words) {
    const atName = inName.indexOf(word);
    const atText = inText.indexOf(word);
    if (atName < 0 && atText < 0) return 0;
    score += atName >= 0 ? (isWord(inName, atName, word.length) ? 16 : 8) : 0;
    score += atText >= 0 ? (isWord(inText, atText, word.length) ? 8 : 3) : 0;
  }
  const extra = inName.split(' ').length - words.length;
  return score / words.length + 10 / (1 + Math.max(0, extra)) + (inText.includes(words.join(' ')) ? 6 : 0);
}

function isWord(text: string, at: number, length: number): boolean {
  return !/[a-z0-9]/.test(text[at - 1] ?? ' ') && !/[a-z0-9]/.test(text[at + length] ?? ' ');
}

const KIND_TITLES: Record<ExplanationKind, string> = {
  bugcheck: 'bug check',
  exception: 'exception',
  ntstatus: 'NTSTATUS',
  win32: 'Win32 error',
  hresult: 'HRESULT',
  'fast-fail': 'fast-fail code',
};

/** Explanations as lines no wider than `width` (at least 40), details indented; safe for a terminal. */
export function renderExplanations(list: readonly Explanation[], width = 80): readonly string[] {
  const columns = Math.max(40, width);
  const lines: string[] = [];
  for (const { kind, value, name, text, details } of list) {
    if (lines.length > 0) lines.push('');
    const number = kind === 'win32' || kind === 'fast-fail' ? `${value} (${hex(value)})` : hex(value);
    lines.push(...wrap(`${KIND_TITLES[kind]} ${number}${name ? `  ${name}` : ''}`, columns, 0, 4));
    lines.push(...wrap(text, columns, 2, 2));
    for (const detail of details) lines.push(...wrap(detail, columns, 4, 6));
  }
  return lines;
}

function wrap(text: string, width: number, first: number, rest: number): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(first);
  let empty = true;
  for (const word of printable(text).split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line.trimEnd());
      line = ' '.repeat(rest) + word;
    } else {
      line += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  lines.push(line.trimEnd());
  return lines;
}
