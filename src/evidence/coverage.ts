import { readAvailable } from '../memory/space.ts';
import { fact, known, missing } from './case.ts';
import { logFact, logPlace } from './log.ts';

/** How much of the machine or process the snapshot holds. */
export interface Coverage {
  /** Saved with selected memory only. */
  readonly abridged: boolean;
  readonly kindStatement: string;
  /** Bytes of virtual memory in the dump; null when only a log names the kind of dump. */
  readonly memoryBytes: number | null;
  readonly ranges: number | null;
  /** Null as above. */
  readonly threads: number | null;
  readonly threadsWithStack: number | null;
}

/** Coverage of a dump; of a log only when its banner names the kind of dump. */
export const coverageFact = fact<Coverage>('coverage', (theCase) => {
  const { target } = theCase;
  if (!target) {
    const log = logFact(theCase);
    if (!log.known) return log;
    const { dumpKind } = log.value;
    if (dumpKind === null)
      return missing('how much memory the dump behind the log holds: the opening banner of the debugger would tell');
    return known(
      {
        abridged: /only registers|portions of memory|Mini Kernel/i.test(dumpKind) && !/full memory/i.test(dumpKind),
        kindStatement: `the debugger opened it as "${dumpKind}"`,
        memoryBytes: null,
        ranges: null,
        threads: null,
        threadsWithStack: null,
      },
      logPlace(theCase, 'dumpKind'),
    );
  }
  let threadsWithStack = 0;
  for (const thread of target.threads) {
    const failing = thread === target.currentThread ? target.exception?.context : null;
    const sp = failing?.sp ?? thread.context?.sp ?? null;
    if (sp !== null && readAvailable(target.memory, sp, target.pointerSize).length === target.pointerSize)
      threadsWithStack++;
  }
  const abridged = target.kind === 'user-minidump' || target.kind === 'kernel-triage-dump';
  const kindStatement =
    target.kind === 'kernel-triage-dump'
      ? 'a small memory dump (triage): registers, one stack, driver list and selected blocks'
      : target.flags === null
        ? `a ${target.kind}`
        : `MINIDUMP_TYPE flags 0x${target.flags.toString(16)}, ${target.flags & 2n ? 'with' : 'without'} full memory`;
  const ranges = target.parts.find((part) => part.name === 'MemoryListStream' || part.name === 'Memory64ListStream');
  return known(
    {
      abridged,
      kindStatement,
      memoryBytes: target.memoryBytes,
      ranges: ranges ? leadingNumber(ranges.summary) : null,
      threads: target.threads.length,
      threadsWithStack,
    },
    'memory ranges of the dump',
  );
});

function leadingNumber(text: string): number | null {
  const found = /^(\d[\d,]*)/.exec(text);
  return found?.[1] ? Number(found[1].replaceAll(',', '')) : null;
}
