import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

const CLR = /^(clr|coreclr|mscorwks|mscorsvr)$/i;
const MANAGED = new Set([0xe0434352, 0xe0434f4d]);
/** Exceptions that native code raises. */
const NATIVE = new Set([0xc0000005, 0xc0000006, 0xc000001d, 0xc0000094, 0xc00000fd, 0xc0000374, 0xe06d7363]);

const pattern: Pattern = {
  id: 'mixed-exception',
  name: 'Mixed Exception',
  part: null,
  severity: 'warning',
  meaning:
    'A native exception was raised on a thread of .NET, in native code that managed code called or in the runtime itself: there may be a managed exception beside it, and both stacks belong to the story.',
  advice: [
    'Look at the native stack and at the managed one (`!clrstack`, `!pe`): a P/Invoke declaration or a COM call with wrong arguments often stands between them.',
  ],
  links: ['managed-code-exception', 'clr-thread', '.exr'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const exception = windowsException(facts);
    if (!exception || MANAGED.has(exception.code) || !NATIVE.has(exception.code)) return ABSENT;
    const { frames } = facts.need(currentThreadFact).stack;
    const runtime = frames.find(({ module, trust }) => trust !== 'scan' && CLR.test(module ?? ''));
    // In code without a module it is managed code that met a NULL reference: .NET makes a managed exception of it.
    if (!runtime || frames[0]?.module == null) return ABSENT;
    const inside = frames[0] === runtime;
    return present({
      confidence: 0.85,
      basis: 'the exception code and the modules on the failing stack',
      summary: `A native exception (${exception.code.toString(16)}) was raised ${inside ? 'in the .NET runtime itself' : 'in native code below .NET'}.`,
      evidence: [
        { statement: `exception code ${exception.code.toString(16)} is of native code`, command: '.exr -1' },
        { statement: `${frameName(runtime)} is on the failing stack`, command: 'k; !clrstack' },
      ],
    });
  },
};
export default pattern;
