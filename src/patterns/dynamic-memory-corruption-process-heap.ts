import { componentOn } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { windowsException, windowsExceptionIfKnown } from '../analysis/windows-exception.ts';
import { heapFailureFact, STATUS_HEAP_CORRUPTION } from '../evidence/heap-failure.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { HEAP_FAILURES } from '../windows/heap-failure.ts';
import { type Frame, frameName } from '../windows/stack.ts';

/** Functions by which the heap reports damage: nothing else calls them. */
const REPORT =
  /^(RtlpBreakPointHeap|RtlpHp?HeapHandleError|RtlpHeapHandleError|RtlpLogHeapFailure|RtlpHeapReportCorruption|RtlpDphReportCorruptedBlock|RtlpDphIsPageHeapBlock)$/;
/** Functions that follow the heap's own links: an access violation in them is damage, or a wild argument. */
const INSIDE =
  /^(Rtl(p|Debug)?(Allocate|Free|ReAllocate|Size)Heap\w*|Rtlp(CoalesceFreeBlocks|CoalesceHeap|InsertFreeBlock|DeCommitFreeBlock|FindEntry|UnlinkFreeBlock|RemoveFreeBlock|LowFragHeap\w+|HpSegment\w*|HpVs\w*|HpLfh\w*|ExtendHeap))$/;
const NEAR = 4;
/** Checks of page heap lie between the breakpoint and the function that was called. */
const MOST_BELOW = 12;
const FAR = 0x200n;

const pattern: Pattern = {
  id: 'dynamic-memory-corruption-process-heap',
  name: 'Dynamic Memory Corruption (process heap)',
  part: null,
  severity: 'error',
  meaning:
    'The heap of the process found its own records or the bytes around a block damaged: something wrote outside of a block, used it after it was freed, or freed what it must not free.',
  advice: [
    'Whoever is on the stack only noticed the damage. Run the program under full page heap (`gflags /p /enable IMAGE.exe /full`) or AddressSanitizer: then the culprit itself fails.',
    'Look at the block that the heap names and at its neighbours: their contents often tell whose data was written too far.',
  ],
  links: ['double-free-process-heap', '!heap', '.exr'],
  appliesTo: ['user'],
  detect(facts) {
    const frames = facts.get(currentThreadFact)?.stack.frames ?? [];
    const sure = frames.filter(({ trust }) => trust !== 'scan');
    const report = sure.find((frame) => isNtdll(frame) && REPORT.test(frame.function ?? ''));
    const stopped = sure.length > 0 && /^_?DbgBreakPoint$/.test(sure[0]!.function ?? '') ? calledHeap(sure) : undefined;
    // A live session need not show a record: then the stack alone must tell.
    const exception = report || stopped ? windowsExceptionIfKnown(facts) : windowsException(facts);
    const failure = facts.get(heapFailureFact);
    const evidence: Evidence[] = [];
    let confidence = 0;
    if (exception?.code === STATUS_HEAP_CORRUPTION) {
      confidence = 0.98;
      evidence.push({
        statement: 'exception code c0000374 (heap corruption), raised by the heap itself',
        command: '.exr -1',
      });
    }
    if (failure)
      evidence.push({
        statement: `the heap at 0x${failure.heap.toString(16)} noted for the block at 0x${failure.block.toString(16)}: ${HEAP_FAILURES[failure.type]}`,
        command: `!heap -x ${failure.block.toString(16)}`,
        addresses: [failure.heap, failure.block],
      });
    if (report) {
      confidence = Math.max(confidence, 0.95);
      evidence.push({ statement: `the failing thread is in ${frameName(report)}, which reports damage`, command: 'k' });
    }
    if (confidence === 0 && stopped) {
      confidence = 0.85;
      evidence.push({
        statement: `the thread stands at a breakpoint that the heap hit in ${frameName(stopped)}: a check of its own failed`,
        command: 'k',
      });
    }
    const inside =
      exception?.code === 0xc0000005
        ? sure.slice(0, NEAR).find((frame) => isNtdll(frame) && INSIDE.test(frame.function ?? ''))
        : undefined;
    if (confidence === 0 && inside) {
      confidence = 0.65;
      evidence.push({
        statement: `an access violation in ${frameName(inside)}, which follows the links of the heap`,
        command: 'k',
      });
    }
    const [first, ...rest] = evidence;
    if (!first) return ABSENT;
    const caller = sure.find((frame) => frame.module !== null && !isNtdll(frame));
    return present({
      confidence,
      basis: confidence >= 0.9 ? "the heap's own report" : 'the function that failed',
      summary: `The process heap is damaged${failure ? ` (${HEAP_FAILURES[failure.type]})` : ''}${caller ? `; it was noticed in a call of ${frameName(caller)}` : ''}.`,
      evidence: [first, ...rest],
      component: componentOn(facts, frames),
      details: {
        failure: failure ? failure.type : null,
        heap: failure ? `0x${failure.heap.toString(16)}` : null,
        block: failure ? `0x${failure.block.toString(16)}` : null,
      },
    });
  },
};
export default pattern;

/** The heap function that was called, below names that may be guessed: close to its start the name is true. */
function calledHeap(frames: readonly Frame[]): Frame | undefined {
  return frames
    .slice(1, MOST_BELOW)
    .find((frame) => isNtdll(frame) && INSIDE.test(frame.function ?? '') && (frame.offset ?? FAR) < FAR);
}

const isNtdll = ({ module }: Frame): boolean => /^ntdll(_[0-9a-f]+)?$/i.test(module ?? '');
