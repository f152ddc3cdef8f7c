import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { addressText } from '../../debugger/names.ts';
import { optionalExpression } from '../../debugger/one-argument.ts';
import { enterProcess, processOfThread } from '../../debugger/process-context.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import { narrowContextAt, threadContextAt } from '../../debugger/thread-context.ts';
import { toUnsigned } from '../../memory/space.ts';
import { isUserMode } from '../../target/target.ts';

interface Data {
  readonly thread: bigint | null;
  readonly implicit: boolean;
  readonly pointerSize: 4 | 8;
}

export default command<{ readonly address: Expression | null; readonly narrow: boolean }, Data>({
  name: '.thread',
  syntax: '.thread [/p] [/r] [/w] [address]',
  summary:
    'Chooses the thread whose registers and stack the next commands show, by its ETHREAD, or of a process by its TEB; without an address, the default one.',
  example: '.thread',
  patterns: [],
  notes:
    'Of a thread that was not running, the registers are those its kernel stack kept when it was switched out. The process of the thread is entered with it, as with /p. /w takes the registers of the 32-bit code that a thread of 64-bit Windows runs; they need user pages in the dump.',
  parse(args, session) {
    void session.target;
    return {
      address: optionalExpression(args.replace(/\/[prw]\b/gi, '  '), session),
      narrow: /\/w\b/i.test(args),
    };
  },
  async run(session, { address, narrow }) {
    const { pointerSize, target } = session;
    if (isUserMode(target)) return chooseByTeb(session, address === null ? null : await expressionIn(session, address));
    if (address === null && !narrow) {
      await enterProcess(session, null);
      const thread = target.currentThread ?? target.threads[0] ?? null;
      if (thread) session.chooseThread(thread);
      return { thread: thread?.address == null ? null : toUnsigned(thread.address), implicit: true, pointerSize };
    }
    const current = session.thread?.address ?? null;
    const value = address === null ? toUnsigned(current ?? 0) : await expressionIn(session, address);
    const running = target.threads.find((thread) => thread.address !== null && toUnsigned(thread.address) === value);
    const at = session.address(value);
    const context = at === null ? null : await threadContextAt(session, at);
    if (!context) {
      throw new UsageError(
        '.thread',
        `Unable to get context for thread ${addressText(value, pointerSize)}: it is no thread, or its stack is not in the dump`,
        0,
      );
    }
    const process = at === null ? null : await processOfThread(session, at);
    if (process !== null) await enterProcess(session, process);
    if (narrow) {
      const own = at === null ? null : await narrowContextAt(session, at);
      if (!own)
        throw new UsageError('.thread', 'the thread runs no 32-bit code, or its registers are not in the dump', 0);
      session.setContext(own);
    } else if (running) session.chooseThread(running);
    else if (at !== null) session.chooseWaitingThread(at, context);
    return { thread: value, implicit: false, pointerSize };
  },
  render({ thread, pointerSize }, text) {
    const shown = thread === null ? 'unknown' : addressText(thread, pointerSize);
    text.line(`Implicit thread is now ${shown}`);
  },
});

/** In a process the address of a thread is that of its TEB, as of `$thread`. */
function chooseByTeb(session: Session, teb: bigint | null): Data {
  const { pointerSize, target } = session;
  const thread =
    teb === null
      ? (target.currentThread ?? target.threads[0] ?? null)
      : target.threads.find((item) => item.teb !== null && toUnsigned(item.teb) === teb);
  if (thread === undefined)
    throw new UsageError(
      '.thread',
      `no thread of this process has its TEB at ${addressText(teb ?? 0n, pointerSize)}`,
      0,
    );
  if (thread) session.chooseThread(thread);
  return { thread: thread?.teb == null ? null : toUnsigned(thread.teb), implicit: teb === null, pointerSize };
}
