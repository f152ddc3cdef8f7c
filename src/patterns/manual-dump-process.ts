import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { addressFact } from '../evidence/address.ts';
import { commentsFact } from '../evidence/comments.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { currentThreadFact, threadsFact } from '../evidence/threads.ts';
import { type Frame, frameName } from '../windows/stack.ts';

/** A 32-bit process of a 64-bit system has two, the second named by its base. */
const NTDLL = /^ntdll(_[0-9a-f]+)?$/i;
const BREAKPOINTS = new Set([0x80000003, 0x4000001f]);
const SIMULATED = new Set([0x0517a7ed, 0x43507378]);
/** A thread that waits in the kernel has executed no breakpoint. */
const SYSTEM_CALL = /^(Nt|Zw)[A-Z]\w+$/;
const REMOTE_BREAK_IN = 'DbgUiRemoteBreakin';
const BREAK_IN = /^(Dbg(User)?BreakPoint|DbgUiRemoteBreakin|DbgkpSuspend\w*|LdrpDoDebuggerBreak)$/;

const pattern: Pattern = {
  id: 'manual-dump-process',
  name: 'Manual Dump (process)',
  part: 'Part 41b',
  severity: 'info',
  meaning:
    'The process dump was saved on demand: by a tool, a debugger or the program itself, not because of an unhandled exception.',
  advice: [
    'Ask why it was saved: a hang, high processor or memory use? Then look at waits and running threads instead of an exception.',
  ],
  links: ['false-positive-dump', 'embedded-comment', '~*k'],
  appliesTo: ['user'],
  detect(facts) {
    const answer = facts.ask(exceptionFact);
    const frames = facts.get(currentThreadFact)?.stack.frames ?? [];
    const broken = frames.find((frame) => frame.trust !== 'scan' && frame.function === REMOTE_BREAK_IN);
    if (!answer.known && broken)
      return present({
        confidence: 0.85,
        basis: 'the stack of the current thread',
        summary: 'A debugger had broken in: the dump or session shows a moment that somebody chose.',
        evidence: [
          {
            statement: `the current thread is in ${frameName(broken)}, which a debugger starts in order to stop a process`,
            command: 'k',
          },
        ],
      });
    const exception = facts.need(exceptionFact);
    const evidence: Evidence[] = [];
    let confidence = 0;
    if (!exception) {
      // Without threads the record may be missing for the same reason as they are.
      facts.need(threadsFact);
      evidence.push({ statement: 'the dump has no exception record', command: 'memoretics streams FILE' });
      confidence = 0.85;
    } else {
      const code = exception.code >>> 0;
      const [top, caller] = frames;
      const raisedIn =
        exception.address === null ? null : (facts.get(addressFact)?.describe(exception.address).module ?? null);
      if (SIMULATED.has(code)) {
        evidence.push({
          statement: `exception code ${code.toString(16)}, by which Crashpad marks a dump without a crash`,
          command: '.exr -1',
        });
        confidence = 0.98;
      } else if (BREAKPOINTS.has(code) && isOwnBreak(top, caller)) {
        return ABSENT;
      } else if (BREAKPOINTS.has(code) && !top) {
        return unknown('where the breakpoint was hit: the stack of its thread (k)');
      } else if (BREAKPOINTS.has(code) && NTDLL.test(top?.module ?? '') && SYSTEM_CALL.test(top?.function ?? '')) {
        evidence.push({
          statement: `the last event is a breakpoint, but the thread stands in ${top?.module}!${top?.function}, where there is none: debuggers make up such an event for a dump without an exception`,
          command: '.lastevent; k',
        });
        confidence = 0.85;
      } else if (
        BREAKPOINTS.has(code) &&
        (BREAK_IN.test(top?.function ?? '') || NTDLL.test(raisedIn ?? top?.module ?? ''))
      ) {
        evidence.push({
          statement: `the exception is a breakpoint in ${raisedIn ?? top?.module ?? '?'}${top?.function && (raisedIn ?? top.module) === top.module ? `!${top.function}` : ''}, where debuggers break in`,
          command: '.exr -1',
        });
        confidence = BREAK_IN.test(top?.function ?? '') ? 0.95 : 0.8;
      }
    }
    const comments = facts.get(commentsFact) ?? [];
    for (const comment of comments) {
      if (!/procdump|userdump|adplus|task manager|debugdiag/i.test(comment)) continue;
      evidence.push({
        statement: 'the comment in the dump names the tool that saved it',
        command: '.dumpdebug',
        lines: [comment.slice(0, 200)],
      });
      if (!exception) confidence = Math.max(confidence, 0.95);
    }
    const [first, ...rest] = evidence;
    if (!first || confidence === 0) return ABSENT;
    return present({
      confidence,
      basis: 'the kind of exception that is recorded, or that none is',
      summary: exception
        ? 'The dump was saved on demand; its exception is not a failure.'
        : 'The dump was saved without an exception: on demand, or by a watchdog.',
      evidence: [first, ...rest],
    });
  },
};
export default pattern;

/** Heap, verifier and assertions call the same breakpoint; then the process stopped itself. */
function isOwnBreak(top: Frame | undefined, caller: Frame | undefined): boolean {
  return (
    /^_?Dbg(User)?BreakPoint$/.test(top?.function ?? '') &&
    caller?.function != null &&
    caller.trust !== 'scan' &&
    caller.function !== REMOTE_BREAK_IN
  );
}
