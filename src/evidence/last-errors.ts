import { tryU32 } from '../memory/space.ts';
import { isUserMode } from '../target/target.ts';
import { LAST_ERROR_OFFSETS } from '../windows/last-error.ts';
import { fact, known, missing } from './case.ts';
import { logFact } from './log.ts';

/** What the last failed calls of a thread left behind; null where it is not in the source. */
export interface LastError {
  readonly threadId: number | null;
  readonly index: number | null;
  readonly error: number | null;
  readonly status: number | null;
}

const GLE = /^Last(Error|Status)Value:\s+\((\w+)\)\s+(?:0x)?([0-9a-f]+)\b/i;
const GLE_THREAD = /^Last error for thread ([0-9a-f]+):/i;

/** GetLastError and the last NTSTATUS of each thread whose TEB is in the dump, or that a log shows (!gle, !teb). */
export const lastErrorsFact = fact<readonly LastError[]>('lastErrors', (theCase) => {
  const { target } = theCase;
  if (target) {
    if (!isUserMode(target) || target.system.platform !== 'windows')
      return missing('the threads of a process of Windows');
    const [errorAt, statusAt] = LAST_ERROR_OFFSETS[target.pointerSize];
    const found = target.threads.flatMap(({ id, index, teb }): LastError[] => {
      const error = teb === null ? null : tryU32(target.memory, teb + errorAt);
      const status = teb === null ? null : tryU32(target.memory, teb + statusAt);
      return error === null && status === null ? [] : [{ threadId: id, index, error, status }];
    });
    return found.length > 0
      ? known(found, 'thread environment blocks in the dump')
      : missing('the last errors: no thread environment block is in the dump', 'a dump with full memory');
  }
  const log = logFact(theCase);
  if (!log.known) return log;
  const tebs = log.value.objects.tebs
    .filter(({ lastError, lastStatus }) => lastError !== null || lastStatus !== null)
    .map(
      ({ threadId, lastError, lastStatus }): LastError => ({
        threadId: threadId === null ? null : Number(threadId),
        index: null,
        error: lastError,
        status: lastStatus,
      }),
    );
  const found = [...tebs, ...log.value.reading.transcript.sections.flatMap(({ lines }) => readGle(lines))];
  return found.length > 0 ? known(found, 'log') : missing('the last errors of the threads', '!gle -all');
});

function readGle(lines: readonly string[]): LastError[] {
  const found: LastError[] = [];
  let current: { index: number | null; error: number | null; status: number | null } | null = null;
  for (const line of lines) {
    const thread = GLE_THREAD.exec(line)?.[1];
    if (thread !== undefined) current = { index: Number.parseInt(thread, 16), error: null, status: null };
    const value = GLE.exec(line);
    if (!value) continue;
    const number = Number.parseInt(value[3]!, 16) >>> 0;
    if (value[1]!.toLowerCase() === 'error') current = { index: current?.index ?? null, error: number, status: null };
    else if (current) {
      found.push({ threadId: null, ...current, status: number });
      current = null;
    }
  }
  return found;
}
