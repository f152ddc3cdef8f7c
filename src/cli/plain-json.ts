/** JSON of plain data, in which addresses and other large numbers become hexadecimal strings. */
export function plainJson(data: unknown, indent?: number): string {
  return JSON.stringify(data, (_, value) => (typeof value === 'bigint' ? `0x${value.toString(16)}` : value), indent);
}
