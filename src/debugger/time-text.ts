import { hexPadded } from '../bytes/hex.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Seconds since 1970 as C's ctime prints them, in UTC: `Fri Dec  6 12:20:32 2013`. */
export function ctimeText(seconds: number): string {
  const time = new Date(seconds * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())}`;
  const day = String(time.getUTCDate()).padStart(2, ' ');
  return `${DAYS[time.getUTCDay()]} ${MONTHS[time.getUTCMonth()]} ${day} ${clock} ${time.getUTCFullYear()}`;
}

/**
 * An image's TimeDateStamp as `lm` prints it: a time, a hash where the build is reproducible, `***** Invalid` where it
 * is neither, as ctime refuses what is past 2038.
 */
export function stampText(timestamp: number | null, reproducible: boolean | null): string {
  if (timestamp === null || timestamp === 0 || timestamp === 0xfffffffe) {
    return `unavailable (${hexPadded(timestamp ?? 0, 8).toUpperCase()})`;
  }
  const digits = hexPadded(timestamp, 8).toUpperCase();
  if (reproducible) return `${digits} (This is a reproducible build file hash, not a timestamp)`;
  if (timestamp >= 0x80000000) return `***** Invalid (${digits})`;
  return `${ctimeText(timestamp)} (${digits})`;
}
