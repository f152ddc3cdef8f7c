// node scripts/run.mjs FILE.ts ARGS...: bundles one TypeScript file into a temporary folder and runs it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from './bundle.mjs';

const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error('usage: node scripts/run.mjs FILE.ts ARGS...');
  process.exit(1);
}
const out = mkdtempSync(join(tmpdir(), 'memoretics-run-'));
let status = 1;
try {
  await bundle(resolve(entry), out, 'run.mjs');
  status =
    spawnSync(process.execPath, ['--expose-gc', join(out, 'run.mjs'), ...args], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
process.exit(status);
