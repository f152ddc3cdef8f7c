const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** `1.5 GB`, `512 KB`: bytes for people, with the largest unit that leaves a number of at least 1. */
export function sizeText(bytes: bigint): string {
  let value = Number(bytes);
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 || Number.isInteger(value) ? value : value.toFixed(1)} ${UNITS[unit]}`;
}
