import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { addressText } from '../../debugger/names.ts';
import { wideExpressionIn } from '../../debugger/scope.ts';

export default command<{ readonly expression: Expression }, { readonly value: bigint; readonly pointerSize: 4 | 8 }>({
  name: '?',
  syntax: '? expression',
  summary: 'Evaluates an expression, of MASM unless .expr chose C++, shown in decimal and hexadecimal.',
  example: '? 0n16 + 4',
  patterns: [],
  parse(args, session) {
    void session.target;
    if (args.trim() === '') throw new UsageError('?', 'Syntax error: ? needs an expression', 0);
    return { expression: parseWhole(args, session.reading) };
  },
  async run(session, { expression }) {
    const value = await wideExpressionIn(session, expression);
    session.lastValue = value;
    return { value, pointerSize: session.pointerSize };
  },
  render({ value, pointerSize }, text) {
    // A 32-bit debugger shows the low word unless the value needs more.
    const narrow = pointerSize === 4 && (value <= 0xffffffffn || value >= 0xffffffff80000000n);
    const signed = BigInt.asIntN(narrow ? 32 : 64, value);
    text.line(`Evaluate expression: ${signed} = ${addressText(value, narrow ? 4 : 8)}`);
  },
});
