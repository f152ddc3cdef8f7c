// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the debugger's alias syntax looks like JavaScript's templates.
import { expect, test } from 'vitest';
import { Aliases } from './aliases.ts';

function make(named: Record<string, string>): Aliases {
  const aliases = new Aliases();
  for (const [name, value] of Object.entries(named)) aliases.set(name, value);
  return aliases;
}

test('a bare name is replaced only where it stands alone; ${} anywhere', () => {
  const aliases = make({ Foo: '1+2' });
  expect(aliases.expand('? Foo; .echo "Foo" FooBar x${Foo}y')).toBe('? 1+2; .echo "1+2" FooBar x1+2y');
});

test('the options of ${}', () => {
  const aliases = make({ Foo: 'v' });
  expect(aliases.expand('${/d:Foo} ${/d:No} [${/f:No}] ${/n:Foo} ${/v:Foo} ${No}')).toBe('1 0 [] Foo ${/v:Foo} ${No}');
});

test('commands about aliases keep their text unless they follow a semicolon', () => {
  const aliases = make({ Foo: 'v' });
  expect(aliases.expand('ad Foo')).toBe('ad Foo');
  expect(aliases.expand('as Foo Foo')).toBe('as Foo Foo');
  expect(aliases.expand('k; ad Foo')).toBe('k; ad v');
});

test('fixed aliases are replaced anywhere, and at once where they stand in another', () => {
  const aliases = new Aliases();
  aliases.setFixed('2', '2');
  aliases.setFixed('1', aliases.expandFixed('1+$u2'));
  aliases.setFixed('2', '6');
  expect(aliases.expand('? $u1 x$u2')).toBe('? 1+2 x6');
});

test('a value is not expanded again, so that a circle ends', () => {
  expect(make({ a: 'b', b: 'a' }).expand('a b')).toBe('b a');
});
