type Product = 'Workstation' | 'DomainController' | 'Server' | null;

/** First build of each Windows 10 and 11 family: [build, client, server]; null where no such edition was released. */
const TEN: readonly (readonly [first: number, client: string, server: string | null])[] = [
  [9841, 'Windows 10', null],
  [14393, 'Windows 10', 'Windows Server 2016'],
  // The semi-annual server releases 1709 to 20H2 carried no year.
  [16299, 'Windows 10', 'Windows Server'],
  [17763, 'Windows 10', 'Windows Server 2019'],
  [18362, 'Windows 10', 'Windows Server'],
  [20201, 'Windows 10', 'Windows Server 2022'],
  [21996, 'Windows 11', null],
  [25398, 'Windows 11', 'Windows Server 23H2'],
  [26040, 'Windows 11', 'Windows Server 2025'],
];

/** [major, minor, client, server]: https://learn.microsoft.com/windows/win32/sysinfo/operating-system-version */
const EARLIER: readonly (readonly [number, number, string, string])[] = [
  [3, 10, 'Windows NT 3.1', 'Windows NT 3.1 Advanced Server'],
  [3, 50, 'Windows NT 3.5', 'Windows NT Server 3.5'],
  [3, 51, 'Windows NT 3.51', 'Windows NT Server 3.51'],
  [4, 0, 'Windows NT 4.0', 'Windows NT Server 4.0'],
  [5, 0, 'Windows 2000', 'Windows 2000 Server'],
  [5, 1, 'Windows XP', 'Windows XP'],
  [5, 2, 'Windows XP x64', 'Windows Server 2003'],
  [6, 0, 'Windows Vista', 'Windows Server 2008'],
  [6, 1, 'Windows 7', 'Windows Server 2008 R2'],
  [6, 2, 'Windows 8', 'Windows Server 2012'],
  [6, 3, 'Windows 8.1', 'Windows Server 2012 R2'],
];

function choose(client: string, server: string | null, product: Product): string {
  if (product === 'Workstation') return client;
  if (product !== null) return server ?? 'Windows Server';
  if (server === null || server === client) return client;
  return `${client} or ${server.replace(/^Windows /, '')}`;
}

/**
 * The marketing name of a Windows version, `Windows 11` or `Windows Server 2019`, or null when the version is not one of
 * Windows NT. With an unknown product both names are given: `Windows 7 or Server 2008 R2`. The release (`24H2`) is left
 * out, because a kernel's build does not settle it; see `windowsRelease`.
 */
export function windowsName(
  major: number | null,
  minor: number | null,
  build: number | null,
  product: Product,
): string | null {
  if (major === null || minor === null) return null;
  if (major === 10 && minor === 0) {
    const family = TEN.findLast(([first]) => build !== null && first <= build) ?? null;
    return family ? choose(family[1], family[2], product) : 'Windows 10 or later';
  }
  const earlier = EARLIER.find(([a, b]) => a === major && b === minor);
  return earlier ? choose(earlier[2], earlier[3], product) : null;
}

/**
 * Releases by build: https://learn.microsoft.com/windows/release-health/release-information and
 * .../windows11-release-information. `enabled` lists releases that an enablement package makes of the same kernel.
 */
const RELEASES: readonly (readonly [build: number, release: string, enabled?: string])[] = [
  [10240, '1507'],
  [10586, '1511'],
  [14393, '1607'],
  [15063, '1703'],
  [16299, '1709'],
  [17134, '1803'],
  [17763, '1809'],
  [18362, '1903', '1909'],
  [18363, '1909'],
  [19041, '2004', '22H2'],
  [19042, '20H2'],
  [19043, '21H1'],
  [19044, '21H2'],
  [19045, '22H2'],
  [20348, '21H2'],
  [22000, '21H2'],
  [22621, '22H2', '23H2'],
  [22631, '23H2'],
  [25398, '23H2'],
  [26100, '24H2', '25H2'],
  [26200, '25H2'],
];

/**
 * The release of a Windows 10, 11 or server build: `22H2`, or null when the build is none that was released. Kernel
 * dumps record the build of the kernel file, which stays 19041 from 2004 to 22H2, so with `fromKernel` the answer for
 * such builds is a span: `2004 to 22H2`.
 */
export function windowsRelease(build: number | null, fromKernel: boolean): string | null {
  const found = RELEASES.find(([number]) => number === build);
  if (!found) return null;
  return fromKernel && found[2] !== undefined ? `${found[1]} to ${found[2]}` : found[1];
}

/** VER_SUITE_* (winnt.h) by bit, named as WinDbg's `vertarget` does. */
const SUITES: readonly string[] = [
  'SmallBusiness',
  'Enterprise',
  'BackOffice',
  'Communications',
  'TerminalServer',
  'SmallBusinessRestricted',
  'EmbeddedNT',
  'DataCenter',
  'SingleUserTS',
  'Personal',
  'Blade',
  'EmbeddedRestricted',
  'SecurityAppliance',
  'StorageServer',
  'ComputeServer',
  'WHServer',
];

/** The names of the VER_SUITE bits that are set. */
export function suiteNames(mask: number): string[] {
  return SUITES.filter((_, bit) => (mask >>> bit) & 1);
}
