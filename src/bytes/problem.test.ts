import { expect, test } from 'vitest';
import { Problems } from './problem.ts';

test('repeats are counted, and a file cannot invent kinds without end', () => {
  const one = new Problems(2);
  for (let index = 0; index < 5; index++) one.add('bad-count', 'X', index, 'wrong');
  expect(one.list.map(({ message }) => message)).toEqual(['wrong', 'wrong', '3 more problems of this kind']);
  const many = new Problems();
  for (let index = 0; index < 100_000; index++) many.add('bad', `kind ${index}`, null, 'wrong');
  expect(many.list).toHaveLength(1001);
  expect(many.list.at(-1)?.message).toBe('99000 more problems of many kinds');
});
