import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { callSite, PLAIN_FORM, writeFrame, writeStack } from '../../debugger/stack-text.ts';
import { type FrameView, loadStackSymbols, type StackView, viewStack } from '../../debugger/stack-view.ts';
import { Text } from '../../debugger/text.ts';

interface Found {
  readonly index: number;
  readonly stack: StackView;
  readonly frames: readonly FrameView[];
}

interface Data {
  readonly level: 0 | 1 | 2;
  readonly found: readonly Found[];
  readonly symbol: string;
}

const MOST_FRAMES = 256;

export default command<{ readonly symbol: string; readonly level: 0 | 1 | 2 }, Data>({
  name: '!findstack',
  syntax: '!findstack symbol [0|1|2]',
  summary: 'Finds the threads whose stacks hold a symbol or module; 0 only threads, 1 with the frames, 2 whole stacks.',
  example: '!findstack ntdll',
  patterns: [],
  parse(args, session) {
    void session.target;
    const [symbol = '', level = '1', ...more] = args.trim().split(/\s+/);
    if (symbol === '') throw new UsageError('!findstack', 'Syntax error: !findstack needs a symbol or module', 0);
    if (!/^[012]$/.test(level) || more.length > 0)
      throw new UsageError('!findstack', `Syntax error: ${this.syntax}`, args.indexOf(level));
    return { symbol, level: Number(level) as 0 | 1 | 2 };
  },
  async run(session, { symbol, level }) {
    const { threads } = session.target;
    await loadStackSymbols(session, threads);
    const wanted = matcher(symbol);
    const found: Found[] = [];
    for (const thread of threads) {
      const stack = await viewStack(session, thread, MOST_FRAMES);
      const frames = stack.frames.filter(({ frame }) => wanted(callSite(frame, stack.bits)));
      if (frames.length > 0) found.push({ index: thread.index, stack, frames });
    }
    return { level, found, symbol };
  },
  render({ level, found, symbol }, text) {
    for (const { index, stack, frames } of found) {
      text.line(`Thread ${String(index).padStart(3, '0')}, ${frames.length} frame(s) match`);
      if (level === 1)
        for (const frame of frames) {
          const line = new Text();
          writeFrame(line, frame, PLAIN_FORM, stack.bits);
          text.write(`        * ${line.toString()}`);
        }
      if (level === 2) writeStack(text, stack, { ...PLAIN_FORM, numbers: true });
      if (level > 0) text.line();
    }
    if (found.length === 0) text.line(`No thread's stack holds ${symbol}.`);
  },
});

/** Matches a part of `mod!name+0x1`, with `*` and `?`, letters of either case. */
function matcher(symbol: string): (site: string) => boolean {
  const pattern = symbol
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(pattern, 'i');
  return (site) => expression.test(site);
}
