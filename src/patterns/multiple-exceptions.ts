import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { modeFact } from '../evidence/mode.ts';
import { systemFact } from '../evidence/system.ts';
import { currentThreadFact, threadsFact } from '../evidence/threads.ts';
import type { ThreadSummary } from '../windows/summary.ts';

/** Functions that run only while an exception is dispatched or reported. */
const USER =
  /^(KiUserExceptionDispatch(er)?|RtlDispatchException|UnhandledExceptionFilter|RtlUserUnhandledExceptionFilter|RtlReportException|RtlpExecuteHandlerForException|WerpReportFault|WerpReportFaultInternal|NtRaiseHardError|ZwRaiseHardError|_CxxThrowException|RtlRaiseException)$/;
const KERNEL =
  /^(KiExceptionDispatch|KiDispatchException|KiPageFault|KiGeneralProtectionFault\w*|KiInvalidOpcodeFault|KiDivideErrorFault|KiDoubleFaultAbort|KiBreakpointTrap|RtlDispatchException|KiTrap[0-9A-F]{2}|KiBugCheckDispatch)$/;

const pattern: Pattern = {
  id: 'multiple-exceptions',
  name: 'Multiple Exceptions',
  part: 'Part 1',
  severity: 'warning',
  meaning:
    'More than one exception was being handled: on several threads, or nested on one. The one that the tool reports need not be the first.',
  advice: ['Look at every thread named: the earliest exception is the one to explain, the others may follow from it.'],
  links: ['cpp-exception', '~*kv'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const mode = facts.get(modeFact);
    const os = facts.get(systemFact)?.os ?? null;
    if (os !== null && !os.startsWith('Windows'))
      return unknown(`which functions dispatch exceptions on ${os}: those known here are of Windows`);
    const marks = mode === 'kernel' ? KERNEL : USER;
    const threads = facts.need(threadsFact);
    const current = facts.get(currentThreadFact);
    const named = threads.filter((thread) => thread.stack.frames.some((frame) => frame.function !== null));
    const others = named.filter(
      (thread) => current !== null && different(thread, current) && inException(thread, marks),
    );
    const evidence: Evidence[] = others.map((thread) => ({
      statement: `thread ${label(thread)} is in ${firstMark(thread, marks)}`,
      command: thread.index === null ? '~*k' : `~${thread.index}k`,
    }));
    const nested = facts.get(exceptionFact);
    const rounds = current
      ? current.stack.frames.filter((frame) =>
          /^Ki(UserExceptionDispatch(er)?|ExceptionDispatch|PageFault)$/.test(frame.function ?? ''),
        ).length
      : 0;
    if (rounds > 1)
      evidence.push({
        statement: `the failing thread passed ${rounds} times through exception dispatching`,
        command: 'k',
      });
    const [first, ...rest] = evidence;
    if (first) {
      return present({
        confidence: others.length > 0 ? 0.85 : 0.8,
        basis: 'functions of exception handling on the stacks',
        summary:
          others.length > 0
            ? `${others.length} other ${others.length === 1 ? 'thread is' : 'threads are'} also handling an exception.`
            : 'The failing thread was handling one exception when the next was raised.',
        evidence: [first, ...rest],
        details: {
          threads: others.map((thread) => thread.id),
          nestedRounds: rounds,
          code: nested ? nested.code >>> 0 : null,
        },
      });
    }
    const unnamed = threads.length - named.length;
    if (unnamed > 0) {
      return unknown(
        `function names on ${unnamed} of ${threads.length} stacks (symbols of ${mode === 'kernel' ? 'nt' : 'ntdll'})`,
      );
    }
    return ABSENT;
  },
};
export default pattern;

/** Both are identified, and not as the same thread: logs print one thread's stack many times. */
function different(a: ThreadSummary, b: ThreadSummary): boolean {
  if (a.id !== null && b.id !== null) return a.id !== b.id;
  return a.address !== null && b.address !== null && a.address !== b.address;
}

function inException(thread: ThreadSummary, marks: RegExp): boolean {
  return thread.stack.frames.some((frame) => frame.trust !== 'scan' && marks.test(frame.function ?? ''));
}

function firstMark(thread: ThreadSummary, marks: RegExp): string {
  const frame = thread.stack.frames.find((item) => marks.test(item.function ?? ''));
  return `${frame?.module ?? '?'}!${frame?.function ?? '?'}`;
}

function label(thread: ThreadSummary): string {
  return thread.id === null ? `#${thread.index}` : thread.id.toString(16);
}
