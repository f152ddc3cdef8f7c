import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { cppIn } from '../../debugger/cpp/scope.ts';
import { asDmlText, writeDml } from '../../debugger/dml.ts';
import { type Expression, parseExpression } from '../../debugger/expression-syntax.ts';
import { argumentsTaken, asDouble, convert, type Piece, parseFormat, printsFloat } from '../../debugger/printf.ts';
import { wideExpressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';

interface Options {
  readonly pieces: readonly Piece[];
  readonly values: readonly Expression[];
  readonly dml: boolean;
}

export default command<Options, { readonly text: string; readonly dml: boolean }>({
  name: '.printf',
  syntax: '.printf [/D] "format" [, expression]...',
  summary:
    'Prints values as C does: %d %u %x %o %I64x %p %N %I %c %f %ma %mu %msa %msu %y %ly, without a line end of its own.',
  example: '.printf "%p %y\\n", @$ip, @$ip',
  patterns: [],
  notes:
    '%e, %f and %g take the bits of a 32-bit number, %le, %lf and %lg those of a 64-bit one; a * in place of a width or precision takes an argument. With /D, <link cmd="..."> and <exec cmd="..."> make links where the output has them; of other tags only the text is printed. Options that choose a kind of output (/o...) change nothing.',
  parse(args, session) {
    const options = /^((?:\s*\/\w+)*)\s*/.exec(args)!;
    const start = options[0].length;
    if (args[start] !== '"') throw new UsageError('.printf', 'Syntax error: .printf needs a format in quotes', start);
    const wrong = options[1]!.split(/\s+/).find((option) => !/^(?:|\/D|\/o\w*)$/.test(option));
    if (wrong !== undefined)
      throw new UsageError('.printf', `Syntax error: .printf has no option ${wrong}`, args.indexOf(wrong));
    const end = closingQuote(args, start);
    const pieces = parseFormat(args, start + 1, end);
    const values: Expression[] = [];
    let at = end + 1;
    while (args.slice(at).trim() !== '') {
      const comma = /^\s*,/.exec(args.slice(at));
      if (!comma) throw new UsageError('.printf', `Syntax error at '${args.slice(at).trim()}'`, at);
      const next = parseExpression(args, session.reading, at + comma[0].length);
      values.push(next.expression);
      at = next.end;
    }
    const wanted = pieces.reduce((sum, piece) => sum + argumentsTaken(piece), 0);
    if (wanted > values.length) {
      throw new UsageError(
        '.printf',
        `the values do not fit the format: wanted ${wanted}, given ${values.length}`,
        args.length,
      );
    }
    return { pieces, values, dml: /\/D/.test(options[1]!) };
  },
  async run(session, { pieces, values, dml }) {
    let text = '';
    let index = 0;
    for (const piece of pieces) {
      if (piece.kind === 'text') {
        text += piece.text;
        continue;
      }
      let conversion = piece;
      const given: bigint[] = [];
      for (let left = argumentsTaken(piece); left > 0; left--) {
        const expression = values[index++]!;
        const number = left === 1 && printsFloat(piece) ? await floatOf(session, expression) : null;
        if (number === null) given.push(await wideExpressionIn(session, expression));
        else {
          const [wide, bits] = asDouble(piece, number);
          conversion = wide;
          given.push(bits);
        }
      }
      const value = await convert(conversion, given, session);
      // What a dump says must not make links.
      text += dml ? asDmlText(value) : value;
    }
    return { text, dml };
  },
  render({ text: written, dml }, text) {
    if (dml) writeDml(text, written);
    else text.write(written);
  },
});

/** The number of a C++ expression in floating point, whose bits are not those that MASM would cut it to; null for others. */
async function floatOf(session: Session, expression: Expression): Promise<number | null> {
  return expression.kind === 'foreign' ? (await cppIn(session, expression.text)).number : null;
}

function closingQuote(args: string, start: number): number {
  for (let at = start + 1; at < args.length; at++) {
    if (args[at] === '\\') at++;
    else if (args[at] === '"') return at;
  }
  throw new UsageError('.printf', 'Syntax error: the format is not closed', start);
}
