import { decodeAscii, decodeUtf8, decodeUtf16 } from '../../bytes/text.ts';
import type { Extent, MinidumpFile } from './minidump-file.ts';

/** CommentStreamA: text in the writer's code page, read as UTF-8 where it is that, else one character per byte. */
export function readCommentA(file: MinidumpFile, stream: Extent): string {
  const bytes = file.source.read(stream.offset, stream.available);
  const text = decodeUtf8(bytes);
  return text.includes('\ufffd') ? decodeAscii(bytes) : text;
}

/** CommentStreamW: UTF-16 text. */
export function readCommentW(file: MinidumpFile, stream: Extent): string {
  return decodeUtf16(file.source.read(stream.offset, stream.available));
}

/** A Linux /proc file or a list of NUL-separated strings as text; NULs become line breaks. */
export function readLinuxText(file: MinidumpFile, stream: Extent): string {
  const bytes = file.source.read(stream.offset, stream.available);
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return decodeUtf8(bytes.subarray(0, end), true).replaceAll('\0', '\n');
}

/** `key: value` and `KEY="value"` lines of /proc/cpuinfo, /proc/PID/status and lsb-release; the first of a key wins. */
export function linuxFields(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    const equals = line.indexOf('=');
    const at = colon < 0 ? equals : equals < 0 ? colon : Math.min(colon, equals);
    const key = line.slice(0, Math.max(0, at)).trim();
    if (key === '' || fields.has(key)) continue;
    const value = line.slice(at + 1).trim();
    const quoted = value.length >= 2 && value.startsWith('"') && value.endsWith('"');
    fields.set(key, quoted ? value.slice(1, -1) : value);
  }
  return fields;
}
