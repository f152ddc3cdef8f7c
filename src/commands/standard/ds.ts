import { decodeUtf16 } from '../../bytes/text.ts';
import { command } from '../../debugger/command.ts';
import { asciiOf } from '../../debugger/memory-units.ts';
import { addressText } from '../../debugger/names.ts';
import { parseWholeRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';
import { readAvailable, toUnsigned, tryPointer, tryU16 } from '../../memory/space.ts';

interface Options {
  readonly range: RangeSyntax;
  readonly wide: boolean;
}

interface StringData {
  readonly pointerSize: 4 | 8;
  readonly strings: readonly {
    readonly address: bigint;
    readonly length: number | null;
    readonly buffer: bigint | null;
    /** Null where the structure or its buffer cannot be read. */
    readonly text: string | null;
  }[];
}

const LINE = 32;

export default command<Options, StringData>({
  name: 'ds',
  syntax: 'ds|dS [address [L count]]',
  summary: 'Displays a STRING (ds) or UNICODE_STRING (dS) structure.',
  example: 'dS @$csp',
  patterns: [],
  parse: (args, session, typed) => ({
    wide: typed.endsWith('S'),
    range: parseWholeRange(args, session.reading, typed),
  }),
  async run(session, { wide, range }) {
    const { pointerSize, memory } = session;
    const unit = pointerSize * 2;
    const found = await resolveRange(session, range, { unit, count: 1, key: 'd', command: 'ds' });
    const strings = [];
    for (let index = 0; index < Math.min(found.count, 4096); index++) {
      const address = found.address + BigInt(index * unit);
      const at = session.address(address);
      const length = at === null ? null : tryU16(memory, at);
      const buffer = at === null ? null : tryPointer(memory, at + pointerSize, pointerSize);
      const bytes = buffer === null || length === null ? null : readAvailable(memory, buffer, length);
      const whole = bytes !== null && length !== null && bytes.length >= length;
      const text = whole ? (wide ? decodeUtf16(bytes, true) : Array.from(bytes, asciiOf).join('')) : null;
      strings.push({ address, length, buffer: buffer === null ? null : toUnsigned(buffer), text });
    }
    return { pointerSize, strings };
  },
  render({ pointerSize, strings }, text) {
    for (const { address, buffer, text: shown } of strings) {
      if (shown === null || buffer === null) {
        text.line(`${addressText(address, pointerSize)}  "????"`);
        continue;
      }
      for (let at = 0; at === 0 || at < shown.length; at += LINE)
        text.line(`${addressText(buffer + BigInt(at), pointerSize)}  "${shown.slice(at, at + LINE)}"`);
    }
  },
});
