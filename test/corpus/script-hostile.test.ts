// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the debugger's alias syntax looks like JavaScript's templates.
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { SourceError } from '../../src/bytes/errors.ts';
import type { ScriptHost } from '../../src/debugger/script/host.ts';
import { Console } from '../transcripts/console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const SMALL = { steps: 20_000, outputCharacters: 100_000, milliseconds: 20_000 };

/** What a script prints that means no good, and how long it took. */
async function attack(
  script: string,
  host: ScriptHost = {},
  others: Readonly<Record<string, string>> = {},
): Promise<{ readonly text: string; readonly seconds: number }> {
  const console = new Console(`${DEMO}/crash.dmp`, [DEMO], host);
  const files: Record<string, string> = { attack: script, ...others };
  console.session.readText = (path) => {
    if (files[path] === undefined) throw new SourceError(path, `${path} cannot be read`);
    return files[path];
  };
  const start = performance.now();
  try {
    return { text: await console.text('$$>a<attack one two'), seconds: (performance.now() - start) / 1000 };
  } finally {
    console.close();
  }
}

test('a line of ten megabytes is printed as it is', async () => {
  const { text, seconds } = await attack(`.echo ${'a'.repeat(10_000_000)}`);
  expect(text).toHaveLength(10_000_001);
  expect(seconds).toBeLessThan(5);
});

test.each([
  ['100,000 blocks in each other', `${'.block {'.repeat(100_000)} .echo x ${'}'.repeat(100_000)}`, 'too many nested'],
  ['braces that are never closed', '.if (1) {\n'.repeat(100_000), 'too many nested'],
  ['a million opening braces', '{'.repeat(1_000_000), 'too many nested'],
  ['100,000 parentheses', `? ${'('.repeat(100_000)}1${')'.repeat(100_000)}`, 'too long'],
  ['a sum of a million terms', `? ${'1+'.repeat(1_000_000)}1`, 'too long'],
  ['a million signs', `? ${'-'.repeat(1_000_000)}1`, 'too long'],
  ['C++ in parentheses', `?? ${'('.repeat(50_000)}1${')'.repeat(50_000)}`, 'too long'],
  ['C++ in MASM in C++', `? ${'@@c++(@@masm('.repeat(5_000)}1${'))'.repeat(5_000)}`, 'too '],
])('%s', async (_, script, message) => {
  const { text, seconds } = await attack(script);
  expect(text).toContain(message);
  expect(text.length).toBeLessThan(2_000);
  expect(seconds).toBeLessThan(5);
});

test.each(['$$>a<attack one', '$$><attack', '.block { $$>a<other }', '.catch { $$>a<attack }; .catch { $$>a<attack }'])(
  'a script that calls itself ends: %s',
  async (script) => {
    const { text, seconds } = await attack(script, {}, { other: '$$><attack' });
    expect(text).toContain('scripts call each other more than 64 deep');
    expect(seconds).toBeLessThan(5);
  },
);

test('an alias that holds its own name is replaced once', async () => {
  const { text } = await attack('aS foo foo foo\n.block { .echo foo }\naS bar ${bar}${bar}\n.block { .echo ${bar} }');
  expect(text).toBe('foo foo\n${bar}${bar}\n');
});

test.each([
  ['aS X aaaaaaaaaa\n.for (;;) { .block { aS ${/v:X} ${X}${X} } }', 'an alias is longer than 1 MB'],
  ['aS X aaaaaaaaaa\n.for (;;) { .block { as /c ${/v:X} .echo ${X}${X} } }', 'an alias is longer than 1 MB'],
  ['.for (;;) { r $.u0=a$u0$u0 }', 'aliases make a text of more than 16 MB|an alias is longer'],
  [`aS X ${'b'.repeat(1000)}\n.block { .echo ${'${X}'.repeat(100_000)} }`, 'aliases make a text of more than 16 MB'],
])('aliases that grow: number %#', async (script, message) => {
  const { text, seconds } = await attack(script);
  expect(text).toMatch(new RegExp(message));
  expect(text.length).toBeLessThan(2_000);
  expect(seconds).toBeLessThan(20);
});

test.runIf(process.env['MEMORETICS_LONG'])('aliases without end', async () => {
  const { text } = await attack(
    '.for (r $t0 = 0; ; r $t0 = @$t0 + 1) { as /x ${/v:n} @$t0; .block { aS /x v${n} 1 } }',
  );
  expect(text).toContain('there are 65536 aliases');
});

test.each([
  ['.while (1) { }', 'steps without ending'],
  ['.for (;;) { }', 'steps without ending'],
  ['.do { r $t0 = @$t0 + 1 } (1)', 'steps without ending'],
  ['.while (1) { .catch { ? 1 / 0 } }', 'steps without ending|more than 100000 characters'],
  ['.while (1) { .echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa }', 'more than 100000 characters'],
  ['.while (1) { .printf "%4000d", 1 }', 'more than 100000 characters'],
  [`${'.foreach /s (a "1 2 3 4 5 6 7 8 9 10") {'.repeat(12)} r $t0 = 1 ${'}'.repeat(12)}`, 'steps without ending'],
  ['.foreach (x { .while (1) { .echo aaaaaaaaaaaaaaaa } }) { .echo x }', 'steps without ending|more than 100000'],
])('what does not end is stopped by its budget, with all that stands behind it: number %#', async (script, message) => {
  const { text, seconds } = await attack(`${script}\n.echo behind`, { limits: SMALL });
  expect(text).toMatch(new RegExp(message));
  expect(text).not.toContain('behind');
  expect(seconds).toBeLessThan(10);
});

test.each([
  ['commands in commands', `${'~*e '.repeat(300)}.echo x`, 'more than 16 deep'],
  ['commands for modules in each other', `${'!for_each_module '.repeat(2_000)}.echo x`, 'more than 16 deep'],
  ['a variable of 100,000 letters', `.foreach (${'v'.repeat(100_000)} {.echo a}) { .echo x }`, '^ Syntax error'],
  [
    'a pattern of many stars',
    `.if ($spat("${'a'.repeat(2_000)}", "${'*a'.repeat(1_000)}b")) { } .else { .echo no }`,
    'no',
  ],
  ['50,000 values', `.printf "${'%d '.repeat(50_000)}"${',1'.repeat(50_000)}`, 'too long'],
  ['50,000 .elsif', `.if (0) { } ${'.elsif (0) { } '.repeat(50_000)} .else { .echo end }`, 'end'],
  ['five million semicolons', `${';'.repeat(5_000_000)}.echo end`, 'end'],
  ['a million empty lines', `${'\r\n'.repeat(1_000_000)}.echo end`, 'end'],
  ['j in itself', `${'j 1 '.repeat(20_000)}.echo x`, 'too long'],
])('%s', async (_, script, message) => {
  const { text, seconds } = await attack(script);
  expect(text).toContain(message);
  expect(text.length).toBeLessThan(2_000);
  expect(seconds).toBeLessThan(10);
});

test('.foreach over many lines of a command', async () => {
  const { text, seconds } = await attack(
    '.foreach (t { .for (r $t0 = 0; @$t0 < 0n10000; r $t0 = @$t0 + 1) { .printf "%x\\n", @$t0 } }) { r $t1 = @$t1 + 1 }\n? @$t1',
  );
  expect(text).toBe('Evaluate expression: 10000 = 00000000`00002710\n');
  expect(seconds).toBeLessThan(10);
});

test.each([
  '%1000000000d',
  '%.1000000000d',
  '%-1000000000x',
  '%.1000000000f',
  '%01000000000I64x',
  '%1000000000ma',
  '%.1000000000mu',
])('.printf with %s prints no more than a page or two', async (format) => {
  const { text } = await attack(`.printf "${format}", @$ip`);
  expect(text).not.toBe('');
  expect(text.length).toBeLessThan(10_000);
});

test.each(['%2$d', '%n', '%', '%q', '%hhhhd', '%-'])('.printf refuses %s', async (format) => {
  expect((await attack(`.printf "${format}", 1, 2`)).text).toContain('^ Syntax error');
});

test.each([
  '.echo ${a}',
  '.block { .echo ${a} }',
  '~*e .echo ${a}',
  '!for_each_module ".echo ${a}"',
  '!for_each_frame .echo ${a}',
  'aS Z ${a}; .block { .echo ${Z} }',
  'aS /c Z .echo ${a}; .block { .echo ${Z} }',
  'r $.u5=${a}; .block { .echo $u5 }',
  '$$>a<other ${a}',
  "j 1 '.echo ${a}' ; '.echo no'",
  'dx Debugger.Utility.Control.ExecuteCommand(".echo ${a}")',
  '.catch { .echo ${a} }',
  '.foreach /s (c "${a} z") { .echo ${c} }',
  '.foreach (c { .echo ${a} }) { .echo ${c} }',
])('a word that came from output begins no command: %s', async (body) => {
  for (const word of ['p;.echo_injected', 'p}.echo_injected;{']) {
    const { text } = await attack(`.foreach (a {.printf "${word}\\n"}) { ${body} }`, {}, { other: '.echo ${$arg1}' });
    expect(text).toContain(word);
    expect(text).not.toContain("^ Couldn't resolve command");
  }
});

test('a condition sees such a word as it is', async () => {
  const { text } = await attack(
    '.foreach (word {.printf "a;b}\\n"}) { .if ($scmp("${word}", "a;b}") == 0) { .echo equal } .else { .echo differs } }',
  );
  expect(text).toBe('equal\n');
});

test('a file of bytes that is no script is one error', async () => {
  const bytes = String.fromCharCode(...Array.from({ length: 256 }, (_, code) => code)).repeat(100);
  const { text } = await attack(bytes);
  expect(text.match(/\^ /g)).toHaveLength(1);
  expect(text.length).toBeLessThan(1_000);
});
