import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { needProcessors } from '../../debugger/processor-choice.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { toAddress } from '../../memory/space.ts';
import {
  type LockQueueEntry,
  type QueuedLock,
  readLockQueueEntry,
  readQueuedLocks,
} from '../../windows/queued-lock.ts';

interface Data {
  readonly pointerSize: 4 | 8;
  readonly processors: readonly number[];
  readonly locks: readonly QueuedLock[];
  /** The entry that was asked for by address. */
  readonly entry: LockQueueEntry | null;
}

const RULER = 26;

export default command<{ readonly entry: string | null }, Data>({
  name: '!qlocks',
  syntax: '!qlocks [address]',
  summary: "Shows who owns the kernel's queued spin locks and who waits for them, or one entry of a queue on a stack.",
  example: '!qlocks',
  patterns: [],
  notes:
    'Only the numbered locks of the system are listed. A driver keeps the entries of its in-stack queued spin locks (KLOCK_QUEUE_HANDLE) on its stack: given the address of one, the command decodes it; that form is ours. Names and ruler are those of public transcripts of XP; later systems are shown in the same form, with the numbers that wdm.h calls unused.',
  parse(args) {
    return { entry: args.trim() || null };
  },
  async run(session, { entry }) {
    const kernel = await needWholeKernel(session, '!qlocks', 'queued spin locks of all processors');
    const { pointerSize } = kernel;
    if (entry !== null) {
      const value = await evaluateIn(session, entry);
      const at = session.address(value);
      const found = at === null ? null : readLockQueueEntry(kernel, at);
      if (!found) throw new UsageError('!qlocks', `0x${value.toString(16)} is not in the dump`);
      return { pointerSize, processors: [], locks: [], entry: found };
    }
    const prcbs = new Map<number, number>();
    for (const { number, prcb } of needProcessors(kernel, '!qlocks')) {
      const at = toAddress(prcb);
      if (at !== null) prcbs.set(number, at);
    }
    return { pointerSize, processors: [...prcbs.keys()], locks: readQueuedLocks(kernel, prcbs), entry: null };
  },
  render({ pointerSize, processors, locks, entry }, text) {
    if (entry) {
      const at = (value: bigint | null) => plainAddress(value, pointerSize);
      text.line(`Lock queue entry @ ${at(entry.address)}`);
      const state = entry.owns
        ? 'owns the lock'
        : entry.waits
          ? 'waits for the lock'
          : 'not in use, or owns an in-stack lock';
      text.line(`    Lock    ${at(entry.lock)}  ${state}`);
      text.line(`    Tail    ${at(entry.tail)}${entry.tail === 0n ? '  the lock is free' : ''}`);
      text.line(`    Next    ${at(entry.next)}`);
      text.line(`    OldIrql ${entry.oldIrql ?? '?'}`);
      return;
    }
    text.line('Key: O = Owner, 1-n = Wait order, blank = not owned/waiting, C = Corrupt');
    text.line();
    text.line(`${' '.repeat(RULER - 2)}Processor Number`);
    text.line(
      `    Lock Name         ${' '.repeat(RULER - 24)}${processors.map((number) => String(number).padStart(3)).join('')}`,
    );
    text.line();
    for (const lock of locks) {
      const cells = processors.map((number) => cell(lock, number).padStart(3)).join('');
      text.line(`${lock.name.padEnd(RULER - 2)}${cells}`);
    }
  },
});

function cell({ owner, waiting, corrupt }: QueuedLock, processor: number): string {
  if (corrupt.includes(processor)) return 'C';
  if (owner === processor) return 'O';
  const place = waiting.indexOf(processor);
  return place < 0 ? '' : String(place + 1);
}
