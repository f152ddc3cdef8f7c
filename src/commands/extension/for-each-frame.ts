import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type ForEach, parseForEach, runForEach } from '../../debugger/for-each.ts';
import type { Outcome } from '../../debugger/outcome.ts';
import { PLAIN_FORM, writeFrame } from '../../debugger/stack-text.ts';
import { framesByDefault, type StackView, stackStart, viewStack } from '../../debugger/stack-view.ts';

interface Data {
  readonly stack: StackView;
  /** In the order of the frames. */
  readonly outcomes: readonly Outcome[];
}

export default command<ForEach, Data>({
  name: '!for_each_frame',
  syntax: '!for_each_frame ["command"]',
  summary: 'Runs a command in each frame of the current stack, with @#FrameNum replaced by its number.',
  example: '!for_each_frame "dv"',
  patterns: [],
  holdsCommands: true,
  notes:
    'Each frame is printed as k shows it, with a rule above; no public transcript shows the layout. The frame chosen before is chosen again at the end.',
  parse(args, session) {
    void session.target;
    return parseForEach(args, 'dv');
  },
  async run(session, options) {
    const from = stackStart(session);
    if (!from) throw new UsageError('!for_each_frame', 'there is no thread in this dump: choose a context first');
    const stack = await viewStack(session, from, framesByDefault(session));
    const before = session.frame;
    const outcomes: Outcome[] = [];
    try {
      for (const { number } of stack.frames) {
        session.frame = number;
        const values = [{ FrameNum: `0x${number.toString(16)}` }];
        outcomes.push(...(await runForEach(session, '!for_each_frame', { ...options, after: '' }, values)).outcomes);
      }
    } finally {
      session.frame = before;
    }
    if (options.after !== '') outcomes.push(...(await runForEach(session, '!for_each_frame', options, [])).outcomes);
    return { stack, outcomes };
  },
  render({ stack, outcomes }, text) {
    for (const [index, outcome] of outcomes.entries()) {
      const frame = stack.frames[index];
      if (frame) {
        text.line(RULE);
        writeFrame(text, frame, { ...PLAIN_FORM, numbers: true }, stack.bits);
      }
      text.write(outcome.text);
    }
  },
});

const RULE = Array.from({ length: 36 }, () => '_').join(' ');
