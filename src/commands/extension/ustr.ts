import { decodeAscii, decodeUtf16 } from '../../bytes/text.ts';
import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { addressText } from '../../debugger/names.ts';
import { needAt, neededAddress } from '../../debugger/needed-address.ts';
import { readAvailable, toUnsigned, tryPointer, tryU16 } from '../../memory/space.ts';

interface Options {
  readonly address: Expression;
  readonly wide: boolean;
}

interface Data {
  readonly pointerSize: 4 | 8;
  readonly length: number;
  readonly maximumLength: number;
  readonly buffer: bigint;
  /** Null where the buffer is not whole in the dump. */
  readonly text: string | null;
}

export default command<Options, Data>({
  name: '!ustr',
  aliases: ['!str'],
  syntax: '!ustr|!str address',
  summary: 'Shows a UNICODE_STRING (!ustr) or an ANSI_STRING (!str) structure.',
  example: '!ustr @$csp',
  patterns: [],
  notes: 'No public transcript of the corpus shows the layout.',
  parse: (args, session, typed) => ({
    address: neededAddress(args, session, typed, 'the address of a string structure'),
    wide: typed.toLowerCase() === '!ustr',
  }),
  run(session, { address, wide }) {
    const { memory, pointerSize } = session;
    return needAt(session, address, wide ? '!ustr' : '!str', 'string structure', (at): Data | null => {
      const length = tryU16(memory, at);
      const maximumLength = tryU16(memory, at + 2);
      const buffer = tryPointer(memory, at + pointerSize, pointerSize);
      if (length === null || maximumLength === null || buffer === null) return null;
      const bytes = readAvailable(memory, buffer, length);
      const text = bytes.length < length ? null : wide ? decodeUtf16(bytes, true) : decodeAscii(bytes);
      return { pointerSize, length, maximumLength, buffer: toUnsigned(buffer), text };
    });
  },
  render({ pointerSize, length, maximumLength, buffer, text: shown }, text) {
    text.line(
      `String(${length},${maximumLength}) at ${addressText(buffer, pointerSize)}: ${shown ?? '<not in the dump>'}`,
    );
  },
});
