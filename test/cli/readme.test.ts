import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine, root } from './command-line.ts';

// The tour is kept true: every `$ memoretics ...` block of the README is run and compared. UPDATE_README=1 rewrites it.
const path = join(root, 'README.md');
const readme = readFileSync(path, 'utf8');
const BLOCK = /```console\n\$ memoretics ([^\n]*)\n([\s\S]*?)```/g;
let memoretics: BuiltCommandLine;
beforeAll(() => {
  memoretics = buildCommandLine();
}, 60_000);
afterAll(() => memoretics.remove());

const outputOf = (line: string) => {
  const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return memoretics
    .run(args)
    .stdout.replace(/[ \t]+$/gm, '')
    .trimEnd();
};

test('the README shows what the command line prints', () => {
  const blocks = [...readme.matchAll(BLOCK)];
  expect(blocks.length).toBeGreaterThanOrEqual(4);
  if (process.env['UPDATE_README']) {
    writeFileSync(
      path,
      readme.replaceAll(BLOCK, (_, line: string) => `\`\`\`console\n$ memoretics ${line}\n${outputOf(line)}\n\`\`\``),
    );
    return;
  }
  for (const [, line = '', shown = ''] of blocks) expect(outputOf(line), line).toBe(shown.trimEnd());
}, 60_000);

test('the two commands of the first page exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(readme).toContain('npm ci && npm run demo');
  expect(readme).toContain('npm ci && npm test');
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['demo', 'test']));
});
