import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SourceError } from '../../bytes/errors.ts';
import { BytesSource, CachedSource, SliceSource, type Source } from '../../bytes/source.ts';

/** Pieces in the temporary file start at multiples of this, so that a cached page never holds bytes still to come. */
const PAGE = 64 << 10;

/**
 * One memory budget and one temporary file of our own, shared by any number of spooled files. No name from any input
 * reaches the disk, and nothing is left behind however the process ends.
 */
export class Spool implements Source {
  readonly #label: string;
  #memory: number;
  #descriptor: number | null = null;
  #remove: (() => void) | null = null;
  #end = 0;
  readonly #cached = new CachedSource({
    size: Number.MAX_SAFE_INTEGER,
    read: (offset, length) => this.#readFile(offset, length),
  });
  constructor(label: string, maxInMemory: number) {
    this.#label = label;
    this.#memory = maxInMemory;
  }
  get size(): number {
    return this.#end;
  }
  read(offset: number, length: number): Uint8Array {
    return this.#cached.read(offset, Math.min(length, this.#end - offset));
  }
  /** Takes `count` bytes from the memory budget (gives them back when negative); false when they are not there. */
  reserve(count: number): boolean {
    if (count > this.#memory) return false;
    this.#memory -= count;
    return true;
  }
  /** Appends to the temporary file and answers where the bytes lie: right behind `after`, when that is its end. */
  append(bytes: Uint8Array, after: number): number {
    this.#descriptor ??= this.#open();
    const at = this.#end === after ? after : Math.ceil(this.#end / PAGE) * PAGE;
    try {
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(this.#descriptor, bytes, done, bytes.length - done, at + done);
      }
    } catch (error) {
      throw new SourceError(this.#label, noRoom(error));
    }
    this.#end = at + bytes.length;
    return at;
  }
  close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
    this.#end = 0;
    this.#remove?.();
  }
  #readFile(offset: number, length: number): Uint8Array {
    const out = new Uint8Array(Math.max(0, Math.min(length, this.#end - offset)));
    let done = 0;
    while (this.#descriptor !== null && done < out.length) {
      const count = readSync(this.#descriptor, out, done, out.length - done, offset + done);
      if (count === 0) break;
      done += count;
    }
    return out.subarray(0, done);
  }
  #open(): number {
    let folder: string;
    let descriptor: number;
    try {
      folder = mkdtempSync(join(tmpdir(), 'memoretics-'));
      descriptor = openSync(join(folder, 'spool'), 'wx+', 0o600);
    } catch (error) {
      throw new SourceError(this.#label, noRoom(error));
    }
    // An open file lives on without its name. Where the system refuses that, the folder goes when the spool is closed
    // or the process exits.
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      this.#remove = () => {
        process.off('exit', this.#remove ?? (() => {}));
        this.#remove = null;
        try {
          rmSync(folder, { recursive: true, force: true });
        } catch {
          // Still held by someone: the system's own cleaning of its temporary folder takes it.
        }
      };
      process.once('exit', this.#remove);
    }
    return descriptor;
  }
}

/** Bytes of unknown length written once, in order, and then read at random; in memory while the spool has room there. */
export class SpoolFile {
  readonly #spool: Spool;
  #parts: Uint8Array[] | null = [];
  readonly #extents: { at: number; size: number }[] = [];
  size = 0;
  constructor(spool: Spool) {
    this.#spool = spool;
  }
  /** Appends a copy of `bytes`; throws SourceError when the temporary folder has no room. */
  write(bytes: Uint8Array): void {
    if (this.#parts && this.#spool.reserve(bytes.length)) {
      this.#parts.push(bytes.slice());
      this.size += bytes.length;
      return;
    }
    if (this.#parts) {
      const parts = this.#parts;
      this.#parts = null;
      this.#spool.reserve(-this.size);
      for (const part of parts) this.#append(part);
    }
    this.#append(bytes);
    this.size += bytes.length;
  }
  /** The source over everything written, once nothing more will be; it lives until its spool is closed. */
  finish(): Source {
    if (this.#parts) {
      if (this.#parts.length > 1) this.#parts = [joined(this.#parts, this.size)];
      return new BytesSource(this.#parts[0] ?? new Uint8Array(0));
    }
    const [only, ...more] = this.#extents.map(({ at, size }) => new SliceSource(this.#spool, at, size));
    return only && more.length === 0 ? only : new Chain(only ? [only, ...more] : []);
  }
  /** Forgets what is in memory; what is in the temporary file goes with the spool. */
  discard(): void {
    if (this.#parts) this.#spool.reserve(-this.size);
    this.#parts = [];
    this.size = 0;
  }
  #append(bytes: Uint8Array): void {
    const last = this.#extents.at(-1);
    const after = last ? last.at + last.size : -1;
    const at = this.#spool.append(bytes, after);
    if (last && at === after) last.size += bytes.length;
    else this.#extents.push({ at, size: bytes.length });
  }
}

/** Sources one behind the other. */
class Chain implements Source {
  readonly #parts: readonly Source[];
  readonly size: number;
  constructor(parts: readonly Source[]) {
    this.#parts = parts;
    this.size = parts.reduce((sum, part) => sum + part.size, 0);
  }
  read(offset: number, length: number): Uint8Array {
    const found: Uint8Array[] = [];
    let start = 0;
    let at = offset;
    const end = Math.min(offset + length, this.size);
    for (const part of this.#parts) {
      if (at >= end) break;
      if (at >= start && at < start + part.size) {
        const bytes = part.read(at - start, end - at);
        found.push(bytes);
        at += bytes.length;
      }
      start += part.size;
    }
    return found.length === 1 ? found[0]! : joined(found, at - offset);
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const out = new Uint8Array(Math.max(0, size));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function noRoom(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return `cannot use a temporary file in ${tmpdir()} (${code}): make room there, or set TMPDIR to a folder that has it`;
}
