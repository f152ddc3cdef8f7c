import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchType } from './type-pattern.ts';

// Microsoft Learn, "Create custom views of C++ objects": * stands for arguments, $T1 is the first.
test.each([
  ['Shop', 'Shop', []],
  ['Shop', 'Shops', null],
  ['std::vector<*>', 'std::vector<int,std::allocator<int> >', ['int', 'std::allocator<int>']],
  ['std::vector<bool,*>', 'std::vector<bool,std::allocator<bool>>', ['std::allocator<bool>']],
  ['std::vector<bool,*>', 'std::vector<int,std::allocator<int>>', null],
  ['Pair<*,int>', 'Pair<char *, int>', ['char*']],
  ['Pair<*,int>', 'Pair<char,int,int>', null],
  ['Map<*>::Node<*>', 'Map<int,long>::Node<char>', ['int', 'long', 'char']],
  ['Box<List<*>>', 'Box<struct List<class Job *>>', ['Job*']],
  ['Box<*>', 'Box', null],
] as const)('%s against %s', (pattern, name, args) => {
  expect(matchType(pattern, name)).toEqual(args);
});

test('any two names are compared soon', () => {
  const name = fc.string({ unit: fc.constantFrom(...'ab<>,* :('), maxLength: 200 });
  fc.assert(fc.property(name, name, (a, b) => void matchType(a, b)));
  const deep = 'a<'.repeat(20_000);
  expect(matchType(deep, deep)).toBeDefined();
});
