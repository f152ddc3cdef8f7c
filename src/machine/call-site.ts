import { viewOf } from '../bytes/source.ts';
import type { Address } from '../memory/space.ts';
import type { Architecture } from './context.ts';

/**
 * Whether the instruction before a return address is a call: null when its bytes are not known. x86 and x64 cannot be
 * decoded backwards with certainty, so this says that the bytes can be read as a call, which random data does about
 * once in thirty times.
 */
export function followsCall(
  architecture: Architecture,
  address: Address,
  code: (address: Address, length: number) => Uint8Array,
): boolean | null {
  if (architecture === 'arm64') {
    const bytes = code(address - 4, 4);
    return bytes.length < 4 ? null : isArm64Call(viewOf(bytes).getUint32(0, true));
  }
  for (const length of [7, 6, 5, 3, 2]) {
    const bytes = code(address - length, length);
    if (bytes.length === length) return isX86Call(bytes);
  }
  return null;
}

/** BL, BLR and its authenticated forms BLRAA, BLRAB, BLRAAZ, BLRABZ (Arm ARM C6.2). */
function isArm64Call(word: number): boolean {
  return (word & 0xfc000000) >>> 0 === 0x94000000 || (word & 0xfefff000) >>> 0 === 0xd63f0000;
}

/** Whether the bytes, which end at the return address, can end with CALL rel32, CALL r/m or CALL far (Intel SDM). */
function isX86Call(bytes: Uint8Array): boolean {
  const end = bytes.length;
  const at = (back: number): number => (back <= end ? bytes[end - back]! : -1);
  if (at(5) === 0xe8) return true;
  // FF /2 with each length that its ModRM byte can have: 2, 3 (disp8 or SIB), 4, 6 (disp32), 7.
  for (const length of [2, 3, 4, 6, 7]) {
    if (at(length) !== 0xff) continue;
    const modrm = at(length - 1);
    const extension = (modrm >> 3) & 7;
    if (extension !== 2 && extension !== 3) continue;
    const mode = modrm >> 6;
    const hasSib = mode !== 3 && (modrm & 7) === 4;
    let expected = 2 + (hasSib ? 1 : 0) + (mode === 1 ? 1 : mode === 2 ? 4 : 0);
    if (mode === 0 && (modrm & 7) === 5) expected += 4;
    if (mode === 0 && hasSib && (at(length - 2) & 7) === 5) expected += 4;
    if (extension === 3 && mode === 3) continue;
    if (expected === length) return true;
  }
  return at(7) === 0x9a;
}
