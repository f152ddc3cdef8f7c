import { expect, test } from 'vitest';
import { failureHash } from './failure-hash.ts';

// Pairs of bucket and hash as printed in public `!analyze -v` outputs.
test.each([
  ['AV', 'kernel', '{3bca5200-7e84-5718-7af4-30d0c3e7ccee}'],
  ['RAISED_IRQL_FAULT_notmyfault64.e_nt!KiSystemServiceExitPico', 'kernel', '{417877c2-a27e-c86e-f30c-fc40cd36253a}'],
] as const)('hash of %s', (bucket, mode, hash) => {
  expect(failureHash(bucket, mode)).toBe(hash);
});
