// node scripts/build.mjs [FOLDER]: builds dist/ (or FOLDER): the command line as one file and the library as another.
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundle } from './bundle.mjs';

const root = resolve(import.meta.dirname, '..');
const dist = resolve(root, process.argv[2] ?? 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
for (const wasm of ['iced-x86/iced_x86_bg.wasm', 'capstone-wasm/dist/capstone.wasm']) {
  copyFileSync(resolve(root, 'node_modules', wasm), resolve(dist, wasm.split('/').at(-1)));
}
await bundle(resolve(root, 'src/cli/main.ts'), dist, 'cli.mjs', '#!/usr/bin/env node', true);
chmodSync(resolve(dist, 'cli.mjs'), 0o755);
await bundle(resolve(root, 'src/cli/script-hooks.ts'), dist, 'script-hooks.mjs');
if (existsSync(resolve(root, 'src/index.ts'))) await bundle(resolve(root, 'src/index.ts'), dist, 'index.mjs');
