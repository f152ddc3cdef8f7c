import type { Pattern } from '../analysis/pattern.ts';
import { detectSubtrace } from '../analysis/subtrace.ts';

const pattern: Pattern = {
  id: 'technology-specific-subtrace-jit-net',
  name: 'Technology-Specific Subtrace (JIT .NET)',
  part: null,
  severity: 'info',
  meaning:
    'A thread is compiling a .NET method: the just-in-time compiler stands on its stack, above the method that needed the code.',
  advice: ['A hang or a fault here is about the method that is being compiled: `!IP2MD` and `!clrstack` name it.'],
  links: ['clr-thread', '~*k'],
  appliesTo: ['user'],
  draft: true,
  detect: (facts) =>
    detectSubtrace(
      facts,
      ({ module }) => module !== null && /^(clrjit|mscorjit|protojit|compatjit)$/i.test(module),
      'compiling .NET code',
    ),
};
export default pattern;
