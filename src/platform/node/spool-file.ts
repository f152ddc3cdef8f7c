import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SourceError } from '../../bytes/errors.ts';
import { BytesSource } from '../../bytes/source.ts';
import { type OpenFile, openDescriptor } from './file-source.ts';

/**
 * Bytes of unknown length written once and then read at random: in memory up to `maxInMemory`, from then on in a
 * temporary file of our own that no name from any input can influence.
 */
export class SpoolFile {
  readonly #label: string;
  readonly #maxInMemory: number;
  #parts: Uint8Array[] = [];
  #descriptor: number | null = null;
  #remove: (() => void) | null = null;
  size = 0;
  constructor(label: string, maxInMemory: number) {
    this.#label = label;
    this.#maxInMemory = maxInMemory;
  }
  /** Appends a copy of `bytes`; throws SourceError when the temporary folder has no room. */
  write(bytes: Uint8Array): void {
    this.size += bytes.length;
    if (this.#descriptor === null && this.size > this.#maxInMemory) {
      this.#open();
      for (const part of this.#parts) this.#append(part);
      this.#parts = [];
    }
    if (this.#descriptor === null) this.#parts.push(bytes.slice());
    else this.#append(bytes);
  }
  /** The source over everything written; closing it gives memory and disk back. */
  finish(): OpenFile {
    if (this.#descriptor !== null) {
      const remove = this.#remove ?? (() => {});
      return openDescriptor(this.#descriptor, this.size, this.#label, remove);
    }
    const bytes = new Uint8Array(this.size);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    this.#parts = [];
    const source = new BytesSource(bytes);
    return {
      path: this.#label,
      size: bytes.length,
      failure: null,
      read: (offset, length) => source.read(offset, length),
      close() {},
    };
  }
  /** Forgets everything written. */
  discard(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
    this.#remove?.();
    this.#parts = [];
    this.size = 0;
  }
  #append(bytes: Uint8Array): void {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor!, bytes, at, bytes.length - at);
    } catch (error) {
      throw new SourceError(this.#label, noRoom(error));
    }
  }
  #open(): void {
    let folder: string;
    try {
      folder = mkdtempSync(join(tmpdir(), 'memoretics-'));
      this.#descriptor = openSync(join(folder, 'spool'), 'wx+', 0o600);
    } catch (error) {
      throw new SourceError(this.#label, noRoom(error));
    }
    // An open file lives on without its name, so nothing is left behind however the process ends. Where the system
    // refuses that, the folder goes when the source is closed or the process exits.
    const remove = () => rmSync(folder, { recursive: true, force: true });
    try {
      remove();
    } catch {
      const once = () => {
        process.off('exit', once);
        try {
          remove();
        } catch {
          // Still held by someone: the system's own cleaning of its temporary folder takes it.
        }
      };
      process.once('exit', once);
      this.#remove = once;
    }
  }
}

function noRoom(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return `cannot use a temporary file in ${tmpdir()} (${code}): make room there, or set TMPDIR to a folder that has it`;
}
