// node scripts/run.mjs FILE.ts ARGS...: bundles one TypeScript file into a temporary folder and runs it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle } from './bundle.mjs';

const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error('usage: node scripts/run.mjs FILE.ts ARGS...');
  process.exit(1);
}
// Below node_modules, so that packages are found from the bundle.
const home = resolve(import.meta.dirname, '../node_modules/.cache');
mkdirSync(home, { recursive: true });
const out = mkdtempSync(join(home, 'run-'));
let status = 1;
try {
  await bundle(resolve(entry), out, 'run.mjs');
  status =
    spawnSync(process.execPath, ['--expose-gc', join(out, 'run.mjs'), ...args], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
process.exit(status);
