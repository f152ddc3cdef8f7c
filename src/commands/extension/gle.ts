import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import type { Session } from '../../debugger/session.ts';
import { tryU32 } from '../../memory/space.ts';
import type { TargetThread } from '../../target/target.ts';
import { LAST_ERROR_OFFSETS } from '../../windows/last-error.ts';
import { errorLine } from '../../windows/status-code.ts';

interface Last {
  readonly index: number;
  readonly error: number | null;
  readonly status: number | null;
}

export default command<{ readonly all: boolean }, { readonly threads: readonly Last[]; readonly all: boolean }>({
  name: '!gle',
  syntax: '!gle [-all]',
  summary: 'Shows the last Win32 error and NTSTATUS of the current thread, or of all threads.',
  example: '!gle',
  patterns: [],
  parse(args, session) {
    void session.target;
    const asked = args.trim();
    if (asked !== '' && !/^-all$/i.test(asked))
      throw new UsageError('!gle', `Syntax error: !gle takes -all, not '${asked}'`, args.indexOf(asked));
    return { all: asked !== '' };
  },
  run(session, { all }) {
    const { thread, target } = session;
    const threads = (all ? target.threads : thread ? [thread] : []).map((item) => lastOf(session, item));
    if (threads.every(({ error, status }) => error === null && status === null))
      throw new UsageError('!gle', 'Unable to read the last error: no thread environment block is in the dump');
    return { threads, all };
  },
  render({ threads, all }, text) {
    for (const { index, error, status } of threads) {
      if (all) text.line(`Last error for thread ${index.toString(16).toUpperCase()}:`);
      text.line(valueLine('LastErrorValue', error, undefined));
      text.line(valueLine('LastStatusValue', status, 'ntstatus'));
      if (all) text.line();
    }
  },
});

function lastOf({ memory, pointerSize, target }: Session, thread: TargetThread): Last {
  const [error, status] = LAST_ERROR_OFFSETS[pointerSize];
  const { teb, index } = thread;
  if (teb === null || target.system.platform !== 'windows') return { index, error: null, status: null };
  return { index, error: tryU32(memory, teb + error), status: tryU32(memory, teb + status) };
}

function valueLine(label: string, value: number | null, kind: 'ntstatus' | undefined): string {
  if (value === null) return `${label}: not in the dump`;
  const line = kind ? errorLine(value, kind) : errorLine(value);
  // Zero prints without its prefix here.
  return line.replace('Error code', label).replace(/\) 0x0 /, ') 0 ');
}
