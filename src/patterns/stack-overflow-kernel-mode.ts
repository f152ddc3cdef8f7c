import { ABSENT, type Evidence, type Facts, type Pattern, present } from '../analysis/pattern.ts';
import { failingComponent, matchStop, type StopRule } from '../analysis/stop-finding.ts';
import { exceptionCode } from '../analysis/windows-exception.ts';
import { threadObjectsFact } from '../evidence/thread-objects.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { recursionOf } from '../windows/recursion.ts';
import { frameName } from '../windows/stack.ts';

const STATUS_STACK_OVERFLOW = 0xc00000fd;
/** Closer than this to its limit a kernel stack is used up: the next push meets the guard page. */
const NEAR_LIMIT = 0x400n;

const RULES: readonly StopRule[] = [
  // A double fault has other reasons too: a stack pointer that was overwritten, or hardware.
  { codes: [0x7f], when: ([trap]) => trap === 8n, confidence: 0.7 },
  { codes: [0x2b], confidence: 0.9 },
];

const pattern: Pattern = {
  id: 'stack-overflow-kernel-mode',
  name: 'Stack Overflow (kernel mode)',
  part: 'Part 16a',
  severity: 'error',
  meaning:
    'A thread used up its kernel stack, which is only 12 to 24 KB: by recursion, by large local variables, or because many drivers and filters call each other. The processor then cannot even store the trap.',
  advice: [
    'Rank the frames by the stack they use (kf): large ones and repeated ones are the reason, whoever came last is not.',
    'Count the filters in the path of the request: file system and network stacks of several vendors add up.',
  ],
  links: ['stack-overflow-user', 'kf', '.tss', '!thread'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const match = matchStop(facts, RULES);
    const byCode = !match && exceptionCode(facts)?.code === STATUS_STACK_OVERFLOW;
    if (!match && !byCode) return ABSENT;
    const frames = facts.get(currentThreadFact)?.stack.frames ?? [];
    const cycle = recursionOf(frames);
    const room = roomLeft(facts);
    const evidence: [Evidence, ...Evidence[]] = [
      match?.evidence ?? {
        statement: 'the exception behind the stop is c00000fd, stack overflow',
        command: '.bugcheck',
      },
    ];
    if (cycle)
      evidence.push({
        statement: `${cycle.repeats} times in a row: ${cycle.frames.map(frameName).join(' <- ')}`,
        command: 'kf',
      });
    if (room) evidence.push(room);
    const sure = cycle !== null || room !== null;
    return present({
      confidence: byCode || sure ? 0.95 : match!.rule.confidence,
      basis: sure ? 'the bug check, and the stack itself' : 'the bug check alone: such a stop can have other reasons',
      summary: cycle
        ? `The kernel stack overflowed by recursion: ${cycle.frames.map(frameName).join(', ')} at least ${cycle.repeats} times.`
        : sure || byCode
          ? 'The kernel stack of the failing thread is used up.'
          : 'A double fault: the processor could not store a trap, most often because the kernel stack is used up.',
      evidence,
      component: failingComponent(facts),
      details: { repeats: cycle?.repeats ?? null, frames: frames.length },
    });
  },
};
export default pattern;

/** How little of the stack is left below its innermost frame; null when there is room, or it is not known. */
function roomLeft(facts: Facts): Evidence | null {
  const current = facts.get(currentThreadFact);
  const thread = facts.get(threadObjectsFact)?.find(({ address }) => address === current?.address);
  const pointers = (current?.stack.frames ?? []).flatMap(({ stackPointer }) =>
    stackPointer !== null && thread?.stackBase != null && stackPointer < thread.stackBase ? [stackPointer] : [],
  );
  if (pointers.length === 0 || thread?.stackLimit == null) return null;
  const lowest = pointers.reduce((least, pointer) => (pointer < least ? pointer : least));
  if (lowest >= thread.stackLimit + NEAR_LIMIT) return null;
  return {
    statement: `the stack reaches down to ${lowest.toString(16)}; its limit is ${thread.stackLimit.toString(16)}`,
    command: `!thread ${thread.address.toString(16)}`,
    addresses: [lowest],
  };
}
