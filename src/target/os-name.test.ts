import { expect, test } from 'vitest';
import { windowsName, windowsRelease } from './os-name.ts';

test.each([
  [4, 0, 1381, 'Workstation', 'Windows NT 4.0'],
  [5, 0, 2195, 'Server', 'Windows 2000 Server'],
  [5, 1, 2600, 'Workstation', 'Windows XP'],
  [5, 2, 3790, 'DomainController', 'Windows Server 2003'],
  [5, 2, 3790, 'Workstation', 'Windows XP x64'],
  [6, 0, 6002, 'Server', 'Windows Server 2008'],
  [6, 1, 7601, 'Workstation', 'Windows 7'],
  [6, 1, 7601, 'Server', 'Windows Server 2008 R2'],
  [6, 1, 7601, null, 'Windows 7 or Server 2008 R2'],
  [6, 3, 9600, 'Workstation', 'Windows 8.1'],
  [10, 0, 10240, 'Workstation', 'Windows 10'],
  [10, 0, 14393, 'Server', 'Windows Server 2016'],
  [10, 0, 17763, 'Server', 'Windows Server 2019'],
  [10, 0, 19041, 'Server', 'Windows Server'],
  [10, 0, 19045, 'Workstation', 'Windows 10'],
  [10, 0, 20348, 'Server', 'Windows Server 2022'],
  [10, 0, 22000, 'Workstation', 'Windows 11'],
  [10, 0, 22631, null, 'Windows 11'],
  [10, 0, 26100, 'Workstation', 'Windows 11'],
  [10, 0, 26100, 'DomainController', 'Windows Server 2025'],
  [10, 0, 26200, 'Workstation', 'Windows 11'],
  [10, 0, null, 'Workstation', 'Windows 10 or later'],
  [15, 7, 0, null, null],
  [null, null, 9600, null, null],
] as const)('version %s.%s build %s (%s) is %s', (major, minor, build, product, name) => {
  expect(windowsName(major, minor, build, product)).toBe(name);
});

test('a kernel build that several releases share answers with a span', () => {
  expect(windowsRelease(19041, true)).toBe('2004 to 22H2');
  expect(windowsRelease(19045, false)).toBe('22H2');
  expect(windowsRelease(26100, true)).toBe('24H2 to 25H2');
  expect(windowsRelease(26200, false)).toBe('25H2');
  expect(windowsRelease(12345, false)).toBeNull();
});
