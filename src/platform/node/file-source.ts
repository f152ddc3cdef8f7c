import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { SourceError } from '../../bytes/errors.ts';
import { CachedSource, type Source } from '../../bytes/source.ts';

/** A source that holds an operating-system file until it is closed. */
export interface OpenFile extends Source {
  readonly path: string;
  /** The first failure of a read after opening (the file shrank, the disk failed), for people; null while all is well. */
  readonly failure: string | null;
  close(): void;
}

/** One allocation never exceeds this; larger reads are a reader's mistake and are refused. */
const MOST_READ = 1 << 30;

/** Positional reads of one descriptor; a file that shrinks or fails while open gives short reads, never an exception. */
export class DescriptorSource implements Source {
  readonly size: number;
  readonly #descriptor: number;
  readonly #path: string;
  failure: string | null = null;
  constructor(descriptor: number, size: number, path: string) {
    this.#descriptor = descriptor;
    this.size = size;
    this.#path = path;
  }
  read(offset: number, length: number): Uint8Array {
    const wanted = Math.min(length, this.size - offset);
    if (!(offset >= 0) || !(wanted > 0)) return new Uint8Array(0);
    if (wanted > MOST_READ) {
      throw new SourceError(this.#path, `a single read of ${wanted} bytes was asked for; read the file in parts`);
    }
    // Not filled with zeros first: all that is handed out was read.
    const room = Buffer.allocUnsafeSlow(wanted);
    const out = new Uint8Array(room.buffer, room.byteOffset, wanted);
    let done = 0;
    while (done < wanted) {
      let count = 0;
      try {
        count = readSync(this.#descriptor, out, done, wanted - done, offset + done);
      } catch (error) {
        this.failure ??= `reading at offset ${offset + done} failed: ${codeOf(error)}`;
      }
      if (count === 0) {
        this.failure ??= `the file ended at offset ${offset + done} although it was ${this.size} bytes long when it was opened: it changed while it was read`;
        break;
      }
      done += count;
    }
    return done === wanted ? out : out.subarray(0, done);
  }
}

/** Makes an OpenFile of a descriptor that this call takes over. */
export function openDescriptor(descriptor: number, size: number, path: string): OpenFile {
  const raw = new DescriptorSource(descriptor, size, path);
  const cached = new CachedSource(raw);
  let open = true;
  return {
    path,
    size,
    get failure() {
      return raw.failure;
    },
    read: (offset, length) => {
      if (!open) throw new SourceError(path, 'the file was closed');
      return cached.read(offset, length);
    },
    close() {
      if (!open) return;
      open = false;
      closeSync(descriptor);
    },
  };
}

/**
 * Opens a file for lazy, page-cached, synchronous reads. Directories, devices, pipes, empty and unreadable files are
 * SourceErrors that say what to do.
 */
export function openFile(path: string): OpenFile {
  if (path.includes('\0')) throw new SourceError(path, 'the path contains a NUL character');
  let descriptor: number;
  try {
    refuseSpecial(path, statSync(path));
    // O_NONBLOCK: should the path become a pipe between the two calls, opening it must not wait for a writer.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError(path, explain(error));
  }
  try {
    const stats = fstatSync(descriptor);
    refuseSpecial(path, stats);
    if (stats.size === 0) {
      throw new SourceError(
        path,
        'the file is empty (0 bytes): the dump was never written, or the copy failed; copy it again',
      );
    }
    return openDescriptor(descriptor, stats.size, path);
  } catch (error) {
    closeSync(descriptor);
    throw error instanceof SourceError ? error : new SourceError(path, explain(error));
  }
}

function refuseSpecial(path: string, stats: Stats): void {
  if (stats.isFile()) return;
  const kind = stats.isDirectory()
    ? 'is a directory; name the dump or log inside it'
    : stats.isFIFO()
      ? 'is a pipe; give it as standard input instead: memoretics analyze - < PIPE'
      : stats.isSocket()
        ? 'is a socket, not a file'
        : 'is a device, not a file; copy the dump out of it first';
  throw new SourceError(path, kind);
}

/** The system's code of a failed call: `ENOENT`, `EIO`. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

function explain(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file; check the path';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied; dumps are often written for administrators only: copy the file or change its permissions';
    case 'ELOOP':
      return 'too many symbolic links';
    case 'ENAMETOOLONG':
      return 'the path is too long';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many open files; close some or raise the limit (ulimit -n)';
    case 'EBUSY':
      return 'the file is in use by another program; close it or copy the file';
    default:
      return `cannot be opened: ${codeOf(error)}`;
  }
}
