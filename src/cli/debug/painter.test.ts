import { expect, test } from 'vitest';
import { Text } from '../../debugger/text.ts';
import { Painter } from './painter.ts';
import { Screen } from './screen.ts';

const said = (text: Text) => ({ text: text.toString(), links: text.links });
const ESC = '\x1b';

test('without colours and hyperlinks a line is its escaped text', () => {
  const text = new Text().link('nt!KeBugCheckEx', 'u').write(` ${ESC}[31m\u202e`).line();
  expect([...new Painter(false, false).lines(said(text))]).toMatchObject([
    { shown: 'nt!KeBugCheckEx \\x1b[31m\\u202e', width: 30, ends: true, links: [{ from: 0, to: 15, command: 'u' }] },
  ]);
});

test('addresses, names, what cannot be read, headings and failures differ', () => {
  const [line] = new Painter(true, false).lines({ text: 'fffff807`ab200000 nt!A+0x1 ????????\n', links: [] });
  expect(line!.shown).toBe(
    `${ESC}[36mfffff807\`ab200000${ESC}[39m ${ESC}[32mnt!A+0x1${ESC}[39m ${ESC}[2m????????${ESC}[22m`,
  );
  expect([...new Painter(true, false).lines({ text: '*** ERROR: x\n', links: [] })][0]!.shown).toContain(`${ESC}[31m`);
  expect([...new Painter(true, false).failure('^ no\n')][0]!.shown).toBe(`${ESC}[31m^ no${ESC}[39m`);
});

test('only addresses of ours become hyperlinks, and no label can end one', () => {
  const text = new Text()
    .page(`x${ESC}]8;;https://evil.example${ESC}\\`, 'https://example.org/a')
    .write(' https://evil.example/')
    .line();
  const [line] = new Painter(false, true).lines(said(text));
  expect(line!.shown).toBe(
    `${ESC}]8;;https://example.org/a${ESC}\\x\\x1b]8;;https://evil.example\\x1b\\${ESC}]8;;${ESC}\\ https://evil.example/`,
  );
  expect(new Painter(false, true).hyperlink('x', `https://a${ESC}\\`)).toBe('x');
  expect(new Painter(false, true).hyperlink('x', 'file:///etc/passwd')).toBe('x');
});

test('tabs become the blanks that they stand for, wide characters take two columns', () => {
  const [line] = new Painter(false, false).lines({ text: 'a\tb\u6f22\n', links: [] });
  expect(line).toMatchObject({ shown: 'a       b\u6f22', width: 11 });
});

test('a name out of a dump that is more than one word makes no link', () => {
  const text = new Text().linkName('x; q', 'x; q', (name) => `lmv m ${name}`).linkName('nt', 'nt', (n) => `lmv m ${n}`);
  expect(text.links.map(({ to }) => to)).toEqual([{ command: 'lmv m nt' }]);
});

test('the screen knows which link a row and a column belong to, also in lines that are wider than it', () => {
  const screen = new Screen();
  const painter = new Painter(false, false);
  const text = new Text().write('12345678').link('abcd', 'first').line().line('plain').link('x', 'last').line();
  for (const line of painter.lines(said(text))) screen.wrote(line, 10);
  screen.wrotePlain(25, 10);
  // Rows from below: three of what was typed, `x`, `plain`, `cd`, `12345678ab`.
  expect(screen.commandAt(4, 0)).toBe('last');
  expect(screen.commandAt(5, 0)).toBeNull();
  expect(screen.commandAt(6, 1)).toBe('first');
  expect(screen.commandAt(6, 2)).toBeNull();
  expect(screen.commandAt(7, 8)).toBe('first');
  expect(screen.commandAt(7, 7)).toBeNull();
  expect(screen.commandAt(0, 0)).toBeNull();
  screen.forget();
  expect(screen.commandAt(4, 0)).toBeNull();
});
