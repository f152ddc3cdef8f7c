import type { Pattern } from '../analysis/pattern.ts';
import { detectStop, type StopRule } from '../analysis/stop-finding.ts';

const RULES: readonly StopRule[] = [
  { codes: [0x51, 0x74], confidence: 0.95 },
  { codes: [0xc0000218], confidence: 0.9 },
];

const pattern: Pattern = {
  id: 'self-diagnosis-registry',
  name: 'Self-Diagnosis (registry)',
  part: null,
  severity: 'error',
  meaning:
    'The configuration manager stopped the system because a registry hive is damaged, could not be read, or lacks what Windows needs to start.',
  advice: [
    'Look for errors of the disk first: a hive is mostly damaged by what failed to write it.',
    'Restore the hive from a backup or a restore point; with a complete dump look at the hive with !reg hivelist.',
  ],
  links: ['hardware-error', '.bugcheck', '!reg'],
  appliesTo: ['kernel'],
  draft: true,
  detect: (facts) => detectStop(facts, RULES),
};
export default pattern;
