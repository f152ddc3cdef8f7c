import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import {
  type ExceptionView,
  readExceptionRecord,
  viewException,
  writeException,
} from '../../debugger/exception-view.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { exceptionOfBugCheck } from '../../evidence/exception-record.ts';
import type { TargetException } from '../../target/target.ts';

export default command<{ readonly address: Expression | null }, ExceptionView>({
  name: '.exr',
  syntax: '.exr -1 | .exr address',
  summary: 'Shows an exception record: -1 that of the exception which the dump was saved for.',
  example: '.exr -1',
  patterns: ['invalid-pointer', 'null-pointer-data', 'cpp-exception'],
  parse(args, session) {
    void session.target;
    const asked = args.trim();
    if (asked === '') throw new UsageError('.exr', 'Syntax error: .exr needs -1 or an address', 0);
    return { address: /^-1$/.test(asked) ? null : parseWhole(args, session.reading) };
  },
  async run(session, { address }) {
    if (address === null) {
      const { exception, standInException } = session.target;
      const raw = exception ? counted(exception) : ofBugCheck(exceptionOfBugCheck(session.target), standInException);
      if (!raw) throw new UsageError('.exr', 'ExceptionRecord is not in this dump: it holds no exception', 0);
      return viewException(session, raw);
    }
    const value = await expressionIn(session, address);
    const raw = readExceptionRecord(session, value);
    if (!raw)
      throw new UsageError('.exr', `Unable to read exception record at 0x${value.toString(16)}: not in the dump`, 0);
    return viewException(session, raw);
  },
  render: (data, text) => writeException(text, data),
});

/** The record that a bug check's parameters tell of, else the header's stand-in, which debuggers show too. */
function ofBugCheck(
  record: ReturnType<typeof exceptionOfBugCheck>,
  standIn: TargetException | null | undefined,
): Parameters<typeof viewException>[1] | null {
  if (!record || record.address === null) return standIn ? counted(standIn) : null;
  const { code, flags, address, parameters } = record;
  return counted({ code, flags: flags ?? 0, address, parameters });
}

function counted<T extends { readonly parameters: readonly bigint[] }>(record: T): T & { readonly count: number } {
  return { ...record, count: record.parameters.length };
}
