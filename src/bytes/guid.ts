import { hexPadded } from './hex.ts';
import { viewOf } from './source.ts';

/** A GUID's 16 bytes (Data1..3 little-endian) as lower-case `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`. */
export function formatGuid(bytes: Uint8Array): string {
  const view = viewOf(bytes);
  const tail = [...bytes.subarray(8, 16)].map((byte) => hexPadded(byte, 2)).join('');
  return [
    hexPadded(view.getUint32(0, true), 8),
    hexPadded(view.getUint16(4, true), 4),
    hexPadded(view.getUint16(6, true), 4),
    tail.slice(0, 4),
    tail.slice(4),
  ].join('-');
}

/** The symbol-server key of a PDB: 32 upper-case GUID digits followed by the age in upper-case hexadecimal. */
export function pdbKey(guid: string, age: number): string {
  return guid.replaceAll('-', '').toUpperCase() + age.toString(16).toUpperCase();
}
