import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addToHistory, asHistory, MOST_LINES, readHistory } from './history.ts';

const folder = mkdtempSync(join(tmpdir(), 'memoretics-history-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("conversations at the same time keep each other's commands; the latest is first, each is there once", () => {
  const path = join(folder, 'new', 'history');
  expect(readHistory(path)).toEqual([]);
  for (const line of ['k', 'lm', 'k', ' secret', 'a\x1b[31m', '', 'x'.repeat(5000)]) addToHistory(path, line);
  expect(readHistory(path)).toEqual(['k', 'lm']);
});

test.skipIf(process.platform === 'win32')('nobody else may read it', () => {
  const path = join(folder, 'private');
  addToHistory(path, 'k');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  chmodSync(path, 0o644);
  addToHistory(path, 'lm');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a file that grew large is cut to its last lines, a place that cannot be written does no harm', () => {
  const path = join(folder, 'long');
  writeFileSync(path, Array.from({ length: 100_000 }, (_, index) => `? ${index}\n`).join(''));
  expect(readHistory(path)).toHaveLength(MOST_LINES);
  expect(readHistory(path)[0]).toBe('? 99999');
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(MOST_LINES + 1);
  addToHistory(join(path, 'below-a-file'), 'k');
});

test('a block is one line of history; one with a comment in it is none', () => {
  expect(asHistory(['k'])).toBe('k');
  expect(asHistory(['.for (;;) {', ' r $t0=1', ' k', '}'])).toBe('.for (;;) { r $t0=1; k }');
  expect(asHistory(['.if (1) {', '* why', '}'])).toBeNull();
});
