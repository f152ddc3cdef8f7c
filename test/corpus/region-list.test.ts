import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Console } from '../transcripts/console.ts';
import { CORPUS } from './kernel-case.ts';

const DUMP = `${CORPUS}/user/google__breakpad__tiny-exe-with-cet-xsave.dmp`;

describe.skipIf(!existsSync(DUMP))('regions chosen by what they are (needs ../shared/corpus/user)', () => {
  let console: Console;
  beforeAll(() => {
    console = new Console(DUMP);
  });
  afterAll(() => console.close());
  const rows = async (line: string) => (await console.text(line)).split('\n').slice(0, -1);

  test('-o:1 has one address a line, for .foreach', async () => {
    const regions = console.session.target.memoryRegions!;
    const committed = regions.filter(({ state }) => state === 0x1000).map(({ base }) => `0x${base.toString(16)}`);
    expect(committed.length).toBeGreaterThan(10);
    expect(await rows('!address -f:MEM_COMMIT -o:1')).toEqual(committed);
    expect(await rows('.foreach (a { !address -f:MEM_COMMIT -o:1 }) { .echo a }')).toEqual(committed);
  });
  test('all filters must hold', async () => {
    const regions = console.session.target.memoryRegions!;
    const code = regions.filter(({ type, protection }) => type === 0x1000000 && protection === 0x20);
    expect(await rows('!address -f:MEM_IMAGE,PAGE_EXECUTE_READ -o:1')).toEqual(
      code.map(({ base }) => `0x${base.toString(16)}`),
    );
  });
  test('a word that no region can have is no empty list', async () => {
    for (const word of ['nonsense', 'PAGE_NONSENSE', 'MEM_NONE'])
      expect(await console.text(`!address -f:${word} -o:1`)).toContain(`no region is told to be '${word}'`);
    expect(await rows('!address -f:stack -o:1')).toEqual(await rows('!address -f:Stack -o:1'));
  });
  test('-o:csv and the table tell the same regions', async () => {
    const csv = await rows('!address -f:Stack -o:csv');
    const table = await rows('!address -f:Stack');
    expect(csv[0]).toBe('"BaseAddress","EndAddress+1","RegionSize","Type","State","Protect","Usage"');
    expect(csv.length).toBe(table.length - 1);
    expect(csv.slice(1).every((line) => /^("[^"]*",){6}"Stack( \[~\d+k\])?"$/.test(line))).toBe(true);
  });
  test('-c runs a command for each, with its numbers', async () => {
    const bases = await rows('!address -f:Stack -o:1');
    expect(bases.length).toBeGreaterThan(0);
    expect(await rows('!address -f:Stack -c:"? %2 - %1 - %3"')).toEqual(
      bases.map(() => 'Evaluate expression: 0 = 00000000`00000000'),
    );
  });
});
