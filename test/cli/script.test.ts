import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SourceError } from '../../src/bytes/errors.ts';
import { Console } from '../transcripts/console.ts';
import { type BuiltCommandLine, buildCommandLine, root } from './command-line.ts';

const DEMO = join(root, 'test/fixtures/demo');
const folder = mkdtempSync(join(tmpdir(), 'memoretics-script-'));
let built: BuiltCommandLine;
beforeAll(() => {
  built = buildCommandLine();
}, 120_000);
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}
const script = (path: string, ...args: string[]) =>
  built.run(['script', path, join(DEMO, 'crash.dmp'), ...args, '--symbols', DEMO, '--images', DEMO]);

test.each(['ts', 'mts', 'js', 'mjs'])('a .%s file runs, imports its neighbour and awaits at the top', (kind) => {
  const typed = kind.endsWith('ts');
  file(`lib/${kind}-part.${kind}`, `export const twice = (x${typed ? ': number' : ''}) => x * 2;\n`);
  const path = file(
    `lib/main.${kind}`,
    `import { openDump, print } from 'memoretics';
import { twice } from './${kind}-part.${kind}';
const dump${typed ? ": import('memoretics').Dump" : ''} = await openDump();
print(dump.kind, String(twice(21)));
dump.close();
`,
  );
  expect(script(path)).toEqual({ status: 0, stdout: 'user-minidump 42\n', stderr: '' });
});

test('what is thrown names the line and column of the file, and the status tells', () => {
  const thrown = script(
    file('thrown.ts', "interface A {\n  b: string;\n}\nconst a: A | null = null;\nthrow new Error('no ' + a);\n"),
  );
  expect(thrown.status).toBe(1);
  expect(thrown.stderr).toMatch(/Error: no null\n {4}at .*thrown\.ts:5:7/);
  expect(script(file('status.mjs', 'process.exitCode = 7;\n')).status).toBe(7);
  expect(script(file('exit.mjs', 'process.exit(3);\n')).status).toBe(3);
  const endless = script(file('endless.mjs', 'await new Promise(() => {});\n'));
  expect(endless.status).toBe(13);
  expect(endless.stderr).toContain('ended while it awaited');
  const refused = script(file('enum.ts', 'const x = 1;\nenum Color { Red }\n'));
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/enum\.ts:2:1|enum is not supported/);
});

test('commands fail with the words of the debugger, memory with its place', () => {
  const path = file(
    'errors.ts',
    `import { MemoryFault, openDump, print, UsageError } from 'memoretics';
const dump = await openDump();
try { await dump.run('? 1/0'); } catch (error) { print(error instanceof UsageError, (error as Error).message); }
try { dump.readPointer(0n); } catch (error) { print(error instanceof MemoryFault, (error as MemoryFault).address); }
print(String(dump.tryRead(0x10n, 4)));
print('evil\\x1b[2Jname');
dump.close();
`,
  );
  expect(script(path).stdout).toBe("true Operand error at '/'\ntrue 0x0\nnull\nevil\\x1b[2Jname\n");
});

test('what is no script, and what is no dump, is said', () => {
  expect(script(join(folder, 'absent.ts'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no such file'),
  });
  expect(script(file('some.txt', ''))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('.ts, .mts, .cts, .js, .mjs or .cjs'),
  });
  const path = file('open.ts', "import { openDump } from 'memoretics';\nawait openDump();\n");
  const { status, stderr } = built.run(['script', path, file('no.dmp', 'no dump')]);
  expect(status).toBe(1);
  expect(stderr).toContain('FormatError');
});

test('.shell runs only where it was allowed; .logopen writes what was said and spares other files', () => {
  const dump = join(DEMO, 'crash.dmp');
  expect(built.run(['run', dump, '-c', '.shell echo hi']).stdout).toContain('refused');
  expect(built.run(['run', dump, '-c', '.shell echo hi', '--allow-shell']).stdout).toBe('hi\n');
  const log = join(folder, 'session.log');
  built.run(['run', dump, '-c', `.logopen ${log}\n? 1+1\n.logclose`]);
  expect(readFileSync(log, 'utf8')).toMatch(
    /^Opened log file '.*'\n(?:.*\n)*0:000> \? 1\+1\nEvaluate expression: 2 = /,
  );
  const precious = file('precious.txt', 'mine');
  expect(built.run(['run', dump, '-c', `.logopen ${precious}`]).stdout).toContain('is no log of a debugger');
  expect(readFileSync(precious, 'utf8')).toBe('mine');
});

/** A fenced block of the handbook's page. */
interface Block {
  readonly language: string;
  readonly attributes: string;
  readonly code: string;
}
interface Topic {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly expected: string;
}

function topics(): Topic[] {
  const page = readFileSync(join(root, 'docs/scripting.md'), 'utf8');
  return page.split(/^## /m).flatMap((section) => {
    const blocks = [...section.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms)].map(
      ([, language = '', attributes = '', code = '']) => ({
        language,
        attributes: attributes.trim(),
        code,
      }),
    );
    const text = blocks.find(({ language }) => language === 'text');
    if (!text) return [];
    return [{ title: section.split('\n')[0]!, blocks: blocks.filter((block) => block !== text), expected: text.code }];
  });
}

const attribute = (block: Block, name: string): string | null =>
  new RegExp(`${name}=(?:"([^"]*)"|(\\S+))`).exec(block.attributes)?.slice(1).find(Boolean) ?? null;
const hasCompiler = spawnSync('cc', ['--version']).status === 0;
const examples = topics().flatMap(({ title, blocks, expected }) =>
  blocks
    .filter((block) => attribute(block, 'file') === null)
    .map((block) => ({ title, block, expected, files: blocks.filter((each) => attribute(each, 'file') !== null) })),
);

describe('every example of docs/scripting.md prints what the page says', () => {
  test('the page covers the topics, each in three languages', () => {
    for (const title of ['Variables', 'Pointers', 'Conditions', 'Loops', 'Output', 'Functions', 'Arguments']) {
      const languages = examples.filter((each) => each.title === title).map(({ block }) => block.language);
      expect(languages, title).toEqual(['c', 'windbg', 'ts']);
    }
  });
  test.each(examples.filter(({ block }) => block.language === 'windbg'))(
    '$title in a WinDbg script',
    async (example) => {
      const { block, files, expected } = example;
      const console = new Console(join(DEMO, 'crash.dmp'), [DEMO]);
      const known = new Map(files.map((each) => [attribute(each, 'file'), each.code]));
      const args = attribute(block, 'args');
      known.set('example.wds', block.code);
      console.session.readText = (path) => {
        const text = known.get(path);
        if (text === undefined) throw new SourceError(path, `${path} cannot be read`);
        return text;
      };
      expect(await console.text(args === null ? block.code : `$$>a<example.wds ${args}`)).toBe(expected);
      console.close();
    },
  );
  test.each(examples.filter(({ block }) => block.language === 'ts'))(
    '$title in TypeScript',
    ({ title, block, expected }) => {
      const args = attribute(block, 'args')?.split(' ') ?? [];
      const { stdout, stderr } = script(file(`page/${title.split(' ')[0]}.ts`, block.code), ...args);
      expect(stderr).toBe('');
      expect(stdout).toBe(expected);
    },
  );
  test.skipIf(!hasCompiler).each(examples.filter(({ block }) => block.language === 'c'))(
    '$title in C (needs cc)',
    ({ title, block, expected }) => {
      const source = file(`page/${title}.c`, block.code);
      const program = join(folder, `${title}.out`);
      const compiled = spawnSync('cc', ['-o', program, source], { encoding: 'utf8' });
      expect(compiled.stderr).toBe('');
      expect(spawnSync(program, attribute(block, 'args')?.split(' ') ?? [], { encoding: 'utf8' }).stdout).toBe(
        expected,
      );
    },
  );
});
