/**
 * A number as C's `%g` prints it with `digits` significant digits and exponents of at least three digits, as debuggers
 * do: `2.66366e+014`.
 */
export function floatText(value: number, digits = 6): string {
  if (Number.isNaN(value)) return '1.#QNAN';
  if (!Number.isFinite(value)) return value < 0 ? '-1.#INF' : '1.#INF';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  if (power < -4 || power >= digits)
    return `${trimmed(mantissa)}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(3, '0')}`;
  return trimmed(value.toFixed(Math.max(0, digits - 1 - power)));
}

/**
 * The number in 32 or 64 bits. What is no number keeps its sign, as Microsoft's runtime prints it: `1.#QNAN`, `1.#SNAN`
 * for one that signals, and `-1.#IND` for the one that the processor itself makes.
 */
export function floatBitsText(bits: bigint, size: 4 | 8, digits = 6): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt.asUintN(64, bits), true);
  const value = size === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true);
  if (!Number.isNaN(value)) return floatText(value, digits);
  const fraction = size === 4 ? 23n : 52n;
  const payload = BigInt.asUintN(Number(fraction), bits);
  const quiet = payload >> (fraction - 1n) === 1n;
  const negative = (bits >> BigInt(size * 8 - 1)) & 1n;
  if (!quiet) return negative ? '-1.#SNAN' : '1.#SNAN';
  if (!negative) return '1.#QNAN';
  return payload === 1n << (fraction - 1n) ? '-1.#IND' : '-1.#QNAN';
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
