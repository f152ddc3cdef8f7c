import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { failingStack } from '../analysis/stack-search.ts';
import { codeFact } from '../evidence/code.ts';
import { modulesFact } from '../evidence/modules.ts';
import { systemFact } from '../evidence/system.ts';
import { type Frame, frameName } from '../windows/stack.ts';

const MOST = 6;
/** Bytes of a prologue that are looked at. */
const PROLOGUE = 8;
const PUSH_EBP = 0x55;
/** Written in assembly language, with no frame by nature. */
const HELPERS = /^_*(chkstk|alloca_probe\w*|SEH_(prolog|epilog)\w*|security_check_cookie)/;

const pattern: Pattern = {
  id: 'frame-pointer-omission',
  name: 'Frame Pointer Omission',
  part: null,
  severity: 'info',
  meaning:
    'Functions of the failing 32-bit stack keep no frame pointer: EBP is a register like others there. A walk along EBP skips their callers, and arguments printed by its offsets are false.',
  advice: [
    'Trust frames only with symbols (frame data, FPO records) or after a check with `ub`; print the raw stack with `dps @$csp` where they are missing.',
  ],
  links: ['incorrect-stack-trace', 'kv', 'uf'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const architecture = facts.get(systemFact)?.architecture;
    if (architecture === 'x64' || architecture === 'arm64') return ABSENT;
    const read = facts.need(codeFact);
    const stack = failingStack(facts);
    if (!stack) return ABSENT;
    const { frames } = stack;
    // The nearest export need not be the function, so its first bytes need not be a prologue.
    const exports = new Set(
      (facts.get(modulesFact) ?? []).filter(({ symbols }) => symbols === 'exports').map(({ name }) => name),
    );
    const named = frames.filter(
      (frame) =>
        frame.function !== null &&
        !HELPERS.test(frame.function) &&
        !exports.has(frame.module ?? '') &&
        frame.address !== null &&
        frame.offset !== null &&
        !frame.inline &&
        frame.trust !== 'scan',
    );
    if (named.length === 0) return unknown('function names on the failing stack (symbols)');
    const seen = new Set<string>();
    const without: { frame: Frame; start: bigint }[] = [];
    let checked = 0;
    for (const frame of named) {
      const start = frame.address! - frame.offset!;
      const key = start.toString(16);
      if (seen.has(key)) continue;
      seen.add(key);
      const bytes = read(start, PROLOGUE);
      if (bytes.length < PROLOGUE) continue;
      checked++;
      if (!savesFramePointer(bytes)) without.push({ frame, start });
    }
    if (checked === 0) return unknown('the code of the functions on the failing stack (--images)');
    const [first, ...rest] = without.slice(0, MOST).map(
      ({ frame, start }): Evidence => ({
        statement: `${frame.module}!${frame.function} does not begin with push ebp`,
        command: `u ${start.toString(16)} L4`,
        addresses: [start],
      }),
    );
    if (!first) return ABSENT;
    return present({
      confidence: 0.85,
      basis: 'the prologues of the functions',
      summary: `${without.length} of ${checked} functions on the failing stack keep no frame pointer, ${frameName(without[0]!.frame)} among them.`,
      evidence: [first, ...rest],
    });
  },
};
export default pattern;

/** `push ebp`, alone or behind `mov edi,edi` (hot patching); compilers that keep EBP put it there. */
function savesFramePointer(bytes: Uint8Array): boolean {
  return bytes[0] === PUSH_EBP || (bytes[0] === 0x8b && bytes[1] === 0xff && bytes[2] === PUSH_EBP);
}
