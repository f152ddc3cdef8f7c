import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import {
  type ExceptionView,
  readExceptionRecord,
  viewException,
  writeException,
} from '../../debugger/exception-view.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { optionalExpression } from '../../debugger/one-argument.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { readCppException, type ThrownObject } from '../../windows/cpp-exception.ts';

interface Data {
  readonly exception: ExceptionView;
  readonly thrown: ThrownObject;
}

/** What Microsoft's C++ runtime raises (ehdata.h, EH_EXCEPTION_NUMBER). */
const CPP = 0xe06d7363;

export default command<{ readonly address: Expression | null }, Data>({
  name: '!cppexr',
  syntax: '!cppexr [address]',
  summary: 'Shows the exception record of a C++ exception with the types of what was thrown and its text.',
  example: '!cppexr',
  patterns: ['cpp-exception'],
  notes: 'Without an address it is that of the exception which the dump was saved for. The lines behind Type are ours.',
  parse: (args, session) => ({ address: args.trim() === '-1' ? null : optionalExpression(args, session) }),
  async run(session, { address }) {
    const { exception } = session.target;
    const own = exception && { ...exception, count: exception.parameters.length };
    const raw = address === null ? own : readExceptionRecord(session, await expressionIn(session, address));
    if (!raw) throw new UsageError('!cppexr', 'no exception record is there, or it is not in the dump', 0);
    if (raw.code >>> 0 !== CPP)
      throw new UsageError(
        '!cppexr',
        `the record is of code ${(raw.code >>> 0).toString(16)}, no C++ exception (e06d7363): .exr shows it`,
        0,
      );
    return {
      exception: await viewException(session, raw),
      thrown: readCppException(session.target, raw.parameters),
    };
  },
  render({ exception, thrown }, text) {
    writeException(text, exception);
    const { types, message } = thrown;
    text.line(`  Type            : ${types[0] ?? '<type information is not in the dump>'}`);
    for (const base of types.slice(1)) text.line(`  caught also as  : ${base}`);
    if (message !== null) text.line(`  what()          : ${message}`);
  },
});
