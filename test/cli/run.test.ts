// `memoretics run` as a script sees it: what stands on standard output, and where a caret points.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine } from './command-line.ts';

const DEMO = ['test/fixtures/demo/crash.dmp', '--symbols', 'test/fixtures/demo', '--images', 'test/fixtures/demo'];
let cli: BuiltCommandLine;
beforeAll(() => {
  cli = buildCommandLine();
}, 120_000);
afterAll(() => cli.remove());

test('a caret stands below its line, which nobody saw otherwise', () => {
  const { stdout, status } = cli.run(['run', ...DEMO, '-c', '.echo ok; ? 1 +* 2', '-c', '.echo next']);
  expect(stdout).toBe("ok\n.echo ok; ? 1 +* 2\n               ^ Numeric expression missing from '* 2'\nnext\n");
  expect(status).toBe(0);
});

test('--echo prints a log that analyze reads', () => {
  const log = cli.run(['run', ...DEMO, '--echo', '-c', '? 1 +* 2', '-c', '.exr -1; .ecxr; k', '-c', 'lm']).stdout;
  expect(log.split('\n').slice(0, 3)).toEqual([
    '0:000> ? 1 +* 2',
    "            ^ Numeric expression missing from '* 2'",
    '0:000> .exr -1; .ecxr; k',
  ]);
  const report = cli.run(['analyze', '-', '--json'], { input: log });
  expect(report.stdout).toContain('null-pointer-data');
  expect(report.status).toBe(0);
});

test('--echo and --json are not asked for together', () => {
  expect(cli.run(['run', ...DEMO, '--echo', '--json', '-c', 'k'])).toMatchObject({ status: 1, stdout: '' });
});
