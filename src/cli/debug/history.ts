import { appendFileSync, chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stateFolder } from '../../platform/node/cache-folder.ts';

export const MOST_LINES = 1000;
/** Longer lines are pasted data, not commands that somebody wants again. */
const LONGEST_LINE = 4096;
/** A larger file is written anew with its last lines. */
const LARGEST_FILE = MOST_LINES * 256;

/**
 * Commands of earlier conversations, the latest first as line editors want them; empty where none can be read. Each
 * command is added to the file as it is typed, so that conversations at the same time keep each other's.
 */
export function readHistory(path: string): string[] {
  try {
    if (statSync(path).size > LARGEST_FILE) shorten(path);
    const lines = readFileSync(path, 'utf8').split('\n').filter(isKept).reverse();
    return [...new Set(lines)].slice(0, MOST_LINES);
  } catch {
    return [];
  }
}

/** Keeps a command for later conversations. A history that cannot be written is no reason to fail. */
export function addToHistory(path: string, line: string): void {
  if (!isKept(line)) return;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    appendFileSync(path, `${line}\n`, { mode: 0o600 });
    // An older file may be open to others.
    if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  } catch {
    // Read-only homes exist.
  }
}

/** As shells do: a blank before a command keeps it out of the history. */
export function isKept(line: string): boolean {
  return line !== '' && line.length <= LONGEST_LINE && !/^\s|\p{Cc}/u.test(line);
}

/** The lines of one command as a single one; null where a comment in them would swallow what follows. */
export function asHistory(lines: readonly string[]): string | null {
  const [only = ''] = lines;
  if (lines.length === 1) return only;
  const parts = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (parts.some((part) => /^\*|\$\$(?:\s|$)/.test(part))) return null;
  return parts.reduce((whole, part) => `${whole}${/[{;]$/.test(whole) || /^[{}]/.test(part) ? ' ' : '; '}${part}`);
}

function shorten(path: string): void {
  const lines = readFileSync(path, 'utf8').split('\n').filter(isKept).slice(-MOST_LINES);
  const next = `${path}.${process.pid}`;
  writeFileSync(next, `${lines.join('\n')}\n`, { mode: 0o600 });
  renameSync(next, path);
}

export function historyPath(): string {
  return join(stateFolder(), 'debug-history');
}
