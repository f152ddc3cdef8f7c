import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { failingStack } from '../analysis/stack-search.ts';
import { frameName } from '../windows/stack.ts';

const WARNING = /following frames may be wrong/i;
const MOST = 6;

const pattern: Pattern = {
  id: 'incorrect-stack-trace',
  name: 'Incorrect Stack Trace',
  part: null,
  severity: 'info',
  meaning:
    'The stack of the failing thread breaks the rules of calls: a return address that no call precedes, a name that the unwind data contradicts, or a debugger that had to guess. Frames from there on may be false, and blame must not rest on them.',
  advice: [
    'Load symbols and images of the modules named and walk again; then compare with the raw stack (`dps @$csp`) and check return addresses with `ub`.',
  ],
  links: ['incorrect-symbolic-information', 'rough-stack-trace-unmanaged', 'ub', 'dps'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const stack = failingStack(facts);
    if (!stack) return ABSENT;
    if (stack.frames.length === 0) return unknown('the stack of the failing thread (k)');
    const doubtful = stack.frames.flatMap((frame, index) => (frame.isDoubtful ? [{ frame, index }] : []));
    const evidence: Evidence[] = doubtful.slice(0, MOST).map(({ frame, index }) => ({
      statement: `frame ${index.toString(16)}, ${frameName(frame)}: ${frame.note ?? 'a check spoke against it'}`,
      command: frame.address === null ? 'k' : `ub ${frame.address.toString(16)}`,
      ...(frame.address === null ? {} : { addresses: [frame.address] }),
    }));
    const warnings = facts.sourceKind === 'debugger-log' ? stack.warnings.filter((text) => WARNING.test(text)) : [];
    if (warnings.length > 0)
      evidence.push({
        statement: 'the debugger warned of frames without unwind information',
        command: 'k',
        lines: warnings.slice(0, 1),
      });
    const [first, ...rest] = evidence;
    if (!first) return ABSENT;
    return present({
      confidence: doubtful.length > 0 ? 0.8 : 0.7,
      basis: doubtful.length > 0 ? 'calls and unwind data against the frames' : "the warning of the log's debugger",
      summary:
        doubtful.length > 0
          ? `${doubtful.length} of ${stack.frames.length} frames of the failing stack do not stand up to a check.`
          : 'The debugger of the log had to guess frames of the failing stack.',
      evidence: [first, ...rest],
      details: { doubtful: doubtful.map(({ index }) => index) },
    });
  },
};
export default pattern;
