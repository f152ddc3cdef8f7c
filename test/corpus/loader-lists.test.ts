import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Console } from '../transcripts/console.ts';
import { CORPUS, hasForged, X64 } from './kernel-case.ts';

const DUMP = `${CORPUS}/made/msvcex-x64-f2.dmp`;

describe.skipIf(!existsSync(DUMP))("the loader's lists (needs ../shared/corpus/made)", () => {
  let console: Console;
  beforeAll(() => {
    console = new Console(DUMP, [`${CORPUS}/made`]);
  });
  afterAll(() => console.close());
  test('!dlls has the modules of the dump’s own list, with their bases and sizes', async () => {
    const shown = await console.text('!dlls');
    const rows = [...shown.matchAll(/^0x[0-9a-f]{16}: (.*)\n {6}Base {3}0x([0-9a-f]+) .* Size {8}0x([0-9a-f]+)$/gm)];
    const found = rows.map(([, , base, size]) => `${BigInt(`0x${base}`)} ${Number(`0x${size}`)}`).sort();
    const { modules } = console.session.target;
    expect(modules.length).toBeGreaterThan(3);
    expect(found).toEqual(modules.map(({ base, size }) => `${base} ${size}`).sort());
  });
  test('!dlls of one module, by name and by an address inside', async () => {
    const byName = await console.text('!dlls -c ntdll');
    expect(byName).toMatch(/^0x[0-9a-f]{16}: .*\\ntdll\.dll\n/);
    expect(await console.text('!dlls -c ntdll+1000')).not.toBe(byName);
    const { base } = console.session.moduleNamed('ntdll')!;
    expect(await console.text(`!dlls -c ${(base + 0x1000).toString(16)}`)).toBe(byName);
  });
  test('!tls of a process of several slots, !gflag without flags', async () => {
    expect(await console.text('!tls -1')).toMatch(
      /^TLS slots on thread: [0-9a-f]+\.[0-9a-f]+\n0x0000 : [0-9a-f]{16}\n/,
    );
    expect(await console.text('!gflag')).toMatch(/^Current NtGlobalFlag contents: 0x[0-9a-f]{8}\n/);
  });
});

describe.skipIf(!hasForged)('lists of the kernel (needs ../shared/corpus/forged)', () => {
  let console: Console;
  beforeAll(() => {
    console = new Console(`${X64}/w10-locks.dmp`, [`${CORPUS}/isf`]);
  });
  afterAll(() => console.close());
  test('!validatelist counts the processes of the truth file', async () => {
    const { processes } = JSON.parse(readFileSync(`${X64}/expected/w10-locks.json`, 'utf8'));
    // The idle process is on no list.
    const listed = processes.filter(({ pid }: { pid: number }) => pid !== 0).length;
    expect(await console.text('!validatelist nt!PsActiveProcessHead')).toMatch(
      new RegExp(` is valid: ${listed} entries\n$`),
    );
  });
  test('a list that is none is told to be broken', async () => {
    expect(await console.text('!validatelist @$csp')).toMatch(/is broken after 0 entries:\n {2}entry [0-9a-f`]+: its /);
  });
  test('~[expression] is a processor, ~~[expression] a thread id', async () => {
    const second = await console.text('~1e ? @$thread');
    expect(second).not.toBe(await console.text('~0e ? @$thread'));
    expect(await console.text('r $t0=1; ~[@$t0]e ? @$thread')).toBe(second);
    expect(await console.text('~~[@$tid+0]e .echo here')).toMatch(/^(here\n)+$/);
    expect(await console.text('~~[0n999999]e .echo here')).toMatch(/Illegal thread error at '~~\[0n999999\]'/);
  });
});
