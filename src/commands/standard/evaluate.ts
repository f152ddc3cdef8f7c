import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { addressText } from '../../debugger/names.ts';
import type { Outcome } from '../../debugger/outcome.ts';
import { wideExpressionIn } from '../../debugger/scope.ts';

type Data =
  | { readonly kind: 'value'; readonly value: bigint; readonly pointerSize: 4 | 8 }
  /** What .hh says: the commands there are. */
  | { readonly kind: 'help'; readonly outcome: Outcome };

export default command<{ readonly expression: Expression | null }, Data>({
  name: '?',
  syntax: '? [expression]',
  summary:
    'Evaluates an expression, of MASM unless .expr chose C++, shown in decimal and hexadecimal; without one, lists the commands.',
  example: '? 0n16 + 4',
  patterns: [],
  parse(args, session) {
    return { expression: args.trim() === '' ? null : parseWhole(args, session.reading) };
  },
  async run(session, { expression }): Promise<Data> {
    if (expression === null) {
      const outcome = await session.runLine?.('.hh');
      if (!outcome) throw new UsageError('?', 'commands cannot be run from here');
      return { kind: 'help', outcome };
    }
    const value = await wideExpressionIn(session, expression);
    session.lastValue = value;
    return { kind: 'value', value, pointerSize: session.pointerSize };
  },
  render(data, text) {
    if (data.kind === 'help') {
      text.append(data.outcome);
      return;
    }
    const { value, pointerSize } = data;
    // A 32-bit debugger shows the low word unless the value needs more.
    const narrow = pointerSize === 4 && (value <= 0xffffffffn || value >= 0xffffffff80000000n);
    const signed = BigInt.asIntN(narrow ? 32 : 64, value);
    text.line(`Evaluate expression: ${signed} = ${addressText(value, narrow ? 4 : 8)}`);
  },
});
