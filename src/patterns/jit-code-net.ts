import { detectGeneratedCode } from '../analysis/generated-code.ts';
import type { Pattern } from '../analysis/pattern.ts';

const pattern: Pattern = {
  id: 'jit-code-net',
  name: 'JIT Code (.NET)',
  part: null,
  severity: 'info',
  meaning:
    'Frames of the failing stack have no module: they are .NET methods that the runtime compiled into memory of its own.',
  advice: ['Ask SOS for their names: `!IP2MD ADDRESS`, `!clrstack`.'],
  links: ['clr-thread', 'wild-code', 'k'],
  appliesTo: ['user'],
  draft: true,
  detect: (facts) => detectGeneratedCode(facts, /^(clr|coreclr|mscorwks|mscorsvr)$/i, '.NET methods', '!IP2MD'),
};
export default pattern;
