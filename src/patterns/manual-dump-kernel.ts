import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { modulesFact } from '../evidence/modules.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

const MANUAL: ReadonlyMap<number, string> = new Map([
  [0xe2, 'MANUALLY_INITIATED_CRASH: a person asked for it, by keyboard or by a tool'],
  [0xdeaddead, 'MANUALLY_INITIATED_CRASH1: a person asked for it in the debugger or by a tool'],
  [0x161, 'LIVE_SYSTEM_DUMP: a dump of a running system, which went on'],
  [0x1c8, 'MANUALLY_INITIATED_POWER_BUTTON_HOLD: the power button was held'],
]);
const KEYBOARD = /^(i8042prt|kbdhid|kbdclass|hyperkbd)$/i;

const pattern: Pattern = {
  id: 'manual-dump-kernel',
  name: 'Manual Dump (kernel)',
  part: 'Part 41a',
  severity: 'warning',
  meaning:
    'Somebody forced this system dump. The stack of the bug check shows only how it was forced; the reason lies elsewhere, usually in a hang.',
  advice: [
    'Do not look for a fault in the forcing component. Look for what hung: waiting threads, locks, memory, a processor that spins.',
  ],
  links: ['!running', '!locks', '!stacks'],
  appliesTo: ['kernel'],
  detect(facts) {
    const bugcheck = facts.need(bugcheckFact);
    if (!bugcheck) return ABSENT;
    const code = bugcheck.code >>> 0;
    const meaning = MANUAL.get(code) ?? null;
    const frames = facts.get(currentThreadFact)?.stack.frames ?? [];
    const keyboard = frames.find(
      (frame) => frame.module !== null && KEYBOARD.test(frame.module) && frame.trust !== 'scan',
    );
    const evidence: Evidence[] = [];
    if (meaning) evidence.push({ statement: `bug check 0x${code.toString(16)}, ${meaning}`, command: '.bugcheck' });
    if (keyboard && (meaning || /CrashDump/i.test(keyboard.function ?? ''))) {
      evidence.push({
        statement: `the stack comes from the keyboard driver: ${frameName(keyboard)}`,
        command: 'k',
      });
    }
    const tool =
      facts.get(modulesFact)?.find((module) => /^(myfault|systemdump|notmyfault)$/i.test(module.name)) ?? null;
    if (tool && frames.some((frame) => frame.module === tool.name && frame.trust !== 'scan')) {
      evidence.push({ statement: `${tool.name}, a driver made for crashing systems, is on the stack`, command: 'k' });
    }
    const [first, ...rest] = evidence;
    if (!first) return ABSENT;
    return present({
      confidence: meaning ? 1 : 0.85,
      basis: meaning ? 'the bug check code' : 'the stack',
      summary:
        'The dump was forced by hand; it shows a moment that somebody chose, not a failure of the component on the stack.',
      evidence: [first, ...rest],
      details: { code: `0x${code.toString(16)}` },
    });
  },
};
export default pattern;
