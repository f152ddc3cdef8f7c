// Builds dist/: the command line as one file and the library as another.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundle } from './bundle.mjs';

const root = resolve(import.meta.dirname, '..');
const dist = resolve(root, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
process.env.MEMORETICS_VERSION = version;
await bundle(resolve(root, 'src/cli/main.ts'), dist, 'cli.mjs', '#!/usr/bin/env node');
chmodSync(resolve(dist, 'cli.mjs'), 0o755);
if (existsSync(resolve(root, 'src/index.ts'))) await bundle(resolve(root, 'src/index.ts'), dist, 'index.mjs');
