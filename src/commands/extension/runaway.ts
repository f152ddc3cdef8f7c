import { UsageError } from '../../bytes/errors.ts';
import { spanText } from '../../debugger/clock-text.ts';
import { command } from '../../debugger/command.ts';
import type { Session } from '../../debugger/session.ts';
import { isUserMode } from '../../target/target.ts';

interface Time {
  readonly index: number;
  readonly id: number | null;
  readonly name: string | null;
  readonly milliseconds: number;
}

interface Section {
  readonly title: string;
  readonly times: readonly Time[];
}

const TITLES = ['User Mode Time', 'Kernel Mode Time', 'Elapsed Time'] as const;

export default command<{ readonly flags: number }, { readonly sections: readonly Section[] }>({
  name: '!runaway',
  syntax: '!runaway [flags: 1 user, 2 kernel, 4 elapsed]',
  summary: 'Shows the processor time that each thread used, most first.',
  example: '!runaway 7',
  patterns: [],
  parse(args, session) {
    if (!isUserMode(session.target)) throw new UsageError('!runaway', '!runaway is for dumps of a process');
    const asked = args.trim() === '' ? '1' : args.trim();
    const flags = /^(?:0x)?([0-9a-f]{1,2})$/i.exec(asked);
    const value = flags ? Number.parseInt(flags[1]!, 16) & 7 : 0;
    if (value === 0) throw new UsageError('!runaway', `Syntax error: flags are 1, 2 and 4, not '${asked}'`, 1);
    return { flags: value };
  },
  run(session, { flags }) {
    const sections = TITLES.flatMap((title, bit) => {
      if ((flags & (1 << bit)) === 0) return [];
      const times = timesOf(session, bit).sort((a, b) => b.milliseconds - a.milliseconds || a.index - b.index);
      return [{ title, times }];
    });
    if (sections.every(({ times }) => times.length === 0))
      throw new UsageError('!runaway', 'Unable to get thread times: this dump has no time information');
    return { sections };
  },
  render({ sections }, text) {
    for (const { title, times } of sections) {
      text.line(` ${title}`);
      text.line('  Thread       Time');
      for (const { index, id, name, milliseconds } of times) {
        const thread = `${String(index).padStart(5)}:${(id === null ? '?' : id.toString(16)).padEnd(9)}`;
        text.line(`${thread} ${spanText(milliseconds / 1000)}${name === null ? '' : ` (${name})`}`);
      }
      if (times.length === 0) text.line('  not in the dump');
    }
  },
});

function timesOf({ target }: Session, bit: number): Time[] {
  const captured = target.system.capturedAt === null ? null : Date.parse(target.system.capturedAt);
  return target.threads.flatMap(({ index, id, name, userTimeMs, kernelTimeMs, createdAt }) => {
    const elapsed = captured === null || createdAt === null ? null : captured - Date.parse(createdAt);
    const milliseconds = [userTimeMs, kernelTimeMs, elapsed][bit] ?? null;
    return milliseconds === null || milliseconds < 0 ? [] : [{ index, id, name, milliseconds }];
  });
}
