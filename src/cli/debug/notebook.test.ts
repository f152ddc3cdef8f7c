import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Notebook } from './notebook.ts';

const folder = mkdtempSync(join(tmpdir(), 'memoretics-notebook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function talk(): Notebook {
  const notebook = new Notebook();
  notebook.dump({ name: 'a_`b`.dmp', bytes: 7, about: 'Windows 7\n' });
  notebook.command('0:000> ', 'da 1000');
  notebook.output('```\n# no heading \x1b[31m\n');
  notebook.end();
  return notebook;
}

const WHOLE = [
  '# a\\_\\`b\\`.dmp',
  'a\\_\\`b\\`.dmp, 7 bytes:',
  '```text\nWindows 7\n```',
  '````text\n0:000> da 1000\n```\n# no heading \\x1b[31m\n````\n',
].join('\n\n');

test('what a dump says stays in its fence', () => {
  expect(talk().markdown()).toBe(WHOLE);
});

test('a file grows with the conversation; one that exists is written only when that was chosen', () => {
  const path = join(folder, 'talk.md');
  const notebook = talk();
  notebook.save(path, 'new');
  notebook.command('0:000> ', 'k');
  notebook.output('00 here\n');
  notebook.end();
  const added = '\n```text\n0:000> k\n00 here\n```\n';
  expect(readFileSync(path, 'utf8')).toBe(WHOLE + added);
  expect(() => talk().save(path, 'new')).toThrow('EEXIST');
  writeFileSync(path, 'mine\n');
  talk().save(path, 'append');
  expect(readFileSync(path, 'utf8')).toBe(`mine\n\n${WHOLE}`);
  talk().save(path, 'overwrite');
  expect(readFileSync(path, 'utf8')).toBe(WHOLE);
});
