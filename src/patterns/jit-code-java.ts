import { detectGeneratedCode } from '../analysis/generated-code.ts';
import type { Pattern } from '../analysis/pattern.ts';

const pattern: Pattern = {
  id: 'jit-code-java',
  name: 'JIT Code (Java)',
  part: null,
  severity: 'info',
  meaning:
    'Frames of the failing stack have no module: they are Java methods that the virtual machine compiled or interprets in memory of its own.',
  advice: ['Look at the hs_err file of the virtual machine, or use its own tools (jstack, jhsdb) for their names.'],
  links: ['wild-code', 'k'],
  appliesTo: ['user'],
  draft: true,
  detect: (facts) => detectGeneratedCode(facts, /^(jvm|j9vm\d*|j9jit\d*)$/i, 'Java methods', 'k'),
};
export default pattern;
