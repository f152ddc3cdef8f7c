import { hexPadded } from '../bytes/hex.ts';
import { floatText } from './float-text.ts';
import { asciiOf } from './memory-units.ts';

/** How units of memory are laid out: the `d` forms that show numbers. */
export type NumberForm = 'db' | 'dc' | 'dd' | 'dq' | 'dw' | 'dW' | 'dp' | 'df' | 'dD';

/** Units in one line, by form. */
const PER_ROW: Readonly<Record<NumberForm, number>> = {
  db: 16,
  dc: 4,
  dd: 4,
  dq: 2,
  dw: 8,
  dW: 8,
  dp: 4,
  df: 1,
  dD: 1,
};

/** Units of memory as rows of text without their addresses; `units` says how many come before each row. */
export function memoryRows(
  form: NumberForm,
  unit: 1 | 2 | 4 | 8,
  values: readonly (bigint | null)[],
  columns: number | null = null,
): { readonly units: number; readonly text: string }[] {
  const perRow = columns ?? (form === 'dp' && unit === 8 ? 2 : PER_ROW[form]);
  const out: { units: number; text: string }[] = [];
  for (let at = 0; at < values.length; at += perRow)
    out.push({ units: at, text: rowText(form, unit, perRow, values.slice(at, at + perRow)) });
  return out;
}

function rowText(form: NumberForm, unit: 1 | 2 | 4 | 8, perRow: number, row: readonly (bigint | null)[]): string {
  if (form === 'db') {
    const cells = row.map((value) => (value === null ? '??' : hexPadded(value, 2)));
    const left = cells.slice(0, 8).join(' ');
    const right = cells.slice(8).join(' ');
    const shown = right === '' ? left : `${left}-${right}`;
    return `${shown.padEnd(perRow * 3 - 1)}  ${ascii(row, 1)}`;
  }
  if (form === 'df' || form === 'dD') return row.map((value) => floatOf(value, unit)).join(' ');
  const shown = row.map((value) => unitText(value, unit)).join(' ');
  if (form !== 'dc' && form !== 'dW') return shown;
  return `${shown.padEnd(perRow * (unit * 2 + 1) - 1)}  ${ascii(row, unit)}`;
}

/** A unit in hexadecimal digits, or question marks. */
export function unitText(value: bigint | null, unit: number): string {
  if (unit === 8) {
    if (value === null) return '????????`????????';
    const digits = hexPadded(value, 16);
    return `${digits.slice(0, 8)}\`${digits.slice(8)}`;
  }
  return value === null ? '?'.repeat(unit * 2) : hexPadded(value, unit * 2);
}

function ascii(row: readonly (bigint | null)[], unit: number): string {
  let out = '';
  for (const value of row)
    for (let index = 0; index < unit; index++)
      out += value === null ? '?' : asciiOf(Number((value >> BigInt(index * 8)) & 0xffn));
  return out;
}

function floatOf(value: bigint | null, unit: number): string {
  if (value === null) return unit === 8 ? '????????????????????????' : '????????????????';
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, value, true);
  const number = unit === 8 ? view.getFloat64(0, true) : view.getFloat32(0, true);
  const shown = floatText(number, unit === 8 ? 15 : 8);
  return unit === 8 ? shown.padStart(22) : shown.padStart(16);
}
