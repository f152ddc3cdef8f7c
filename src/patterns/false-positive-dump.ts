import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

/** Exceptions that programs and debuggers raise in their normal work. */
const HARMLESS: ReadonlyMap<number, string> = new Map([
  [0x406d1388, 'tells a debugger the name of a thread'],
  [0x40010005, 'tells a debugger that Ctrl+C was pressed'],
  [0x40010006, 'carries a text for the debugger'],
  [0x4001000a, 'carries a text for the debugger'],
  [0x80000004, 'is a single step of a debugger'],
  [0x4000001e, 'is a single step of a debugger in a 32-bit process'],
  [0x000006ba, 'says that an RPC server was not there, which RPC handles itself'],
]);
/** A 32-bit process of a 64-bit system has two, the second named by its base. */
const NTDLL = /^ntdll(_[0-9a-f]+)?$/i;
const BREAKPOINTS = new Set([0x80000003, 0x4000001f]);

const pattern: Pattern = {
  id: 'false-positive-dump',
  name: 'False Positive Dump',
  part: 'Part 3',
  severity: 'warning',
  meaning:
    'The dump was saved for an event that is no failure, or that is not the one that was reported: it may say nothing about the problem.',
  advice: [
    'Compare the time, the process and the event with the complaint. If they do not fit, ask for a dump of the real event (second chance, `procdump -e`).',
  ],
  links: ['manual-dump-process', 'early-crash-dump'],
  appliesTo: ['user'],
  detect(facts) {
    const exception = facts.need(exceptionFact);
    if (!exception) return ABSENT;
    const code = exception.code >>> 0;
    const meaning = HARMLESS.get(code);
    if (meaning) {
      return present({
        confidence: 0.85,
        basis: 'the exception code',
        summary: `The recorded exception ${code.toString(16)} ${meaning}; it is not a failure.`,
        evidence: [{ statement: `exception code ${code.toString(16)}`, command: '.exr -1' }],
        details: { code: `0x${code.toString(16)}` },
      });
    }
    const top = facts.get(currentThreadFact)?.stack.frames[0];
    if (BREAKPOINTS.has(code) && (!top || (NTDLL.test(top.module ?? '') && top.function === null)))
      return unknown('which function hit the breakpoint: names of ntdll, or the stack of the thread (k)');
    if (
      BREAKPOINTS.has(code) &&
      top &&
      top.trust !== 'scan' &&
      NTDLL.test(top.module ?? '') &&
      /^LdrpDoDebuggerBreak|^LdrpInitializeProcess|^LdrInitializeThunk/.test(top.function ?? '')
    ) {
      return present({
        confidence: 0.9,
        basis: 'the exception code and where it was raised',
        summary: `The recorded exception is the loader's initial breakpoint in ${frameName(top)}: the process had only just started under a debugger.`,
        evidence: [{ statement: `breakpoint in ${frameName(top)}`, command: 'k' }],
        relations: [{ kind: 'accompanies', pattern: 'manual-dump-process' }],
      });
    }
    return ABSENT;
  },
};
export default pattern;
