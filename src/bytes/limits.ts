import type { Problems } from './problem.ts';

/**
 * How many of `claimed` records of `recordSize` bytes can exist in `available` bytes: the only way a count from a file
 * becomes a loop bound or an allocation. A count that is cut is reported.
 */
export function countWithin(
  claimed: number,
  recordSize: number,
  available: number,
  problems: Problems,
  structure: string,
  offset: number | null,
): number {
  const fits = Math.max(0, Math.floor(available / Math.max(1, recordSize)));
  if (claimed <= fits) return claimed;
  problems.add(
    'bad-count',
    structure,
    offset,
    `${structure} claims ${claimed} records of ${recordSize} bytes, but only ${fits} fit in the ${Math.max(0, available)} bytes that are there`,
  );
  return fits;
}
