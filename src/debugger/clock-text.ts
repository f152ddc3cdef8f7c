const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

/** `Fri Feb  1 09:10:17.703 2008`, in UTC. */
export function dateText(time: Date, milliseconds = true): string {
  const day = String(time.getUTCDate()).padStart(2);
  const clock = `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())}`;
  const fraction = milliseconds ? `.${String(time.getUTCMilliseconds()).padStart(3, '0')}` : '';
  return `${DAYS[time.getUTCDay()]} ${MONTHS[time.getUTCMonth()]} ${day} ${clock}${fraction} ${time.getUTCFullYear()}`;
}

/** `6 days 17:14:45.528`; fractions are cut, not rounded. */
export function spanText(seconds: number): string {
  const ms = Math.floor(seconds * 1000 + 1e-6);
  const whole = Math.floor(ms / 1000);
  const hours = Math.floor(whole / 3600) % 24;
  return `${Math.floor(whole / 86400)} days ${hours}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}
