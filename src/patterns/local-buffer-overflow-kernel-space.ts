import type { Pattern } from '../analysis/pattern.ts';
import { detectStop, failingComponent, type StopRule } from '../analysis/stop-finding.ts';

/** FAST_FAIL_LEGACY_GS_VIOLATION and FAST_FAIL_STACK_COOKIE_CHECK_FAILURE of winnt.h. */
const COOKIE_CHECKS = new Set([0n, 2n]);

const RULES: readonly StopRule[] = [
  { codes: [0xf7], confidence: 0.97 },
  {
    codes: [0x139],
    when: ([kind]) => COOKIE_CHECKS.has(kind!),
    confidence: 0.95,
    summary: 'The security cookie of a function changed: a buffer on the kernel stack was overrun.',
  },
];

const pattern: Pattern = {
  id: 'local-buffer-overflow-kernel-space',
  name: 'Local Buffer Overflow (kernel space)',
  part: null,
  severity: 'error',
  meaning:
    'A function in the kernel wrote past the end of a buffer on its stack and over the security cookie that guards its return address. It is noticed when the function returns.',
  advice: [
    'The function that reports it, or one that it passed the buffer to, has written too much: look at its local arrays and lengths.',
    'The stack above that frame may be overwritten: read it with dps and trust no frame without a call before its return address.',
  ],
  links: ['local-buffer-overflow-user-space', 'corrupt-structure', '.bugcheck', 'kv'],
  appliesTo: ['kernel'],
  draft: true,
  detect: (facts) => detectStop(facts, RULES, { component: () => failingComponent(facts) }),
};
export default pattern;
