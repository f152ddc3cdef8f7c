import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { nameOf, nameText } from '../../debugger/names.ts';
import { needProcessors } from '../../debugger/processor-choice.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { toAddress } from '../../memory/space.ts';
import type { KernelTimers } from '../../windows/timer.ts';
import { readTimers } from '../../windows/timer-reader.ts';

interface Data extends KernelTimers {
  readonly pointerSize: 4 | 8;
  /** Names of the routines of the timers' DPCs, in the order of the timers. */
  readonly routines: readonly (string | null)[];
}

export default command<null, Data>({
  name: '!timer',
  syntax: '!timer',
  summary: 'Lists the kernel timers that are set: when they are due, and the DPC or the threads that they wake.',
  example: '!timer',
  patterns: [],
  notes:
    'Times are in UTC. Since Windows 7 each processor has a table of its own, whose number is printed before the list. A DPC pointer that could not be decoded is shown as ?. The columns are from memory: no public transcript of the corpus shows them.',
  parse: () => null,
  async run(session) {
    const kernel = await needWholeKernel(session, '!timer', 'the timer table');
    const prcbs = new Map<number, number>();
    for (const { number, prcb } of needProcessors(kernel, '!timer')) {
      const at = toAddress(prcb);
      if (at !== null) prcbs.set(number, at);
    }
    const found = readTimers(kernel, prcbs);
    if (typeof found === 'string') throw new UsageError('!timer', found);
    const routines: (string | null)[] = [];
    for (const { routine } of found.timers) {
      const name = routine ? await nameOf(session, routine) : null;
      routines.push(name && nameText(name));
    }
    return { ...found, pointerSize: kernel.pointerSize, routines };
  },
  render({ pointerSize, timers, interruptTime, systemTime, broken, routines }, text) {
    const at = (value: bigint | null) => plainAddress(value, pointerSize);
    text.line('Dump system timers').line();
    text.line(`Interrupt time: ${halves(interruptTime)} [${systemTime ?? '?'}]`).line();
    text.line(
      `${'List'.padEnd(8)} ${'Timer'.padEnd(pointerSize * 2)} Interrupt Low/High ${'Fire Time'.padEnd(26)} Period DPC/thread`,
    );
    timers.forEach((timer, index) => {
      const list = `${timer.processor === null ? '' : `${timer.processor}.`}${timer.list}`;
      const dpc =
        timer.dpc === null
          ? '?'
          : timer.dpc === 0n
            ? ''
            : `${routines[index] ?? at(timer.routine)} (DPC @ ${at(timer.dpc)})`;
      const threads = timer.threads.map((thread) => `thread ${at(thread)}`).join(' ');
      text.line(
        `${list.padEnd(8)} ${at(timer.address)} ${halves(timer.due)}  [${timer.dueAt ?? '?'}] ${String(timer.period ?? '?').padStart(6)} ${[dpc, threads].filter(Boolean).join(' ')}`,
      );
    });
    text.line().line(`Total Timers: ${timers.length}`);
    if (broken > 0) text.line(`Not complete: ${broken} lists of the timer table are broken`);
  },
});

/** Low and high part, as debuggers print interrupt times. */
function halves(value: bigint | null): string {
  if (value === null) return '???????? ????????';
  return `${hexPadded(value & 0xffffffffn, 8)} ${hexPadded((value >> 32n) & 0xffffffffn, 8)}`;
}
