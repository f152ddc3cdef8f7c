import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { redactUrl } from '../../symbols/search-path.ts';
import { codeOf } from './file-source.ts';

/** What one download may cost. */
export interface DownloadLimits {
  /** Milliseconds for one file, retries included. */
  readonly timeoutMs: number;
  /** Milliseconds without a single byte before an attempt is given up. */
  readonly stallMs: number;
  readonly maxBytes: number;
  /** Attempts in all; only failures that may pass (5xx, 429, lost connections, stalls) are tried again. */
  readonly attempts: number;
  readonly backoffMs: number;
  readonly redirects: number;
}
export const DOWNLOAD_LIMITS: DownloadLimits = {
  timeoutMs: 15 * 60_000,
  stallMs: 20_000,
  maxBytes: 8 * 2 ** 30,
  attempts: 3,
  backoffMs: 300,
  redirects: 5,
};

export type DownloadOutcome =
  | { readonly kind: 'done'; readonly size: number; readonly resumedAt: number }
  /** The server says that it has no such file (404 or 410). */
  | { readonly kind: 'absent' }
  /** The server answered and will not give the file; trying again is useless. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It may work another time. `unreachable` when the server never answered at all. */
  | { readonly kind: 'failed'; readonly reason: string; readonly unreachable: boolean };

/** Bytes so far and in all (null when the server does not say); for progress displays. */
export type OnProgress = (received: number, total: number | null) => void;

class Attempt extends Error {
  readonly outcome: DownloadOutcome;
  readonly waitMs: number | null;
  /** `waitMs` null: final. */
  constructor(outcome: DownloadOutcome, waitMs: number | null) {
    super('attempt');
    this.outcome = outcome;
    this.waitMs = waitMs;
  }
}
const refused = (reason: string) => new Attempt({ kind: 'refused', reason }, null);
const failed = (reason: string, unreachable = false, waitMs = 0) =>
  new Attempt({ kind: 'failed', reason, unreachable }, waitMs);

/**
 * Downloads `url` into the file `part`, going on where an earlier, broken download of the same file stopped (Range with
 * If-Range). The file is complete only when the outcome is `done`. Never throws; no reason contains a credential.
 */
export async function download(
  url: string,
  part: string,
  limits: DownloadLimits = DOWNLOAD_LIMITS,
  onProgress: OnProgress = () => {},
  signal: AbortSignal | null = null,
): Promise<DownloadOutcome> {
  const deadline = performance.now() + limits.timeoutMs;
  let last: DownloadOutcome = { kind: 'failed', reason: 'no time left', unreachable: false };
  for (let attempt = 1; attempt <= limits.attempts; attempt++) {
    if (signal?.aborted) return { kind: 'failed', reason: 'cancelled', unreachable: false };
    const left = deadline - performance.now();
    if (left <= 0) return last;
    try {
      return await once(url, part, limits, left, onProgress, signal);
    } catch (error) {
      const known = error instanceof Attempt ? error : failed(`unexpected failure: ${codeOf(error)}`);
      last = known.outcome;
      if (known.waitMs === null || attempt === limits.attempts) break;
      const wait = Math.max(known.waitMs, limits.backoffMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
      await sleep(Math.min(wait, 10_000, Math.max(0, deadline - performance.now())));
    }
  }
  return last;
}

async function once(
  url: string,
  part: string,
  limits: DownloadLimits,
  timeLeft: number,
  onProgress: OnProgress,
  signal: AbortSignal | null,
): Promise<DownloadOutcome> {
  const abort = new AbortController();
  let why = '';
  const give = (reason: string) => {
    why ||= reason;
    abort.abort();
  };
  const cancelled = () => give('cancelled');
  signal?.addEventListener('abort', cancelled, { once: true });
  const whole = setTimeout(() => give(`not finished within ${Math.round(limits.timeoutMs / 1000)} s`), timeLeft);
  let stall = setTimeout(() => {}, 0);
  const alive = () => {
    clearTimeout(stall);
    stall = setTimeout(() => give(`no data for ${Math.round(limits.stallMs / 1000)} s`), limits.stallMs);
  };
  let descriptor: number | null = null;
  let answered = false;
  try {
    alive();
    descriptor = openPart(part);
    const state = readState(part);
    let at = fstatSync(descriptor).size;
    if (at > 0 && (state?.url !== redactUrl(url) || state.validator === null)) at = 0;
    const range = at > 0 ? { range: `bytes=${at}-`, 'if-range': state!.validator! } : {};
    const response = await request(url, { 'accept-encoding': 'identity', ...range }, limits, abort.signal);
    answered = true;
    const { total, start } = checkResponse(response, at, limits);
    ftruncateSync(descriptor, start);
    const validator = validatorOf(response);
    writeFileSync(`${part}.state`, JSON.stringify({ url: redactUrl(url), validator }));
    let received = start;
    onProgress(received, total);
    const reader = response.body!.getReader();
    for (;;) {
      alive();
      const { done, value } = await reader.read();
      if (done) break;
      if (received === start && start === 0 && looksLikeWebPage(value, response)) {
        throw refused('the server sent a web page instead of the file (a login or error page?)');
      }
      received += value.length;
      if (received > limits.maxBytes) throw refused(`the file is larger than the limit of ${limits.maxBytes} bytes`);
      if (total !== null && received > total) throw failed('the server sent more than it announced');
      for (let done = 0; done < value.length; ) {
        done += writeSync(descriptor, value, done, value.length - done, received - value.length + done);
      }
      onProgress(received, total);
    }
    if (total !== null && received < total) throw failed(`the connection ended after ${received} of ${total} bytes`);
    if (received === 0) throw refused('the server sent an empty file');
    return { kind: 'done', size: received, resumedAt: start };
  } catch (error) {
    if (error instanceof Attempt) {
      // What the server will not give, or lied about, must not be gone on with.
      if (error.outcome.kind !== 'failed' || /announced|range/.test(error.outcome.reason)) discardPart(part);
      throw error;
    }
    if (why)
      throw why === 'cancelled'
        ? new Attempt({ kind: 'failed', reason: why, unreachable: false }, null)
        : failed(why, !answered);
    const reason = networkReason(error);
    // A full disk or a forbidden folder does not get better by trying again.
    if (/^E(NOSPC|ACCES|PERM|ROFS|DQUOT)/.test(reason)) throw refused(`the store cannot be written: ${reason}`);
    throw failed(reason, !answered);
  } finally {
    clearTimeout(whole);
    clearTimeout(stall);
    signal?.removeEventListener('abort', cancelled);
    abort.abort();
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Follows redirects by hand: few, only to HTTP(S), never from HTTPS down to HTTP, credentials only to their own host. */
async function request(
  start: string,
  headers: Record<string, string>,
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<Response> {
  let url = parse(start);
  const home = url.origin;
  const authorization =
    url.username || url.password
      ? `Basic ${Buffer.from(`${decode(url.username)}:${decode(url.password)}`).toString('base64')}`
      : null;
  for (let hop = 0; ; hop++) {
    url.username = '';
    url.password = '';
    const own = authorization && url.origin === home ? { authorization } : {};
    const response = await fetch(url, { headers: { ...headers, ...own }, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || response.status === 304 || location === null) return response;
    await response.body?.cancel();
    if (hop >= limits.redirects) throw refused(`more than ${limits.redirects} redirects`);
    const next = parse(location, url);
    if (url.protocol === 'https:' && next.protocol === 'http:') {
      throw refused('the server redirects from HTTPS to unprotected HTTP');
    }
    url = next;
  }
}

function parse(text: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    throw refused('the URL cannot be read');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused(`redirected to ${url.protocol}, not HTTP`);
  return url;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** From where the body continues the file and how long the whole is, or why the answer is of no use. */
function checkResponse(
  response: Response,
  at: number,
  limits: DownloadLimits,
): { total: number | null; start: number } {
  const { status } = response;
  if (status === 404 || status === 410) throw new Attempt({ kind: 'absent' }, null);
  if (status === 401 || status === 403 || status === 407) {
    throw refused(`HTTP ${status}: the server wants credentials, or others than those given`);
  }
  if (status === 416) throw failed('HTTP 416: the server has no such range; starting again');
  if (status === 429 || status >= 500 || status === 408) {
    const seconds = Number(response.headers.get('retry-after'));
    throw failed(`HTTP ${status}`, false, Number.isFinite(seconds) ? seconds * 1000 : 0);
  }
  if (status !== 200 && status !== 206) throw refused(`HTTP ${status}`);
  if (!response.body) throw failed('the answer has no body');
  const encoded = !/^(identity)?$/i.test(response.headers.get('content-encoding') ?? '');
  const header = response.headers.get('content-length');
  const length = header === null || encoded ? null : Number(header);
  let start = 0;
  let total = length;
  if (status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '');
    if (!range || Number(range[1]) !== at || encoded) throw failed('the server answered another range than asked for');
    start = at;
    total = range[2] === '*' ? (length === null ? null : at + length) : Number(range[2]);
  }
  if (total !== null && total > limits.maxBytes) {
    throw refused(`the file has ${total} bytes, more than the limit of ${limits.maxBytes}`);
  }
  return { total, start };
}

/** A strong ETag or a date, by which If-Range can tell whether the file is still the same. */
function validatorOf(response: Response): string | null {
  if (response.headers.has('content-encoding')) return null;
  const tag = response.headers.get('etag');
  return tag && !tag.startsWith('W/') ? tag : response.headers.get('last-modified');
}

/** No symbol file starts like HTML, whatever the content type says. */
function looksLikeWebPage(bytes: Uint8Array, response: Response): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<!--)/.test(head)) return true;
  return head.startsWith('<') && /html/i.test(response.headers.get('content-type') ?? '');
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the server name cannot be resolved (no network?)',
  EAI_AGAIN: 'the server name cannot be resolved now (no network?)',
  ECONNREFUSED: 'the server refuses connections',
  ECONNRESET: 'the connection was lost',
  UND_ERR_SOCKET: 'the connection was lost',
  ETIMEDOUT: 'the server does not answer',
  EHOSTUNREACH: 'the server cannot be reached',
  ENETUNREACH: 'there is no network',
  UND_ERR_CONNECT_TIMEOUT: 'the server does not answer',
  CERT_HAS_EXPIRED: 'the server certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the server certificate is self-signed (set NODE_EXTRA_CA_CERTS to trust it)',
  SELF_SIGNED_CERT_IN_CHAIN: 'the server certificate is self-signed (set NODE_EXTRA_CA_CERTS to trust it)',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the server certificate cannot be verified (set NODE_EXTRA_CA_CERTS to trust it)',
};

function networkReason(error: unknown): string {
  const cause = (error as { cause?: unknown }).cause;
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? (error as NodeJS.ErrnoException).code;
  // Messages of fetch may quote the URL; codes never do.
  return code === undefined ? 'the connection failed' : (REASONS[code] ?? String(code));
}

function openPart(part: string): number {
  try {
    return openSync(part, 'r+');
  } catch {
    return openSync(part, 'w+', 0o644);
  }
}

function readState(part: string): { url: string; validator: string | null } | null {
  try {
    const state = JSON.parse(readFileSync(`${part}.state`, 'utf8')) as { url?: unknown; validator?: unknown };
    const validator = typeof state.validator === 'string' && /^[ -~]{1,200}$/.test(state.validator);
    return typeof state.url === 'string'
      ? { url: state.url, validator: validator ? (state.validator as string) : null }
      : null;
  } catch {
    return null;
  }
}

/** Removes an unfinished download. */
export function discardPart(part: string): void {
  rmSync(part, { force: true });
  rmSync(`${part}.state`, { force: true });
}
