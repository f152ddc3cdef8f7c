import { expect, test } from 'vitest';
import { command } from './command.ts';
import { Commands } from './dispatch.ts';

const make = (name: string, aliases: string[] = []) =>
  command({
    name,
    aliases,
    syntax: name,
    summary: '',
    example: name,
    patterns: [],
    parse: () => ({}),
    run: () => ({}),
    render: () => {},
  });
const commands = new Commands([
  make('k', ['kb', 'kv']),
  make('.trap'),
  make('!locks'),
  make('?'),
  make('d', ['db', 'dd', 'dyd']),
  make('~'),
]);

test.each([
  ['k', 'k', ''],
  ['kv5', 'kv', '5'],
  ['kb 20', 'kb', ' 20'],
  ['dyd eax+4 l1', 'dyd', ' eax+4 l1'],
  ['.trap a07be180', '.trap', ' a07be180'],
  ['!kdexts.locks -v', '!locks', ' -v'],
  ['? 1+1', '?', ' 1+1'],
  ['~0s', '~', '0s'],
])('%s is found', (line, typed, args) => {
  expect(commands.find(line)).toMatchObject({ typed, args });
});

test('unknown commands are not shortened to something else', () => {
  expect(commands.find('!lock')).toBeNull();
  expect(commands.nearest('!lock')).toBe('!locks');
  expect(commands.find('.trapper')).toBeNull();
});
