import { expect, test } from 'vitest';
import { CHECKLIST } from './checklist-items.ts';
import { posterHtml, posterText } from './poster.ts';

const DATA = {
  items: CHECKLIST,
  patterns: [{ id: 'x', name: 'Bad <b>Name</b>', meaning: 'a & b', links: ['!locks', 'other-pattern'] }],
  commands: [{ name: '!locks', syntax: '!locks [address]', summary: 'Shows locks.' }],
  symbolPath: 'srv*/c*https://example.org/"quoted"',
};

test('the page holds every checklist item and escapes what it is given', () => {
  const html = posterHtml(DATA);
  expect(html.match(/<li>/g)?.length).toBe(CHECKLIST.length);
  expect(html).not.toContain('<b>Name</b>');
  expect(html).not.toContain('"quoted"');
  expect(html).not.toContain('<script');
});

test('the text names for each pattern the commands that show it, not its sister patterns', () => {
  const line = posterText(DATA).find((text) => text.includes('Bad'));
  expect(line).toContain('!locks');
  expect(line).not.toContain('other-pattern');
});

test('checklist ids are unique', () => {
  const ids = CHECKLIST.map(({ section, id }) => `${section}/${id}`);
  expect(new Set(ids).size).toBe(ids.length);
});
