/** `0x` and lower-case digits without padding: how contracts print addresses, codes and sizes. */
export function hex(value: bigint | number): string {
  return typeof value === 'bigint'
    ? `0x${value.toString(16)}`
    : value < 0
      ? `0x${BigInt.asUintN(64, BigInt(value)).toString(16)}`
      : `0x${BigInt(value).toString(16)}`;
}

/** Lower-case digits padded with zeros to `width`, without a prefix. */
export function hexPadded(value: bigint | number, width: number): string {
  if (typeof value === 'number' && value >= 0 && value < 0x100000000 && Number.isInteger(value))
    return value.toString(16).padStart(width, '0');
  const bits = typeof value === 'bigint' ? BigInt.asUintN(64, value) : BigInt.asUintN(64, BigInt(value));
  return bits.toString(16).padStart(width, '0');
}

/** WinDbg's way with 64-bit addresses: fffff805`4d200000. */
export function hexTicked(value: bigint | number): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) {
    // Halves, because big integers cost several times more.
    const high = Math.floor(value / 0x100000000) >>> 0;
    return `${high.toString(16).padStart(8, '0')}\`${(value >>> 0).toString(16).padStart(8, '0')}`;
  }
  const digits = hexPadded(value, 16);
  return `${digits.slice(0, 8)}\`${digits.slice(8)}`;
}
