const two = (value: number) => String(value).padStart(2, '0');

/** `00:10:37.406`, `1 Day 01:53:14.490`, as `!process` and `!thread` print times; null is `?`. */
export function durationText(ms: number | null): string {
  if (ms === null) return '?';
  const seconds = Math.floor(ms / 1000);
  const days = Math.floor(seconds / 86400);
  const clock = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const fraction = String(Math.floor(ms % 1000)).padStart(3, '0');
  const before = days === 0 ? '' : `${days} Day${days === 1 ? '' : 's'} `;
  return `${before}${clock}.${fraction}`;
}

/** `0:00:10:37.437`: days and all, as `!thread` prints waits. */
export function waitText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const fraction = String(Math.floor(ms % 1000)).padStart(3, '0');
  const [days, hours] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24];
  return `${days}:${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${fraction}`;
}
