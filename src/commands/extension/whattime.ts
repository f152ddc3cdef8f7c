import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { durationText } from '../../debugger/kernel-duration.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { kernelClock, ticksToMs } from '../../windows/kernel-clock.ts';

interface Data {
  readonly ticks: bigint;
  readonly ms: number;
}

export default command<{ readonly ticks: string }, Data>({
  name: '!whattime',
  syntax: '!whattime ticks',
  summary: 'Turns a number of clock ticks into time, by the clock increment of the machine.',
  example: '!whattime 0n1000',
  patterns: [],
  notes:
    'Days are shown too, which debuggers leave out. The line is from memory: no public transcript of the corpus shows it.',
  parse(args) {
    if (args.trim() === '') throw new UsageError('!whattime', 'Syntax error: !whattime ticks', 0);
    return { ticks: args };
  },
  async run(session, { ticks }) {
    const kernel = await needKernel(session, '!whattime');
    const value = await evaluateIn(session, ticks);
    const ms = ticksToMs(kernelClock(kernel), value);
    if (ms === null) throw new UsageError('!whattime', 'the clock increment (KeMaximumIncrement) is not in the dump');
    return { ticks: value, ms };
  },
  render({ ticks, ms }, text) {
    text.line(`${ticks} Ticks in Standard Time: ${durationText(ms)}s`);
  },
});
