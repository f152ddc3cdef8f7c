import { hexPadded, hexTicked } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { displayOptions } from '../../debugger/display-options.ts';
import { goOn, readRange, unitsOf, unitsShown, writeLeft } from '../../debugger/memory-units.ts';
import { addressText, nameOf, nameText } from '../../debugger/names.ts';
import { parseWholeRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';

interface Options {
  readonly range: RangeSyntax;
  readonly form: 'dds' | 'dps' | 'dqs';
}

interface Row {
  readonly address: bigint;
  /** Null where the memory cannot be read. */
  readonly value: bigint | null;
  readonly name: string | null;
  readonly source: string | null;
}

interface Data {
  readonly pointerSize: 4 | 8;
  readonly unit: 4 | 8;
  readonly rows: readonly Row[];
  /** Units of the range that are not shown, as there are too many. */
  readonly left: number;
}

export default command<Options, Data>({
  name: 'dps',
  aliases: ['dds', 'dqs'],
  syntax: 'd[d|p|q]s [address [L count | end]]',
  summary:
    'Displays memory as numbers with the symbol that each one points to: import tables, raw stacks, dispatch tables.',
  example: 'dps @$csp L10',
  patterns: [],
  parse: (args, session, typed) => ({
    form: typed.toLowerCase() as Options['form'],
    // One symbol stands in a line whatever /c says.
    range: parseWholeRange(displayOptions(args, typed).rest, session.reading, typed),
  }),
  async run(session, { form, range }) {
    const { pointerSize } = session;
    const unit = form === 'dds' ? 4 : form === 'dqs' ? 8 : pointerSize;
    const count = unit === 8 ? 16 : 32;
    const { address, count: asked } = await resolveRange(session, range, { unit, count, key: 'd', command: form });
    const { units, left } = unitsShown(asked, unit);
    const values = unitsOf(readRange(session.memory, session.address(address), units * unit), unit);
    goOn(session, 'd', address + BigInt(units * unit));
    const rows: Row[] = [];
    for (const [index, value] of values.entries()) {
      const named = value === null ? null : await nameOf(session, value);
      const module = named && value !== null ? session.moduleAt(value) : null;
      const at = value === null ? null : session.address(value);
      const line = module && at !== null ? session.symbolsOf(module)?.table?.lineAt(at - module.base) : null;
      rows.push({
        address: address + BigInt(index * unit),
        value,
        name: named && nameText(named),
        source: line ? `${line.file} @ ${line.line}` : null,
      });
    }
    return { pointerSize, unit, rows, left };
  },
  render({ pointerSize, unit, rows, left }, text) {
    for (const { address, value, name, source } of rows) {
      const shown =
        value === null
          ? unit === 8
            ? '????????`????????'
            : '????????'
          : unit === 8
            ? hexTicked(value)
            : hexPadded(value, 8);
      const named = name === null ? '' : ` ${name}${source === null ? '' : ` [${source}]`}`;
      text.line(`${addressText(address, pointerSize)}  ${shown}${named}`);
    }
    writeLeft(text, left);
  },
});
