import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { kernelOrNull } from '../../debugger/kernel.ts';
import { addressText } from '../../debugger/names.ts';
import { optionalExpression } from '../../debugger/one-argument.ts';
import { needPageTables } from '../../debugger/page-tables.ts';
import { enterProcess } from '../../debugger/process-context.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { directoryBaseOf } from '../../target/process-target.ts';
import { currentDirectoryBase } from '../../windows/translation-reader.ts';

interface Data {
  readonly base: bigint | null;
  readonly pointerSize: 4 | 8;
  readonly isChosen: boolean;
}

export default command<{ readonly base: Expression | null }, Data>({
  name: '.context',
  syntax: '.context [directorybase]',
  summary: 'Shows or chooses the page directory through which user memory is read; 0 goes back to the default.',
  example: '.context',
  patterns: [],
  notes: 'A directory base is that of a process of the dump, by its address or its page frame number.',
  parse(args, session) {
    needPageTables(session, '.context');
    return { base: optionalExpression(args, session) };
  },
  async run(session, { base }) {
    const { pointerSize } = session;
    const value = base === null ? null : await expressionIn(session, base);
    if (value === 0n) await enterProcess(session, null);
    else if (value !== null) {
      const kernel = await kernelOrNull(session);
      const head = kernel?.address('PsActiveProcessHead') ?? null;
      if (!kernel || head === null)
        throw new UsageError('.context', 'needs the list of processes: symbols of nt with types');
      const process = kernel.list(head, '_EPROCESS', 'ActiveProcessLinks').items.find((at) => {
        const own = directoryBaseOf(session.target, at);
        return own !== null && (BigInt(own) === value || BigInt(Math.floor(own / 0x1000)) === value);
      });
      if (process === undefined || !(await enterProcess(session, process)))
        throw new UsageError('.context', `no process of the dump has the directory base ${value.toString(16)}`, 0);
    }
    return { base: currentDirectoryBase(session.target), pointerSize, isChosen: value !== null };
  },
  render({ base, pointerSize, isChosen }, text) {
    if (isChosen) return;
    text.line(`User-mode page directory base is ${base === null ? 'unknown' : addressText(base, pointerSize)}`);
  },
});
