import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Console } from '../transcripts/console.ts';
import { CORPUS, hasForged, X64 } from './kernel-case.ts';

interface Truth {
  readonly processes: readonly {
    readonly address: string;
    readonly session: number | null;
    readonly vads: readonly { readonly start: string; readonly end: string; readonly kind: string }[];
  }[];
}

describe.skipIf(!hasForged)('kernel space and sessions of a dump (needs ../shared/corpus/forged and isf)', () => {
  let debug: Console;
  beforeAll(() => {
    debug = new Console(`${X64}/w7-locks.dmp`, [`${CORPUS}/isf`]);
  });
  afterAll(() => debug.close());

  test('!vm 5 lists the sessions of the truth table, and no processes', async () => {
    const truth = JSON.parse(readFileSync(`${X64}/expected/w7-locks.json`, 'utf8')) as Truth;
    const sessions = new Set(truth.processes.map(({ session }) => session).filter((id) => id !== null && id >= 0));
    const text = await debug.text('!vm 5');
    const listed = [...text.matchAll(/^Session ID (\d+) @ [0-9a-f]{16}:$/gm)].map(([, id]) => Number(id));
    expect(listed).toEqual([...sessions].sort());
    expect(text).not.toContain('Total Private');
  });

  // Windows Internals, 6th edition, part 2, chapter 10: the address space of 64-bit Windows 7.
  test('!vm 21 shows the fixed places of Windows 7', async () => {
    const text = await debug.text('!vm 21');
    expect(text).toContain('PagedPool                 : fffff8a000000000     137438953472');
    expect(text).toContain('SystemCache               : fffff98000000000    1099511627776');
  });

  test('!address lists the ranges of a process as the truth table has them, and -summary sums them up', async () => {
    const other = new Console(`${X64}/w10-locks.dmp`, [`${CORPUS}/isf`]);
    const truth = JSON.parse(readFileSync(`${X64}/expected/w10-locks.json`, 'utf8')) as Truth;
    const { address, vads } = truth.processes.findLast((process) => process.vads.length > 0)!;
    await other.run(`.process ${address}`);
    const listed = [...(await other.text('!address')).matchAll(/^([0-9a-f`]+) ([0-9a-f`]+) .*UserRange/gm)];
    const plain = (text: string) => BigInt(`0x${text.replace('`', '')}`);
    expect(listed.map(([, base, end]) => [plain(base!), plain(end!)])).toEqual(
      vads.map(({ start, end }) => [BigInt(start), BigInt(end) + 1n]),
    );
    const images = vads.filter(({ kind }) => kind === 'image').length;
    expect(await other.text('!address -summary')).toMatch(new RegExp(`^Image +${images} `, 'm'));
    // The map of kernel space is blank in this dump: unknown, not empty.
    expect(await other.text('!address -summary')).toContain('Ranges may be missing: neither a map');
    other.close();
  });

  test('flags that nothing is known about are refused', async () => {
    expect((await debug.run('!vm 8'))[0]).toMatchObject({ error: { message: expect.stringContaining('flags 8') } });
  });
});
