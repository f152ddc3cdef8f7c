import { md5 } from '@noble/hashes/legacy.js';
import { formatGuid } from '../bytes/guid.ts';

/**
 * Microsoft's FAILURE_ID_HASH of a bucket: the MD5 of `km:` or `um:` and the lower-cased bucket in UTF-16LE, printed as
 * a GUID in braces. Recovered from published bucket and hash pairs.
 */
export function failureHash(bucket: string, mode: 'user' | 'kernel'): string {
  const text = `${mode === 'kernel' ? 'km' : 'um'}:${bucket}`.toLowerCase();
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), true);
  return `{${formatGuid(md5(bytes))}}`;
}
