// The terminal over pipes, and as a person has it, driven in tmux.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine, root } from './command-line.ts';

const demo = join(root, 'test/fixtures/demo');
const dump = join(demo, 'crash.dmp');
let memoretics: BuiltCommandLine;
let folder = '';
beforeAll(() => {
  memoretics = buildCommandLine();
  folder = mkdtempSync(join(tmpdir(), 'memoretics-debug-'));
}, 60_000);
afterAll(() => {
  memoretics.remove();
  rmSync(folder, { recursive: true, force: true });
});

function piped(input: string, ...options: string[]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [memoretics.path, 'debug', dump, '--symbols', demo, ...options],
    {
      input,
      encoding: 'utf8',
      timeout: 30_000,
    },
  );
  return { stdout, stderr, status };
}

test('commands over a pipe, with the prompt of the debugger, blocks over lines, and an end at the end', () => {
  const { stdout, status } = piped('r rip\n.for (r $t0=0; @$t0<2; r $t0=@$t0+1) {\n .echo round\n}\nnonsense\n');
  expect(status).toBe(0);
  expect(stdout).toContain('0:000> r rip\nrip=0000000140001030\n');
  expect(stdout.match(/^round$/gm)).toHaveLength(2);
  expect(stdout).toContain("^ Couldn't resolve command 'nonsense'");
});

test('JSON Lines for programs', () => {
  const { stdout } = piped('? 1+1\n.lastevent\n', '--json');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { command: string; data: unknown });
  expect(lines.map(({ command }) => command)).toEqual(['? 1+1', '.lastevent']);
  expect(lines[0]!.data).toMatchObject({ value: '0x2' });
});

test('several dumps, and the conversation as a notebook', () => {
  const notebook = join(folder, 'talk.md');
  const { stdout } = piped(`r rip\n||1s\nr rip\n||\n.export ${notebook}\n`, '--no-pager', dump);
  expect(stdout).toContain('||0:0:000> ');
  expect(stdout).toContain('||1:0:000> r rip');
  expect(readFileSync(notebook, 'utf8')).toContain('```text\n||0:0:000> r rip\nrip=0000000140001030\n```');
});

test('a file that is no dump is refused', () => {
  const other = spawnSync(process.execPath, [memoretics.path, 'debug', join(demo, 'orders.c')], {
    input: '',
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(other.status).toBe(2);
  expect(other.stderr).toContain('orders.c');
});

const hasTmux = spawnSync('tmux', ['-V']).status === 0;

describe.skipIf(!hasTmux)(`in a terminal${hasTmux ? '' : ' (needs tmux: apt-get install tmux)'}`, () => {
  const socket = `memoretics-${process.pid}`;
  const tmux = (...words: string[]) =>
    execFileSync('tmux', ['-L', socket, '-f', '/dev/null', ...words], { encoding: 'utf8' });
  const screen = () => tmux('capture-pane', '-p', '-t', 'm');
  /** Waits for the screen to show something; a terminal has no other way to say that it is done. */
  const shows = async (wanted: RegExp, milliseconds = 15_000) => {
    const end = Date.now() + milliseconds;
    for (;;) {
      const seen = screen();
      if (wanted.test(seen)) return seen;
      if (Date.now() > end) throw new Error(`the screen never showed ${wanted}:\n${seen}`);
      await new Promise((resume) => setTimeout(resume, 50));
    }
  };
  const open = () => {
    const command = `XDG_STATE_HOME=${folder} ${process.execPath} ${memoretics.path} debug ${dump} --symbols ${demo}`;
    tmux('new-session', '-d', '-s', 'm', '-x', '100', '-y', '30', command);
  };
  afterAll(() => {
    spawnSync('tmux', ['-L', socket, 'kill-server']);
  });

  test('completion, interruption, paging, history across conversations', async () => {
    open();
    await shows(/0:000>\s*$/);
    tmux('send-keys', '-t', 'm', 'x orders!find', 'Tab');
    await shows(/x orders!findOrder/);
    tmux('send-keys', '-t', 'm', 'Enter');
    await shows(/00000001`40001000 orders!findOrder/);

    tmux('send-keys', '-t', 'm', '.while (1) { }', 'Enter');
    await new Promise((resume) => setTimeout(resume, 300));
    tmux('send-keys', '-t', 'm', 'C-c');
    await shows(/interrupted\s+0:000>\s*$/);

    tmux('send-keys', '-t', 'm', '.hh', 'Enter');
    await shows(/-- more/);
    tmux('send-keys', '-t', 'm', 'q');
    await shows(/0:000>\s*$/);

    tmux('send-keys', '-t', 'm', 'q', 'Enter');
    await new Promise((resume) => setTimeout(resume, 1000));
    open();
    await shows(/0:000>\s*$/);
    tmux('send-keys', '-t', 'm', 'Up', 'Up');
    await shows(/0:000> \.hh/);
    tmux('send-keys', '-t', 'm', 'C-u', 'q', 'Enter');
  }, 90_000);
});
