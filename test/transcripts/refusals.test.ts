import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Console } from './console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const open: Console[] = [];
const start = () => {
  const session = new Console(`${DEMO}/crash.dmp`, [DEMO]);
  open.push(session);
  return session;
};
afterAll(() => {
  for (const session of open) session.close();
});

/** Commands of a live debuggee, as they stand in public scripts. */
test.each([
  'g',
  'gu',
  'p 3',
  'pct',
  't',
  'wt -l 2',
  'bp orders!main',
  'bu orders!main ".echo x; g"',
  'ba w4 @$csp',
  'ed nt!Kd_DEFAULT_MASK 0xFFFFFFFF',
  'eb 0xffffb780`b7eee664 11 11',
  'eza @$csp "x"',
  'f @$csp L10 0',
  'm @$csp L10 1000',
  'ib 60',
  'wrmsr 10 0',
  '~0u',
  '~*f',
  '~0n',
  '~0 m',
  '.dump /ma c:\\x.dmp',
  '.restart',
  '.kill',
  '.detach',
  '.dvalloc 1000',
  '.readmem file 1000 L10',
  '.tlist',
  '.scriptload x.js',
  '!ed 1000 1',
  '!sos.clrstack',
  '!dumpheap -stat',
  '.cordll -ve -u -l',
  '!ndiskd.miniport',
  '!wdfkd.wdfldr',
  '!fltkd.filters',
  '!usbkd.usb2tree',
  '!storagekd.storadapter',
  '!pcitree',
  '!reg hivelist',
  '!poaction',
  '!htrace',
])('%s is known, and refused with a reason', async (line) => {
  const [outcome] = await start().run(line);
  expect(outcome?.error?.message).not.toMatch(/Couldn't resolve|No export/);
  // WinDbg's word for what cannot be done, then a reason of ours.
  expect(outcome?.error?.message).toMatch(
    /(error in|refused|not supported|not run|never written|not available here|not done here|not read here).{20,}/,
  );
});

test.each(['bl', 'bc *', 'be *', 'sxe ld', 'sxd av', 'sxr'])(
  '%s changes nothing and lets scripts go on',
  async (line) => {
    expect(await start().text(`${line}; .echo on`)).toBe('on\n');
  },
);

test('a refusal carries the words of WinDbg and a caret', async () => {
  expect(await start().text('bp orders!main')).toMatch(
    /^ {9}\^ Operation not supported by current debuggee error in 'bp orders!main'/,
  );
});

test('a word that begins like a refused command is another word, and no hint leads to a refused one', async () => {
  expect(await start().text('gate')).toMatch(/^ {7}\^ Couldn't resolve command 'gate'/);
  expect(await start().text('tp')).not.toMatch(/did you mean (bp|t)\?/);
});

test('q ends a script, inside a block too', async () => {
  const session = start();
  expect(await session.text('.echo a; .if (1) { .echo b; q; .echo c }; .echo d')).toBe('a\nb\n');
  expect(session.session.isEnded).toBe(true);
});

test('every command explains itself when asked with -?, and !ext.help lists those with an exclamation mark', async () => {
  expect(await start().text('!heap -?')).toBe(await start().text('.hh !heap'));
  expect(await start().text('.trap /?')).toBe(await start().text('.hh .trap'));
  const help = await start().text('!ext.help');
  expect(help).toMatch(/^!analyze +\S/m);
  expect(help).toMatch(/SOS/);
});

test('a name of an extension that nothing here is like says where to look', async () => {
  expect(await start().text('!wibblyext.wobblycommand')).toMatch(
    /No export '!wibblyext\.wobblycommand': the extension wibblyext is not loaded here, !help lists/,
  );
});
