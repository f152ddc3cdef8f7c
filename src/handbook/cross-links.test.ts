import { expect, test } from 'vitest';
import { PATTERNS_OF_TERMS, questionsOfPattern, termsOfPattern } from './cross-links.ts';
import { GLOSSARY } from './glossary.ts';

test('patterns lead to terms and to questions of the checklist', () => {
  expect(termsOfPattern('wait-chain-executive-resources').map(({ id }) => id)).toEqual(['executive-resource']);
  expect(questionsOfPattern('wait-chain-executive-resources')).toEqual([
    'Executive resources: who owns, who waits, deadlocks, contention',
  ]);
  expect(termsOfPattern('no-such-pattern')).toEqual([]);
});

test('every term that names patterns is in the glossary', () => {
  const ids = new Set(GLOSSARY.map(({ id }) => id));
  expect(Object.keys(PATTERNS_OF_TERMS).filter((id) => !ids.has(id))).toEqual([]);
});
