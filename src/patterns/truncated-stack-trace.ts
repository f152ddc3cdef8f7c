import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { failingStack } from '../analysis/stack-search.ts';
import { type Frame, frameName, type ThreadStack } from '../windows/stack.ts';

/** What `k` prints unless it is told otherwise: 20 frames in old debuggers, 256 (0n and 0x100) in new ones. */
const DEFAULTS = new Set([20, 256]);
const START =
  /^_?(RtlUserThreadStart|BaseThreadInitThunk|BaseThreadStart|BaseProcessStart|KiThreadStartup|KiStartSystemThread|KxStartSystemThread|PspSystemThreadStartup|KiStartUserThread|KiIdleLoop|start_thread|_start|clone)$/;

const pattern: Pattern = {
  id: 'truncated-stack-trace',
  name: 'Truncated Stack Trace',
  part: null,
  severity: 'info',
  meaning:
    'The stack of the failing thread ends before the start of the thread: memory is missing, or the debugger was told to stop there. What called the outermost frame is not known.',
  advice: ['Ask for more frames (`.kframes 1000`, `kL 1000`), or for a dump that holds the whole stack.'],
  links: ['incorrect-stack-trace', '.kframes', 'k'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const stack = failingStack(facts);
    if (!stack) return ABSENT;
    const last = stack.frames.at(-1);
    if (!last) return unknown('the stack of the failing thread (k)');
    const why = facts.sourceKind === 'debugger-log' ? cutByDebugger(stack.frames) : cutByDump(stack);
    if (why === null) return ABSENT;
    return present({
      confidence: facts.sourceKind === 'debugger-log' ? 0.7 : 0.9,
      basis: facts.sourceKind === 'debugger-log' ? 'the number of frames and the outermost one' : 'the end of the walk',
      summary: `The failing stack ends early, after ${stack.frames.length} ${stack.frames.length === 1 ? 'frame' : 'frames'}: ${why}.`,
      evidence: [{ statement: `the outermost frame is ${frameName(last)}: ${why}`, command: '.kframes 1000; k' }],
    });
  },
};
export default pattern;

function cutByDebugger(frames: readonly Frame[]): string | null {
  const physical = frames.filter(({ inline }) => !inline);
  const isStart = START.test(physical.at(-1)?.function ?? '');
  return DEFAULTS.has(physical.length) && !isStart
    ? `${physical.length} frames are what the debugger shows by default`
    : null;
}

function cutByDump({ frames, end, endReason }: ThreadStack): string | null {
  if (end !== 'unreadable' && end !== 'limit' && end !== 'no-stack') return null;
  // A kernel dump has no user stacks: where a system call came from is the end of what it can hold.
  const places = frames.map(({ stackPointer }) => stackPointer ?? 0n);
  if (places.some(isKernel) && !isKernel(places.at(-1)!)) return null;
  if (
    places.length > 0 &&
    places.every(isKernel) &&
    frames.some(({ function: name }) => /^KiSystem(Service|Call)/.test(name ?? ''))
  )
    return null;
  return endReason ?? 'the rest of the stack is not in the dump';
}

const isKernel = (address: bigint): boolean => BigInt.asIntN(64, address) < 0n;
