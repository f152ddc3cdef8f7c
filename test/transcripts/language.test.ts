// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the debugger's alias syntax looks like JavaScript's templates.
import { resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { SourceError } from '../../src/bytes/errors.ts';
import { Console } from './console.ts';

/**
 * What Microsoft's public documentation of the debugger says of its language, page by page, on the dump of this project.
 * `|` stands for a line's end.
 */
const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const files = new Map<string, string>();
const opened: Console[] = [];
function fresh(): Console {
  const console = new Console(`${DEMO}/crash.dmp`, [DEMO]);
  console.session.readText = (path) => {
    const text = files.get(path);
    if (text === undefined) throw new SourceError(path, `${path} cannot be read`);
    return text;
  };
  opened.push(console);
  return console;
}
afterEach(() => {
  for (const console of opened.splice(0)) console.close();
});

/** Runs each line in a session of its own. */
function says(page: string, rows: readonly (readonly [line: string, expected: string])[]): void {
  test.each(rows)(`${page}: %s`, async (line, expected) => {
    expect(await fresh().text(line)).toBe(expected.replaceAll('|', '\n'));
  });
}
const is = (decimal: number | bigint) =>
  `Evaluate expression: ${BigInt.asIntN(64, BigInt(decimal))} = ${BigInt.asUintN(64, BigInt(decimal))
    .toString(16)
    .padStart(16, '0')
    .replace(/^.{8}/, '$&`')}|`;

says('MASM Numbers and Operators', [
  // "The current radix" is 16 at first; prefixes override it.
  ['? 10 + 0n10 + 0t10 + 0y10 + 0x10 + 10h', is(16 + 10 + 8 + 2 + 16 + 16)],
  ['? 1`00000000', is(0x1_0000_0000n)],
  // Unary operators.
  ['? not 0; ? not 5; ? hi(12345678); ? low 12345678', is(1) + is(0) + is(0x1234) + is(0x5678)],
  ['? by(@$ip); ? wo @$ip; ? poi(@$csp) - qwo(@$csp)', is(0x48) + is(0x8b48) + is(0)],
  // "The ... operators ... and evaluate to 1 if the expression is true or zero if it is false; = is the same as ==."
  ['? 1 = 1; ? 1 == 2; ? 1 != 2; ? 2 < 1; ? 2 >= 2', is(1) + is(0) + is(1) + is(0) + is(1)],
  // Precedence by the cells of the table.
  ['? 2 + 3 * 4; ? 1 << 2 + 1; ? 1 | 2 ^ 3 & 1; ? 5 > 3 & 1', is(14) + is(8) + is(3) + is(1)],
  ['? 0n17 mod 5; ? 0n17 % 5; ? -8 >> 1; ? -8 >>> 1', is(2) + is(2) + is(0x7ffffffffffffffcn) + is(-4)],
  ['? f0 and 3c; ? f0 or f; ? f0 xor ff', is(0x30) + is(0xff) + is(0xf)],
  // Non-numeric operators.
  ['? $scmp("abc", "abc"); ? $scmp("abc", "abd"); ? $scmp("b", "a")', is(0) + is(-1) + is(1)],
  ['? $sicmp("ABC", "abc"); ? $spat("kernel32", "KER*[0-9]2")', is(0) + is(1)],
  ['? $spat("kernel32", "k?r")', is(0)],
  ['? $vvalid(@$ip, 10); ? $vvalid(0, 1)', is(1) + is(0)],
  ['? $iment(orders) - orders!start', is(0)],
  // Division by zero: "an "Operand error" is displayed".
  ['? 1/0', "          ^ Operand error at '/'|"],
  // Registers of less common kinds are numbers first.
  ['? cf', is(0xcf)],
  ['? ah', is(0xa)],
]);

says('Source Line Syntax', [
  ['? `orders!orders.c:21` - @$ip; ? `orders.c:21` - @$ip; ? `:21` - @$ip', is(0) + is(0) + is(0)],
]);

says('n (Set Number Base)', [
  ['n 10; ? 11; ? 0x11; n 8; ? 11; n 16', `base is 10|${is(11)}${is(17)}base is 8|${is(9)}base is 16|`],
]);

says('MASM Expressions vs. C++ Expressions', [
  ['? @@c++(sizeof(Order)) + 1; ? @@(sizeof(Order))', is(25) + is(24)],
  ['?? @@masm(10) + 1', 'unsigned int64 0x11|'],
  // The default evaluator rules ? and the arguments of all commands; @@( ) is the other one.
  [
    '.expr /s c++; ? sizeof(Order) + 10; ? @@(10); r $t0 = 10; ? @$t0; .if (sizeof(int) == 4) { .printf "%d\\n", 10 }',
    `Current expression evaluator: C++ - C++ source expressions|${is(34)}${is(16)}${is(10)}10|`,
  ],
  ['.expr', 'Current expression evaluator: MASM - Microsoft Assembler expressions|'],
  [
    '.expr /q',
    'Available expression evaluators:|MASM - Microsoft Assembler expressions|C++ - C++ source expressions|Current expression evaluator: MASM - Microsoft Assembler expressions|',
  ],
  ['.expr /s cpp', "             ^ Syntax error at '/s cpp': .expr takes /s masm, /s c++ or /q|"],
]);

says('Pseudo-Register Syntax', [
  ['? @$t0; r $t0 = 7; ? @$t0 + 1', is(0) + is(8)],
  ['r $t0=1, $t1=2, $t2 = 3; r $t0, $t2', '$t0=0000000000000001 $t2=0000000000000003|'],
  ['? 5 + 5; ? @$exp + 1', is(10) + is(11)],
  ['db @$ip L1; ? @$p', `00000001\`40001030  48                                               H|${is(0x48)}`],
  ['? @$ip - @$eventip; ? @$scopeip - @$ip; ? @$csp - @rsp', is(0) + is(0) + is(0)],
  ['? @$exentry - orders!start; ? @$ptrsize; ? @$pagesize', is(0) + is(8) + is(0x1000)],
  ['? @$ra - (orders!printInvoice + 14); ? @$frame; ? @$dtid', is(0) + is(0) + is(0)],
  ['? @$exr_code; ? @$exr_numparams; ? @$exr_param0', is(0xc0000005n) + is(2) + is(0)],
  // mov rax,qword ptr [rcx+8] with rcx 0.
  ['? @$ea; ? @$argreg - @rcx', is(8) + is(0)],
  ['? @$bp0', "         ^ Bad register error at '@$bp0': a dump has no breakpoints|"],
  ['? @$bug_code', "         ^ Bad register error at '@$bug_code': a dump of a process has no bug check|"],
  ['? @$t20', "         ^ Bad register error at '@$t20'; did you mean @$t0?|"],
  ['r? $t1 = (Order *)@$ip; ?? sizeof(*@$t1); ? @$t1 - @$ip', `unsigned int64 0x18|${is(0)}`],
  ['r? $t1 = (short)5; r? $t1; r $t1', '$t1=short 0n5|$t1=0000000000000005|'],
]);

says('r (Registers)', [
  ['r rax, rcx', 'rax=0000000000000000 rcx=0000000000000000|'],
  ['r $t3=11,rax, $t3 ,cs', 'rax=0000000000000000 $t3=0000000000000011 cs=0033|'],
  ['r $t0:2ub', '$t0=00 00|'],
  // "Displays only the registers used in the current instruction."
  ['r.', 'rax=0000000000000000 rcx=0000000000000000|'],
  ['r nosuch', "         ^ Bad register error at 'nosuch'|"],
  ['r $t20=5', "         ^ Bad register error in 'r $t20=5'|"],
]);

says('j (Execute If - Else)', [
  ['j (1=1) .echo yes; .echo no', 'yes|'],
  ["j @$t0 + 1 > 5 '.echo a; .echo b' ; '.echo c; .echo d'; .echo e", 'c|d|e|'],
  ["j (@$t0 = 0) ''; '.echo stop'", ''],
  ['j 0 ".echo a"; ".printf \\"%d\\\\n\\", 3"', '3|'],
  ['j', "        ^ Numeric expression missing from '<EOL>'|"],
  ['j 1', '          ^ Syntax error: j needs an expression and two commands|'],
  ["j nosuch '.echo a'; '.echo b'", "         ^ Couldn't resolve error at 'nosuch'|"],
]);

says('z (Execute While)', [
  ['.printf "%d ", @$t0; r $t0 = @$t0 + 1; z (@$t0 < 3); .echo', '0 1 2 |'],
  ['.block { r $t0 = @$t0 + 1; z (@$t0 < 5) }; ? @$t0', is(5)],
  ['z', '        ^ Syntax error: z needs ( condition )|'],
]);

says('.foreach', [
  ['.foreach (word /s "a b") { .echo ${word} }', 'a|b|'],
  // "Even a parenthesis": next to other text only ${ } is replaced.
  ['.foreach /s (place "a") { .echo place+4 (place) ${place}+4 place }', 'place+4 (place) a+4 a|'],
  ['.foreach /pS 2 /ps 4 /s (t "1 2 3 4 5 6 7 8 9 a b c d e f 10 11 12") { .printf "%d ", t }', '3 8 13 18 '],
  ['.foreach (a { .echo 1 2 }) { .foreach /s (b "x y") { .echo a b } }', '1 x|1 y|2 x|2 y|'],
  ['.foreach /s (n "1 2 3") { .if (${n} == 2) { .continue }; .if ( n == 3) { .break }; .echo n }', '1|'],
]);

says('.for, .while, .do, .if', [
  ['.for (r $t0 = 0; @$t0 < 3; r $t0 = @$t0 + 1; r $t1 = @$t1 + 2) { }; ? @$t0; ? @$t1', is(3) + is(6)],
  ['.while (@$t0 < 2) { r $t0 = @$t0 + 1; * a comment; of it }; ? @$t0', is(2)],
  ['.do { r $t0 = @$t0 + 1 } (@$t0 < 0); ? @$t0', is(1)],
  ['.if (0) { .echo a } .elsif (1) { .echo "b;c" } .else { .echo d }', 'b;c|'],
  ['.if (1) { $$ a { comment ; .echo on }', 'on|'],
]);

says('.catch, .leave, .block', [
  ['.catch { .echo a; ? 1/0; .echo b }; .echo c', "a|                            ^ Operand error at '/'|c|"],
  ['.catch { .echo a; .leave; .echo b }; .echo c', 'a|c|'],
  ['.for (r $t0=0; @$t0<2; r $t0=@$t0+1) { .catch { .leave }; .printf "%d", @$t0 }', '01'],
]);

says('Using Aliases', [
  // The equivalent is text: no parentheses are added.
  ['aS Sum 1+2\n? 5*${Sum}', is(7)],
  ['aS Two "2"\n.echo Two; .echo "Two" Two,Two (Two) TwoTwo', '2|"2" Two,Two (Two) TwoTwo|'],
  ['r $.u9=lm1m; r $.u2=2; r $.u1=1+$u2; r $.u2=6; ? $u1', is(3)],
  ['r $.u0=".echo a; .echo b"\n$u0', 'a|b|'],
  ['aS x 1\nad x\nal', 'No aliases|'],
  ['ad none', "          ^ No alias with the name 'none'|"],
  ['ad /q none; ad /q *; al', 'No aliases|'],
  // An alias made on a line is replaced in the blocks of that line, and in the next one.
  ['aS x 1; .echo ${x}; .block { .echo x }\n.echo x', '${x}|1|1|'],
  ['aS x 1\n.echo ${/d:x} ${/d:y} ${/n:x} [${/f:y}] [${/f:x}] ${/v:x} ${y}', '1 0 x [] [1] ${/v:x} ${y}|'],
  ['aS x 1\naS x x2; .echo x', '1|'],
  ['aS x 1\n.block { aS ${/v:x} 2 }\n.echo x', '2|'],
  ['as /x ${/v:n} 5 + 6; .block { .echo n }', '0xb|'],
  ['as /c n .echo from a command\n.echo n', 'from a command|'],
  ['.echo $ntnsym $ntsym $CurrentDumpFile ${/d:$ntwsym}', 'ntdll ntdll crash.dmp 0|'],
  ['? ${$ntnsym} - ntdll', is(0)],
]);

says('al (List Aliases)', [
  ['aS Name value\nal', '  Alias            Value  | -------          ------- | Name             value |'],
]);

says('.printf', [
  ['.printf "%d %i %u %x %X %o\\n", -1, 0n10, 0n10, ff, ff, 8', '-1 10 10 ff FF 10|'],
  ['.printf "%I64x %I64d %hd %c%C\\n", -1, -1, 1ffff, 41, 42', 'ffffffffffffffff -1 -1 AB|'],
  [
    '.printf "%p %N %I %I\\n", @$ip, @$ip, @$ip, 12345678',
    '00000001`40001030 0000000140001030 00000001`40001030 12345678|',
  ],
  ['.printf "[%5d][%-5d][%05d][%*d][%.3d][%#x]\\n", 1, 2, 3, 4, 5, 6, 7', '[    1][2    ][00003][   5][006][0x7]|'],
  ['.printf "%y\\n", @$ip + 1', 'orders!customerName+0x1 (00000001`40001031)|'],
  ['.printf "100%% %N\\n", 0', '100% 0000000000000000|'],
  ['.printf "%d", 5, 6', '5'],
  ['.printf "%d %d", 5', '                         ^ the values do not fit the format: wanted 2, given 1|'],
  [
    '.printf /D "<link cmd=\\"k 2\\" alt=\\"stack\\">frames</link> <b>b</b> <u>u</u> <col fg=\\"emphfg\\">c</col> a &lt; b &amp; &quot;c&quot; 1 < 2\\n"',
    'frames b u c a < b & "c" 1 < 2|',
  ],
  ['.printf /ow "a"', 'a'],
  // As in C, a precision takes the zeros; a C++ expression in floating point is printed as what it is.
  ['.printf "%08.4x %.1f %lf", ab, @@c++(1.5f), @@c++(-2.25)', '    00ab 1.5 -2.250000'],
]);

test('.printf: links carry their commands; what a dump says makes none', async () => {
  const console = fresh();
  const [outcome] = await console.run(
    '.printf /D "go <link cmd=\\".frame 1; dv\\">there</link> and <exec cmd=\\"r\\">here</exec>\\n"',
  );
  expect(outcome!.links).toEqual([
    { line: 0, start: 3, end: 8, to: { command: '.frame 1; dv' } },
    { line: 0, start: 13, end: 17, to: { command: 'r' } },
  ]);
  console.session.pseudo.set('$t0', 0n);
  const text = (await console.run('.printf /D "%y", @$ip'))[0]!;
  expect(text.links).toBeUndefined();
  expect(text.text).toBe('orders!customerName (00000001`40001030)');
});

test('$<, $><, $$<, $$><, $$>a<: scripts by their five tokens', async () => {
  files.set('lines', '.echo a\n? 1/0\n.echo b');
  files.set('block', '.echo a\n.for (r $t0=0; @$t0<2; r $t0=@$t0+1)\n{\n .printf "%d", @$t0\n}\n? 1/0\n.echo b');
  files.set('my script', '.echo The first argument is ${$arg1}.\r\n.echo The second argument is ${$arg2}.\r\n');
  files.set('count', '.echo ${/d:$arg1} ${/d:$arg2} [${/f:$arg2}] ${$arg2} $arg1');
  files.set('calls', '$$>a<count ${$arg1}\n.echo after');
  const text = (line: string) => fresh().text(line);
  // A line that fails ends nothing but itself where lines are read one by one, and the whole block otherwise.
  const failed = "lines(2): ? 1/0\n             ^ Operand error at '/'\n";
  expect(await text('$<lines')).toBe(`a\n${failed}b\n`);
  expect(await text('$$<lines; .echo c')).toBe(`a\n${failed}b\nc\n`);
  expect(await text('$><block')).toBe(`a\n01block(6): ? 1/0\n             ^ Operand error at '/'\n`);
  expect(await text('$$><block; .echo c')).toBe(`a\n01block(6): ? 1/0\n             ^ Operand error at '/'\n`);
  // "The single-$ tokens take the rest of the line as the name."
  expect(await text('$<lines; .echo c')).toContain('lines; .echo c cannot be read');
  expect(await text('$$>a<"my script" Apple "two words"')).toBe(
    'The first argument is Apple.\nThe second argument is two words.\n',
  );
  expect(await text('$$>a<count one')).toBe('1 0 [] ${$arg2} one\n');
  expect(await text('$$>a<calls one; .echo c')).toBe('1 0 [] ${$arg2} one\nafter\nc\n');
});

test('errors point into the line that was typed, or below the line they come from', async () => {
  const caret = async (line: string) => {
    const lines = (await fresh().text(line)).split('\n');
    return lines.find((each) => each.includes('^'))!.indexOf('^') - '0:000> '.length;
  };
  for (const line of [
    '.if (nosuch) { }',
    '.if (0) { } .elsif (1 + nosuch) { }',
    '.while (nosuch = 1) { }',
    '.do { } (nosuch)',
    '.for (r $t0 = nosuch; 1; ) { }',
    '.for (r $t0 = 0; @$t0 < nosuch; r $t0 = 1) { }',
    '.for (; 1; r $t0 = nosuch) { }',
    '.foreach /pS nosuch /s (a "b") { }',
    '.block { .if (1) { .catch { ? 1 + nosuch } } }',
    'r $t0=1; z (nosuch)',
    'j nosuch k; r',
    'as /x Name nosuch',
    'r $t0 = 1, $t1 = nosuch',
    'r? $t0 = nosuch',
    '.printf "%d", nosuch',
    'dd nosuch L1',
  ])
    expect(await caret(line), line).toBe(line.indexOf('nosuch'));
  // What aliases made stands on a line of its own.
  expect(await fresh().text('aS Bad nosuch\n.block { ? 1 + Bad }')).toBe(
    ".block { ? 1 + nosuch }\n               ^ Couldn't resolve error at 'nosuch'\n",
  );
  files.set('outer', '$$>a<inner 5\n');
  files.set('inner', '.echo in\n.if (1)\n{\n  ? ${$arg1} + nosuch\n}\n');
  expect(await fresh().text('$$>a<outer')).toBe(
    "in\ninner(4): ? 5 + nosuch\n                ^ Couldn't resolve error at 'nosuch'\n",
  );
});

says('rm (Register Mask)', [
  [
    'rm; rm 8; r; rm',
    'Register output mask is a:|       2 - Integer state (64-bit), takes precedence over bit 1|       8 - Segment registers|cs=0033 ss=002b ds=002b es=0000 fs=0000 gs=0000|Register output mask is 8:|       8 - Segment registers|',
  ],
  ['rM 8', 'cs=0033 ss=002b ds=002b es=0000 fs=0000 gs=0000|'],
  ['rm nosuch', '         ^ Syntax error: rm needs a mask, such as rm 4|'],
]);

test('texts of a dump run no commands, through aliases and words alike', async () => {
  // The module's path in the dump holds backslashes; what a hostile one could hold is put in its place here.
  const console = fresh();
  const { target } = console.session;
  const hostile = 'x;.echo owned;{ "y" }';
  const bytes = new TextEncoder().encode(`${hostile}\n.echo owned too\0`);
  const memory = {
    read: (address: number, length: number) =>
      address >= 0x1000 && address < 0x1000 + bytes.length
        ? bytes.subarray(address - 0x1000, Math.min(bytes.length, address - 0x1000 + length))
        : target.memory.read(address, length),
  };
  const seen = new Proxy(target, {
    get: (real, name) => (name === 'memory' ? memory : Reflect.get(real, name, real)),
  });
  console.session.replaceCase({ ...console.session.theCase, target: seen });
  await console.text('as /ma P 1000');
  const whole = `${hostile}\n.echo owned too`;
  expect(await console.text('.echo ${P}')).toBe(`${whole}\n`);
  expect(await console.text('.block { .echo ${P} }; .echo on')).toBe(`${whole}\non\n`);
  expect(await console.text('~0e .echo ${P}')).toBe(`${whole}\n`);
  expect(await console.text('aS Q ${P}\n.if (1) { .echo ${Q} }')).toBe(`${whole}\n`);
  expect(await console.text('.foreach (w { .printf "%ma", 1000 }) { .echo [ w ] }')).toBe(
    '[ x;.echo ]\n[ owned;{ ]\n[ "y" ]\n[ }\\x0a.echo ]\n[ owned ]\n[ too ]\n',
  );
  // Conditions compare what the dump says.
  expect(await console.text('.foreach (w { .printf "a;b" }) { .if ($scmp("${w}", "a;b") = 0) { .echo equal } }')).toBe(
    'equal\n',
  );
  console.session.runShell = () => ({ output: 'run\n', errors: '' });
  expect(await console.text('.shell echo ${P}')).toContain('refused: a text out of the dump');
  expect(await console.text('~*e .shell echo ${P}')).toContain('refused: a text out of the dump');
  expect(await console.text('.shell echo P1')).toBe('run\n');
  expect(await console.text('al')).toContain(hostile);
});

says('!for_each_register, !for_each_function', [
  [
    '!for_each_register -c:.if ($sicmp("@#RegisterName", "rip") = 0) { .printf "%N", @#RegisterValue }',
    '0000000140001030',
  ],
  [
    '!for_each_function -m:orders -p:print* -c:.printf "%y %d %ma", @#SymbolAddress, $scmp("@#SymbolName", "orders!@#FunctionName"), 0',
    'orders!printInvoice (00000001`40001040) 0 ???',
  ],
  ['!for_each_function -m:nosuch -p:* -c:r', '                         ^ there is no module nosuch|'],
]);
