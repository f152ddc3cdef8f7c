import { UsageError } from '../../bytes/errors.ts';
import { dateText } from '../../debugger/clock-text.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { floatBitsText } from '../../debugger/float-text.ts';
import { addressText } from '../../debugger/names.ts';
import { expressionIn } from '../../debugger/scope.ts';

const FILETIME_TO_UNIX_MS = 11_644_473_600_000n;
/** Beyond this JavaScript has no dates: the year 275,760. */
const MOST_UNIX_MS = 8_640_000_000_000_000n;

export default command<{ readonly expression: Expression }, { readonly value: bigint; readonly pointerSize: 4 | 8 }>({
  name: '.formats',
  syntax: '.formats expression',
  summary: 'Shows a value in every format: hexadecimal, decimal, octal, binary, characters, time and floating point.',
  example: '.formats 57724231',
  patterns: ['invalid-pointer'],
  notes: 'Times are in UTC; WinDbg shows them in the zone of the machine it runs on.',
  parse(args, session) {
    if (args.trim() === '') throw new UsageError('.formats', 'Syntax error: .formats needs an expression', 0);
    return { expression: parseWhole(args, session.reading) };
  },
  run: async (session, { expression }) => ({
    value: await expressionIn(session, expression),
    pointerSize: session.pointerSize,
  }),
  render({ value, pointerSize }, text) {
    const narrow = pointerSize === 4 && (value <= 0xffffffffn || value >= 0xffffffff80000000n);
    const bits = narrow ? 32 : 64;
    const unsigned = BigInt.asUintN(bits, value);
    const bytes = Array.from({ length: bits / 8 }, (_, index) =>
      Number((unsigned >> BigInt(bits - 8 - index * 8)) & 0xffn),
    );
    text.line('Evaluate expression:');
    text.line(`  Hex:     ${addressText(unsigned, narrow ? 4 : 8)}`);
    text.line(`  Decimal: ${BigInt.asIntN(bits, unsigned)}`);
    if (!narrow) text.line(`  Decimal (unsigned) : ${unsigned}`);
    text.line(`  Octal:   ${unsigned.toString(8).padStart(narrow ? 11 : 22, '0')}`);
    text.line(`  Binary:  ${bytes.map((byte) => byte.toString(2).padStart(8, '0')).join(' ')}`);
    text.line(
      `  Chars:   ${bytes.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')}`,
    );
    text.line(`  Time:    ${timeText(unsigned)}`);
    text.line(`  Float:   low ${floatBitsText(unsigned & 0xffffffffn, 4)} high ${floatBitsText(unsigned >> 32n, 4)}`);
    text.line(`  Double:  ${floatBitsText(unsigned, 8)}`);
  },
});

/** A value of 32 bits is seconds since 1970, a larger one 100 ns units since 1601. */
function timeText(value: bigint): string {
  if (value <= 0xffffffffn) return dateText(new Date(Number(value) * 1000), false);
  const ms = value / 10_000n - FILETIME_TO_UNIX_MS;
  if (ms > MOST_UNIX_MS || ms < -MOST_UNIX_MS) return '***** Invalid FILETIME';
  return `${dateText(new Date(Number(ms)))} (UTC + 0:00)`;
}
