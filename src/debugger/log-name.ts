/**
 * A log's name with process and local time, as `.logopen /t` makes it: `mylogfile_02BC_2005-02-28_09-05-50-935.txt`
 * (Microsoft Learn, ".logopen").
 */
export function logNameAt(path: string, process: number, time: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  const milliseconds = String(time.getMilliseconds()).padStart(3, '0');
  const clock = `${two(time.getHours())}-${two(time.getMinutes())}-${two(time.getSeconds())}-${milliseconds}`;
  const stamp = `_${process.toString(16).toUpperCase().padStart(4, '0')}_${date}_${clock}`;
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  const cut = dot > 0 ? path.length - name.length + dot : path.length;
  return `${path.slice(0, cut)}${stamp}${path.slice(cut)}`;
}
