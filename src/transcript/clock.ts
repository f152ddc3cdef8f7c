const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WHEN =
  /([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,4}))?\s+(\d{4})(?:\s*\((?:GMT|UTC)\s*(?:([+-])\s*(\d{1,2})(?::(\d{2}))?)?\))?/;

/** A debugger's local time as ISO 8601 UTC. */
export interface ClockTime {
  readonly iso: string;
  /** False when the log gives no zone: then the time is taken as UTC and may be off by up to 14 hours. */
  readonly hasZone: boolean;
}

/** `Wed Nov 21 20:29:31.373 2007 (GMT+0)`, `Fri Feb 20 10:15:17.807 2015 (UTC - 8:00)`; null when it is no valid time. */
export function parseClockTime(text: string): ClockTime | null {
  const found = WHEN.exec(text);
  if (!found) return null;
  const month = MONTHS.indexOf(found[1]!.toLowerCase());
  const [day, hour, minute, second, year] = [found[2], found[3], found[4], found[5], found[7]].map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 0 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60 || year < 1980) return null;
  const fraction = found[6] === undefined ? 0 : milliseconds(found[6]);
  const sign = found[8] === '-' ? -1 : 1;
  const zone = found[8] ? sign * (Number(found[9]) * 60 + Number(found[10] ?? 0)) : 0;
  const time = Date.UTC(year, month, day, hour, minute, second, fraction) - zone * 60_000;
  return { iso: new Date(time).toISOString(), hasZone: /\((?:GMT|UTC)/.test(found[0]) };
}

/** Four digits after the seconds are milliseconds with a leading zero, as NT and XP debuggers print them. */
function milliseconds(digits: string): number {
  return digits.length === 4 ? Number(digits) : Number(digits.padEnd(3, '0'));
}

/** `0 days 0:45:02.312`, `6 days 17:14:45.528`, `18:52:35.0750`, `0:00:01:25.031` in seconds; null for anything else. */
export function parseDuration(text: string): number | null {
  const found = /(?:(\d+) [Dd]ays? )?(?:(\d+):)?(\d{1,3}):(\d{2}):(\d{2})(?:\.(\d{1,4}))?/.exec(text);
  if (!found) return null;
  const days = Number(found[1] ?? 0) + Number(found[2] ?? 0);
  const ms =
    ((days * 24 + Number(found[3])) * 60 + Number(found[4])) * 60_000 +
    Number(found[5]) * 1000 +
    (found[6] ? milliseconds(found[6]) : 0);
  return ms / 1000;
}

/** `parseDuration` in milliseconds. */
export function parseMilliseconds(text: string): number | null {
  const seconds = parseDuration(text);
  return seconds === null ? null : Math.round(seconds * 1000);
}
