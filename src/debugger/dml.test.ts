import { expect, test } from 'vitest';
import { asDmlText, writeDml } from './dml.ts';
import { Text } from './text.ts';

function written(dml: string): { text: string; commands: unknown[] } {
  const text = new Text();
  writeDml(text, dml);
  return { text: text.toString(), commands: text.links.map(({ to }) => to) };
}

test('links carry their commands, of other tags only the text is left', () => {
  expect(written('<b>see</b> <link cmd="!thread 1 &amp; 2">this</link>&lt;')).toEqual({
    text: 'see this<',
    commands: [{ command: '!thread 1 & 2' }],
  });
});

test('what a dump says is no tag, ends no attribute, and begins no second command', () => {
  const hostile = '</link><link cmd="q">x</link>"; .writemem out 0 L1';
  expect(written(`<link cmd="k">${asDmlText(hostile)}</link>`)).toEqual({
    text: hostile,
    commands: [{ command: 'k' }],
  });
  expect(written(`<link cmd="da ${asDmlText('1000; q')}">here</link>`)).toEqual({ text: 'here', commands: [] });
  expect(written(`<link cmd="da ${asDmlText('1000\nq')}">here</link>`)).toEqual({ text: 'here', commands: [] });
  expect(written(`<link cmd="da ${asDmlText('1000')}">here</link>`).commands).toEqual([{ command: 'da 1000' }]);
});
