import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../platform/node/cache-folder.ts';

const MOST_LINES = 1000;

/** Commands of earlier conversations, the latest first as line editors want them; empty where none can be read. */
export function readHistory(): string[] {
  try {
    return readFileSync(historyPath(), 'utf8').split('\n').filter(Boolean).slice(0, MOST_LINES);
  } catch {
    return [];
  }
}

/** Keeps commands for later conversations. A history that cannot be written is no reason to fail. */
export function writeHistory(lines: readonly string[]): void {
  try {
    mkdirSync(dirname(historyPath()), { recursive: true });
    writeFileSync(historyPath(), `${lines.slice(0, MOST_LINES).join('\n')}\n`, { mode: 0o600 });
  } catch {
    // Read-only homes exist.
  }
}

function historyPath(): string {
  return join(cacheFolder(), 'debug-history');
}
