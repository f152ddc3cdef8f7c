const FILETIME_TO_UNIX_MS = 11_644_473_600_000n;

/** A FILETIME (100 ns units since 1601-01-01 UTC) as ISO 8601 with milliseconds, or null when 0 or beyond year 9999. */
export function filetimeToIso(filetime: bigint): string | null {
  if (filetime <= 0n) return null;
  const ms = filetime / 10_000n - FILETIME_TO_UNIX_MS;
  if (ms > 253_402_300_799_999n) return null;
  return new Date(Number(ms)).toISOString();
}

/** Seconds since 1970-01-01 UTC as ISO 8601 with milliseconds, or null when 0. */
export function unixToIso(seconds: number): string | null {
  return seconds > 0 ? new Date(seconds * 1000).toISOString() : null;
}

/** The inverse of `filetimeToIso`, in whole milliseconds; null for null. */
export function isoToFiletime(iso: string | null): bigint | null {
  const ms = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(ms) ? null : (BigInt(ms) + FILETIME_TO_UNIX_MS) * 10_000n;
}
