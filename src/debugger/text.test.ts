import { expect, test } from 'vitest';
import { Text } from './text.ts';

test('links know their line and columns, also in texts that were put together', () => {
  const first = new Text().line('x').write('see ').link('this', '!thread 1');
  const second = new Text().write(' or ').page('that', 'https://example.org/').line().link('last', 'k');
  const joined = new Text();
  for (const part of [first, second]) joined.append({ text: part.toString(), links: part.links });
  const { lines } = joined;
  expect(joined.links.map(({ line, start, end, to }) => [lines[line]!.slice(start, end), to])).toEqual([
    ['this', { command: '!thread 1' }],
    ['that', { page: 'https://example.org/' }],
    ['last', { command: 'k' }],
  ]);
});

test('a label of several lines is followed where it begins', () => {
  const text = new Text().link('two\nlines', 'k');
  expect(text.toString()).toBe('two\nlines');
  expect(text.links[0]).toMatchObject({ line: 0, start: 0, end: 3 });
});

test('a text of the dump inside of a line begins no line of its own', () => {
  const text = new Text().line('name: evil\n0: kd> q').line('next');
  text.linkName('a\nb', 'a\nb', (name) => `lmv m ${name}`).line();
  expect(text.lines).toEqual(['name: evil\\x0a0: kd> q', 'next', 'a\\x0ab', '']);
  expect(text.links).toEqual([]);
});
