import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Console } from '../transcripts/console.ts';
import { CORPUS, hasForged, X64 } from './kernel-case.ts';

interface Truth {
  readonly translations: readonly { readonly pa: string | null; readonly bytes: string | null }[];
}

describe.skipIf(!hasForged)('physical memory (needs ../shared/corpus/forged)', () => {
  let console: Console;
  let truth: Truth;
  let pages: Truth['translations'];
  beforeAll(() => {
    truth = JSON.parse(readFileSync(`${X64}/expected/w10-locks.json`, 'utf8'));
    pages = truth.translations.filter(({ pa, bytes }) => pa !== null && bytes !== null);
    console = new Console(`${X64}/w10-locks.dmp`, [`${CORPUS}/isf`]);
  });
  afterAll(() => console.close());

  test('!db shows the bytes of every page that the truth file names', async () => {
    expect(pages.length).toBeGreaterThan(10);
    for (const { pa, bytes } of pages) {
      const shown = await console.text(`!db ${pa} L10`);
      const expected = bytes!.slice(0, 32).match(/../g)!;
      expect(shown).toContain(`${expected.slice(0, 8).join(' ')}-${expected.slice(8).join(' ')}`);
    }
  });
  test('!search finds the words of a page that the truth file names, in its frame', async () => {
    const { pa, bytes } = pages[0]!;
    const word = bytes!.slice(0, 16).match(/../g)!.reverse().join('');
    const frame = (BigInt(pa!) >> 12n).toString(16).padStart(8, '0').toUpperCase();
    const offset = (BigInt(pa!) & 0xfffn).toString(16).padStart(8, '0').toUpperCase();
    const shown = await console.text(`!search ${word}`);
    expect(shown).toContain(`\n${frame} ${offset} ${word.toUpperCase()}\n`);
    expect(await console.text(`!search ${word} 0 ${frame} ${frame}`)).toMatch(/Search done: \d+ hits in 1 pages\n$/);
    // A value beside it is within the delta.
    expect(await console.text(`!search ${word}+3 4 ${frame} ${frame}`)).toContain(`\n${frame} ${offset} `);
  });
  test('a page that is not in the dump is unknown, not zero', async () => {
    const missing = truth.translations.find(({ pa, bytes }) => pa !== null && bytes === null)?.pa ?? '1000';
    expect(await console.text(`!dd ${missing} L4`)).toContain('???????? ???????? ???????? ????????');
  });
  test('as in a public transcript, !dc prefixes the address with a hash', async () => {
    const { pa, bytes } = pages[0]!;
    const word = bytes!.slice(0, 8).match(/../g)!.reverse().join('');
    const line = await console.text(`!dc [uc] ${pa} L4`);
    expect(line.startsWith(`#${BigInt(pa!).toString(16).padStart(8)} ${word} `)).toBe(true);
  });
});
