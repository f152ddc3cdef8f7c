import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Console } from './console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const session = new Console(`${DEMO}/crash.dmp`, [DEMO]);
afterAll(() => session.close());

test('# finds the lines that u shows, one after the other', async () => {
  const lines = (await session.text('u orders!printInvoice L40')).split('\n').filter((line) => line.includes('mov'));
  expect(lines.length).toBeGreaterThan(1);
  const last = async (line: string) => (await session.text(line)).split('\n').at(-2);
  expect(await last('# mov orders!printInvoice L40')).toBe(lines[0]);
  expect(await last('#')).toBe(lines[1]);
  expect(await last('# "MOV*" orders!printInvoice L40')).toBe(lines[0]);
});

test('# says how much was searched when nothing matches, and where code ends', async () => {
  expect(await session.text('# nosuchcode orders!printInvoice L8')).toBe(
    'No instruction matches nosuchcode: 8 were searched\n',
  );
  expect(await session.text('# nop 10 L8')).toMatch(/0 were searched, up to 0x10, which is not in the dump/);
});

test('.fnent of a function, and the reasons when there is none', async () => {
  const shown = await session.text('.fnent orders!printInvoice');
  expect(shown).toMatch(/^Debugger function entry for:\norders!printInvoice\n\nBeginAddress {6}= 00000000`/);
  expect(shown).toMatch(/UWOP_\w+/);
  expect(await session.text('.fnent 10')).toMatch(/No function entry for 00000000`00000010: it lies in no module/);
});

test('| and || name the process and the dump', async () => {
  expect(await session.text('|')).toMatch(/^\. {2}0\tid: [0-9a-f]+\texamine\tname: .*orders\.exe\n$/);
  expect(await session.text('||')).toMatch(/^\. {2}0 .*mini dump: .*crash\.dmp\n$/);
});
