import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { PLAIN_FORM, type StackForm, writeStack } from '../../debugger/stack-text.ts';
import { loadStackSymbols, type StackView, viewStack } from '../../debugger/stack-view.ts';
import { type ThreadRow, threadRow, threadRowText } from '../../debugger/thread-list.ts';
import type { TargetThread } from '../../target/target.ts';
import { foldStacks } from '../../windows/stack-fold.ts';

interface Data {
  readonly form: StackForm;
  readonly total: number;
  readonly unique: readonly { readonly row: ThreadRow; readonly priority: number | null; readonly stack: StackView }[];
  /** Thread numbers whose stack equals one that was shown. */
  readonly duplicates: readonly number[];
}

const MOST_FRAMES = 256;

export default command<{ readonly form: StackForm }, Data>({
  name: '!uniqstack',
  syntax: '!uniqstack [-b|-v|-p] [-n]',
  summary: 'Shows the stacks of all threads, each different one once.',
  example: '!uniqstack',
  patterns: ['multiple-exceptions'],
  parse(args, session) {
    void session.target;
    let form = PLAIN_FORM;
    for (const option of args.trim().split(/\s+/)) {
      if (option === '') continue;
      if (!/^-[bvpn]+$/i.test(option))
        throw new UsageError('!uniqstack', `Syntax error: unknown option '${option}'`, args.indexOf(option));
      if (/b/i.test(option)) form = { ...form, arguments: true };
      if (/v/i.test(option)) form = { ...form, arguments: true, verbose: true };
      if (/n/i.test(option)) form = { ...form, numbers: true };
    }
    return { form };
  },
  async run(session, { form }) {
    const { threads } = session.target;
    await loadStackSymbols(session, threads);
    const walked: { readonly thread: TargetThread; readonly stack: StackView }[] = [];
    for (const thread of threads) walked.push({ thread, stack: await viewStack(session, thread, MOST_FRAMES) });
    const folds = foldStacks(walked, ({ stack }) => stack.frames.map(({ frame }) => frame));
    const unique = folds.map(({ members: [first] }): Data['unique'][number] => ({
      row: { ...threadRow(session, first!.thread), mark: '.' },
      priority: first!.thread.priority,
      stack: first!.stack,
    }));
    const duplicates = folds.flatMap(({ members }) => members.slice(1).map(({ thread }) => thread.index));
    return { form, total: threads.length, unique, duplicates: duplicates.sort((a, b) => a - b) };
  },
  render({ form, total, unique, duplicates }, text) {
    text.line(`Processing ${total} threads, please wait`);
    text.line();
    for (const { row, priority, stack } of unique) {
      text.line(threadRowText(row));
      if (priority !== null) text.line(`      Priority: ${priority}`);
      if (stack.frames.length > 0) writeStack(text, stack, form);
      else text.line(`No stack: ${stack.endReason ?? 'no frame was found'}`);
      text.line();
    }
    text.line(`Total threads: ${total}`);
    if (duplicates.length > 0) {
      text.line(`Duplicate callstacks: ${duplicates.length} (windbg thread #s follow):`);
      text.line(duplicates.join(', '));
    }
  },
});
