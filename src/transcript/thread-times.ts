import type { ThreadTime } from '../windows/thread-time.ts';
import { parseMilliseconds } from './clock.ts';
import { parseHex32 } from './symbol-text.ts';

type Draft = { -readonly [Key in keyof ThreadTime]: ThreadTime[Key] };

const TITLE = /^\s*(User Mode|Kernel Mode|Elapsed) Time\s*$/;
const HEADER = /^\s*Thread\s+Time\s*$/;
const ROW = /^\s*(\d{1,6}):([0-9a-f]{1,8})\s+((?:\d+ days? )?\d{1,3}:\d{2}:\d{2}\.\d{1,7})(?:\s+\((.*)\))?\s*$/;
const FIELDS = { 'User Mode': 'userMs', 'Kernel Mode': 'kernelMs', Elapsed: 'elapsedMs' } as const;

/** The threads of `!runaway`, in the order first met, with the times of all its tables. */
export function readThreadTimes(lines: readonly string[], command = '', firstLine = 0): readonly ThreadTime[] {
  const threads = new Map<string, Draft>();
  let field: (typeof FIELDS)[keyof typeof FIELDS] | null = null;
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 300) continue;
    if (field === null && HEADER.test(text) && /^\s*!runaway\s*(?:0x)?1?\s*$/.test(command)) field = 'userMs';
    if (text.includes(' Time')) {
      const title = TITLE.exec(text)?.[1];
      if (title !== undefined) field = FIELDS[title as keyof typeof FIELDS];
    }
    const row = text.includes(':') ? ROW.exec(text) : null;
    if (!row || field === null) continue;
    const key = `${row[1]}:${row[2]}`;
    let thread = threads.get(key);
    if (!thread) {
      thread = {
        index: Number(row[1]),
        id: parseHex32(row[2]!),
        name: null,
        userMs: null,
        kernelMs: null,
        elapsedMs: null,
        line: firstLine + i,
      };
      threads.set(key, thread);
    }
    thread[field] = parseMilliseconds(row[3]!);
    thread.name ??= row[4] ?? null;
  }
  return [...threads.values()];
}
