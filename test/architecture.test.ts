import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');
const ABOVE_TARGET = ['bytes', 'formats', 'memory', 'machine', 'symbols', 'target'];
const ABOVE_EVIDENCE = [...ABOVE_TARGET, 'windows', 'transcript', 'evidence'];
/** The dependency table of the house; the docs say the same in words. */
const MAY: Record<string, readonly string[]> = {
  bytes: [],
  formats: ['bytes'],
  memory: ['bytes'],
  machine: ['bytes', 'memory'],
  symbols: ['bytes', 'formats'],
  target: ['bytes', 'formats', 'memory', 'machine', 'symbols'],
  windows: ABOVE_TARGET,
  transcript: ['bytes', 'windows'],
  evidence: [...ABOVE_TARGET, 'windows', 'transcript'],
  analysis: [...ABOVE_EVIDENCE],
  patterns: ['bytes', 'analysis', 'evidence', 'windows'],
  debugger: [...ABOVE_EVIDENCE, 'analysis'],
  commands: [...ABOVE_EVIDENCE, 'analysis', 'debugger'],
  database: ['bytes', 'analysis'],
  handbook: ['bytes', 'windows', 'analysis'],
  // machine and formats: see docs/decisions/platform-implements-machine.md.
  platform: ['bytes', 'formats', 'machine', 'symbols', 'database'],
};

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : [];
  });
}

const rooms = readdirSync(SRC).filter((name) => statSync(join(SRC, name)).isDirectory());

test('every folder of src has a README', () => {
  const folders = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? [path, ...folders(path)] : [];
    });
  expect(
    folders(SRC).filter((folder) => readdirSync(folder).length > 0 && !existsSync(join(folder, 'README.md'))),
  ).toEqual([]);
});

test('imports follow the dependency table', () => {
  const wrong: string[] = [];
  for (const room of rooms) {
    const may = MAY[room];
    if (!may) continue;
    for (const file of files(join(SRC, room))) {
      if (file.endsWith('.test.ts')) continue;
      for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
        if (!target.startsWith('.')) {
          if (target.startsWith('node:') && !file.includes('/platform/node/'))
            wrong.push(`${relative(SRC, file)} imports ${target}`);
          continue;
        }
        const to = relative(SRC, resolve(dirname(file), target)).split('/');
        const other = to[0] ?? '';
        if (other === room && room === 'formats' && to[1] !== relative(SRC, file).split('/')[1]) {
          wrong.push(`${relative(SRC, file)} imports a sibling format ${to.join('/')}`);
        }
        if (other !== room && !may.includes(other)) wrong.push(`${relative(SRC, file)} imports ${to.join('/')}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('no drawers: files say what they hold', () => {
  const drawers = files(SRC).filter((file) =>
    /(^|\/)(utils?|helpers?|common|manager|misc)(\.ts|\/)/.test(relative(SRC, file)),
  );
  expect(drawers).toEqual([]);
});

test('each dependency is pinned, and docs/decisions/dependencies.md says why it is here', () => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(join(SRC, '../package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const reasons = readFileSync(join(SRC, '../docs/decisions/dependencies.md'), 'utf8');
  const unexplained = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([name]) => !name.startsWith('@types/'))
    .map(([name, version]) => `| ${name} ${version} |`)
    .filter((row) => !reasons.replace(/ +/g, ' ').includes(row));
  expect(unexplained).toEqual([]);
});
