import { command } from '../../debugger/command.ts';
import { type DisplayOptions, displayOptions } from '../../debugger/display-options.ts';
import { memoryRows, type NumberForm, unitText } from '../../debugger/memory-text.ts';
import { goOn, readRange, unitsOf, unitsShown, writeLeft } from '../../debugger/memory-units.ts';
import { addressText } from '../../debugger/names.ts';
import { addressSize, needPhysicalMemory } from '../../debugger/physical-memory.ts';
import { parseWholeRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';
import type { Session } from '../../debugger/session.ts';
import type { Text } from '../../debugger/text.ts';

type Form = 'db' | 'dc' | 'dd' | 'dq' | 'dw' | 'dW' | 'dp' | 'df' | 'dD' | 'dyb' | 'dyd' | 'da' | 'du';

interface Options extends DisplayOptions {
  readonly form: Form;
  readonly range: RangeSyntax;
}

interface MemoryData {
  readonly form: Form;
  readonly pointerSize: 4 | 8;
  readonly address: bigint;
  /** Bytes in one unit. */
  readonly unit: 1 | 2 | 4 | 8;
  /** Unsigned values in order; null where the memory cannot be read. */
  readonly values: readonly (bigint | null)[];
  /** Units in one line, where they were asked for. */
  readonly columns: number | null;
  /** Units of the range that are not shown, as there are too many. */
  readonly left: number;
}

const UNITS: Readonly<Record<Form, 1 | 2 | 4 | 8>> = {
  db: 1,
  dc: 4,
  dd: 4,
  dq: 8,
  dw: 2,
  dW: 2,
  dp: 8,
  df: 4,
  dD: 8,
  dyb: 1,
  dyd: 4,
  da: 1,
  du: 2,
};
/** Units that a command shows without a length. */
const COUNTS: Readonly<Record<Form, number>> = {
  db: 128,
  dc: 32,
  dd: 32,
  dq: 16,
  dw: 64,
  dW: 64,
  dp: 32,
  df: 16,
  dD: 15,
  dyb: 32,
  dyd: 8,
  da: 512,
  du: 512,
};
/** Units in one line of text or bits. */
const PER_ROW = { dyb: 4, dyd: 1, da: 48, du: 48 } as const;

const lastForm = new WeakMap<Session, Form>();

/** The form of a spelling: `dD` and `dW` differ from `dd` and `dw`, the others ignore case; `d` repeats the last. */
function formOf(typed: string, session: Session): Form {
  if (typed === 'dD' || typed === 'dW') return typed;
  const lower = typed.toLowerCase();
  return lower in UNITS ? (lower as Form) : (lastForm.get(session) ?? 'db');
}

export default command<Options, MemoryData>({
  name: 'd',
  aliases: ['db', 'dc', 'dd', 'dq', 'dw', 'dp', 'df', 'dyb', 'dyd', 'da', 'du'],
  syntax: 'd[a|b|c|d|D|f|p|q|u|w|W|yb|yd] [/c columns] [/p] [address [L count | end]]',
  summary: 'Displays memory as bytes, words, numbers, bits or text; /p takes the address for a physical one.',
  example: 'db @$csp L20',
  patterns: [],
  parse(args, session, typed) {
    const options = displayOptions(args, typed);
    const range = parseWholeRange(options.rest, session.reading, typed);
    return { ...options, form: formOf(typed, session), range };
  },
  async run(session, { form, range, columns, physical }) {
    const { pointerSize } = session;
    const space = physical ? needPhysicalMemory(session, form) : session.memory;
    lastForm.set(session, form);
    const unit = form === 'dp' ? pointerSize : UNITS[form];
    const count = form === 'dp' && pointerSize === 8 ? 16 : COUNTS[form];
    const resolved = await resolveRange(session, range, { unit, count, key: 'd', command: form, physical });
    const { units, left } = unitsShown(resolved.count, unit);
    const at = physical ? Number(resolved.address) : session.address(resolved.address);
    const memory = readRange(space, at, units * unit);
    let values = unitsOf(memory, unit);
    const isText = form === 'da' || form === 'du';
    if (isText) {
      // Text ends at its NUL, which is not shown; past a hole nothing is known.
      const end = values.findIndex((value) => value === 0n || value === null);
      if (end >= 0) values = values.slice(0, values[end] === null && end === 0 ? 1 : end);
      goOn(session, 'd', resolved.address + BigInt((end < 0 ? values.length : end + 1) * unit));
    } else goOn(session, 'd', resolved.address + BigInt(units * unit));
    session.lastDisplayed = values.findLast((value) => value !== null) ?? session.lastDisplayed;
    const width = addressSize(resolved.address, pointerSize);
    return { form, pointerSize: width, address: resolved.address, unit, values, columns, left: isText ? 0 : left };
  },
  render(data, text) {
    if (data.form === 'dyb' || data.form === 'dyd') bits(data, text);
    else if (data.form === 'da' || data.form === 'du') quoted(data, text);
    else rows(data, text);
    writeLeft(text, data.left);
  },
});

function rows({ form, pointerSize, address, unit, values, columns }: MemoryData, text: Text): void {
  for (const { units, text: row } of memoryRows(form as NumberForm, unit, values, columns))
    text.line(`${addressText(address + BigInt(units * unit), pointerSize)}  ${row}`);
}

function quoted({ form, pointerSize, address, unit, values, columns }: MemoryData, text: Text): void {
  const perRow = columns ?? PER_ROW[form as keyof typeof PER_ROW];
  if (values[0] === null) {
    text.line(`${addressText(address, pointerSize)}  "${'?'.repeat(form === 'du' ? 32 : 48)}"`);
    return;
  }
  for (let at = 0; at === 0 || at < values.length; at += perRow) {
    const shown = values
      .slice(at, at + perRow)
      .map((value) => shownChar(Number(value), form))
      .join('');
    text.line(`${addressText(address + BigInt(at * unit), pointerSize)}  "${shown}"`);
  }
}

/** Characters that are no text show as dots; of UTF-16 everything that can be printed stays. */
function shownChar(code: number, form: Form): string {
  if (code >= 0x20 && code < 0x7f) return String.fromCharCode(code);
  return form === 'du' && code >= 0xa0 && (code < 0xd800 || code > 0xdfff) ? String.fromCharCode(code) : '.';
}

function bits({ form, pointerSize, address, unit, values }: MemoryData, text: Text): void {
  const lead = ' '.repeat(pointerSize === 4 ? 10 : 19);
  const wide = form === 'dyd';
  if (wide) text.line(`${lead} 3          2          1          0`);
  text.line(`${lead}${wide ? '10987654 32109876 54321098 76543210' : '76543210 76543210 76543210 76543210'}`);
  text.line(`${lead}-------- -------- -------- --------`);
  const perRow = PER_ROW[form as keyof typeof PER_ROW];
  for (let at = 0; at < values.length; at += perRow) {
    const row = values.slice(at, at + perRow);
    const head = `${addressText(address + BigInt(at * unit), pointerSize)}  `;
    const groups = row.flatMap((value) => {
      const digits = value === null ? '?'.repeat(unit * 8) : value.toString(2).padStart(unit * 8, '0');
      return digits.match(/.{8}/g) ?? [];
    });
    text.line(`${head}${groups.join(' ').padEnd(35)}  ${row.map((value) => unitText(value, unit)).join(' ')}`);
  }
}
