import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseExpression } from '../../debugger/expression-syntax.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { decodeErrorCode, type ErrorKind, type ErrorMeaning, errorLine } from '../../windows/status-code.ts';

interface Options {
  readonly value: Expression;
  readonly kind: ErrorKind | null;
}

interface Data {
  readonly meaning: ErrorMeaning;
  readonly line: string;
}

export default command<Options, Data>({
  name: '!error',
  syntax: '!error value [1]',
  summary: 'Explains an error code: Win32, NTSTATUS or HRESULT by its value; with 1 always NTSTATUS.',
  example: '!error c0000005',
  patterns: [],
  parse(args, session) {
    if (args.trim() === '') throw new UsageError('!error', 'Syntax error: !error needs a value', 0);
    const { expression, end } = parseExpression(args, session.reading);
    const flag = args.slice(end).trim();
    if (flag !== '' && !/^[01]$/.test(flag))
      throw new UsageError('!error', `Extra character error at '${flag}'`, args.lastIndexOf(flag));
    return { value: expression, kind: flag === '1' ? 'ntstatus' : null };
  },
  async run(session, { value, kind }) {
    const code = Number(BigInt.asUintN(32, await expressionIn(session, value)));
    const meaning = kind ? decodeErrorCode(code, kind) : decodeErrorCode(code);
    return { meaning, line: kind ? errorLine(code, kind) : errorLine(code) };
  },
  render: ({ line }, text) => {
    text.line(line);
  },
});
