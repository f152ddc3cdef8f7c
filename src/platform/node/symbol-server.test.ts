import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeCabinet } from '../../../test/synth/cabinet.ts';
import { parseSearchPath, type SearchElement } from '../../symbols/search-path.ts';
import type { SymbolFile } from '../../symbols/store-key.ts';
import { type LocatorOptions, renderLocated, SymbolLocator } from './symbol-locator.ts';
import type { ServerLimits } from './symbol-server.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
const TIMESTAMP = 0x5ab38077;
const WANTED: Extract<SymbolFile, { kind: 'image' }> = {
  kind: 'image',
  name: 'thing.dll',
  timestamp: TIMESTAMP,
  size: 0x9000,
};
const KEY = `thing.dll/5AB380779000/thing.dll`;

/** The headers of a 64-bit image by the PE format's documentation, and filling. */
function image(timestamp = TIMESTAMP, size = 0x9000, length = 100_000): Buffer {
  const bytes = Buffer.alloc(length, 'filling ');
  bytes.fill(0, 0, 0x200);
  bytes.write('MZ');
  bytes.writeUInt32LE(0x80, 60);
  bytes.write('PE\0\0', 0x80);
  bytes.writeUInt16LE(0x8664, 0x84);
  bytes.writeUInt32LE(timestamp, 0x88);
  bytes.writeUInt16LE(0xf0, 0x94);
  bytes.writeUInt16LE(0x20b, 0x98);
  bytes.writeUInt32LE(size, 0x98 + 56);
  bytes.writeUInt32LE(0x200, 0x98 + 60);
  return bytes;
}

let server: Server;
let base = '';
let folder = '';
let routes = new Map<string, Handler>();
let asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '')
      .split('?')[0]!
      .slice(1);
    asked.push(path);
    const handler = routes.get(path);
    if (handler) handler(request, response);
    else response.writeHead(404).end('no');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'memoretics-test-'));
  routes = new Map();
  asked = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const QUICK: Partial<ServerLimits> = { backoffMs: 5, stallMs: 10_000, timeoutMs: 20_000, attempts: 3 };
const locator = (elements: readonly SearchElement[], options: LocatorOptions = {}) =>
  new SymbolLocator(elements, { store: join(folder, 'store'), limits: QUICK, ...options });
const find = (options: LocatorOptions = {}, url = base, file = WANTED) =>
  locator([{ kind: 'url', url }], options).locate(file);
const send =
  (bytes: Buffer, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(200, { 'content-length': String(bytes.length), ...headers }).end(bytes);
/** Nothing unfinished or unverified is left where a look-up would find it. */
const stored = () => existsSync(join(folder, 'store', KEY));

describe('a server that works', () => {
  test('the file is downloaded once, verified, and then found in the store', async () => {
    routes.set(KEY, send(image()));
    const seen: number[] = [];
    const first = await find({ onProgress: ({ received }) => seen.push(received) });
    expect(first.path).toBe(join(folder, 'store', KEY));
    expect(Buffer.compare(readFileSync(first.path!), image())).toBe(0);
    expect(seen.at(-1)).toBe(100_000);
    expect(first.tried.map(({ outcome }) => outcome)).toEqual(['absent', 'found']);
    const second = await find();
    expect(second.tried.map(({ outcome }) => outcome)).toEqual(['found']);
    expect(asked).toEqual([KEY]);
    expect(readdirSync(join(folder, 'store', '.downloads'))).toEqual([]);
  });
  test('compressed files: MSZIP and LZX cabinets, also under the plain name, and gzip content', async () => {
    const small = () => image(TIMESTAMP, 0x9000, 20_000);
    const packed = (method: 'MSZIP' | 'LZX') =>
      writeCabinet([{ method, files: [{ name: 'thing.dll', bytes: small() }] }]);
    for (const [path, bytes] of [
      [KEY.replace(/l$/, '_'), packed('MSZIP')],
      [KEY.replace(/l$/, '_'), packed('LZX')],
      [KEY, packed('LZX')],
      [KEY, gzipSync(small())],
    ] as const) {
      routes = new Map([[path, send(bytes)]]);
      rmSync(join(folder, 'store'), { recursive: true, force: true });
      const found = await find();
      expect(Buffer.compare(readFileSync(found.path ?? '/dev/null'), small())).toBe(0);
    }
    routes = new Map([[KEY.replace(/l$/, '_'), send(packed('LZX').subarray(0, 200))]]);
    rmSync(join(folder, 'store'), { recursive: true, force: true });
    expect((await find()).tried.at(-1)).toMatchObject({ outcome: 'refused' });
    expect(stored()).toBe(false);
  });
  test('file.ptr: followed on the same server, refused elsewhere, messages shown', async () => {
    const pointer = `${dirname(KEY)}/file.ptr`;
    routes.set(pointer, (_, response) => response.end(`PATH:${base}/other/place.dll`));
    routes.set('other/place.dll', send(image()));
    expect((await find()).path).not.toBeNull();
    rmSync(join(folder, 'store'), { recursive: true, force: true });
    for (const [text, reason] of [
      ['PATH:\\\\evil\\share\\thing.dll', /outside the server/],
      ['PATH:/etc/passwd', /outside the server/],
      ['PATH:http://127.0.0.2:1/x', /outside the server/],
      ['MSG: removed on purpose', /removed on purpose/],
    ] as const) {
      routes.set(pointer, (_, response) => response.end(text));
      const { path, tried } = await find();
      expect(path).toBeNull();
      expect(tried.at(-1)!.reason).toMatch(reason);
    }
  });
  test('redirects are followed a few times, tokens in the query are kept, credentials go to their own host only', async () => {
    const seen: (string | undefined)[] = [];
    routes.set(`sym/${KEY}`, (request, response) => {
      seen.push(request.headers.authorization, request.url?.split('?')[1]);
      response.writeHead(302, { location: `${base.replace('127.0.0.1', 'localhost')}/moved` }).end();
    });
    routes.set('moved', (request, response) => {
      seen.push(request.headers.authorization);
      send(image())(request, response);
    });
    const found = await find({}, `${base.replace('//', '//me:hunter2@')}/sym/?sig=hunter2`);
    expect(found.path).not.toBeNull();
    expect(seen).toEqual([`Basic ${Buffer.from('me:hunter2').toString('base64')}`, 'sig=hunter2', undefined]);
    expect(JSON.stringify(found)).not.toMatch(/hunter2/);
    expect(renderLocated(found)).not.toMatch(/hunter2/);
    rmSync(join(folder, 'store'), { recursive: true, force: true });
    routes.set(KEY, (_, response) => response.writeHead(302, { location: `/${KEY}` }).end());
    expect((await find()).tried.at(-1)!.reason).toMatch(/more than 5 redirects/);
    routes.set(KEY, (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end());
    expect((await find()).tried.at(-1)!.reason).toMatch(/not HTTP/);
  });
});

describe('a server that fails', () => {
  test('404 is remembered until it expires, and told', async () => {
    expect((await find()).tried.at(-1)).toMatchObject({ outcome: 'absent' });
    const count = asked.length;
    expect(count).toBe(3);
    expect((await find()).tried.at(-1)).toMatchObject({
      outcome: 'skipped',
      reason: expect.stringMatching(/asked again/),
    });
    expect(asked.length).toBe(count);
    await find({ limits: { ...QUICK, absenceMs: 1 }, store: join(folder, 'other') });
    await new Promise((resolve) => setTimeout(resolve, 5));
    routes.set(KEY, send(image()));
    expect((await find({ store: join(folder, 'other') })).path).not.toBeNull();
  });
  test('5xx is tried again a bounded number of times', async () => {
    let count = 0;
    routes.set(KEY, (request, response) => {
      if (++count < 3) response.writeHead(503, { 'retry-after': '0' }).end();
      else send(image())(request, response);
    });
    expect((await find()).path).not.toBeNull();
    rmSync(join(folder, 'store'), { recursive: true, force: true });
    routes.set(KEY, (_, response) => response.writeHead(500).end());
    asked = [];
    expect((await find()).tried.at(-1)).toMatchObject({ outcome: 'failed', reason: 'HTTP 500' });
    expect(asked.length).toBe(3);
    expect(stored()).toBe(false);
  });
  test('401 and 403 are told and neither tried again nor remembered as absent', async () => {
    routes.set(KEY, (_, response) => response.writeHead(403).end());
    expect((await find()).tried.at(-1)!.reason).toMatch(/credentials/);
    expect(asked.length).toBe(1);
    routes.set(KEY, send(image()));
    expect((await find()).path).not.toBeNull();
  });
  test('a broken download goes on where it stopped, in the same run and in the next', async () => {
    const bytes = image();
    const ranges: (string | undefined)[] = [];
    let breaks = 1;
    const handler: Handler = (request, response) => {
      ranges.push(request.headers.range);
      const at = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const headers = { etag: '"v1"', 'content-length': String(bytes.length - at) };
      if (at > 0)
        response.writeHead(206, { ...headers, 'content-range': `bytes ${at}-${bytes.length - 1}/${bytes.length}` });
      else response.writeHead(200, headers);
      if (breaks-- > 0) response.write(bytes.subarray(at, at + 40_000), () => setTimeout(() => response.destroy(), 20));
      else response.end(bytes.subarray(at));
    };
    routes.set(KEY, handler);
    const found = await find();
    expect(Buffer.compare(readFileSync(found.path!), bytes)).toBe(0);
    expect(ranges).toEqual([undefined, 'bytes=40000-']);
    rmSync(join(folder, 'store', 'thing.dll'), { recursive: true });
    breaks = 1;
    ranges.length = 0;
    expect((await find({ limits: { ...QUICK, attempts: 1 } })).tried.at(-1)!.outcome).toBe('failed');
    expect(stored()).toBe(false);
    expect((await find()).path).not.toBeNull();
    expect(ranges).toEqual([undefined, 'bytes=40000-']);
  });
  test('a file that changed in between is started again', async () => {
    let count = 0;
    routes.set(KEY, (request, response) => {
      if (++count > 1) send(image(), { etag: '"v2"' })(request, response);
      else {
        response.writeHead(200, { etag: '"v1"', 'content-length': '100000' });
        response.write(Buffer.alloc(5000, 'old'), () => setTimeout(() => response.destroy(), 20));
      }
    });
    expect(Buffer.compare(readFileSync((await find()).path!), image())).toBe(0);
  });
  test('a stall ends, is told, and the server is not asked again', async () => {
    routes.set(KEY, () => {});
    const one = locator([{ kind: 'url', url: base }], { limits: { ...QUICK, attempts: 1, stallMs: 60 } });
    expect((await one.locate(WANTED)).tried.at(-1)).toMatchObject({
      outcome: 'failed',
      reason: expect.stringMatching(/no data/),
    });
    const other = await one.locate({ kind: 'image', name: 'b.dll', timestamp: 1, size: 1 });
    expect(other.tried.at(-1)).toMatchObject({ outcome: 'skipped', reason: expect.stringMatching(/not asked again/) });
    expect(asked.length).toBe(1);
  });
  test('a server that is not there, and a cancelled run', async () => {
    const gone = await find({}, 'http://127.0.0.1:9');
    expect(gone.tried.at(-1)).toMatchObject({ outcome: 'failed' });
    const cancelled = await find({ signal: AbortSignal.abort() });
    expect(cancelled.tried.at(-1)).toMatchObject({ outcome: 'skipped', reason: 'cancelled' });
  });
});

describe('a server that lies', () => {
  const expectRefused = async (handler: Handler, reason: RegExp, outcome = 'refused') => {
    rmSync(join(folder, 'store'), { recursive: true, force: true });
    routes.set(KEY, handler);
    const { path, tried } = await find();
    expect(path).toBeNull();
    expect(tried.at(-1)).toMatchObject({ outcome, reason: expect.stringMatching(reason) });
    expect(stored()).toBe(false);
  };
  test('another file, a web page, nothing, too much, a wrong length', async () => {
    await expectRefused(send(image(1)), /another file: it has timestamp 1/);
    await expectRefused(send(Buffer.from('just text')), /another file/);
    await expectRefused(send(Buffer.from('<!DOCTYPE html><p>Sign in')), /web page/);
    await expectRefused(send(Buffer.from(' <p>x'), { 'content-type': 'text/html' }), /web page/);
    await expectRefused(send(Buffer.alloc(0)), /empty/);
    await expectRefused(
      (_, response) => {
        response.writeHead(200, { 'content-length': '200000' });
        response.write(image(), () => setTimeout(() => response.destroy(), 10));
      },
      /lost|ended/,
      'failed',
    );
    await expectRefused(
      (request, response) => {
        const from = request.headers.range ? 7 : 0;
        response.writeHead(206, { 'content-range': `bytes ${from + 3}-9/10` }).end('x');
      },
      /another range/,
      'failed',
    );
  });
  test('limits: one file, all files, time', async () => {
    routes.set(KEY, send(image()));
    expect((await find({ limits: { ...QUICK, maxBytes: 1000 } })).tried.at(-1)!.reason).toMatch(
      /more than the limit of 1000/,
    );
    routes.set(KEY, (_, response) => {
      for (let index = 0; index < 50; index++) response.write(Buffer.alloc(1000));
      response.end();
    });
    expect((await find({ limits: { ...QUICK, maxBytes: 10_000 } })).tried.at(-1)!.reason).toMatch(
      /larger than the limit/,
    );
    routes.set(KEY, (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('MZ'), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect((await find({ limits: { ...QUICK, timeoutMs: 300, attempts: 1 } })).tried.at(-1)!.reason).toMatch(
      /not finished within/,
    );
    expect((await find({ limits: { ...QUICK, totalMs: -1 } })).tried.at(-1)!.reason).toMatch(/used up/);
  });
});

test('at most so many downloads at one time, and equal ones are one', async () => {
  let now = 0;
  let most = 0;
  const files = Array.from(
    { length: 8 },
    (_, index): SymbolFile => ({ ...WANTED, name: `m${index}.dll` }) as SymbolFile,
  );
  for (let index = 0; index < 8; index++) {
    routes.set(`m${index}.dll/5AB380779000/m${index}.dll`, (request, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        send(image())(request, response);
      }, 20);
    });
  }
  const one = locator([{ kind: 'url', url: base }], { limits: { ...QUICK, concurrency: 3 } });
  const found = await Promise.all([...files, ...files].map((file) => one.locate(file)));
  expect(found.every(({ path }) => path !== null)).toBe(true);
  expect(most).toBe(3);
  expect(asked.length).toBe(8);
});

describe('directories and stores', () => {
  const put = (path: string, bytes: Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    return join(folder, path);
  };
  const path = (text: string) => parseSearchPath(text.replaceAll('$', folder)).elements;
  test('plain layouts, names in any case; a mismatch is told, kept apart, and used by force only', async () => {
    const wrong = put('a/Thing.DLL', image(7));
    const { path: none, mismatchedPath, tried } = await locator(path('$/a;$/none')).locate(WANTED);
    expect([none, mismatchedPath]).toEqual([null, wrong]);
    expect(tried).toMatchObject([
      { outcome: 'mismatched', reason: expect.stringMatching(/timestamp 7/) },
      { outcome: 'absent' },
    ]);
    const forced = await locator(path('$/a'), { force: true }).locate(WANTED);
    expect(forced).toMatchObject({ path: wrong, mismatched: true });
    for (const place of [
      'b/thing.dll',
      'c/dll/thing.dll',
      'd/symbols/dll/THING.dll',
      `e/${KEY}`,
      `f/${KEY.toLowerCase()}`,
    ]) {
      const right = put(place, image());
      const found = await locator(path(`$/a;$/${place[0]}`), { force: true }).locate(WANTED, 'thing.dll');
      expect(found).toMatchObject({ path: right, mismatched: false });
    }
  });
  test('two tiers, compressed files and pointers in a store; what a far store has is kept in the near one', async () => {
    put('two/index2.txt', Buffer.from(''));
    put(`two/th/${KEY}`, image());
    const found = await locator(path('srv*$/near*$/two')).locate(WANTED);
    expect(found.path).toBe(join(folder, 'near', KEY));
    const packed = writeCabinet([{ method: 'LZX', files: [{ name: 'thing.dll', bytes: image() }] }]);
    put(`three/${KEY.replace(/l$/, '_')}`, packed);
    expect((await locator(path('srv*$/three')).locate(WANTED)).path).toBe(join(folder, 'store', KEY));
    put(`four/${dirname(KEY)}/file.ptr`, Buffer.from(`PATH:${join(folder, 'two/th', KEY)}`));
    expect((await locator(path('srv*$/four')).locate(WANTED)).path).toBe(join(folder, 'two/th', KEY));
    expect((await locator(path('cache*$/kept;$/two')).locate(WANTED)).path).toBe(join(folder, 'kept', KEY));
  });
  test('offline and without a URL nothing is asked', async () => {
    routes.set(KEY, send(image()));
    expect((await find({ online: false })).tried.at(-1)).toMatchObject({
      outcome: 'skipped',
      reason: 'working offline',
    });
    await locator(path('srv*$/near;$/x;cache*')).locate(WANTED);
    expect(asked).toEqual([]);
  });
  test('hostile names are refused before anything is touched', async () => {
    const { tried } = await find({}, base, { ...WANTED, name: 'nul.dll' });
    expect(tried).toMatchObject([{ outcome: 'refused' }]);
    expect(asked).toEqual([]);
  });
});
