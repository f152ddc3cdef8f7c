import { expect, test } from 'vitest';
import type { Keyboard } from './keyboard.ts';
import { Pager } from './pager.ts';
import { Painter } from './painter.ts';

/** A pager of six rows and twenty columns whose reader presses the given keys. */
async function paged(text: string, keys: readonly string[], important = '') {
  let out = '';
  const left = [...keys];
  const keyboard = {
    grab: () => {},
    release: () => {},
    press: () => {},
    key: () => Promise.resolve(left.shift() ?? 'q'),
  } as unknown as Keyboard;
  const write = (part: string) => {
    out += part;
  };
  const pager = new Pager({ write, shown: () => {}, left: () => {}, rows: () => 6, columns: () => 20, keyboard }, true);
  const painter = new Painter(false, false);
  pager.start();
  await pager.write(painter.lines({ text, links: [] }));
  if (important !== '') await pager.write(painter.failure(important), true);
  await pager.settled();
  return out.split('\n').map((line) => line.replace(/^[\s\S]*\r/, ''));
}

const TEN = '0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n';

test('a screen at a time, a line at a time, all the rest, or no more', async () => {
  expect(await paged(TEN, ['q'])).toEqual(['0', '1', '2', '3', '4', '']);
  expect(await paged(TEN, [' ', 'q'])).toHaveLength(11);
  expect(await paged(TEN, ['\r', '\r', 'q'])).toEqual(['0', '1', '2', '3', '4', '5', '6', '']);
  expect(await paged(TEN, ['x', 'a'])).toHaveLength(11);
  expect(await paged(TEN, ['\x03'], 'interrupted\n')).toEqual(['0', '1', '2', '3', '4', 'interrupted', '']);
});

test('a line that is wider than the terminal takes several rows', async () => {
  expect(await paged(`${'w'.repeat(70)}\nb\nc\n`, ['q'])).toEqual(['w'.repeat(70), 'b', '']);
});

test('the search goes on to the next line that has a text, and says when there is none', async () => {
  expect(await paged(TEN, ['/', '8', '\r', 'q'])).toEqual(['0', '1', '2', '3', '4', '8', '9', '']);
  expect(await paged(TEN, ['/', 'x', '\x7f', 'y', '\r'])).toEqual([
    '0',
    '1',
    '2',
    '3',
    '4',
    "(nothing more with 'y')",
    '',
  ]);
  expect(await paged(TEN, ['/', '\x1b', 'q'])).toEqual(['0', '1', '2', '3', '4', '']);
});
