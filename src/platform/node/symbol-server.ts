import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../bytes/source.ts';
import { redactUrl } from '../../symbols/search-path.ts';
import { compressedName, type StoreKey, storePath } from '../../symbols/store-key.ts';
import { expandFile } from './expand-file.ts';
import { openFile } from './file-source.ts';
import { DOWNLOAD_LIMITS, type DownloadLimits, type DownloadOutcome, discardPart, download } from './http-download.ts';
import { parseFilePointer, type SymbolStore } from './symbol-store.ts';

/** What all downloads of one run may cost together. */
export interface ServerLimits extends DownloadLimits {
  readonly concurrency: number;
  /** Milliseconds from the first download on. */
  readonly totalMs: number;
  readonly totalBytes: number;
  /** How long a 404 is believed. */
  readonly absenceMs: number;
}
export const SERVER_LIMITS: ServerLimits = {
  ...DOWNLOAD_LIMITS,
  concurrency: 6,
  totalMs: 60 * 60_000,
  totalBytes: 32 * 2 ** 30,
  absenceMs: 24 * 60 * 60_000,
};

export interface Progress {
  readonly file: string;
  /** Redacted. */
  readonly url: string;
  readonly received: number;
  readonly total: number | null;
}

/** The outcome of asking one server for one file; `reason` is for people and holds no credentials. */
export interface Fetched {
  readonly outcome: 'found' | 'absent' | 'refused' | 'failed' | 'skipped';
  /** In the store, once found and verified. */
  readonly path: string | null;
  readonly reason: string;
}

/** Why a file is not the one asked for, or null. */
export type Verify = (source: Source) => string | null | Promise<string | null>;

/**
 * A client for servers that speak the SymSrv layout. Files enter the store only whole and verified. A server that
 * cannot be reached is not asked again in this run, so that a missing network costs one wait and never one per module.
 */
export class SymbolServers {
  readonly #store: SymbolStore;
  readonly #limits: ServerLimits;
  readonly #onProgress: (progress: Progress) => void;
  readonly #signal: AbortSignal | null;
  readonly #unreachable = new Map<string, string>();
  readonly #running = new Map<string, Promise<Fetched>>();
  #free: number;
  readonly #waiting: (() => void)[] = [];
  #start: number | null = null;
  #spent = 0;
  constructor(
    store: SymbolStore,
    limits: Partial<ServerLimits> = {},
    onProgress: (progress: Progress) => void = () => {},
    signal: AbortSignal | null = null,
  ) {
    this.#store = store;
    this.#limits = { ...SERVER_LIMITS, ...limits };
    this.#onProgress = onProgress;
    this.#signal = signal;
    this.#free = this.#limits.concurrency;
  }

  /** Brings a file from the server at `base` into the store. Never throws. Equal calls at one time share one download. */
  async fetch(base: string, key: StoreKey, verify: Verify): Promise<Fetched> {
    const id = `${base}\0${storePath(key).join('/')}`;
    let running = this.#running.get(id);
    if (!running) {
      running = this.#turn(base, key, verify).finally(() => this.#running.delete(id));
      this.#running.set(id, running);
    }
    return running;
  }

  async #turn(base: string, key: StoreKey, verify: Verify): Promise<Fetched> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await this.#ask(base, key, verify);
    } catch (error) {
      return { outcome: 'failed', path: null, reason: error instanceof Error ? error.message : String(error) };
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }

  async #ask(base: string, key: StoreKey, verify: Verify): Promise<Fetched> {
    const skip = (reason: string): Fetched => ({ outcome: 'skipped', path: null, reason });
    const until = this.#store.absentUntil(base, key);
    if (until !== null) {
      return skip(
        `the server had no such file when last asked; it is asked again after ${new Date(until).toISOString()}`,
      );
    }
    for (const name of [key.file, compressedName(key.file), 'file.ptr']) {
      const stopped = this.#stopped(base);
      if (stopped !== null) return skip(stopped);
      const url = urlOf(base, [...storePath(key).slice(0, -1), name]);
      if (url === null) return { outcome: 'refused', path: null, reason: 'the URL of the server cannot be read' };
      const part = this.#part(url);
      try {
        const outcome = await this.#download(base, url, part.path, name);
        if (outcome.kind === 'absent') continue;
        if (outcome.kind !== 'done') return { outcome: outcome.kind, path: null, reason: outcome.reason };
        return await this.#accept(base, key, name, part.path, verify);
      } finally {
        part.release();
      }
    }
    this.#store.rememberAbsence(base, key, this.#limits.absenceMs);
    return { outcome: 'absent', path: null, reason: 'the server has no such file' };
  }

  #stopped(base: string): string | null {
    this.#start ??= performance.now();
    if (this.#signal?.aborted) return 'cancelled';
    const why = this.#unreachable.get(hostOf(base));
    if (why !== undefined) return `not asked again: ${why}`;
    if (performance.now() - this.#start > this.#limits.totalMs) return 'the time for all downloads is used up';
    if (this.#spent >= this.#limits.totalBytes) return 'the bytes for all downloads are used up';
    return null;
  }

  async #download(base: string, url: string, part: string, file: string): Promise<DownloadOutcome> {
    const left = this.#limits.totalMs - (performance.now() - (this.#start ?? 0));
    const limits: DownloadLimits = {
      ...this.#limits,
      timeoutMs: Math.max(1, Math.min(this.#limits.timeoutMs, left)),
      maxBytes: Math.min(this.#limits.maxBytes, this.#limits.totalBytes - this.#spent),
    };
    const shown = redactUrl(url);
    let before = 0;
    const outcome = await download(
      url,
      part,
      limits,
      (received, total) => {
        this.#spent += Math.max(0, received - before);
        before = received;
        this.#onProgress({ file, url: shown, received, total });
      },
      this.#signal,
    );
    if (outcome.kind === 'failed' && outcome.unreachable) this.#unreachable.set(hostOf(base), outcome.reason);
    return outcome;
  }

  /** Verifies a finished download and moves it into the store. */
  async #accept(base: string, key: StoreKey, name: string, part: string, verify: Verify): Promise<Fetched> {
    if (name === 'file.ptr') return this.#follow(base, key, part, verify);
    let finished = part;
    if (name !== key.file || isCompressed(part)) {
      finished = `${part}.expanded`;
      rmSync(finished, { force: true });
      const source = openFile(part);
      const reason = expandFile(source, key.file, finished, this.#limits.maxBytes);
      source.close();
      discardPart(part);
      if (reason !== null) {
        return {
          outcome: 'refused',
          path: null,
          reason: `the server sent a compressed file that cannot be used: ${reason}`,
        };
      }
    }
    return this.#adopt(key, finished, part, verify);
  }

  async #adopt(key: StoreKey, finished: string, part: string, verify: Verify): Promise<Fetched> {
    const source = openFile(finished);
    let reason: string | null;
    try {
      reason = await verify(source);
    } finally {
      source.close();
    }
    if (reason !== null) {
      rmSync(finished, { force: true });
      discardPart(part);
      return { outcome: 'refused', path: null, reason: `the server sent another file: ${reason}` };
    }
    const path = this.#store.adopt(key, finished);
    discardPart(part);
    return { outcome: 'found', path, reason: 'downloaded and verified' };
  }

  /** A pointer from a server leads only to the same server: any other place could be a trap for credentials or files. */
  async #follow(base: string, key: StoreKey, part: string, verify: Verify): Promise<Fetched> {
    const text = statSync(part).size > 1 << 16 ? '' : readFileSync(part, 'utf8');
    discardPart(part);
    const pointer = parseFilePointer(text);
    if (!pointer) return { outcome: 'refused', path: null, reason: 'the server sent a file.ptr that cannot be read' };
    if (pointer.kind === 'message') {
      return { outcome: 'refused', path: null, reason: `the server says: ${pointer.text.slice(0, 200)}` };
    }
    const target = /^https?:\/\//i.test(pointer.path) ? pointer.path : null;
    if (target === null || hostOf(target) !== hostOf(base)) {
      return {
        outcome: 'refused',
        path: null,
        reason: `its file.ptr points to ${redactPointer(pointer.path)}, outside the server; add that place to the search path if you trust it`,
      };
    }
    const outcome = await this.#download(base, target, part, key.file);
    if (outcome.kind !== 'done') {
      const reason = outcome.kind === 'absent' ? 'its file.ptr points to a file that is not there' : outcome.reason;
      return { outcome: outcome.kind, path: null, reason };
    }
    return this.#accept(base, key, key.file, part, verify);
  }

  /** The unfinished file of a URL, so that a later run can go on; a private one while another process is at it. */
  #part(url: string): { readonly path: string; release(): void } {
    const folder = join(this.#store.root, '.downloads');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${createHash('sha256').update(url).digest('hex').slice(0, 32)}.part`);
    const lock = `${path}.lock`;
    if (takeLock(lock)) return { path, release: () => rmSync(lock, { force: true }) };
    const own = join(folder, `${randomBytes(12).toString('hex')}.part`);
    return { path: own, release: () => discardPart(own) };
  }
}

function takeLock(lock: string): boolean {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const descriptor = openSync(lock, 'wx', 0o644);
      writeSync(descriptor, String(process.pid));
      closeSync(descriptor);
      return true;
    } catch {
      if (isAlive(lock)) return false;
      // Left behind by a process that was killed.
      rmSync(lock, { force: true });
    }
  }
  return false;
}

function isAlive(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'latin1'));
    if (!Number.isInteger(pid) || pid <= 0) return false;
    process.kill(pid, 0);
    // A process number may have been given again: no download lasts a day.
    return Date.now() - statSync(lock).mtimeMs < 24 * 60 * 60_000;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The URL of a file below a server's, whose query (a token) is kept; null when it cannot be read. */
function urlOf(base: string, path: readonly string[]): string | null {
  try {
    const url = new URL(base);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path.map(encodeURIComponent).join('/')}`;
    url.hash = '';
    return url.href;
  } catch {
    return null;
  }
}

function hostOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return '';
  }
}

function redactPointer(path: string): string {
  return /^https?:/i.test(path) ? redactUrl(path) : path.slice(0, 200);
}

/** Some servers send the cabinet under the plain name. */
function isCompressed(path: string): boolean {
  const source = openFile(path);
  const head = Buffer.from(source.read(0, 4)).toString('latin1');
  source.close();
  return head === 'MSCF' || head === 'SZDD' || head.startsWith('\x1f\x8b');
}
