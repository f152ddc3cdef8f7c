import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SourceError } from '../../src/bytes/errors.ts';
import { Console } from '../transcripts/console.ts';
import { type BuiltCommandLine, buildCommandLine, root } from './command-line.ts';
import { filesOf, type PageExample, pageExamples } from './scripting-page.ts';

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

const FORGED = resolve(root, '../shared/corpus/forged/x64');
const ISF = resolve(root, '../shared/corpus/isf');
const hasCorpus = existsSync(FORGED);
const hasCompiler = spawnSync('cc', ['--version']).status === 0;
const examples = pageExamples();

/** The dump an example runs on, with the folders of its symbols. */
function dumpOf({ dump }: PageExample): { readonly path: string; readonly folders: string[] } {
  return dump === null
    ? { path: join(DEMO, 'crash.dmp'), folders: [DEMO] }
    : { path: join(FORGED, `${dump}.dmp`), folders: [ISF, join(FORGED, 'binaries')] };
}
/** Arguments as the page writes them: `.` is the folder of the sample, a dump of the corpus goes by its name. */
const argumentsOf = ({ args }: PageExample) =>
  args.map((arg) => (arg === '.' ? DEMO : /^w\d+-/.test(arg) ? join(FORGED, `${arg}.dmp`) : arg));
const inLanguage = (language: string, needsCorpus: boolean) =>
  examples.filter((each) => each.language === language && each.file === null && (each.dump !== null) === needsCorpus);

async function runWinDbg(example: PageExample): Promise<string> {
  const { path, folders } = dumpOf(example);
  const console = new Console(path, folders);
  const known = new Map(filesOf(examples, example).map((each) => [each.file, each.code]));
  known.set('example.wds', example.code);
  console.session.readText = (wanted) => {
    const text = known.get(wanted);
    if (text === undefined) throw new SourceError(wanted, `${wanted} cannot be read`);
    return text;
  };
  const args = example.args.join(' ');
  const text = await console.text(args === '' ? example.code : `$$>a<example.wds ${args}`);
  console.close();
  return text;
}

function runTypeScript(example: PageExample) {
  const { path, folders } = dumpOf(example);
  for (const each of filesOf(examples, example)) file(`page/${each.file}`, each.code);
  const name = file(`page/${example.title.replace(/\W+/g, '-')}.ts`, example.code);
  const symbols = folders.flatMap((each) => ['--symbols', each, '--images', each]);
  return built.run(['script', name, path, ...argumentsOf(example), ...symbols], { cwd: join(folder, 'page') });
}

describe('every example of docs/scripting.md prints what the page says', () => {
  test('the page covers the topics, each in three languages', () => {
    for (const title of ['Variables', 'Pointers', 'Conditions', 'Loops', 'Output', 'Functions', 'Arguments']) {
      const languages = examples.filter((each) => each.title === title && each.file === null);
      expect(
        languages.map(({ language }) => language),
        title,
      ).toEqual(['c', 'windbg', 'ts']);
    }
    expect(inLanguage('ts', false).length + inLanguage('ts', true).length).toBeGreaterThanOrEqual(17);
  });
  test.each(inLanguage('windbg', false))('$title in a WinDbg script', async (example) => {
    expect(await runWinDbg(example)).toBe(example.expected);
  });
  test.each(inLanguage('ts', false))('$title in TypeScript', (example) => {
    expect(runTypeScript(example)).toEqual({ status: 0, stdout: example.expected, stderr: '' });
  });
  test.skipIf(!hasCorpus).each(inLanguage('windbg', true))(
    '$title in a WinDbg script (needs ../shared/corpus/forged)',
    async (example) => {
      expect(await runWinDbg(example)).toBe(example.expected);
    },
  );
  test.skipIf(!hasCorpus).each(inLanguage('ts', true))(
    '$title in TypeScript (needs ../shared/corpus/forged)',
    (example) => {
      expect(runTypeScript(example)).toEqual({ status: 0, stdout: example.expected, stderr: '' });
    },
  );
  test.skipIf(!hasCompiler).each(inLanguage('c', false))(
    '$title in C (needs cc)',
    ({ title, code, args, expected }) => {
      const program = join(folder, `${title}.out`);
      const compiled = spawnSync('cc', ['-o', program, file(`page/${title}.c`, code)], { encoding: 'utf8' });
      expect(compiled.stderr).toBe('');
      expect(spawnSync(program, args, { encoding: 'utf8' }).stdout).toBe(expected);
    },
  );
});

test('the page is in the product, whole and by its parts', () => {
  const { status, stdout } = built.run(['explain', 'scripting']);
  expect(status).toBe(0);
  for (const { code } of examples) for (const line of code.split('\n')) expect(stdout).toContain(line.trimEnd());
  for (const { title } of examples) expect(stdout).toContain(`\n${title}\n`);
  const loops = built.run(['explain', 'scripting', 'loops']).stdout;
  expect(loops).toMatch(/^Loops\n/);
  expect(loops).not.toContain('Functions');
  expect(JSON.parse(built.run(['explain', 'script', 'loops', '--json']).stdout)).toEqual([
    { kind: 'page', name: 'scripting', markdown: expect.stringMatching(/^## Loops\n/) },
  ]);
  const none = built.run(['explain', 'scripting', 'cooking']);
  expect(none).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('Variables; Pointers') });
});
