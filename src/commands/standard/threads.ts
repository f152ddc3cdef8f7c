import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import type { Outcome } from '../../debugger/outcome.ts';
import { enterProcess, inProcess, processOfThread } from '../../debugger/process-context.ts';
import { writeRegisters } from '../../debugger/register-text.ts';
import { type RegisterView, viewRegisters } from '../../debugger/register-view.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import { type ThreadRow, threadRow, threadRowText, threadsOf } from '../../debugger/thread-list.ts';
import { isUserMode, type TargetThread } from '../../target/target.ts';

interface Options {
  /** `.`, `#`, `*` or a number; else an expression for the debugger's number of a thread, or for its id. */
  readonly chosen:
    | { readonly kind: 'specifier'; readonly text: string }
    | { readonly kind: 'number' | 'id'; readonly expression: Expression; readonly text: string };
  /** What to do with each: list it, choose it, or run a command in it. */
  readonly action: 'list' | 'choose' | 'run';
  readonly line: string;
}

interface Data {
  readonly action: Options['action'];
  readonly rows: readonly ThreadRow[];
  /** Of `run`: the outcome by row. */
  readonly outcomes: readonly Outcome[];
  /** Of `choose` in a process: the thread's registers. */
  readonly registers: RegisterView | null;
  /** Rows stand before the outcomes: for ~*k, not for ~*e. */
  readonly headed: boolean;
}

export default command<Options, Data>({
  name: '~',
  syntax: '~[.|#|*|N|[number]|~[tid]] [s | e command | k[forms]...]',
  summary: 'Lists threads, chooses one (~N s), or runs a command in one or all of them (~*k, ~*e r).',
  example: '~*k',
  patterns: ['multiple-exceptions', 'stack-overflow-user'],
  holdsCommands: true,
  notes:
    'In a kernel dump N is a processor, and the rows show the thread that ran on it. Freeze counts are not in dumps: every thread counts as Unfrozen.',
  parse(args, session) {
    void session.target;
    const specified = /^\s*(?:(~?)\s*\[([^\]]*)\]|([.#*]|\d+))?\s*(.*)$/is.exec(args)!;
    const [, tilde, inner, specifier, rest = ''] = specified;
    const chosen: Options['chosen'] =
      inner === undefined
        ? { kind: 'specifier', text: specifier ?? (rest === '' ? '*' : '.') }
        : { kind: tilde === '~' ? 'id' : 'number', expression: parseWhole(inner, session.reading), text: inner };
    const action = rest.trim();
    if (action === '') return { chosen, action: 'list', line: '' };
    if (/^s$/i.test(action)) {
      if (specifier === '*') throw new UsageError('~', 'Syntax error: ~N s takes one thread', args.length - 1);
      return { chosen, action: 'choose', line: '' };
    }
    const each = /^e\s+(.+)$/is.exec(action);
    if (each) return { chosen, action: 'run', line: each[1]! };
    if (/^[fnmu]$/i.test(action))
      throw new UsageError(
        '~',
        `Operation not supported by current debuggee error in '~${args}': threads of a dump are not frozen or resumed; ~ shows their suspend counts`,
        args.length - rest.length,
      );
    if (/^(k|r\b|u)/i.test(action)) return { chosen, action: 'run', line: action };
    throw new UsageError('~', `Syntax error: ${this.syntax}`, args.length - rest.length);
  },
  async run(session, { chosen, action, line }): Promise<Data> {
    const threads = await threadsChosen(session, chosen);
    if (action === 'choose') {
      const [thread] = threads;
      if (!thread) throw new UsageError('~', 'the dump has no thread to choose');
      session.chooseThread(thread);
      await followProcess(session, thread);
      const user = isUserMode(session.target);
      const { context } = session;
      const registers = user && context ? await viewRegisters(session, context) : null;
      return { action, rows: [threadRow(session, thread)], outcomes: [], registers, headed: false };
    }
    if (action === 'list')
      return {
        action,
        rows: threads.map((thread) => threadRow(session, thread)),
        outcomes: [],
        registers: null,
        headed: true,
      };
    return inEach(session, threads, line);
  },
  render({ action, rows, outcomes, registers, headed }, text) {
    if (action === 'choose') {
      if (registers) writeRegisters(text, registers);
      return;
    }
    for (const [index, row] of rows.entries()) {
      const outcome = outcomes[index];
      if (headed && outcome && rows.length > 1) text.line();
      if (headed && (!outcome || rows.length > 1)) text.line(threadRowText(row));
      if (outcome) text.append(outcome);
    }
  },
});

async function threadsChosen(session: Session, chosen: Options['chosen']): Promise<readonly TargetThread[]> {
  if (chosen.kind === 'specifier') return threadsOf(session, chosen.text);
  const value = await expressionIn(session, chosen.expression);
  if (chosen.kind === 'number') return threadsOf(session, value.toString());
  const found = session.target.threads.filter(({ id }) => id !== null && BigInt(id) === value);
  if (found.length === 0) throw new UsageError('~', `Illegal thread error at '~~[${chosen.text}]'`, 0);
  return found;
}

/** In a kernel dump the memory seen is that of the process that the chosen thread ran in. */
async function followProcess(session: Session, thread: TargetThread): Promise<void> {
  if (thread.address === null) return;
  const process = await processOfThread(session, thread.address);
  if (process === null || !(await enterProcess(session, process))) await enterProcess(session, null);
}

/** Runs a command in each thread, then returns to where the session was. */
async function inEach(session: Session, threads: readonly TargetThread[], line: string): Promise<Data> {
  const { thread, context, hasContextOverride, frame, runLine } = session;
  if (!runLine) throw new UsageError('~', 'commands cannot be run from here');
  const rows = threads.map((item) => threadRow(session, item));
  const outcomes: Outcome[] = [];
  try {
    for (const item of threads) {
      session.chooseThread(item);
      const process = item.address === null ? null : await processOfThread(session, item.address);
      outcomes.push(await inProcess(session, process, () => runLine(line)));
    }
  } finally {
    if (thread) session.chooseThread(thread);
    if (hasContextOverride) session.setContext(context);
    session.frame = frame;
  }
  return { action: 'run', rows, outcomes, registers: null, headed: /^k/i.test(line) };
}
