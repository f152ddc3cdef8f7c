import { viewOf } from '../bytes/source.ts';

/** Bytes of a function's beginning that a jump needs. */
export const HOOK_BYTES = 16;

/**
 * Where a jump that was written over the first bytes of a function leads: JMP rel32, JMP [rip+0] with the address behind
 * it, MOV RAX with JMP RAX, PUSH with RET. Null when the function begins otherwise. `address` is where the bytes lie.
 */
export function hookTarget(bytes: Uint8Array, address: bigint, is64: boolean): bigint | null {
  if (bytes.length < HOOK_BYTES) return null;
  const view = viewOf(bytes);
  const wrap = (value: bigint) => BigInt.asUintN(is64 ? 64 : 32, value);
  if (bytes[0] === 0xe9) return wrap(address + 5n + BigInt(view.getInt32(1, true)));
  if (!is64) return bytes[0] === 0x68 && bytes[5] === 0xc3 ? BigInt(view.getUint32(1, true)) : null;
  if (bytes[0] === 0xff && bytes[1] === 0x25 && view.getInt32(2, true) === 0) return view.getBigUint64(6, true);
  if (bytes[0] === 0x48 && bytes[1] === 0xb8 && bytes[10] === 0xff && bytes[11] === 0xe0)
    return view.getBigUint64(2, true);
  return null;
}
