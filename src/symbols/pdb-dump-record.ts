/** One record of a symbol file as JSON-able data: a kind, a name and an RVA where it has them, and what the kind holds. */
export interface DumpRecord {
  readonly kind: string;
  readonly name?: string | null;
  readonly rva?: number | null;
  readonly size?: number;
  readonly [more: string]: unknown;
}

/** An integer as JSON can hold it: a number where that is exact, else its decimal digits. */
export function jsonInteger(value: bigint): number | string {
  return value >= -0x1fffffffffffffn && value <= 0x1fffffffffffffn ? Number(value) : value.toString();
}
