import { command } from '../../debugger/command.ts';
import { memoryRows } from '../../debugger/memory-text.ts';
import { readRange, unitsOf, unitsShown, writeLeft } from '../../debugger/memory-units.ts';
import { needPhysicalMemory } from '../../debugger/physical-memory.ts';
import { parseWholeRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';

type Form = 'db' | 'dc' | 'dd' | 'dp' | 'dq' | 'dw' | 'du';

interface Options {
  readonly form: Form;
  readonly range: RangeSyntax;
}

interface Data {
  readonly form: Form;
  readonly address: bigint;
  readonly unit: 1 | 2 | 4 | 8;
  /** Unsigned values in order; null for pages that are not in the dump. */
  readonly values: readonly (bigint | null)[];
  /** Units of the range that are not shown, as there are too many. */
  readonly left: number;
}

const UNITS: Readonly<Record<Form, 1 | 2 | 4 | 8>> = { db: 1, dc: 4, dd: 4, dp: 8, dq: 8, dw: 2, du: 2 };
/** Bytes that are shown without a length. */
const USUAL_BYTES = 0x80;

export default command<Options, Data>({
  name: '!dd',
  aliases: ['!db', '!dc', '!dp', '!dq', '!dw', '!du'],
  syntax: '!d{b|c|d|p|q|u|w} [[c]|[uc]|[wc]] [-m] [physicalAddress [L count | end]]',
  summary: 'Displays memory by physical addresses, as !vtop and !pte give them.',
  example: '!dd 1000 L4',
  patterns: [],
  notes:
    'Caching options change nothing in a dump. Without an address it goes on where the last one ended. !du shows one text of 16-bit characters.',
  parse: (args, session, typed) => ({
    form: typed.slice(1).toLowerCase() as Form,
    // Options become blanks, so that columns of errors stay those of the text.
    range: parseWholeRange(
      args.replace(/^(?:\s*(?:\[(?:c|uc|wc)\]|-m)(?=\s|$))+/i, (options) => ' '.repeat(options.length)),
      session.reading,
      typed,
    ),
  }),
  async run(session, { form, range }) {
    const memory = needPhysicalMemory(session, `!${form}`);
    const unit = form === 'dp' ? session.pointerSize : UNITS[form];
    const { address, count } = await resolveRange(session, range, {
      unit,
      count: USUAL_BYTES / unit,
      key: 'physical',
      command: `!${form}`,
      physical: true,
    });
    const { units, left } = unitsShown(count, unit);
    let values = unitsOf(readRange(memory, Number(address), units * unit), unit);
    const end = form === 'du' ? values.findIndex((value) => value === 0n || value === null) : -1;
    if (end > 0) values = values.slice(0, end);
    session.nextAddress.set('physical', address + BigInt(values.length * unit));
    return { form, address, unit, values, left: form === 'du' ? 0 : left };
  },
  render({ form, address, unit, values, left }, text) {
    const head = (at: bigint) => `#${at.toString(16).padStart(8)} `;
    if (form === 'du') {
      const shown = values.map((value) => (value === null ? '?' : String.fromCharCode(Number(value))));
      text.line(`${head(address)}"${shown.join('')}"`);
      return;
    }
    for (const { units, text: row } of memoryRows(form, unit, values))
      text.line(`${head(address + BigInt(units * unit))}${row}`);
    writeLeft(text, left);
  },
});
