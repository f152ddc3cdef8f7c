/** A number as C's `%g` prints it with `digits` significant digits, with Microsoft's three-digit exponents. */
export function floatText(value: number, digits: number): string {
  if (Number.isNaN(value)) return '1.#QNAN';
  if (!Number.isFinite(value)) return value > 0 ? '1.#INF' : '-1.#INF';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const exponent = Number(value.toExponential(digits - 1).split('e')[1]);
  if (exponent >= -4 && exponent < digits) return trim(value.toFixed(Math.max(0, digits - 1 - exponent)));
  const [mantissa = '', power = ''] = value.toExponential(digits - 1).split('e');
  return `${trim(mantissa)}e${power.startsWith('-') ? '-' : '+'}${power.replace(/^[+-]/, '').padStart(3, '0')}`;
}

function trim(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
