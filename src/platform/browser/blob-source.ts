import { SourceError } from '../../bytes/errors.ts';
import { CachedSource, type Source } from '../../bytes/source.ts';

/** A call costs about 0.5 ms whatever its size up to 64 KB, so chunks are large and the cache is part of the design. */
const CHUNK = 256 << 10;
const CHUNKS = 1024;
/** Reads of several GB fail in browsers; nobody needs one. */
const MOST_READ = 16 << 20;

class RawBlobSource implements Source {
  readonly size: number;
  readonly #blob: Blob;
  readonly #name: string;
  readonly #reader = new FileReaderSync();
  constructor(blob: Blob, name: string) {
    this.#blob = blob;
    this.#name = name;
    this.size = blob.size;
  }
  read(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + Math.min(length, MOST_READ), this.size);
    if (!(offset >= 0) || !(end > offset)) return new Uint8Array(0);
    try {
      return new Uint8Array(this.#reader.readAsArrayBuffer(this.#blob.slice(offset, end)));
    } catch {
      throw new SourceError(this.#name, 'the file changed or went away after it was picked; pick it again');
    }
  }
}

/** A picked file as a source, in a dedicated worker (FileReaderSync exists only there). Works past 4 GB. */
export function openBlob(blob: Blob, name: string): Source {
  return new CachedSource(new RawBlobSource(blob, name), CHUNK, CHUNKS);
}
