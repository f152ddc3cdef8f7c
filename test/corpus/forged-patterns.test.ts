import { expect, test } from 'vitest';
import { analysesOf } from './corpus-analysis.ts';
import { FORGED_TRUTHS } from './forged-truth.ts';
import { CORPUS, hasForged, X64, X86 } from './kernel-case.ts';

const SYMBOLS = [`${X86}/symbols`, `${CORPUS}/isf`, `${X64}/binaries`];

test.skipIf(!hasForged).each(Object.entries(FORGED_TRUTHS))(
  '%s: with symbols, what is found is true and what is true is found (needs ../shared/corpus/forged and isf)',
  async (file, truths) => {
    const [only] = await analysesOf(`${CORPUS}/${file}`, SYMBOLS);
    const found = new Set(only!.analysis.judgement.findings.map(({ pattern }) => pattern.id));
    const known = Object.keys(truths);
    expect([...found].filter((id) => !known.includes(id))).toEqual([]);
    expect(known.filter((id) => !found.has(id))).toEqual([]);
    // Nothing in a detector failed.
    expect(JSON.stringify(only!.analysis.judgement.unknown)).not.toContain('a defect of memoretics');
  },
  60_000,
);
