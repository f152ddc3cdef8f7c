import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseExpression } from '../../debugger/expression-syntax.ts';
import { convert, type Piece, parseFormat, withoutEscapes } from '../../debugger/printf.ts';
import { wideExpressionIn } from '../../debugger/scope.ts';

interface Options {
  readonly pieces: readonly Piece[];
  readonly values: readonly Expression[];
  readonly dml: boolean;
}

export default command<Options, { readonly text: string; readonly dml: boolean }>({
  name: '.printf',
  syntax: '.printf [/D] "format" [, expression]...',
  summary:
    'Prints values as C does: %d %u %x %I64x %p %N %c %f %ma %mu %msa %msu %y %ly, without a line end of its own.',
  example: '.printf "%p %y\\n", @$ip, @$ip',
  patterns: [],
  notes:
    '%e, %f and %g take the bits of a 32-bit number, %le, %lf and %lg those of a 64-bit one. With /D, <link cmd="..."> makes links where the output has them; elsewhere only its text is printed.',
  parse(args, session) {
    const options = /^((?:\s*\/\w+)*)\s*/.exec(args)!;
    const start = options[0].length;
    if (args[start] !== '"') throw new UsageError('.printf', 'Syntax error: .printf needs a format in quotes', start);
    const end = closingQuote(args, start);
    const pieces = parseFormat(withoutEscapes(args.slice(start + 1, end)));
    const values: Expression[] = [];
    let at = end + 1;
    while (args.slice(at).trim() !== '') {
      const comma = /^\s*,/.exec(args.slice(at));
      if (!comma) throw new UsageError('.printf', `Syntax error at '${args.slice(at).trim()}'`, at);
      const next = parseExpression(args, session.reading, at + comma[0].length);
      values.push(next.expression);
      at = next.end;
    }
    const wanted = pieces.filter(({ kind }) => kind === 'conversion').length;
    if (wanted > values.length) {
      throw new UsageError('.printf', `the format wants ${wanted} values, ${values.length} are given`, args.length);
    }
    return { pieces, values, dml: /\/D/.test(options[1]!) };
  },
  async run(session, { pieces, values, dml }) {
    let text = '';
    let index = 0;
    for (const piece of pieces) {
      if (piece.kind === 'text') text += piece.text;
      else text += await convert(piece, await wideExpressionIn(session, values[index++]!), session);
    }
    return { text, dml };
  },
  render({ text: written, dml }, text) {
    if (!dml) {
      text.write(written);
      return;
    }
    let at = 0;
    for (const found of written.matchAll(/<(?:link|exec) cmd="([^"]*)">(.*?)<\/(?:link|exec)>|<\/?\w+(?: [^>]*)?>/gs)) {
      text.write(entities(written.slice(at, found.index)));
      if (found[1] !== undefined) text.link(entities(found[2]!), entities(found[1]));
      at = found.index + found[0].length;
    }
    text.write(entities(written.slice(at)));
  },
});

function closingQuote(args: string, start: number): number {
  for (let at = start + 1; at < args.length; at++) {
    if (args[at] === '\\') at++;
    else if (args[at] === '"') return at;
  }
  throw new UsageError('.printf', 'Syntax error: the format is not closed', start);
}

/** The entities that DML knows. */
function entities(text: string): string {
  const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => SIGNS[name]!);
}
