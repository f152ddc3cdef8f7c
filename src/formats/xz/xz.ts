import { XzReadableStream } from 'xz-decompress';
import { FormatError } from '../../bytes/errors.ts';
import { poll } from '../../bytes/interruption.ts';
import { viewOf } from '../../bytes/source.ts';

/** The web streams that Node 20 and browsers have as globals and `lib: ES2023` does not declare. */
interface ByteReader {
  read(): Promise<{ done: boolean; value?: Uint8Array }>;
  cancel(): Promise<void>;
}
interface ByteStream {
  getReader(): ByteReader;
}
interface ByteController {
  enqueue(bytes: Uint8Array): void;
  close(): void;
}
type MakeStream<T> = new (source: T) => ByteStream;
const host = globalThis as unknown as {
  readonly ReadableStream: MakeStream<{ start(controller: ByteController): void }>;
};
const Decoder = XzReadableStream as unknown as MakeStream<ByteStream>;

/** xz-embedded's `enum xz_ret` (xz.h), in words. */
const REASONS: Readonly<Record<string, string>> = {
  3: 'the memory it asks for could not be had',
  4: 'its dictionary is larger than this reader accepts',
  5: 'it is not an .xz file',
  6: 'it uses an .xz option that this reader does not support',
  7: 'the compressed data is damaged',
  8: 'the compressed data is truncated or damaged',
};

/** Whether the bytes start with the magic of an `.xz` file (The .xz File Format 1.2.0, section 2.1.1.1). */
export function isXz(bytes: Uint8Array): boolean {
  return bytes.length >= 6 && viewOf(bytes).getUint32(0) === 0xfd377a58 && bytes[4] === 0x5a && bytes[5] === 0;
}

/**
 * The content of an `.xz` stream, at most `maxOut` bytes. Throws FormatError when it is not .xz, damaged, truncated or
 * would grow past `maxOut`; of several concatenated streams only the first is read.
 */
export async function decompressXz(bytes: Uint8Array, maxOut: number): Promise<Uint8Array> {
  if (!isXz(bytes)) throw new FormatError('xz', 0, 'not an .xz file: the six magic bytes are missing');
  const input = new host.ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  const reader = new Decoder(input).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    poll();
    let next: { done: boolean; value?: Uint8Array };
    try {
      next = await reader.read();
    } catch (error) {
      const code = /error code (\d+)/.exec(String(error))?.[1] ?? '';
      throw new FormatError('xz', null, `cannot decompress the .xz data: ${REASONS[code] ?? String(error)}`);
    }
    if (next.done || !next.value) break;
    size += next.value.length;
    if (size > maxOut) {
      await reader.cancel();
      throw new FormatError('xz', null, `the .xz data grows past the limit of ${maxOut} bytes`);
    }
    parts.push(next.value);
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
