import { expect, test } from 'vitest';
import { logNameAt } from './log-name.ts';

// The example of Microsoft Learn, ".logopen".
test('process and time stand before the extension', () => {
  const time = new Date(2005, 1, 28, 9, 5, 50, 935);
  expect(logNameAt('c:\\logs\\mylogfile.txt', 0x2bc, time)).toBe(
    'c:\\logs\\mylogfile_02BC_2005-02-28_09-05-50-935.txt',
  );
  expect(logNameAt('/tmp/a.b/log', 0x12345, time)).toBe('/tmp/a.b/log_12345_2005-02-28_09-05-50-935');
});
