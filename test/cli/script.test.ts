// biome-ignore-all lint/suspicious/noTemplateCurlyInString: arguments and aliases of the debugger are written so.
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

test('CommonJS, JSON, packages of the folder and standard input', () => {
  const required = file(
    'common/main.cjs',
    "const { openDump, print } = require('memoretics');\nopenDump().then((dump) => { print(dump.kind); dump.close(); });\n",
  );
  expect(script(required)).toEqual({ status: 0, stdout: 'user-minidump\n', stderr: '' });
  file('common/node_modules/left/package.json', '{ "name": "left", "main": "index.js" }');
  file('common/node_modules/left/index.js', "module.exports = (text) => text.padStart(5, '.');\n");
  file('common/part.cts', 'const half = (x: number): number => x / 2;\nmodule.exports = { half };\n');
  file('common/some.json', '{ "answer": 42 }');
  // A package.json without a type makes Node remark on its own guessing, which is not the script's output.
  file('common/package.json', '{ "name": "mine" }');
  const path = file(
    'common/main.ts',
    `import left from 'left';
import { print } from 'memoretics';
import part from './part.cts';
import some from './some.json' with { type: 'json' };
print(left('ab'), String(part.half(some.answer)));
`,
  );
  expect(script(path)).toEqual({ status: 0, stdout: '...ab 21\n', stderr: '' });
  const input = `import { openDump, print, scriptArguments } from 'memoretics';
import some from './some.json' with { type: 'json' };
const dump: import('memoretics').Dump = await openDump();
print(dump.kind, String(some.answer), ...scriptArguments());
dump.close();
`;
  const cwd = join(folder, 'common');
  const read = built.run(['script', '-', join(DEMO, 'crash.dmp'), 'one', '--', '--two'], { input, cwd });
  expect(read).toEqual({ status: 0, stdout: 'user-minidump 42 one --two\n', stderr: '' });
  expect(built.run(['script', '-', '-'], { input })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('cannot both'),
  });
  expect(built.run(['script', file('plain.ts', 'const x: string = "no dump";\nconsole.log(x);\n')]).stdout).toBe(
    'no dump\n',
  );
  const piped = file('piped.ts', "import { openDump, print } from 'memoretics';\nprint((await openDump()).kind);\n");
  const dump = readFileSync(join(DEMO, 'crash.dmp'));
  expect(built.run(['script', piped, '-'], { input: dump })).toMatchObject({ status: 0, stdout: 'user-minidump\n' });
});

test('failures are told with the lines of the author alone, whenever they come', () => {
  const stderrOf = (name: string, text: string) => {
    const { status, stderr } = script(file(`failures/${name}`, text));
    expect(status, name).toBe(1);
    expect(stderr, name).not.toMatch(/node:internal|cli\.mjs|index\.mjs/);
    return stderr;
  };
  const fault = "import { openDump } from 'memoretics';\nconst dump = await openDump();\ndump.readPointer(0n);\n";
  expect(stderrOf('fault.ts', fault)).toMatch(
    /^MemoryFault: cannot read memory at 0x0: not-\S+\n {4}at .*fault\.ts:3:6\)?\n$/,
  );
  expect(stderrOf('late.ts', 'setTimeout(() => {\n  throw new Error("late");\n}, 1);\n')).toMatch(
    /^Error: late\n {4}at .*late\.ts:2:9/,
  );
  expect(stderrOf('rejected.ts', 'Promise.reject(new Error("lost"));\n')).toMatch(
    /^Error: lost\n {4}at .*rejected\.ts:1:16/,
  );
  const cause = 'throw new Error("outer", { cause: new Error("inner") });\n';
  expect(stderrOf('cause.ts', cause)).toMatch(/^Error: outer\n.*cause\.ts:1:7\)?\ncaused by Error: inner\n/);
  expect(stderrOf('hostile.mjs', 'throw "evil\\x1b[2J";\n')).toBe('evil\\x1b[2J\n');
  expect(stderrOf('nothing.mjs', 'throw null;\n')).toBe('null\n');
  expect(stderrOf('strange.mjs', 'throw Object.create(null, { stack: { value: 1 } });\n')).toContain('null prototype');
  expect(stderrOf('meant.ts', "import './fault';\n")).toContain('did you mean fault.ts?');
  expect(stderrOf('compiled.ts', "import './fault.js';\n")).toContain('did you mean fault.ts?');
  for (const [name, text, line] of [
    ['namespace.ts', 'const a = 1;\n\nnamespace N { export const b = a; }\n', 3],
    ['decorator.ts', 'const a = 1;\n@seen class B {}\n', 2],
    ['property.ts', 'class A {\n  constructor(private x: number) {}\n}\n', 2],
    ['syntax.mjs', 'const a = 1;\nconst b = ;\n', 2],
  ] as const) {
    const { status, stderr } = script(file(`failures/${name}`, text));
    expect(status, name).toBe(1);
    expect(stderr, name).toContain(`${name}:${line}`);
    expect(stderr, name).toContain('SyntaxError');
  }
});

test('--timeout ends a script that waits, and one that never gives way', () => {
  const run = (name: string, text: string) => built.run(['script', '--timeout', '0.3', file(name, text)]);
  expect(run('sleeps.mjs', 'await new Promise((done) => setTimeout(done, 60000));\n')).toMatchObject({
    status: 124,
    stderr: expect.stringContaining('was stopped after 0.3 s'),
  });
  // Killed by a signal, which spawnSync tells as no status.
  expect(run('spins.mjs', 'for (;;);\n')).toMatchObject({
    status: null,
    stderr: expect.stringContaining('was stopped after 0.3 s'),
  });
  expect(built.run(['script', '--timeout', 'soon', file('soon.mjs', '')])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('takes seconds'),
  });
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
  const shell = (line: string) => built.run(['run', dump, '-c', line, '--allow-shell']).stdout;
  const out = join(folder, 'shell.txt');
  // Microsoft Learn, ".shell": -ci for input, -o and -e for output, -t for a time in seconds; - for nothing.
  expect(shell(`.shell -i - -ci ".echo a; .echo b" -o ${out} -e - sort -r`)).toBe('');
  expect(readFileSync(out, 'utf8')).toBe('b\na\n');
  expect(shell(`.shell -i ${out} cat`)).toBe('b\na\n');
  expect(shell('.shell -t 1 sleep 30')).toContain('did not end within 1 s');
  expect(shell('.shell -x true')).toContain('refused: -x');
  expect(shell('.noshell; .shell echo hi')).toContain('refused');
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

// What Microsoft documents of each; the page's tables say the same in short.
test.each([
  ['numbers are hexadecimal', '? 10', 'Evaluate expression: 16 = 00000000`00000010\n'],
  ['what could be a number is one', '? add', 'Evaluate expression: 2781 = 00000000`00000add\n'],
  ['= compares', '? 1 = 1; ? not 0; ? 7 mod 4', /: 1 = .*\n.*: 1 = .*\n.*: 3 = /],
  ['.catch goes on behind it', '.catch { ? 1/0; .echo in }; .echo after', /Operand error.*\nafter\n$/],
  ['.leave ends its .catch', '.catch { .echo a; .leave; .echo b }; .echo c', 'a\nc\n'],
  ['aliases are replaced when a line begins', 'aS Late here; .echo ${Late}', '${Late}\n'],
  ['and when a block does', 'aS Late here; .block { .echo ${Late}x }', 'herex\n'],
  ['as takes the rest of the line', 'as Rest .echo one; .echo two\nRest', 'one\ntwo\n'],
  ['a variable of .foreach stands alone or in braces', '.foreach (p { .echo a }) { .echo p, ${p}x p }', 'p, ax a\n'],
  ['$$ reaches to the semicolon', '$$ a comment; .echo ran', 'ran\n'],
  ['* reaches to the end', '* a comment; .echo ran', ''],
])('the tables of the page: %s', async (_, line, expected) => {
  const console = new Console(join(DEMO, 'crash.dmp'), [DEMO]);
  const text = await console.text(line);
  console.close();
  if (typeof expected === 'string') expect(text).toBe(expected);
  else expect(text).toMatch(expected);
});

test('the page is in the product, whole and by its parts', () => {
  const { status, stdout } = built.run(['explain', 'scripting']);
  expect(status).toBe(0);
  const lines = new Set(stdout.split('\n').map((line) => line.trim()));
  const wanted = examples.flatMap(({ code, title }) => [title, ...code.split('\n')]);
  expect(wanted.filter((line) => !lines.has(line.trim()))).toEqual([]);
  const loops = built.run(['explain', 'scripting', 'loops']).stdout;
  expect(loops).toMatch(/^Loops\n/);
  expect(loops).not.toContain('Functions');
  expect(JSON.parse(built.run(['explain', 'script', 'loops', '--json']).stdout)).toEqual([
    { kind: 'page', name: 'scripting', markdown: expect.stringMatching(/^## Loops\n/) },
  ]);
  const none = built.run(['explain', 'scripting', 'cooking']);
  expect(none).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('Variables; Pointers') });
});
