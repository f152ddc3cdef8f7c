// The terminal as a person has it, driven in tmux.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine, root } from './command-line.ts';
import { hasTmux, NEEDS_TMUX, Terminal } from './terminal-driver.ts';

const demo = join(root, 'test/fixtures/demo');
const dump = join(demo, 'crash.dmp');
const PROMPT = /0:000>\s*$/;

describe.skipIf(!hasTmux)(`in a terminal${NEEDS_TMUX}`, () => {
  let memoretics: BuiltCommandLine;
  let folder = '';
  const terminal = new Terminal();
  beforeAll(() => {
    memoretics = buildCommandLine();
    folder = mkdtempSync(join(tmpdir(), 'memoretics-terminal-'));
  }, 60_000);
  afterEach(() => terminal.close());
  afterAll(() => {
    memoretics.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = async (
    options = '',
    { variables = '', ...size }: { variables?: string; columns?: number; rows?: number } = {},
  ) => {
    const words = `XDG_STATE_HOME=${folder} ${variables} ${process.execPath} ${memoretics.path} debug ${options}`;
    terminal.open(`cd ${folder}; ${words} ${dump} --symbols ${demo}; echo "status $?"`, size);
    await terminal.shows(PROMPT);
  };

  test('completion of symbols, members, types, files', async () => {
    await open();
    terminal.type('x orders!find');
    terminal.keys('Tab');
    await terminal.shows(/x orders!findOrder/);
    terminal.keys('Enter');
    await terminal.shows(/00000001`40001000 orders!findOrder/);
    terminal.type('?? order->cu');
    terminal.keys('Tab');
    await terminal.shows(/\?\? order->customer/);
    terminal.keys('C-u');
    // What comes in one piece goes where the cursor is.
    terminal.type('40+2');
    terminal.keys('Home');
    terminal.type('? 0x');
    await terminal.shows(/> \? 0x40\+2$/m);
    terminal.keys('C-e', 'C-u');
    terminal.type('.noteb');
    terminal.keys('Tab');
    await terminal.shows(/> \.notebook/);
    terminal.type(' /');
    terminal.type(folder.slice(1, -3));
    terminal.keys('Tab');
    await terminal.shows(new RegExp(`\\.notebook ${folder}/`));
  }, 90_000);

  test('Ctrl+C stops commands, drops what was typed ahead, and leaves blocks; Ctrl+D leaves blocks, then the debugger', async () => {
    await open();
    terminal.line('.while (1) { }');
    await terminal.shows(/working for/);
    terminal.line('.echo typed ahead');
    terminal.keys('C-c');
    const stopped = await terminal.shows(/interrupted\s+0:000>\s*$/);
    expect(stopped).not.toContain('working for');
    terminal.line('.for (;;) {');
    await terminal.shows(/^\.\.\.\s*$/m);
    terminal.keys('C-c');
    await terminal.shows(PROMPT);
    terminal.line('.block {');
    await terminal.shows(/^\.\.\.\s*$/m);
    terminal.keys('C-d');
    await terminal.shows(PROMPT);
    terminal.keys('C-d');
    expect(await terminal.shows(/status/)).toMatch(/status 0/);
    expect(terminal.screen('-S', '-')).not.toMatch(/^typed ahead/m);
  }, 90_000);

  test('a pasted script runs as its lines say, and is one line of history, which later conversations find', async () => {
    await open();
    terminal.paste('.for (r $t0=0; @$t0<2; r $t0=@$t0+1) {\n\t.printf "round %d\\n", @$t0\n}\n? 1+1\n');
    await terminal.shows(/round 0\nround 1\n0:000> \? 1\+1\nEvaluate expression: 2 /);
    terminal.line(' .echo secret');
    await terminal.shows(/^secret/m);
    terminal.line('q');
    await terminal.shows(/status 0/);
    expect(readFileSync(join(folder, 'memoretics/debug-history'), 'utf8')).not.toContain('secret');
    expect(statSync(join(folder, 'memoretics/debug-history')).mode & 0o777).toBe(0o600);
    await open();
    terminal.keys('Up', 'Up', 'Up');
    await terminal.shows(/> \.for \(r \$t0=0; @\$t0<2; r \$t0=@\$t0\+1\) \{ \.printf "round %d\\n", @\$t0 \}/);
    terminal.keys('C-u', 'C-r');
    terminal.type('1+');
    await terminal.shows(/\(reverse-i-search\)'1\+': \? 1\+1/);
    terminal.keys('Enter');
    await terminal.shows(/Evaluate expression: 2 .*\s+0:000>\s*$/);
  }, 90_000);

  test('paging by the size of the terminal, also when it changes', async () => {
    await open('', { columns: 80, rows: 12 });
    terminal.line('.hh');
    await terminal.shows(/-- more/);
    terminal.resize(60, 8);
    terminal.type('/');
    terminal.line('.foreach');
    await terminal.shows(/^\.foreach/m);
    terminal.type('q');
    await terminal.shows(PROMPT);
    terminal.line('.cls');
    await terminal.shows(/^0:000>\s*$/);
  }, 90_000);

  test('colours, underlined links, hyperlinks where they are wanted, and none of them under NO_COLOR', async () => {
    await open('', { variables: 'FORCE_HYPERLINK=1' });
    terminal.line('!analyze -show 50');
    await terminal.shows(/PAGE_FAULT/);
    terminal.line('kn');
    await terminal.shows(/orders!start/);
    const seen = terminal.screen('-e');
    expect(seen).toMatch(/\x1b\[32m(?:\x1b\[49m)?orders!customerName/);
    expect(seen).toMatch(/\x1b\[(?:0;)?4m(?:\x1b\[[\d;]*m)*00/);
    terminal.line('.link 2');
    await terminal.shows(/> \.frame 0n1;dv \/t \/v\s+01 .*printInvoice/);
    terminal.close();
    await open('', { variables: 'NO_COLOR=1' });
    terminal.line('kn');
    await terminal.shows(/orders!start/);
    expect(terminal.screen('-e')).not.toContain('\x1b[');
  }, 90_000);

  test('with the mouse a click on a link runs it', async () => {
    await open('--mouse');
    terminal.line('kn');
    const seen = await terminal.shows(/^03 .*\s+0:000>\s*$/m);
    const row = seen.split('\n').findIndex((line) => line.startsWith('02 ')) + 1;
    terminal.type(`\x1b[<0;1;${row}M\x1b[<0;1;${row}m`);
    await terminal.shows(/> \.frame 0n2;dv \/t \/v\s+02 .*orders!start/);
  }, 90_000);

  test('a notebook asks before it takes the place of a file', async () => {
    await open('--notebook first.md');
    terminal.line('? 1+1');
    await terminal.shows(/Evaluate/);
    terminal.line('.notebook first.md');
    await terminal.shows(/overwrite, append, cancel/);
    terminal.type('c');
    await terminal.shows(/nothing was written/);
    expect(readFileSync(join(folder, 'first.md'), 'utf8')).toContain('0:000> ? 1+1\nEvaluate expression: 2');
    terminal.line('.notebook second.md');
    await terminal.shows(/in second.md/);
    expect(existsSync(join(folder, 'second.md'))).toBe(true);
  }, 90_000);

  test('stopped by Ctrl+Z and brought back, the line and the keys are as before', async () => {
    terminal.open('bash --norc');
    terminal.line(`PS1='shell$ '; XDG_STATE_HOME=${folder} ${process.execPath} ${memoretics.path} debug ${dump}`);
    await terminal.shows(PROMPT);
    terminal.type('? 2+');
    terminal.keys('C-z');
    await terminal.shows(/Stopped[\s\S]*shell\$\s*$/);
    terminal.line('fg');
    await terminal.shows(/0:000> \? 2\+\s*$/);
    terminal.line('3');
    await terminal.shows(/Evaluate expression: 5 /);
    terminal.line('.hh');
    await terminal.shows(/-- more/);
    terminal.keys('C-z');
    await terminal.shows(/shell\$\s*$/);
    terminal.line('fg');
    await terminal.shows(/fg\n[^$]*-- more[^\n]*\s*$/);
    terminal.keys('q');
    await terminal.shows(PROMPT);
  }, 90_000);

  test('Ctrl+Z where there is no shell to come back from, as in a container, leaves all as it is', async () => {
    terminal.open(`XDG_STATE_HOME=${folder} exec ${process.execPath} ${memoretics.path} debug ${dump}`);
    await terminal.shows(PROMPT);
    terminal.type('? 2+');
    terminal.keys('C-z');
    terminal.line('3');
    await terminal.shows(/Evaluate expression: 5 /);
  }, 90_000);

  test('a terminal that can only print gets text', async () => {
    await open('', { variables: 'TERM=dumb' });
    terminal.line('? 1+1');
    await terminal.shows(/0:000> \? 1\+1\nEvaluate expression: 2 .*\n0:000>\s*$/);
    terminal.line('.while (1) { }');
    await new Promise((resume) => setTimeout(resume, 500));
    terminal.keys('C-c');
    await terminal.shows(/interrupted\n0:000>\s*$/);
    terminal.line('q');
    await terminal.shows(/status 0/);
  }, 90_000);
});
