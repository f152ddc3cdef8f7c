import { formatGuid } from '../../bytes/guid.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { viewOf } from '../../bytes/source.ts';
import { decodeUtf8 } from '../../bytes/text.ts';

/** What identifies a module's symbols; a kind that is not known keeps its signature. */
export type CodeView =
  /** PDB 7: `guid` lower-case with dashes; `guidBytes` as stored, since Breakpad puts ELF build ids there. */
  | {
      readonly kind: 'RSDS';
      readonly guid: string;
      readonly guidBytes: Uint8Array;
      readonly age: number;
      readonly name: string;
    }
  /** PDB 2: `signature` is a time stamp, 8 lower-case digits. */
  | { readonly kind: 'NB10'; readonly signature: string; readonly age: number; readonly name: string }
  /** An ELF build id, lower-case hexadecimal. */
  | { readonly kind: 'ELF'; readonly buildId: string }
  | { readonly kind: 'unknown'; readonly signature: number };

/** Lower-case hexadecimal of bytes in their order. */
export function hexBytes(bytes: Uint8Array): string {
  return [...bytes].map((byte) => hexPadded(byte, 2)).join('');
}

/**
 * A CodeView record. RSDS and NB10: LLVM's PDB documentation and https://www.debuginfo.com/articles/debuginfomatch.html;
 * `LEpB`: Breakpad's minidump_format.h (MDCVInfoELF). Null when there are too few bytes for any.
 */
export function parseCodeView(bytes: Uint8Array | null): CodeView | null {
  if (!bytes || bytes.length < 4) return null;
  const view = viewOf(bytes);
  const signature = view.getUint32(0, true);
  if (signature === 0x53445352 && bytes.length >= 24) {
    const guidBytes = bytes.slice(4, 20);
    return {
      kind: 'RSDS',
      guid: formatGuid(guidBytes),
      guidBytes,
      age: view.getUint32(20, true),
      name: decodeUtf8(bytes.subarray(24)),
    };
  }
  if (signature === 0x3031424e && bytes.length >= 16) {
    return {
      kind: 'NB10',
      signature: hexPadded(view.getUint32(8, true), 8),
      age: view.getUint32(12, true),
      name: decodeUtf8(bytes.subarray(16)),
    };
  }
  if (signature === 0x4270454c) return { kind: 'ELF', buildId: hexBytes(bytes.subarray(4, 4 + 64)) };
  return { kind: 'unknown', signature };
}
