import { expect, test } from 'vitest';
import { findTerms, GLOSSARY, termOfFrame } from './glossary.ts';

test('a frame of a stack leads to the term that explains it', () => {
  expect(termOfFrame('ntdll!KiFastSystemCallRet')?.id).toBe('system-call-return');
  expect(termOfFrame('nt!KiFastCallEntry+0xfc')?.id).toBe('fast-call-entry');
  expect(termOfFrame('nt!KiSystemServiceCopyEnd+0x25')?.id).toBe('system-call');
  expect(termOfFrame('MyDriver!RcvData+0x30')).toBeNull();
});

test('terms are found by name, by function without its module, and by structure', () => {
  expect(findTerms('ERESOURCE').map(({ id }) => id)).toContain('executive-resource');
  expect(findTerms('KiFastSystemCallRet')[0]?.id).toBe('system-call-return');
  expect(findTerms('_KTRAP_FRAME').map(({ id }) => id)).toEqual(['trap-frame']);
  expect(findTerms('no such thing')).toEqual([]);
  expect(findTerms('')).toEqual([]);
});

test('ids are unique and every cross reference leads somewhere', () => {
  const ids = GLOSSARY.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const elsewhere = new Set(['no-system-dump']);
  const dangling = GLOSSARY.flatMap(({ seeAlso }) => seeAlso).filter((id) => !ids.includes(id) && !elsewhere.has(id));
  expect(dangling).toEqual([]);
});

test('what an author believes is marked as an opinion', () => {
  expect(GLOSSARY.find(({ id }) => id === 'uniform-trap-frame')?.opinion).toBe(true);
});
