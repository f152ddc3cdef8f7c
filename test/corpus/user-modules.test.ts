import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { modulesFact, userModulesFact } from '../../src/evidence/modules.ts';
import { hasForged, openForged, X64, X86 } from './kernel-case.ts';

interface Truth {
  readonly processes: readonly {
    readonly image: string;
    readonly modules: readonly { readonly name: string; readonly base: string; readonly size: string }[];
  }[];
}

describe.skipIf(!hasForged)('user modules in kernel dumps (needs ../shared/corpus/forged and isf)', () => {
  test('a complete dump: those of the process that ran, beside those of the kernel', async () => {
    const { theCase } = await openForged(`${X86}/xp-spin.dmp`);
    const truth = JSON.parse(readFileSync(`${X86}/expected/xp-spin.json`, 'utf8')) as Truth;
    const own = truth.processes.find(({ image }) => image === theCase.target?.process?.name)!;
    const answer = userModulesFact(theCase);
    const found = answer.known ? answer.value : [];
    expect(found.map(({ name, base, size }) => ({ name, base, size }))).toEqual(
      expect.arrayContaining(
        own.modules.map(({ name, base, size }) => ({
          name,
          base: BigInt(`0x${base}`),
          size: Number.parseInt(size, 16),
        })),
      ),
    );
    expect(found).toHaveLength(own.modules.length);
    expect(found.every(({ space }) => space === 'user')).toBe(true);
    const kernel = modulesFact(theCase);
    expect(kernel.known && kernel.value.every(({ space }) => space === 'kernel')).toBe(true);
  });

  test('unknown without user pages, none in a process that has no user space', async () => {
    const { theCase } = await openForged(`${X64}/w10-bsod.dmp`);
    expect(userModulesFact(theCase)).toMatchObject({ known: false, missing: expect.stringContaining('loader list') });
    const idle = await openForged(`${X64}/w10-locks.dmp`);
    expect(userModulesFact(idle.theCase)).toMatchObject({ known: true, value: [] });
  });
});
