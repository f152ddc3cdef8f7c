import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { type LastError, lastErrorsFact } from '../evidence/last-errors.ts';
import { decodeErrorCode, statusName } from '../windows/status-code.ts';

/** Win32 errors and statuses that tell of a resource that ran out: rarely set without a reason. */
const ERRORS = new Set([8, 14, 112, 1450, 1453, 1455, 1816, 1158, 10055, 4]);
const STATUSES = new Set([
  0xc0000017, 0xc000009a, 0xc000012d, 0xc0000044, 0xc000007f, 0xc0000100, 0xc0000205, 0xc00000a0, 0xc000011f,
]);
const MOST = 6;

const pattern: Pattern = {
  id: 'last-error-collection',
  name: 'Last Error Collection',
  part: null,
  severity: 'info',
  meaning:
    'The last errors of all threads, seen together. Most are of no interest; told here are those that say that memory, disk space or another resource ran out.',
  advice: [
    'Look at what the threads named do, and at the resource: the value may be old, so look whether it is still short.',
  ],
  links: ['!gle', '!error'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const groups = new Map<string, LastError[]>();
    const note = (text: string, item: LastError) => {
      const list = groups.get(text);
      if (list) list.push(item);
      else groups.set(text, [item]);
    };
    for (const item of facts.need(lastErrorsFact)) {
      if (item.status !== null && STATUSES.has(item.status >>> 0)) note(statusName(item.status), item);
      else if (item.error !== null && ERRORS.has(item.error)) {
        const { name } = decodeErrorCode(item.error, 'win32');
        note(`${name ?? 'error'} (${item.error})`, item);
      }
    }
    const [first, ...rest] = [...groups].slice(0, MOST).map(
      ([text, items]): Evidence => ({
        statement: `${text}: the last error of ${items.length} ${items.length === 1 ? 'thread' : 'threads'}${threadList(items)}`,
        command: '!gle -all',
      }),
    );
    if (!first) return ABSENT;
    return present({
      confidence: 0.6,
      basis: 'the last errors in the thread environment blocks, whose age is not known',
      summary: `The last errors of the threads tell of a resource that ran out: ${[...groups.keys()].slice(0, 3).join(', ')}.`,
      evidence: [first, ...rest],
    });
  },
};
export default pattern;

function threadList(items: readonly LastError[]): string {
  const ids = items.slice(0, 4).map(({ index, threadId }) => index ?? threadId?.toString(16) ?? null);
  return ids.every((id) => id === null)
    ? ''
    : `, ${ids.filter((id) => id !== null).join(', ')}${items.length > 4 ? ' ...' : ''}`;
}
