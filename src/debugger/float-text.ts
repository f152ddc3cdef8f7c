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

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
