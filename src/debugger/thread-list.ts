import { UsageError } from '../bytes/errors.ts';
import { toUnsigned } from '../memory/space.ts';
import { isUserMode, type TargetThread } from '../target/target.ts';
import { addressText } from './names.ts';
import type { Session } from './session.ts';

/** One row of `~`. */
export interface ThreadRow {
  /** `.` the current thread, `#` the one whose exception the dump was saved for, else blank. */
  readonly mark: '.' | '#' | ' ';
  readonly index: number;
  readonly processId: number | null;
  readonly id: number | null;
  readonly suspendCount: number | null;
  readonly teb: bigint | null;
  readonly name: string | null;
  /** Of a kernel dump, whose threads are those running on processors. */
  readonly thread: bigint | null;
  readonly processor: number | null;
  readonly pointerSize: 4 | 8;
}

export function threadRow(session: Session, thread: TargetThread): ThreadRow {
  const { target } = session;
  const failed = target.exception?.threadId != null && target.exception.threadId === thread.id;
  const of = (value: number | null) => (value === null ? null : toUnsigned(value));
  return {
    mark: thread === session.thread ? '.' : failed ? '#' : ' ',
    index: thread.index,
    processId: thread.processId ?? target.process?.id ?? null,
    id: thread.id,
    suspendCount: thread.suspendCount,
    teb: of(thread.teb),
    name: thread.name,
    thread: isUserMode(target) ? null : of(thread.address),
    processor: thread.processor,
    pointerSize: target.pointerSize,
  };
}

/** `.  0  Id: 1364.1330 Suspend: 1 Teb: 7ffdf000 Unfrozen`; a value that the dump does not hold is a question mark. */
export function threadRowText(row: ThreadRow): string {
  const id = (value: number | null) => (value === null ? '?' : value.toString(16));
  const address = (value: bigint | null) => (value === null ? '?' : addressText(value, row.pointerSize));
  const head = `${row.mark}${String(row.processor ?? row.index).padStart(3)}  Id: ${id(row.processId)}.${id(row.id)}`;
  if (row.thread !== null) return `${head} Thread: ${address(row.thread)} Teb: ${address(row.teb)}`;
  const name = row.name === null ? '' : ` "${row.name}"`;
  return `${head} Suspend: ${row.suspendCount ?? '?'} Teb: ${address(row.teb)} Unfrozen${name}`;
}

/** The threads that a specifier of `~` means: `.`, `#`, `*`, a number (a processor's in kernel dumps) or `~[tid]`. */
export function threadsOf(session: Session, specifier: string): readonly TargetThread[] {
  const { target, thread } = session;
  if (specifier === '*') return target.threads;
  if (specifier === '' || specifier === '.') return thread ? [thread] : [];
  if (specifier === '#') {
    const id = target.exception?.threadId ?? target.currentThread?.id;
    const found = id == null ? target.currentThread : target.threads.find((item) => item.id === id);
    if (!found) throw new UsageError('~', 'the dump does not say which thread caused the exception');
    return [found];
  }
  const kernel = !isUserMode(target);
  const wanted = Number(specifier);
  const found =
    (kernel ? target.threads.find((item) => item.processor === wanted) : undefined) ??
    target.threads.find((item) => item.index === wanted);
  if (!found)
    throw new UsageError('~', `Illegal ${kernel ? 'processor number' : 'thread error'} at '~${specifier}'`, 0);
  return [found];
}
