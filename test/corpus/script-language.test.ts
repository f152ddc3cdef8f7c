import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CORPUS, scriptConsole, scriptLines } from './script-console.ts';

const HANG = 'made/hang-x64-f2-cv.dmp';
const MSVC = 'made/msvcex-x64-f2.dmp';

/** Adler-32 of RFC 1950. */
function adler32(bytes: Uint8Array): string {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return (((b << 16) | a) >>> 0).toString(16).padStart(8, '0');
}

/** The threads and functions that lldb names for the dump, innermost first. */
function lldbStacks(): string[][] {
  const text = readFileSync(join(CORPUS, 'expected/made/hang-x64-f2-cv.lldb.txt'), 'utf8');
  return text
    .split(/^[ *]+thread #\d+$/m)
    .slice(1)
    .map((thread) => [...thread.matchAll(/frame #\d+: \S+ [^\s`]+`(\w+)/g)].map(([, name]) => name!));
}

/** What a script prints by the rules of Microsoft's documentation, whatever the dump. */
const LANGUAGE: readonly (readonly [script: string, lines: readonly string[]])[] = [
  ['collatz.wds', ['111 steps']],
  ['jump.wds', ['even odd even odd', 'four']],
  ['skip-tokens.wds', ['two five eight <a><b,c><d>']],
  ['for-each-word.wds', ['x1 x2 y1 y2']],
  ['fixed-names.wds', ['value 0 of 3', 'value 1 of 3', 'value 2 of 3']],
  ['arguments.wds "two words" x', ['110', '<two words> <x> <two words>']],
  ['alias-commands.wds', ['2', '<one>', '<two>']],
  ['again.wds', ['1 2 3']],
  // The byte at 3c of the executable's file is 78.
  ['pseudo-registers.wds', ['78 8', 'ntdll ntdll']],
  ['strings.wds', ['-1 0', '0 1', '10']],
  [
    'formats.wds',
    [
      '[42] [   42] [42   ] [00042] [+42]',
      '[-1] [4294967295] [beef] [BEEF] [0xbeef] [10]',
      '[-1] [18446744073709551615] [ffffffffffffffff] [000000000000beef]',
      '[ABC] [%] [\\]',
      '[-1] [65535]',
      '[fffff803`12345678] [12345678]',
    ],
  ],
  ['menu.wds', ['Usage: menu threads | modules']],
  ['menu.wds nix', ["unknown word 'nix'"]],
  [
    'nested-aliases.wds',
    [
      '0x10 0x11 0x100x11',
      'a b [a b] xText Textx Text.',
      '1 <a b> Text',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the debugger's alias syntax looks like JavaScript's templates.
      '0 <> ${/n:Text}',
      'First',
    ],
  ],
  // The identifiers in the ThreadListStream of the dump, in their order.
  ['by-number.wds', ['0=c8 1=cc 2=d0 3=d4 4=d8 5=dc']],
];

describe.skipIf(!existsSync(join(CORPUS, HANG)))(
  'scripts about the language and about a user dump (needs ../shared/corpus)',
  () => {
    test.each(LANGUAGE)('%s', async (script, lines) => {
      expect(await scriptLines(HANG, script)).toEqual(lines);
    });

    test('.catch shows what failed and goes on after its block', async () => {
      expect((await scriptLines(HANG, 'catch.wds')).join('\n')).toMatch(/^0\n.*\^ Operand error[^\n]*\n3\ndone$/s);
    });

    test('a snippet from a conditional breakpoint stops, or says that a dump does not run', async () => {
      expect((await scriptLines(HANG, 'breakpoint.wds')).join('\n')).toMatch(
        /^stopped\n[^\n]*gc[^\n]*\n *\^ No runnable debuggees error in 'gc'[^\n]*$/,
      );
    });

    test('a script that calls itself', async () => {
      expect(await scriptLines(HANG, 'factorial.wds 5; ? @$t9')).toEqual([
        'Evaluate expression: 120 = 00000000`00000078',
      ]);
    });

    test('bytes of a module are those of its file', async () => {
      const file = readFileSync(join(CORPUS, 'made/crash-x86_64-clang.exe'));
      expect(await scriptLines(HANG, 'checksum.wds crash_x86_64_clang 100')).toEqual([
        adler32(file.subarray(0, 0x100)),
      ]);
    });

    test('~*e goes through all threads, and kc names what lldb names', async () => {
      const stacks = lldbStacks();
      const shown = await scriptLines(HANG, 'thread-functions.wds crash');
      // Functions of the program itself; lldb shows inlined ones besides, none of them there.
      const own = (names: string[]) => names.filter((name) => /^(?:main|dead\d|spinner|sleeper|waiter)$/.test(name));
      expect(stacks).toHaveLength(6);
      expect(shown.filter((line) => !line.includes('mainCRTStartup'))).toEqual(
        stacks.flatMap((stack, index) => own(stack).map((name) => `${index} crash_x86_64_clang!${name}`)),
      );
    });

    test('the return address into main lies in the raw stack of the first thread', async () => {
      const lines = await scriptLines(HANG, 'stack-words.wds crash_x86_64_clang 10000 400');
      // lldb: frame 2 is 0x0000000140001706, main.
      expect(lines).toContain('crash_x86_64_clang!main+0x126 (00000001`40001706)');
    });

    test('the records behind an exception of Visual C++ name the types that were thrown', async () => {
      // msvcex.cpp of the recipes throws a BadThing, which derives from Error.
      expect(await scriptLines(MSVC, 'cpp-exception.wds')).toEqual([
        '2 types of the object',
        '.?AUBadThing@probe@@',
        '.?AUError@probe@@',
      ]);
    });

    test('members of a global object are those that the source gives it', async () => {
      expect(await scriptLines(MSVC, 'ring.wds')).toEqual(['1 2 3 4 head 1 tail 2 full 1']);
    });

    test('the headers of an image in memory name the sections that llvm-objdump finds in its file', async () => {
      expect(await scriptLines(MSVC, 'sections.wds msvcex_x86_64')).toEqual(['.text .rdata .data .pdata .reloc']);
    });

    test('two critical sections are owned by the two threads that wait for each other', async () => {
      // crash.c: dead1 holds csA, dead2 holds csB; lldb: each waits for the address of the other's.
      const module = 'crash_x86_64_clang';
      expect(await scriptLines(HANG, `critical-sections.wds ${module}!csA ${module}!csB`)).toEqual([
        `${module}!csA ${module}!dead1`,
        `${module}!csB ${module}!dead2`,
      ]);
    });

    test('a text of the dump is one word or one line, whatever it holds', async () => {
      // The environment of Wine; no semicolon in it begins a command.
      const text = 'PATHEXT=.com;.exe;.bat;.cmd;.vbs;.vbe;.js;.jse;.wsf;.wsh';
      expect(await scriptLines(HANG, 'dump-text.wds')).toEqual([text, text]);
    });

    test('a script writes its own log', async () => {
      const console = scriptConsole(HANG);
      const logs: Record<string, string> = {};
      console.session.openLog = (path) => {
        logs[path] = '';
        return {
          path,
          write: (text) => {
            logs[path] += text;
          },
          close: () => {},
        };
      };
      await console.text('$$>a<log.wds');
      console.close();
      expect(Object.keys(logs)).toEqual(['report.txt']);
      expect(logs['report.txt']).toContain('begin\nbugcheck ');
      expect(logs['report.txt']).not.toContain('not in the log');
    });
  },
);
