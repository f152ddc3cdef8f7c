// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the debugger's alias syntax looks like JavaScript's templates.
import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { MemoreticsError } from '../../src/bytes/errors.ts';
import { cppExtent } from '../../src/debugger/cpp-extent.ts';
import { asDmlText, writeDml } from '../../src/debugger/dml.ts';
import { parseExpression } from '../../src/debugger/expression-syntax.ts';
import { parseFormat } from '../../src/debugger/printf.ts';
import { parseRegisterList } from '../../src/debugger/register-list.ts';
import { Text } from '../../src/debugger/text.ts';
import { Console } from '../transcripts/console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const limits = { steps: 2_000, outputCharacters: 20_000, milliseconds: 500 };
const console = new Console(`${DEMO}/crash.dmp`, [DEMO], { limits });
console.session.readText = (path) => (path.length % 2 === 0 ? '.echo file ${$arg1}\n$$><aa' : '$$>a<b $arg1');
afterAll(() => console.close());

const HEX = { radix: 16, language: 'masm' } as const;
const joined = (...words: string[]) =>
  fc.array(fc.constantFrom(...words), { maxLength: 24 }).map((parts) => parts.join(''));

const SCRIPT = joined(
  '.if ',
  '.elsif',
  '.else ',
  '.while ',
  '.do ',
  '.for ',
  '.foreach ',
  '.catch ',
  '.block ',
  '.break',
  '.leave',
  '(1)',
  '(@$t0 < 3)',
  '(r $t0=0; @$t0 < 3; r $t0=@$t0+1)',
  '(x { .echo a b })',
  '(x /s "a b")',
  '{ ',
  ' }',
  ';',
  '\n',
  'r $t0=@$t0+1',
  '.echo x',
  'as n 1',
  'aS /x ${/v:n} @$t0',
  '${n}',
  'n',
  '$$ c',
  '* c',
  '"',
  "'",
  'j 1 ',
  'z(1)',
  '$$>a<b c',
  '$$><aa',
  '~*e ',
  '!for_each_frame ',
  '.printf "%d", 1',
  '? 1/0',
  'r $.u0=$u0$u0',
  '$u0',
  '.expr /s c++',
  '.expr /s masm',
  '? sizeof(int)',
  '/pS 1 ',
  ' ',
);

test('a script of any words runs, is refused or is stopped, and never more', async () => {
  await fc.assert(
    fc.asyncProperty(SCRIPT, async (script) => {
      const before = performance.now();
      await console.text(script);
      expect(performance.now() - before).toBeLessThan(10_000);
    }),
    { numRuns: 100 },
  );
}, 120_000);

/** Runs a parser that may refuse, but only as it should. */
function parsed<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch (error) {
    expect(error).toBeInstanceOf(MemoreticsError);
    return null;
  }
}

test('arguments of .printf and r are taken or refused', () => {
  fc.assert(
    fc.property(
      joined('%', '*', '-', '0', '5', '.', 'I64', 'l', 'ma', 'y', 'd', 'x', '\\', '"', ' ', 's'),
      (format) => {
        for (const piece of parsed(() => parseFormat(format, 0, format.length)) ?? [])
          expect(['text', 'conversion']).toContain(piece.kind);
      },
    ),
  );
  fc.assert(
    fc.property(joined('rax', '$t0', '=', ',', ' ', '5', ':', 'ud', '2', '@', '(', '+'), (text) => {
      parsed(() => parseRegisterList(text, HEX, 'r'));
    }),
  );
});

test('an argument in C++ ends within its text, and the next one begins behind it', () => {
  const cpp = joined(
    'a',
    '->',
    '.',
    '(',
    ')',
    '*',
    '&',
    ' ',
    '[',
    ']',
    '5',
    'L4',
    '+',
    '@$t0',
    'sizeof',
    "'a'",
    '!',
    '::',
  );
  fc.assert(
    fc.property(cpp, (text) => {
      const end = cppExtent(text, 0);
      expect(end).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
  const CPP = { radix: 16, language: 'c++' } as const;
  for (const [text, rest] of [
    ['(char *)@$ip L4', 'L4'],
    ['shop->orders[0].number + 1, 5', ', 5'],
    ['sizeof(Order) * 2 k', 'k'],
    ['#FIELD_OFFSET(Order, items) "x"', '"x"'],
    ['@@masm(poi(1)) == (UINT)5 .echo', '.echo'],
    ['a ? b : c d', 'd'],
  ] as const)
    expect(text.slice(parseExpression(text, CPP).end).trim()).toBe(rest);
});

test('any text in DML stands there as it is, and makes no link', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<', '>', '&', '"', 'a', ' ', '/', 'link', 'cmd=', '&lt;') }),
      (hostile) => {
        const text = new Text();
        writeDml(text, `<b>${asDmlText(hostile)}</b>`);
        expect(text.toString()).toBe(hostile);
        expect(text.links).toEqual([]);
      },
    ),
  );
});
