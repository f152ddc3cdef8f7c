import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import lm, { type ModuleListData, type ModuleRow } from '../../src/commands/standard/lm.ts';
import { Text } from '../../src/debugger/text.ts';
import { readModules } from '../../src/transcript/modules.ts';
import { Console } from './console.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const TRIAGE = `${CORPUS}/kernel-triage/rizinorg__rizin-testbins__triage_x64.dmp`;
const DRIVERS = `${CORPUS}/kernel-triage/eolaruhagen__minidump-diagnostics-tool__083125-14875-01.dmp`;
const LISTED = `${CORPUS}/expected/eolaruhagen__minidump-diagnostics-tool__lm_t_n.txt`;
const TINY = `${CORPUS}/user/google__breakpad__tiny-exe-with-cet-xsave.dmp`;
const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const needs = (path: string) => (existsSync(path) ? '' : ` (needs ../shared/corpus${path.slice(CORPUS.length)})`);

const open: Console[] = [];
afterAll(() => {
  for (const one of open) one.close();
});
function console(path: string, folders: string[] = []): Console {
  const made = new Console(path, folders);
  open.push(made);
  return made;
}

test('what lm prints is read back: names, ranges, states', () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,14}$/);
  const row = fc.record({
    name,
    start: fc.bigInt({ min: 0x1000n, max: 0xffff_f800_0000n }),
    size: fc.integer({ min: 1, max: 1 << 28 }),
    symbols: fc.constantFrom('deferred', 'no symbols', 'export symbols', 'pdb symbols', 'private pdb symbols'),
    mismatched: fc.boolean(),
  });
  const base: Omit<ModuleRow, 'name' | 'start' | 'end' | 'symbols' | 'mismatched'> = {
    imageName: 'a.dll',
    path: null,
    symbolFile: null,
    timestamp: 0x655244fd,
    reproducible: null,
    checksum: null,
    imageSize: 0x1000,
    fileVersion: null,
    productVersion: null,
    resources: null,
    note: null,
  };
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 8 }),
      fc.array(row, { maxLength: 3 }),
      fc.constantFrom('', 'v'),
      (some, gone, flags) => {
        const modules = some.map(
          ({ size, start, ...item }) => ({ ...base, ...item, start, end: start + BigInt(size) }) as ModuleRow,
        );
        const unloaded = gone.map(({ name, start, size }) => ({
          name,
          start,
          end: start + BigInt(size),
          timestamp: 0,
          checksum: 0,
        }));
        const data: ModuleListData = { pointerSize: 8, flags, filtered: false, modules, unloaded };
        const text = new Text();
        lm.render(data, text);
        const read = readModules(text.toString().split('\n'));
        const shape = (rows: readonly { name: string; base: bigint; end: bigint }[]) =>
          rows.map((one) => [one.name, one.base, one.end]);
        expect(shape(read.loaded)).toEqual(modules.map((one) => [one.name, one.start, one.end]));
        expect(read.loaded.map((one) => one.symbolState)).toEqual(modules.map((one) => one.symbols));
        expect(shape(read.unloaded)).toEqual(unloaded.map((one) => [one.name, one.start, one.end]));
        expect(read.hasUnloaded).toBe(true);
      },
    ),
  );
});

describe('on the demo dump', () => {
  const debug = console(`${DEMO}/crash.dmp`, [DEMO]);

  test('symbols are deferred until needed', async () => {
    const fresh = console(`${DEMO}/crash.dmp`, [DEMO]);
    expect(await fresh.text('lm m orders')).toMatch(/orders {5}\(deferred\) {13}$/m);
    await fresh.run('ln orders!customerName');
    expect(await fresh.text('lm m orders')).toMatch(/orders {5}\((private )?pdb symbols\) {2}.*orders\.pdb$/m);
    await fresh.run('.reload');
    expect(await fresh.text('lm m orders')).toContain('(deferred)');
  });

  test('x, ln and u agree on where a function is', async () => {
    const [listed] = await debug.run('x orders!customerName');
    const { rows } = listed!.data as { rows: { address: bigint; name: string }[] };
    expect(rows.map(({ name }) => name)).toEqual(['orders!customerName']);
    const address = rows[0]!.address.toString(16);
    expect(await debug.text(`ln ${address}`)).toMatch(/Exact matches:\n {4}orders!customerName/);
    expect((await debug.text(`u ${address} l1`)).split('\n')[0]).toBe('orders!customerName:');
  });

  test('code that the dump leaves out comes from the image on disk', async () => {
    const without = console(`${DEMO}/crash.dmp`, []);
    const at = 'orders!printInvoice';
    expect(await debug.text(`uf ${at}`)).toMatch(/^orders!printInvoice:\n[0-9a-f`]+ [0-9a-f]+ +\w+/);
    expect(await without.text('u @$ip l1')).not.toBe('');
  });

  test('wrong usage says so and where', async () => {
    for (const [line, position] of [
      ['lm q', 3],
      ['dt', 0],
      ['s 1000 L10', null],
      ['!dh', 0],
      ['.asm nonsense', 5],
      ['db 1 2 3', null],
      ['!handle 4 f x y', null],
    ] as const) {
      const [outcome] = await debug.run(line);
      expect(outcome, line).toMatchObject({ data: null, error: { code: 'usage' } });
      if (position !== null) expect(outcome!.error!.position, line).toBe(position);
    }
  });

  test('data of every command is plain', async () => {
    const lines =
      'lm; lmv m orders; x orders!*; ln @$ip; dt _LIST_ENTRY @$csp; db @$csp L10; dyb @$csp L4; dps @$csp L2; dpp @$csp L2; dS @$csp; dl @$csp; u; ub; uf; !lmi orders; !dh orders; .imgscan; !sym; .sympath; .chain';
    for (const outcome of await debug.run(lines)) {
      if (outcome.error) continue;
      const copy = JSON.parse(
        JSON.stringify(outcome.data, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)),
        (_, value) => (typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value),
      );
      expect(copy, outcome.command).toEqual(outcome.data);
    }
  });
});

test.skipIf(needs(DRIVERS) !== '')(`lm t n names the modules that WinDbg named${needs(DRIVERS)}`, async () => {
  const ours = readModules((await console(DRIVERS).text('lm t n')).split('\n'));
  const theirs = readModules(readFileSync(LISTED, 'utf8').split('\n'));
  const key = (rows: typeof ours.loaded) =>
    rows.map(({ name, base, end }) => `${base.toString(16)} ${end.toString(16)} ${name}`);
  expect(key(ours.loaded)).toEqual(key(theirs.loaded));
  expect(ours.loaded.map(({ timestamp }) => timestamp)).toEqual(theirs.loaded.map(({ timestamp }) => timestamp));
  expect(key(ours.unloaded)).toEqual(key(theirs.unloaded));
});

test.skipIf(needs(TRIAGE) !== '')(`dt of a public symbol table in ISF${needs(TRIAGE)}`, async () => {
  const debug = console(TRIAGE, [`${CORPUS}/isf`]);
  const text = await debug.text('dt nt!_KPRCB');
  expect(text.split('\n').slice(0, 4)).toEqual([
    '   +0x000 MxCsr            : Uint4B',
    '   +0x004 LegacyNumber     : UChar',
    '   +0x005 ReservedMustBeZero : UChar',
    '   +0x006 InterruptRequest : UChar',
  ]);
  expect(await debug.text('dt nt!_kthread Header')).toBe('nt!_KTHREAD\n   +0x000 Header : _DISPATCHER_HEADER\n');
  expect(await debug.text('dt nt!_MMPTE_HARDW*')).toBe('          nt!_MMPTE_HARDWARE\n');
  const [bits] = await debug.run('dt nt!_MMPTE_HARDWARE @$csp');
  const { items } = bits!.data as { items: { rows: { name: string; shown: string; value: bigint }[] }[] };
  const valid = items[0]!.rows.find(({ name }) => name === 'Valid')!;
  expect(valid.shown).toBe(`0y${valid.value}`);
});

test.skipIf(needs(TINY) !== '')(`!teb, !peb, !vprot and !address of one dump agree${needs(TINY)}`, async () => {
  const debug = console(TINY);
  const [teb, peb, region, handles] = await debug.run('!teb; !peb; !address @$csp; !handle');
  const pointers = new Map((teb!.data as { pointers: [string, bigint][] }).pointers);
  const { thread } = debug.session;
  expect(pointers.get('Self')).toBe(BigInt(thread!.teb!));
  expect(pointers.get('StackBase')).toBe(BigInt(thread!.stack!.base));
  const { modules } = peb!.data as { modules: { base: bigint; path: string }[] };
  const known = new Map(debug.session.target.modules.map((module) => [BigInt(module.base), module.path]));
  for (const { base, path } of modules) expect(known.get(base)?.toLowerCase()).toBe(path.toLowerCase());
  expect(region!.text).toMatch(/^Usage: {18}Stack$/m);
  expect(await debug.text('!vprot @$csp')).toMatch(/^State: {13}00001000 {2}MEM_COMMIT$/m);
  const counted = (handles!.data as { types: { count: number }[] }).types.reduce((sum, { count }) => sum + count, 0);
  expect(counted).toBe(debug.session.target.handles!.length);
});
