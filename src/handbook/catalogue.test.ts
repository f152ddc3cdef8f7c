import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { PATTERNS } from '../patterns/index.generated.ts';
import { OTHER_NAMES, unimplementedPatterns } from './catalogue.ts';

const CATALOGUE = resolve(import.meta.dirname, '../../../shared/spec/pattern-catalogue.tsv');

test('what is implemented is not listed as missing, and every need is said', () => {
  const missing = unimplementedPatterns(PATTERNS);
  const names = new Set(PATTERNS.map(({ name }) => name));
  expect(missing.filter(({ name }) => names.has(name))).toEqual([]);
  for (const { needs } of missing) expect(needs.length).toBeGreaterThan(20);
  const ids = new Set(PATTERNS.map(({ id }) => id));
  expect(Object.values(OTHER_NAMES).filter((id) => !ids.has(id))).toEqual([]);
});

test.skipIf(!existsSync(CATALOGUE))(
  'every row of the catalogue is implemented or listed (needs ../shared/spec)',
  () => {
    const rows = readFileSync(CATALOGUE, 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.split('\t')[0]!);
    const answered = new Set([
      ...PATTERNS.map(({ name }) => name),
      ...Object.keys(OTHER_NAMES),
      ...unimplementedPatterns(PATTERNS).map(({ name }) => name),
    ]);
    expect(rows.length).toBeGreaterThan(300);
    expect(rows.filter((name) => !answered.has(name))).toEqual([]);
  },
);
