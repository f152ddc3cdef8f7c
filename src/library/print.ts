import { printableLines } from '../cli/printable-lines.ts';

/**
 * Prints values on one line of standard output, separated by blanks: texts as they are, but with control characters of
 * the dump escaped, other values as JSON with addresses in hexadecimal.
 */
export function print(...values: readonly unknown[]): void {
  process.stdout.write(`${printableLines(values.map(text).join(' '))}\n`);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return hex(value);
  return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? hex(inner) : inner), 2) ?? 'undefined';
}

/** An address as scripts print it: `0x140001030`. */
export function hex(value: bigint | number): string {
  return value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}
