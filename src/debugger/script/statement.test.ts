// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the debugger's alias syntax looks like JavaScript's templates.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logicalLines, parseStatements } from './statement.ts';

const kinds = (text: string) => parseStatements(text).map(({ kind }) => kind);
const commands = (text: string) =>
  parseStatements(text).map((statement) => (statement.kind === 'command' ? statement.text : statement.kind));

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
  expect(parseStatements('.for (r $t0=0; @$t0<3; r $t0=@$t0+1; r $t1=2) { k }')).toMatchObject([
    { kind: 'for', first: 'r $t0=0', condition: '@$t0<3', next: ['r $t0=@$t0+1', 'r $t1=2'], body: ' k ' },
  ]);
  expect(parseStatements('.foreach /pS 2 /ps 4 ( t { lm1m } ) { .echo t }')).toMatchObject([
    { variable: 't', source: { kind: 'commands', text: ' lm1m ' }, skipFirst: '2', skipEach: '4', body: ' .echo t ' },
  ]);
  expect(parseStatements('.do { k } (@$t0 < 3)')).toMatchObject([{ kind: 'do', condition: '@$t0 < 3' }]);
  expect(parseStatements('$$>a<c:\\a b.txt x')).toMatchObject([{ kind: 'script', form: '$$>a<', path: 'c:\\a' }]);
  expect(parseStatements('$$><"c:\\a b.txt"; k')).toMatchObject([{ path: 'c:\\a b.txt' }, { text: 'k' }]);
});

test.each([
  ['.if 1 { k }', 4],
  ['.while (1', 7],
  ['.for (a; b) { }', 0],
  ['.else { k }', 0],
  ['.foreach (x y) { k }', 10],
])('%s is a syntax error at column %i', (text, position) => {
  expect(() => parseStatements(text)).toThrow(expect.objectContaining({ code: 'usage', position }));
});

test('a block may go over several lines and begin on a line of its own', () => {
  expect(logicalLines('r\n.if (1)\n{\n k\n}\n.else\n{\n lm\n}\nx')).toEqual([
    'r',
    '.if (1)\n{\n k\n}\n.else\n{\n lm\n}',
    'x',
  ]);
  expect(logicalLines('.echo {\nk')).toEqual(['.echo {', 'k']);
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
        parseStatements(parts.join(''));
      } catch (error) {
        expect((error as { code?: string }).code).toBe('usage');
      }
    }),
  );
});

test('.foreach takes /s and /f before the parenthesis, as Microsoft writes it, or within', () => {
  for (const text of ['.foreach /s (x "a b") { .echo x }', '.foreach (x /s "a b") { .echo x }']) {
    expect(parseStatements(text)[0]).toMatchObject({ kind: 'foreach', source: { kind: 'string', text: 'a b' } });
  }
  expect(parseStatements('.foreach /pS 1 /f (x "list.txt") { .echo x }')[0]).toMatchObject({
    skipFirst: '1',
    source: { kind: 'file', text: 'list.txt' },
  });
});

test('as with a value to evaluate ends at a semicolon, as with text it takes the line', () => {
  expect(parseStatements('as /x ${/v:n} 5; .block { .echo n }')).toMatchObject([
    { kind: 'command' },
    { kind: 'block' },
  ]);
  expect(parseStatements('as n 5; .block { .echo n }')).toMatchObject([
    { kind: 'command', text: 'as n 5; .block { .echo n }' },
  ]);
});

test('braces in a $$ comment swallow nothing after it', () => {
  expect(parseStatements('$$ an open { brace\n.echo a')).toMatchObject([{ kind: 'command', text: '.echo a' }]);
  expect(parseStatements('.block { $$ a {pair} of them ; .echo a }')).toMatchObject([
    { kind: 'block', body: ' $$ a {pair} of them ; .echo a ' },
  ]);
});

test('an escaped quote does not end a text', () => {
  expect(parseStatements('!list "-x \\"dd; dd\\" 0"; .echo a')).toMatchObject([
    { kind: 'command', text: '!list "-x \\"dd; dd\\" 0"' },
    { kind: 'command', text: '.echo a' },
  ]);
  expect(parseStatements('.logopen "C:\\logs\\"; .echo a')).toMatchObject([{ kind: 'command' }, { kind: 'command' }]);
});
