// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the debugger's alias syntax looks like JavaScript's templates.
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { SourceError } from '../../src/bytes/errors.ts';
import { complete } from '../../src/debugger/completion.ts';
import { TOKENS } from '../../src/debugger/script/tokens.ts';
import { Console } from './console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const session = new Console(`${DEMO}/crash.dmp`, [DEMO]);
const files = new Map<string, string>();
session.session.readText = (path) => {
  const text = files.get(path);
  if (text === undefined) throw new SourceError(path, `${path} cannot be read`);
  return text;
};
session.session.readEnvironment = (name) => (name === 'OWNER' ? 'somebody' : null);
afterAll(() => session.close());

/** What the documentation of the debugger says each of these prints; `|` stands for a line's end. */
test.each([
  ['r $t0=3; ? @$t0*2', 'Evaluate expression: 6 = 00000000`00000006|'],
  ['.for (r $t1=0; @$t1 < 5; r $t1=@$t1+1) { .if (@$t1 = 3) { .continue }; .printf "%d ", @$t1 }', '0 1 2 4 '],
  [
    'r $t1=0; .while (1) { r $t1=@$t1+1; .if (@$t1 > 4) { .break } }; ? @$t1',
    'Evaluate expression: 5 = 00000000`00000005|',
  ],
  ['r $t1=9; .do { r $t1=@$t1+1 } (@$t1 < 5); ? @$t1', 'Evaluate expression: 10 = 00000000`0000000a|'],
  // Microsoft Learn, ".foreach": with /pS 2 /ps 4 the tokens 3, 8, 13 ... of a list are taken.
  ['.foreach /pS 2 /ps 4 (t /s "1 2 3 4 5 6 7 8 9 10 11 12 13 14") { .echo t }', '3|8|13|'],
  ['.foreach (m { lm1m m orders }) { .echo ${m}! }', 'orders!|'],
  // Microsoft Learn, "Using Aliases": $u1 keeps the 2 that $u2 had when it was given.
  ['r $.u2=2; r $.u1=1+$u2; r $.u2=6; ? $u1', 'Evaluate expression: 3 = 00000000`00000003|'],
  ['aS Sum 1+2; .block { ? Sum }; ad Sum', 'Evaluate expression: 3 = 00000000`00000003|'],
  ['.if (0) { .echo a } .elsif (0) { .echo b } .else { .echo c }', 'c|'],
  ["j (1==2) '.echo yes' ; '.echo no'", 'no|'],
  ['.block { .echo in; .leave; .echo never }', 'in|'],
  ['? @@c++(sizeof(_LIST_ENTRY)) + 1', 'Evaluate expression: 17 = 00000000`00000011|'],
  ['?? sizeof(Shop)', 'unsigned int64 0x40|'],
  ['r? $t2=@$teb; ?? @$t2 == @$teb', 'bool true|'],
  ['.printf "%d %u %x %I64x %N|", -1, -1, -1, -1, 10', '-1 4294967295 ffffffff ffffffffffffffff 0000000000000010|'],
  // The idiom of published scripts: an alias made in a loop, expanded by a block, and deleted by its own name.
  [
    '.foreach /s (value "1 2") { as /x ${/v:myAlias} value + 1; .block { .echo value myAlias }; ad ${/v:myAlias} }',
    '1 0x2|2 0x3|',
  ],
  ['n 10; ? 11; n 16', 'base is 10|Evaluate expression: 11 = 00000000`0000000b|base is 16|'],
  ['!for_each_local ".echo @#Local"', 'order|'],
  ['.for (r $t1=1; @$t1 <= 3; r $t1=@$t1+1) { .catch { .if (@$t1 = 2) { .leave }; .printf "%d", @$t1 } }', '13'],
  ['r $t1=0\nr $t1=@$t1+1; z (@$t1 < 3); ? @$t1', 'Evaluate expression: 3 = 00000000`00000003|'],
  ['.outmask /l; .echo on', 'on|'],
  ['.shell ls', 'refused: programs are run only with --allow-shell|'],
  ['? nosuchmodul!x', "         ^ Couldn't resolve error at 'nosuchmodul!x'|"],
  [
    '? orders!prntInvoice',
    "         ^ Couldn't resolve error at 'orders!prntInvoice'; did you mean orders!printInvoice?|",
  ],
  ['dt orders!Oder', '         ^ Symbol orders!Oder not found. Did you mean orders!Order?|'],
  ['? @raxx', "         ^ Bad register error at '@raxx'; did you mean @rax?|"],
  ['.printf /D "<link cmd=\\"k\\">stack</link> &lt;%d&gt;", 5', 'stack <5>'],
])('%s', async (line, expected) => {
  expect(await session.text(line)).toBe(expected.replaceAll('|', line.includes('|"') ? '|' : '\n'));
});

test('a log holds what was typed and what was said', async () => {
  const written: string[] = [];
  session.session.openLog = (path) => ({
    path,
    write: (text) => written.push(text),
    close: () => written.push('<end>'),
  });
  await session.text('.logopen here.log');
  await session.text('.echo one');
  expect(await session.text('.logfile')).toBe("Log 'here.log' open\n");
  expect(await session.text('.logclose')).toBe('Closing open log file here.log\n');
  expect(await session.text('.logclose')).toBe('No log file open\n');
  expect(written.join('')).toContain('0:000> .echo one\none\n');
  expect(written.at(-1)).toBe('<end>');
});

test('!for_each_frame runs its command in each frame and chooses the first again', async () => {
  const text = await session.text('!for_each_frame ".echo @#FrameNum; ? @$frame"');
  expect(text.match(/^0x\d$/gm)).toEqual(['0x0', '0x1', '0x2', '0x3']);
  expect(text).toContain('Evaluate expression: 3 = 00000000`00000003');
  expect(session.session.frame).toBe(0);
});

test('an environment variable as an alias; one that is not set is an error', async () => {
  expect(await session.text('as /e Who OWNER\n.echo Who')).toBe('somebody\n');
  expect(await session.text('as /e Who NOBODY')).toContain("no variable 'NOBODY'");
  await session.text('ad Who');
});

// Microsoft Learn, ".catch": it "prevents a program from ending if an error occurs", so without it the program ends.
test('an error ends its line with all blocks of it; .catch takes it and goes on; the next line is its own', async () => {
  expect(await session.text('.if (1) { .echo a; ? 1/0; .echo b }; .echo c\n.echo d')).toMatch(
    /^a\n {29}\^ Operand error at '\/'\nd\n$/,
  );
  expect(await session.text('r $t0=5; r $t0=poi(0); ? @$t0')).toMatch(/^ *\^ Memory access error at '\)'.*\n$/);
  expect(await session.text('!nosuch; .echo on')).toMatch(/No export '!nosuch'.*\non\n$/);
  expect(await session.text('.if (1) { .catch { ? 1/0; .echo no }; .echo yes }')).toMatch(/Operand error.*\nyes\n$/);
});

test('scripts take arguments, call each other, and end when they call themselves', async () => {
  files.set('add', '$$ adds\n.printf "%d", ${$arg1} + $arg2;\n.if (${/d:$arg3}) { .printf " three" }\n');
  files.set('twice', '.for (r $t3=0; @$t3 < 2; r $t3=@$t3+1)\n{\n  $$>a<add @$t3 1\n}\n');
  files.set('self', '$$><self');
  expect(await session.text('$$>a<add 2 3')).toBe('5');
  expect(await session.text('$$>a<add 2 3 4')).toBe('5 three');
  expect(await session.text('$$><twice')).toBe('12');
  expect(await session.text('$$><self')).toContain('scripts call each other');
  expect(await session.text('$$><absent; .echo on')).toBe('Command file execution failed, absent cannot be read\n');
});

test('a script that does not end is stopped by its budget, by time, or by the user', async () => {
  const limits = { steps: 5_000, outputCharacters: 1_000, milliseconds: 60_000 };
  const small = new Console(`${DEMO}/crash.dmp`, [DEMO], { limits });
  expect(await small.text('.while (1) { r $t0 = @$t0 + 1 }')).toContain('5000 steps');
  expect(await small.text('.while (1) { .echo aaaaaaaaaaaaaaaaaaaa }')).toContain('1000 characters');
  small.close();
  let asked = 0;
  const stopped = new Console(`${DEMO}/crash.dmp`, [DEMO], { interrupted: () => ++asked > 2 });
  expect(await stopped.text('.while (1) { }; .echo after')).toBe('interrupted\n');
  stopped.close();
});

test('the text of a dump cannot forge lines through .printf', async () => {
  expect(await session.text('.printf "[%ma]", @$ip')).not.toMatch(/[\r\n\x1b]/);
  expect(await session.text('.printf "[%ma]", 0')).toBe('[???]');
});

test('dt shows what r? put into a register, and takes any C++ expression as an address', async () => {
  const members = await session.text('dt Order');
  expect(await session.text('r? $t2 = (Order *)@$ip; dt @$t2')).toMatch(
    /^0x00000001`40001030 \n {3}\+0x000 number {11}: 0n-?\d+\n/,
  );
  expect(await session.text('dt @$t2 items')).toMatch(/^0x00000001`40001030 \n {3}\+0x004 items : 0n-?\d+\n$/);
  expect(members.split('\n')).toHaveLength((await session.text('dt @$t2')).split('\n').length);
  expect(await session.text('dt Order @@c++(&@$t2->number)')).toContain('+0x004 items');
  expect(await session.text('?? &orders!customerName')).toBe(await session.text('?? orders!customerName'));
  expect(await session.text('dt @$t22')).toContain("Bad register error at '@$t22'");
});

test('a register that this dump has no value of is no misspelling of itself', async () => {
  expect(await session.text('? @$exq')).toContain('did you mean @$exp');
  expect(await session.text('? @$proc')).not.toContain('did you mean @$proc?');
});

test('.printf shows bits as floating point, 32 of them or 64 with l, and source lines with %ly', async () => {
  // 1.5 and -2.5 by IEEE 754.
  expect(await session.text('.printf "%f %.2lf %g %le", 3fc00000, c004000000000000, 3fc00000, 3ff8000000000000')).toBe(
    '1.500000 -2.50 1.5 1.500000e+000',
  );
  expect(await session.text('.printf "%+08.1f|%-6.0f|%G", 3fc00000, 3fc00000, 7f800000')).toBe(
    '+00001.5|2     |1.#INF',
  );
  // orders.c was compiled there by line 21, as k shows it too.
  expect(await session.text('.printf "%ly", @$ip')).toMatch(
    /^orders!customerName \(00000001`40001030\) \[.*orders\.c @ 21\]$/,
  );
});

test('what sets the display of WinDbg or loads its extensions does not end a script', async () => {
  files.set('preamble', '.load pykd\n.prefer_dml 1\n.lines -e\n.cls\n.echo on\n');
  expect(await session.text('$$><preamble')).toMatch(
    /^Nothing was loaded: .*\nDML versions of commands on by default\non\n$/,
  );
});

test('.hh explains the words of control flow, each with an example that runs', async () => {
  for (const { name, example } of TOKENS) {
    expect(await session.text(`.hh ${name}`)).toContain(`example: ${example}`);
    if (name === '$<') continue;
    await session.text('r $t0 = 0');
    // What .catch shows is the error it caught.
    const errors = (await session.run(example)).filter(
      ({ command, error }) => error !== null && command !== '? poi(0)',
    );
    expect(errors, example).toEqual([]);
  }
  expect(await session.text('.hh .else')).toContain('.elsif');
  expect(await session.text('.hh')).toMatch(/^\.foreach +Runs/m);
});

test('the caret stands under what is wrong within @@c++( ) and @@masm( )', async () => {
  for (const line of [
    '? 1 + @@c++(sizeof(Order) + nosuch)',
    '? 1 + @@c++(2 + @@masm(3 + nosuch))',
    '? 1 + @@masm(3 + nosuch)',
  ])
    expect((await session.text(line)).indexOf('^'), line).toBe('0:000> '.length + line.indexOf('nosuch'));
});

test('options are completed from the syntax of their command', async () => {
  const words = async (line: string) => (await complete(session.session, line, line.length)).words;
  expect(await words('!cs -')).toEqual(expect.arrayContaining(['-l', '-o', '-s']));
  expect(await words('k /t')).toEqual(['/trust']);
  expect(await words('nonsense -')).toEqual([]);
});
