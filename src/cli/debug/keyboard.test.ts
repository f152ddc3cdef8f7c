import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Keyboard, pastedLines } from './keyboard.ts';

/** A keyboard over a stream that is typed into, with what came of it. */
function keyboard() {
  const input = Object.assign(new PassThrough(), { setRawMode: () => input }) as unknown as NodeJS.ReadStream;
  const heard: string[] = [];
  const keys = new Keyboard(input, {
    interrupt: () => heard.push('interrupt'),
    suspend: () => heard.push('suspend'),
    search: () => heard.push('search'),
    click: ({ column, row }) => heard.push(`click ${column},${row}`),
    cursorIs: (row) => heard.push(`cursor ${row}`),
    end: () => heard.push('end') > 0,
    text: (text) => heard.push(JSON.stringify(text)),
  });
  keys.editorInput.on('data', (bytes: Buffer) => heard.push(JSON.stringify(bytes.toString())));
  keys.open();
  return { keys, heard, type: (text: string) => input.emit('data', Buffer.from(text)) };
}

test('keys go to the editor at the prompt, and wait for it while a command works', () => {
  const { keys, heard, type } = keyboard();
  keys.edit();
  type('k\r');
  keys.hold();
  type('lm\rx');
  expect(heard.splice(0)).toEqual(['"k"', '"\\r"']);
  keys.edit();
  expect(heard).toEqual(['"lm"', '"\\r"', '"x"']);
});

test('a key that the editor does not know puts nothing into the line', () => {
  const { keys, heard, type } = keyboard();
  keys.edit();
  for (const key of ['a', '\x1c', '\x1d', 'b\x1cc']) type(key);
  expect(heard.splice(0)).toEqual(['"a"', '"bc"']);
  // F1 on the console of Linux, and keys of rxvt, whole and among others.
  for (const key of ['\x1b[[A', '\x1b[7^', 'xy\x1b[[Bzz']) type(key);
  expect(heard).toEqual(['\x1b[[A', '\x1b[7^', 'x', 'y', '\x1b[[B', 'z', 'z'].map((key) => JSON.stringify(key)));
});

test('what follows Enter waits, even if it came in one piece with it', () => {
  const { keys, heard, type } = keyboard();
  keys.edit();
  keys.editorInput.on('data', (bytes: Buffer) => {
    if (bytes.toString() === '\r') keys.hold();
  });
  type('k\rlm\r');
  expect(heard).toEqual(['"k"', '"\\r"']);
});

test('Ctrl+C and Ctrl+Z are heard at all times, Ctrl+R and Ctrl+D at the prompt', () => {
  const { keys, heard, type } = keyboard();
  type('\x03\x1a\x12');
  keys.forget();
  keys.edit();
  type('\x03\x12\x04');
  expect(heard).toEqual(['interrupt', 'suspend', 'interrupt', 'search', 'end']);
});

test('mouse and cursor reports are no keys, whole or in pieces', async () => {
  const { keys, heard, type } = keyboard();
  keys.edit();
  type('a\x1b[<0;12;7Mb\x1b[<0;12;7m\x1b[<64;1;1M');
  for (const piece of ['\x1b', '[<0;3', ';4M', '\x1b[1', '0;1R']) type(piece);
  expect(heard.splice(0)).toEqual(['"a"', 'click 12,7', '"b"', 'click 3,4', 'cursor 10']);
  type('\x1b[A');
  expect(heard.splice(0)).toEqual(['"\\u001b[A"']);
  // A lone Escape is a key once nothing follows.
  type('\x1b');
  expect(heard).toEqual([]);
  await new Promise((resume) => setTimeout(resume, 120));
  expect(heard).toEqual(['"\\u001b"']);
});

test('a paste is lines of plain text, wherever it was cut', () => {
  const { keys, heard, type } = keyboard();
  keys.edit();
  for (const piece of ['\x1b[200~.if (1) {\n\t.echo \x1b[31m', 'x\x03\r\n}\x1b[20', '1~']) type(piece);
  expect(heard).toEqual(['".if (1) {"', '"\\r"', '" .echo [31mx"', '"\\r"', '"}"']);
  expect(pastedLines('a\r\nb\rc\n\x07')).toEqual(['a', 'b', 'c', '']);
});

test('who grabbed the keys gets each, also those that came together; the rest is typed after all', async () => {
  const { keys, heard, type } = keyboard();
  keys.edit();
  keys.grab();
  const first = keys.key();
  type('a\x1b[Bcd');
  expect([await first, await keys.key(), await keys.key()]).toEqual(['a', '\x1b[B', 'c']);
  expect(heard).toEqual([]);
  keys.release();
  expect(heard).toEqual(['"d"']);
});
