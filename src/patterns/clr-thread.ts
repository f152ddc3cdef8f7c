import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

const CLR = /^(clr|coreclr|mscorwks|mscorsvr)$/i;

const pattern: Pattern = {
  id: 'clr-thread',
  name: 'CLR Thread',
  part: null,
  severity: 'info',
  meaning:
    'The failing thread runs .NET code: what native frames show is the runtime, and the frames of the program are missing among them.',
  advice: ['Look at the managed stack of the thread (`!clrstack`, `!pe` of SOS, or dotnet-dump).'],
  links: ['managed-code-exception', 'jit-code-net', 'k'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    if (!facts.get(exceptionFact)) return ABSENT;
    const { frames } = facts.need(currentThreadFact).stack;
    const found = frames.find(({ module, trust }) => trust !== 'scan' && CLR.test(module ?? ''));
    if (!found) return ABSENT;
    return present({
      confidence: 0.9,
      basis: 'the modules on the failing stack',
      summary: `The failing thread runs .NET code (${frameName(found)}).`,
      evidence: [{ statement: `${frameName(found)} is on the failing stack`, command: '~*e !clrstack' }],
    });
  },
};
export default pattern;
