const utf16 = new TextDecoder('utf-16le');
const utf8 = new TextDecoder('utf-8');
const latin1 = new TextDecoder('latin1');

/** UTF-16LE bytes as a string, up to the first NUL unless `keepNul`. Lone surrogates become U+FFFD. */
export function decodeUtf16(bytes: Uint8Array, keepNul = false): string {
  const text = utf16.decode(bytes.length % 2 ? bytes.subarray(0, bytes.length - 1) : bytes);
  return keepNul ? text : untilNul(text);
}

/** UTF-8 bytes as a string, up to the first NUL unless `keepNul`. Malformed sequences become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array, keepNul = false): string {
  return keepNul ? utf8.decode(bytes) : utf8.decode(bytes.subarray(0, nulAt(bytes)));
}

/** One character per byte (Windows-1252 as browsers and Node decode `latin1`), up to the first NUL. */
export function decodeAscii(bytes: Uint8Array): string {
  return latin1.decode(bytes.subarray(0, nulAt(bytes)));
}

function nulAt(bytes: Uint8Array): number {
  const at = bytes.indexOf(0);
  return at < 0 ? bytes.length : at;
}

function untilNul(text: string): string {
  const at = text.indexOf('\0');
  return at < 0 ? text : text.slice(0, at);
}

/**
 * A hostile string made safe for a terminal, a page or a log: control characters (C0, C1, DEL), line and paragraph
 * separators, bidirectional overrides, zero-width characters and lone surrogates are shown as `\xNN` or `\uNNNN`.
 */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (char) => {
      const code = char.charCodeAt(0);
      return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
    },
  );
}

/** The last component of a Windows or POSIX path. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
}

/** A file name without its last extension, as debuggers name modules: `nt.dll` → `nt`. */
export function stem(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
