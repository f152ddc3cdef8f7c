// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the debugger's alias syntax looks like JavaScript's templates.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logicalLines } from './brackets.ts';
import { parseStatements } from './statement.ts';

const HEX = { radix: 16, language: 'masm' } as const;
const parse = (text: string) => parseStatements(text, HEX);

const lines = (text: string) => logicalLines(text).map((line) => line.text);
const kinds = (text: string) => parse(text).map(({ kind }) => kind);
const commands = (text: string) =>
  parse(text).map((statement) => (statement.kind === 'command' ? statement.text : statement.kind));

test('semicolons and line ends separate commands, not inside quotes or brackets', () => {
  expect(commands('k; lm\nr')).toEqual(['k', 'lm', 'r']);
  expect(commands('.echo "a;b"; ? (1;2)')).toEqual(['.echo "a;b"', '? (1;2)']);
});

test('$$ comments end at a semicolon, * comments at the end of the line', () => {
  expect(commands('$$ one; k')).toEqual(['k']);
  expect(commands('* one; k\nlm')).toEqual(['lm']);
});

test('the rest of the line belongs to as and ~*e', () => {
  expect(commands('as Name a; b\nk')).toEqual(['as Name a; b', 'k']);
  expect(commands('~*e k; r\nlm')).toEqual(['~*e k; r', 'lm']);
  expect(commands('aS Name a; b')).toEqual(['aS Name a', 'b']);
});

test('the tokens of control flow', () => {
  expect(kinds('.if (1) { k } .elsif (2) { r } .else { lm }; .while (1) { .break }')).toEqual(['if', 'while']);
  expect(parse('.for (r $t0=0; @$t0<3; r $t0=@$t0+1; r $t1=2) { k }')).toMatchObject([
    {
      kind: 'for',
      first: { text: 'r $t0=0', at: 6 },
      condition: { text: '@$t0<3', at: 15 },
      next: [{ text: 'r $t0=@$t0+1' }, { text: 'r $t1=2' }],
      body: { text: ' k ' },
    },
  ]);
  expect(parse('.foreach /pS 2 /ps 4 ( t { lm1m } ) { .echo t }')).toMatchObject([
    {
      variable: 't',
      source: { kind: 'commands', part: { text: ' lm1m ' } },
      skipFirst: { text: '2' },
      skipEach: { text: '4' },
      body: { text: ' .echo t ' },
    },
  ]);
  expect(parse('.do { k } (@$t0 < 3)')).toMatchObject([{ kind: 'do', condition: { text: '@$t0 < 3', at: 11 } }]);
  expect(parse('$$>a<c:\\a b.txt x')).toMatchObject([{ kind: 'script', form: '$$>a<', path: 'c:\\a' }]);
  expect(parse('$$><"c:\\a b.txt"; k')).toMatchObject([{ path: 'c:\\a b.txt' }, { text: 'k' }]);
});

test.each([
  ['.if 1 { k }', 4],
  ['.while (1', 7],
  ['.for (a; b) { }', 0],
  ['.else { k }', 0],
  ['.foreach (x y) { k }', 10],
])('%s is a syntax error at column %i', (text, position) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'usage', position }));
});

test('a block may go over several lines and begin on a line of its own', () => {
  expect(lines('r\n.if (1)\n{\n k\n}\n.else\n{\n lm\n}\nx')).toEqual(['r', '.if (1)\n{\n k\n}\n.else\n{\n lm\n}', 'x']);
  expect(lines('.echo {\nk')).toEqual(['.echo {', 'k']);
});

test('any text is split or refused, quickly', () => {
  const pieces = fc.constantFrom(
    '.if',
    '.for',
    '(',
    ')',
    '{',
    '}',
    ';',
    '"',
    '$$',
    '*',
    '\n',
    ' ',
    'k',
    '.foreach',
    '/s',
    'z(1)',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => {
      try {
        parse(parts.join(''));
      } catch (error) {
        expect((error as { code?: string }).code).toBe('usage');
      }
    }),
  );
});

test('.foreach takes /s and /f before the parenthesis, as Microsoft writes it, or within', () => {
  for (const text of ['.foreach /s (x "a b") { .echo x }', '.foreach (x /s "a b") { .echo x }']) {
    expect(parse(text)[0]).toMatchObject({ kind: 'foreach', source: { kind: 'string', part: { text: 'a b' } } });
  }
  expect(parse('.foreach /pS 1 /f (x "list.txt") { .echo x }')[0]).toMatchObject({
    skipFirst: { text: '1' },
    source: { kind: 'file', part: { text: 'list.txt' } },
  });
});

test('as with a value to evaluate ends at a semicolon, as with text it takes the line', () => {
  expect(parse('as /x ${/v:n} 5; .block { .echo n }')).toMatchObject([{ kind: 'command' }, { kind: 'block' }]);
  expect(parse('as n 5; .block { .echo n }')).toMatchObject([{ kind: 'command', text: 'as n 5; .block { .echo n }' }]);
});

test('braces in a $$ comment swallow nothing after it', () => {
  expect(parse('$$ an open { brace\n.echo a')).toMatchObject([{ kind: 'command', text: '.echo a' }]);
  expect(parse('.block { $$ a {pair} of them ; .echo a }')).toMatchObject([
    { kind: 'block', body: { text: ' $$ a {pair} of them ; .echo a ' } },
  ]);
});

test('an escaped quote does not end a text', () => {
  expect(parse('!list "-x \\"dd; dd\\" 0"; .echo a')).toMatchObject([
    { kind: 'command', text: '!list "-x \\"dd; dd\\" 0"' },
    { kind: 'command', text: '.echo a' },
  ]);
  expect(parse('.logopen "C:\\logs\\"; .echo a')).toMatchObject([{ kind: 'command' }, { kind: 'command' }]);
});
