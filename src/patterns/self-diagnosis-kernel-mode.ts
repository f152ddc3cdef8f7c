import type { Pattern } from '../analysis/pattern.ts';
import { detectStop, failingComponent, type StopRule } from '../analysis/stop-finding.ts';

/** Driver Verifier, and the frameworks' and the Plug and Play manager's checks of drivers. */
const VERIFIERS = [0xc4, 0xc6, 0xc9, 0xca, 0xcb, 0xce, 0xd8, 0xe6, 0x10d];
/** Checks of the kernel at places that every driver comes by: the end of a system call, of a thread, of a work item. */
const CHECKS = [0x20, 0x4a, 0x13c, 0xc8, 0xe1];
/** Time limits. */
const WATCHDOGS = [0x9f, 0x116, 0x117, 0x133];

const RULES: readonly StopRule[] = [
  { codes: VERIFIERS, confidence: 0.97 },
  { codes: CHECKS, confidence: 0.9 },
  { codes: WATCHDOGS, confidence: 0.9 },
];

const pattern: Pattern = {
  id: 'self-diagnosis-kernel-mode',
  name: 'Self-Diagnosis (kernel mode)',
  part: null,
  severity: 'info',
  meaning:
    'No instruction failed: a check in the kernel or in a verifier found a rule broken or a time limit exceeded, and stopped the system on purpose. Its parameters say what it found, and the stack is where it was noticed.',
  advice: [
    'Read the parameters before the stack: they name the rule, and often the driver, device or request concerned.',
    'What broke the rule may have left the stack already; Driver Verifier moves the check closer to it.',
  ],
  links: ['dynamic-memory-corruption-kernel-pool', '.bugcheck', '!analyze', '!verifier'],
  appliesTo: ['kernel'],
  detect: (facts) =>
    detectStop(facts, RULES, {
      component: ({ code }) => (VERIFIERS.includes(code) ? failingComponent(facts) : null),
    }),
};
export default pattern;
