import { fstatSync, readSync, type Stats } from 'node:fs';
import { isatty } from 'node:tty';
import { SourceError } from '../../bytes/errors.ts';
import { CachedSource } from '../../bytes/source.ts';
import { codeOf, DescriptorSource, type OpenFile } from './file-source.ts';
import { Spool, SpoolFile } from './spool-file.ts';

/** How much standard input may hold, and how much of it is kept in memory before a temporary file takes it. */
export interface InputLimits {
  readonly maxBytes: number;
  readonly maxInMemory: number;
}
export const INPUT_LIMITS: InputLimits = { maxBytes: 2 * 2 ** 30, maxInMemory: 16 << 20 };

/**
 * All of standard input as a source. A redirected file is read in place; a pipe is spooled to a temporary file once it
 * passes `maxInMemory`. Refuses a terminal, an empty input, and one longer than `maxBytes`.
 */
export function openStandardInput(limits: InputLimits = INPUT_LIMITS, descriptor = 0): OpenFile {
  const path = '-';
  if (isatty(descriptor)) {
    throw new SourceError(path, 'standard input is a terminal; pipe or redirect a dump or a log into it');
  }
  let stats: Stats;
  try {
    stats = fstatSync(descriptor);
  } catch {
    throw new SourceError(path, 'standard input is closed; pipe or redirect a dump or a log into it');
  }
  if (stats.isDirectory()) throw new SourceError(path, 'standard input is a directory');
  if (stats.isFile() && stats.size > 0) {
    const raw = new DescriptorSource(descriptor, stats.size, path);
    const cached = new CachedSource(raw);
    return {
      path,
      size: stats.size,
      get failure() {
        return raw.failure;
      },
      read: (offset, length) => cached.read(offset, length),
      close() {},
    };
  }
  const spool = new Spool(path, limits.maxInMemory);
  const file = new SpoolFile(spool);
  try {
    const buffer = new Uint8Array(256 << 10);
    for (;;) {
      const count = readPipe(descriptor, buffer);
      if (count === 0) break;
      if (file.size + count > limits.maxBytes) {
        throw new SourceError(
          path,
          `standard input is longer than ${limits.maxBytes} bytes; save it to a file and name the file`,
        );
      }
      file.write(buffer.subarray(0, count));
    }
    if (file.size === 0) throw new SourceError(path, 'standard input is empty');
    const source = file.finish();
    return {
      path,
      size: source.size,
      failure: null,
      read: (offset, length) => source.read(offset, length),
      close: () => spool.close(),
    };
  } catch (error) {
    spool.close();
    throw error;
  }
}

const clock = new Int32Array(new SharedArrayBuffer(4));

/** One blocking read of a pipe. Node sees EAGAIN where the other end made the pipe non-blocking, and EOF on Windows. */
function readPipe(descriptor: number, buffer: Uint8Array): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer, 0, buffer.length, null);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN' && code !== 'EINTR') {
        throw new SourceError('-', `standard input cannot be read: ${code}`);
      }
      Atomics.wait(clock, 0, 0, 5);
    }
  }
}
