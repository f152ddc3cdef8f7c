import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { SourceError } from '../../src/bytes/errors.ts';
import { sessionFor } from '../../src/cli/session-host.ts';
import { SymbolFinder } from '../../src/cli/symbol-finder.ts';
import { COMMANDS } from '../../src/commands/index.generated.ts';
import { Commands } from '../../src/debugger/dispatch.ts';
import { ScriptEngine } from '../../src/debugger/script/engine.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { nodeDisassembler } from '../../src/platform/node/disassembler.ts';
import { openFile } from '../../src/platform/node/file-source.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const NOWHERE = resolve(import.meta.dirname, 'no-such-folder');
const file = openFile(`${DEMO}/crash.dmp`);
// '-' is a dump from standard input, which has no folder of its own to find symbols in.
const finder = new SymbolFinder('-', { symbols: [NOWHERE] });
const session = sessionFor(openCase(file, 'crash.dmp', [], nodeDisassembler), finder);
const engine = new ScriptEngine(session, new Commands(COMMANDS));
afterAll(() => {
  finder.close();
  file.close();
});

async function run(line: string): Promise<string> {
  let text = '';
  await engine.run(line, (outcome) => {
    text += outcome.text;
  });
  return text;
}

test('.sympath+ finds what was missing, and .sympath says what is there', async () => {
  expect(await run('lm m orders')).toMatch(/\(deferred\)/);
  expect(await run('ld orders')).toMatch(/^No symbols were found for orders: /);
  expect(await run('.sympath')).toMatch(
    new RegExp(`^Symbol search path is: ${NOWHERE}\\n[^]*\\nError +${NOWHERE}\\n$`),
  );
  expect(await run(`.sympath+ ${DEMO}`)).toMatch(
    new RegExp(`^Symbol search path is: ${NOWHERE};${DEMO}\\n[^]*\\nOK +${DEMO}\\n$`),
  );
  expect(await run('ld ord*')).toBe('Symbols loaded for orders (private pdb symbols)\n');
  expect(await run('k 1')).toContain('orders!');
});

test('.sympath replaces the path, .symfix names the server and keeps its store', async () => {
  expect(await run('.symfix /some/store')).toBe('');
  expect(session.symbolPath).toBe('srv*/some/store*https://msdl.microsoft.com/download/symbols');
  await run(`.sympath ${DEMO}`);
  await run('.symfix+ /some/store');
  expect(session.symbolPath).toBe(`${DEMO};srv*/some/store*https://msdl.microsoft.com/download/symbols`);
  await run(`.sympath ${DEMO}`);
  expect(session.symbolPath).toBe(DEMO);
});

test('credentials of a server are not shown', async () => {
  await run('.sympath srv*https://user:secret@example.org/symbols');
  expect(await run('.sympath')).not.toContain('secret');
  await run(`.sympath ${DEMO}`);
});

test('.exepath is about images', async () => {
  expect(await run('.exepath')).toMatch(/^Executable image search path is: <empty>\n/);
  expect(await run(`.exepath+ ${DEMO}`)).toMatch(new RegExp(`^Executable image search path is: ${DEMO}\\n`));
});

test('lsa shows the lines around an address, marked, from below .srcpath', async () => {
  const shown = await run('kp 1');
  const [, name, number] = /\[.*?([\w.]+) @ (\d+)\]/.exec(shown) ?? [];
  expect(name).toBeDefined();
  expect(await run('lsa .')).toMatch(/the file was not found below an empty \.srcpath/);
  const asked: string[] = [];
  session.readText = (path) => {
    asked.push(path);
    if (path !== `/src/${name}`) throw new SourceError(path, 'no such file');
    return Array.from({ length: 200 }, (_, index) => `line ${index + 1}`).join('\n');
  };
  await run('.srcpath /src');
  const lines = (await run('lsa .,-2,4')).split('\n').slice(0, -1);
  const at = Number(number);
  expect(lines).toEqual(
    [-2, -1, 0, 1].map((step) => `${step === 0 ? '>' : ' '}${String(at + step).padStart(5)}: line ${at + step}`),
  );
  expect(asked.every((path) => path.startsWith('/src/'))).toBe(true);
});

test('preambles of scripts run through, and .sleep waits', async () => {
  const begun = performance.now();
  const text = await run('.echotimestamps 1; .beep; .prompt_allow -reg; .symopt+ 80000000; .sleep 0n30; .echo on');
  expect(performance.now() - begun).toBeGreaterThan(25);
  expect(text).toMatch(/^Symbol options are 0x[0-9a-f]{8}:\n( {2}0x[0-9a-f]{8} - SYMOPT_\w+\n)+on\n$/);
  expect(session.noisySymbols).toBe(true);
  expect(await run('.symopt- 80000000')).not.toContain('DEBUG');
  expect(await run('.symopt+ 40')).toContain('0x00000040 cannot be changed here');
  expect(await run('.extmatch *lock*')).toContain('!locks\n');
});
