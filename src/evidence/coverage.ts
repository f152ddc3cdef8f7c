import { readAvailable } from '../memory/space.ts';
import { fact, known, missing } from './case.ts';
import { logFact } from './log.ts';

/** How much of the machine or process the snapshot holds. */
export interface Coverage {
  /** Saved with selected memory only. */
  readonly abridged: boolean;
  readonly kindStatement: string;
  /** Bytes of virtual memory in the dump. */
  readonly memoryBytes: number;
  readonly ranges: number | null;
  readonly threads: number;
  readonly threadsWithStack: number;
}

/** Coverage of a dump; of a log only when its banner names the kind of dump. */
export const coverageFact = fact<Coverage>('coverage', (theCase) => {
  const { target } = theCase;
  if (!target) {
    const log = logFact(theCase);
    if (!log.known) return log;
    return missing('how much memory the dump behind the log holds');
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
