// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the debugger's alias syntax looks like JavaScript's templates.
import { expect, test } from 'vitest';
import { Aliases } from './aliases.ts';

const expand = (aliases: Aliases, text: string) => aliases.expand(text, true);

function make(named: Record<string, string>): Aliases {
  const aliases = new Aliases();
  for (const [name, value] of Object.entries(named)) aliases.set(name, value);
  return aliases;
}

test('a bare name is replaced only where it stands alone; ${} anywhere', () => {
  const aliases = make({ Foo: '1+2' });
  expect(expand(aliases, '? Foo; .echo "Foo" FooBar x${Foo}y')).toBe('? 1+2; .echo "1+2" FooBar x1+2y');
});

test('the options of ${}', () => {
  const aliases = make({ Foo: 'v' });
  expect(expand(aliases, '${/d:Foo} ${/d:No} [${/f:No}] ${/n:Foo} ${/v:Foo} ${No}')).toBe('1 0 [] Foo ${/v:Foo} ${No}');
});

test('commands about aliases keep their text unless they follow a semicolon', () => {
  const aliases = make({ Foo: 'v' });
  expect(expand(aliases, 'ad Foo')).toBe('ad Foo');
  expect(expand(aliases, 'as Foo Foo')).toBe('as Foo Foo');
  expect(expand(aliases, 'k; ad Foo')).toBe('k; ad v');
  // The rule is one of command lines: blocks replace everything but ${/v:Foo}.
  expect(aliases.expand(' aS Bar Foo + 1\n as /x ${/v:Foo} Foo', false)).toBe(' aS Bar v + 1\n as /x ${/v:Foo} v');
});

test('fixed aliases are replaced anywhere, and at once where they stand in another', () => {
  const aliases = new Aliases();
  aliases.setFixed('2', '2');
  aliases.setFixed('1', aliases.expandFixed('1+$u2'));
  aliases.setFixed('2', '6');
  expect(expand(aliases, '? $u1 x$u2')).toBe('? 1+2 x6');
});

test('a value is not expanded again, so that a circle ends', () => {
  expect(make({ a: 'b', b: 'a' }).expand('a b', true)).toBe('b a');
});

// Microsoft Learn, "Using Aliases": blanks, semicolons, quotation marks or the ends of the line stand around a bare name.
test('brackets and commas are other text', () => {
  const aliases = make({ Foo: 'v' });
  expect(expand(aliases, '? (Foo),Foo;Foo "Foo" Foo')).toBe('? (Foo),Foo;v "v" v');
});

test('automatic aliases stand anywhere, as fixed ones do', () => {
  const aliases = new Aliases((name) => (name === '$ntsym' ? 'nt' : null));
  expect(expand(aliases, 'u $ntsym!KeBugCheck ${$ntsym} ${/d:$ntsym} $ntsymbol $ntwsym')).toBe(
    'u nt!KeBugCheck nt 1 $ntsymbol $ntwsym',
  );
});

test('aliases that double themselves end with an error', () => {
  const aliases = make({ X: 'a'.repeat(1 << 20) });
  expect(() => aliases.set('Y', 'a'.repeat((1 << 20) + 1))).toThrow('longer than 1 MB');
  expect(() => aliases.expand('${X} '.repeat(17), false)).toThrow('more than 16 MB');
  for (let number = 0; number < 65_535; number++) aliases.set(`n${number}`, '');
  expect(() => aliases.set('more', '')).toThrow('65536 aliases');
});
