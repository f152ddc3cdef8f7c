import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine, root } from './command-line.ts';

const demo = join(root, 'test/fixtures/demo');
let memoretics: BuiltCommandLine;
let server: Server;
let asked: string[] = [];
let folder = '';
let address = '';

beforeAll(async () => {
  memoretics = buildCommandLine();
  folder = mkdtempSync(join(tmpdir(), 'memoretics-download-'));
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const name = /^\/(orders\.(?:pdb|exe))\/[0-9A-Fa-f]+\/\1$/.exec(request.url ?? '')?.[1];
    if (!name) {
      response.writeHead(404).end();
      return;
    }
    const bytes = readFileSync(join(demo, name));
    response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(() => {
  server.close();
  memoretics.remove();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  asked = [];
});

const run = (args: readonly string[], store: string) =>
  new Promise<{ status: number | null; stdout: string; stderr: string }>((done) => {
    const child = spawn(process.execPath, [memoretics.path, ...args], {
      env: { PATH: process.env['PATH'] ?? '', COLUMNS: '100', MEMORETICS_SYMBOL_STORE: store },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.on('close', (status) => done({ status, stdout, stderr }));
  });

test('symbols come from a server into the store, once; absences are remembered', async () => {
  const store = join(folder, 'first');
  // Far from the sample's folder, so that only the server can have them.
  const dump = join(folder, 'crash.dmp');
  copyFileSync(join(demo, 'crash.dmp'), dump);
  const path = `srv*${store}*http://${address}`;
  const first = await run(['analyze', dump, '--json', '--symbols', path], store);
  expect(first.status).toBe(0);
  expect(JSON.parse(first.stdout).threads[0].frames.slice(0, 2)).toMatchObject([
    { function: 'customerName' },
    { function: 'printInvoice', trust: 'unwind-info' },
  ]);
  expect(asked.filter((url) => url.startsWith('/orders.exe/'))).toHaveLength(1);
  expect(asked.filter((url) => url.startsWith('/orders.pdb/'))).toHaveLength(1);
  asked = [];
  const second = await run(['analyze', dump, '--json', '--symbols', path], store);
  expect(JSON.parse(second.stdout).threads[0].frames[0].function).toBe('customerName');
  expect(asked).toEqual([]);
}, 60_000);

test('nothing is fetched unless a URL is configured, and a server that is gone costs names only', async () => {
  const store = join(folder, 'second');
  const dump = join(folder, 'crash.dmp');
  expect((await run(['analyze', dump, '--json'], store)).status).toBe(0);
  expect(asked).toEqual([]);
  const gone = await run(
    ['analyze', dump, '--json', '--symbols', `srv*${store}*http://someone:secret@127.0.0.1:1/`],
    store,
  );
  expect(gone.status).toBe(0);
  expect(JSON.parse(gone.stdout).exception.code).toBe('0xc0000005');
  expect(gone.stdout + gone.stderr).not.toContain('secret');
  const check = await run(
    [
      'symbols',
      'check',
      dump,
      '--download',
      '--verbose',
      '--symbols',
      `srv*${store}*http://someone:secret@127.0.0.1:1/`,
    ],
    store,
  );
  expect(check.stdout).toContain('127.0.0.1:1');
  expect(check.stdout).not.toContain('secret');
  expect(existsSync(join(store, 'orders.exe'))).toBe(false);
}, 60_000);
