import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Console } from './console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const MADE = resolve(import.meta.dirname, '../../../shared/corpus/made');
const here = existsSync(`${MADE}/av-x86-f0.dmp`);

const open: Console[] = [];
afterAll(() => {
  for (const each of open) each.close();
});
function console(path: string, folder: string): Console {
  const made = new Console(path, [folder]);
  open.push(made);
  return made;
}

// orders.c calls printInvoice(&shop, 4711), for which there is no order: the compiler keeps `number` in ESI.
describe('the demo', () => {
  const debug = console(`${DEMO}/crash.dmp`, DEMO);

  test('kp and kP show parameters by name', async () => {
    const lines = (await debug.text('kp 3')).split('\n');
    expect(lines[1]).toMatch(/orders!customerName\(struct Order \* order = 0x00000000`00000000\) \[C:/);
    expect(lines[2]).toMatch(
      /orders!printInvoice\(struct Shop \* from = <value unavailable>, int number = 0n4711\)\+0x14 \[/,
    );
    expect(lines[3]).toMatch(/orders!start\(void\)\+0x[0-9a-f]+ \[/);
    expect(await debug.text('kP 2')).toMatch(
      /orders!printInvoice\(\n\t\t\tstruct Shop \* from = <value unavailable>, \n\t\t\tint number = 0n4711\)\+0x14/,
    );
  });

  test('dv shows the frame that .frame chose, with types, places and kinds', async () => {
    await debug.run('.frame 1');
    expect(await debug.text('dv')).toBe(
      [
        '           from = <value unavailable>',
        '         number = 0n4711',
        '          order = <value unavailable>',
        '           name = <value unavailable>',
        '',
      ].join('\n'),
    );
    expect(await debug.text('dv /t /v num*')).toBe(`${'@esi'.padEnd(17)} int number = 0n4711\n`);
    expect(await debug.text('dv /i n*')).toBe(
      'prv param           number = 0n4711\nprv local             name = <value unavailable>\n',
    );
    await debug.run('.frame 0');
  });

  test('dt shows variables of frames and modules', async () => {
    expect(await debug.text('dt order')).toBe('Local var @ rcx Type Order*\n 0x00000000`00000000\n');
    expect(await debug.text('dt shop')).toMatch(/^ {3}\+0x000 count {12}: /);
    expect(await debug.text('dt Shop')).toMatch(/^orders!Shop\n/);
    for (const line of ['dt nothing', 'dt orders!nothing', 'dt order nofield']) {
      const [outcome] = await debug.run(line);
      expect(outcome?.error?.code, line).toBe('usage');
    }
  });

  test('a variable is listed once, with its type', async () => {
    expect(await debug.text('x orders!shop')).toBe('00000001`40003000 orders!shop = Shop\n');
    expect(await debug.text('ln orders!shop')).toMatch(/Exact matches:\n {4}orders!shop = Shop\n/);
  });

  test('source lines are addresses', async () => {
    const at = (await debug.text('? `orders!orders.c:21`')).trim().split(' ').at(-1);
    expect(at).toBe('00000001`40001030');
    expect(await debug.text('? `orders.c:21`')).toContain('00000001`40001030');
    expect(await debug.text('? `:21`')).toContain('00000001`40001030');
    for (const line of ['? `orders!other.c:1`', '? `nothing!orders.c:1`', '? `orders.c:99999`']) {
      const [outcome] = await debug.run(line);
      expect(outcome?.error?.message, line).toMatch(/^Couldn't resolve error at/);
    }
  });

  test('pseudo-registers of the current frame', async () => {
    expect(await debug.text('? @$ra')).toContain('00000001`40001054');
    expect(await debug.text('? @$csp')).toContain('00000000`0011fdc8');
    expect(await debug.text('.frame 1; ? @$frame; ? @$ra; .frame 0')).toMatch(/ 1 = .*\n.*00000001`400010dd/);
    // The dump holds no TEB; the header of the executable is read from its file.
    expect(await debug.text('? @$exentry - orders!start')).toContain(' 0 = ');
    for (const name of ['$peb', '$nothing']) {
      const [outcome] = await debug.run(`? @${name}`);
      expect(outcome?.error?.message).toMatch(/^Bad register error/);
    }
  });
});

/** What lldb-19 `frame variable -L` says of the frames middle and outer_fn of av-x86-f0.dmp. */
const LLDB_X86 = [
  ['.frame 1', '0051fe1c', 'j = 0x0040c004'],
  ['.frame 1', '0051fe20', 'depth = 0n4'],
  ['.frame 1', '0051fe00', 'loc = int [4]'],
  ['.frame 1', '<unavailable>', 'r = <value unavailable>'],
  ['.frame 2', '0051fe2c', 'j = 0x0040c004'],
  ['.frame 6', '0051fe6c', 'j = 0x0040c004'],
  ['.frame 6', '0051fe70', 'depth = 0n0'],
] as const;

describe.skipIf(!here)('variables as lldb finds them (needs ../shared/corpus/made)', () => {
  test('x86 with frame pointers', async () => {
    const debug = console(`${MADE}/av-x86-f0.dmp`, MADE);
    for (const [frame, place, value] of LLDB_X86) {
      await debug.run(frame);
      const lines = (await debug.text('dv /v')).split('\n').map((line) => line.replace(/ +/g, ' '));
      expect(lines, frame).toContain(`${place} ${value}`);
    }
  });

  // lldb has no location for these; the same program with frame pointers has j = &g_job and depth = 4.
  test('x86 without frame pointers: $T0 of the frame data', async () => {
    const debug = console(`${MADE}/avfpo-x86-f0.dmp`, MADE);
    const text = await debug.text('dv /V');
    expect(text).toMatch(/@\$vframe\+0x0004 +j = 0x0040c004\n/);
    expect(text).toMatch(/@\$vframe\+0x0008 +depth = 0n4\n/);
  });

  // lldb: loc at 0x11fbb0, holding 4, 8, 12, 0.
  test('x64: an array below the frame pointer', async () => {
    const debug = console(`${MADE}/av-x64-f0.dmp`, MADE);
    await debug.run('.frame 1');
    expect(await debug.text('dv /t /V loc')).toBe('00000000`0011fbb0 @rbp-0x0010 int [4] loc = int [4]\n');
    expect(await debug.text('dd 11fbb0 L4')).toBe('00000000`0011fbb0  00000004 00000008 0000000c 00000000\n');
  });
});
