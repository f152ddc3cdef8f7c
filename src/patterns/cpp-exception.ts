import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { cppExceptionFact } from '../evidence/cpp-exception.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';
import { frameName } from '../windows/stack.ts';

const CPP = 0xe06d7363;
const GCC = 0x20474343;

const pattern: Pattern = {
  id: 'cpp-exception',
  name: 'C++ Exception',
  part: 'Part 77',
  severity: 'error',
  meaning: 'A C++ exception was thrown and, if this is what ended the process, no handler caught it.',
  advice: [
    'The frame that called _CxxThrowException is the place of the throw; the types in the evidence tell what was thrown.',
    'Look for the missing catch, a noexcept function on the way, or an exception that left a thread or a callback.',
  ],
  links: ['multiple-exceptions', '.exr'],
  appliesTo: ['user'],
  detect(facts) {
    const exception = facts.need(exceptionFact);
    const code = (exception?.code ?? 0) >>> 0;
    if (code !== CPP && code !== GCC) return ABSENT;
    const thrown = facts.get(cppExceptionFact);
    const frames = facts.get(currentThreadFact)?.stack.frames ?? [];
    const thrower = frames.find((frame) => frame.module !== null && !isWindowsModule(frame.module));
    const evidence: [Evidence, ...Evidence[]] = [
      {
        statement: `exception code ${code.toString(16)}, a C++ exception of ${code === CPP ? 'the Microsoft compiler' : 'GCC or MinGW'}`,
        command: '.exr -1',
      },
    ];
    if (thrown?.object)
      evidence.push({
        statement: `the thrown object is at 0x${thrown.object.toString(16)}`,
        command: `dp 0x${thrown.object.toString(16)}`,
        addresses: [thrown.object],
      });
    if (thrown && thrown.types.length > 0)
      evidence.push({ statement: `it can be caught as: ${thrown.types.join(', ')}`, command: '.exr -1' });
    if (thrown?.message)
      evidence.push({
        statement: `its what() text, read by the layout of std::exception: "${thrown.message}"`,
        command: 'da',
      });
    const type = thrown?.types[0] ?? null;
    return present({
      confidence: 1,
      basis: 'the exception code',
      summary: `A C++ exception${type ? ` of type ${type}` : ''} was thrown${thrower && thrower.trust !== 'scan' ? ` in ${frameName(thrower)}` : ''}.`,
      evidence,
      details: { types: thrown?.types ?? null, message: thrown?.message ?? null },
    });
  },
};
export default pattern;
