import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** The bundled command line in a folder of its own below node_modules, so that tests never see a stale dist/. */
export interface BuiltCommandLine {
  readonly path: string;
  run(
    args: readonly string[],
    options?: { input?: string | Uint8Array; env?: Record<string, string>; cwd?: string },
  ): { status: number | null; stdout: string; stderr: string };
  remove(): void;
}

export function buildCommandLine(): BuiltCommandLine {
  const home = join(root, 'node_modules/.cache');
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(join(home, 'cli-'));
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), join(folder, 'dist')], { stdio: 'pipe' });
  return {
    path: join(folder, 'dist/cli.mjs'),
    run(args, { input = '', env = {}, cwd = root } = {}) {
      // Nothing of this machine's symbol set-up may decide a test.
      const clean = {
        PATH: process.env['PATH'] ?? '',
        COLUMNS: '100',
        MEMORETICS_SYMBOL_STORE: join(folder, 'store'),
        ...env,
      };
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'dist/cli.mjs'), ...args], {
        cwd,
        encoding: 'utf8',
        input,
        env: clean,
      });
      return { status, stdout, stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
