import { areLines, managedLines } from '../analysis/managed-text.ts';
import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { windowsExceptionIfKnown } from '../analysis/windows-exception.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

/** The collector follows references of all objects: it is the first to meet a damaged one. */
const COLLECTOR = /^(WKS|SVR)::(gc_heap|GCHeap)::\w+|^gc_heap::\w+/;
const CLR = /^(clr|clrgc|coreclr|mscorwks|mscorsvr)$/i;
const VERIFIED =
  /\b(heap verification failure|object [0-9a-f`]{8,17}: ?(bad member|has bad|does not have valid)|(bad|invalid) (MethodTable|object) (for|at))/i;
const ACCESS_VIOLATION = 0xc0000005;
/** The runtime's own code for a failure that it cannot survive. */
const EXECUTION_ENGINE = 0x80131506;
const NEAR = 8;

const pattern: Pattern = {
  id: 'dynamic-memory-corruption-managed-heap',
  name: 'Dynamic Memory Corruption (managed heap)',
  part: null,
  severity: 'error',
  meaning:
    'The garbage collector of .NET met an object that is none: native code wrote over the managed heap, mostly through P/Invoke with a wrong declaration or a buffer that was not pinned.',
  advice: [
    'The collector only found the damage. Run with the managed debugging assistants (gcUnmanagedToManaged, gcManagedToUnmanaged) or DOTNET_HeapVerify, so that it is found near the call that caused it.',
    'Look at the object before the damaged one (`!verifyheap`, `!lno ADDRESS`): its overrun is the usual cause.',
  ],
  links: ['mixed-exception', 'clr-thread', 'dynamic-memory-corruption-process-heap'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const exception = windowsExceptionIfKnown(facts);
    const frames = facts.get(currentThreadFact)?.stack.frames ?? [];
    const place = frames
      .slice(0, NEAR)
      .find(
        ({ module, function: name, trust }) => trust !== 'scan' && CLR.test(module ?? '') && COLLECTOR.test(name ?? ''),
      );
    const evidence: Evidence[] = [];
    if (place && (exception?.code === ACCESS_VIOLATION || exception?.code === EXECUTION_ENGINE))
      evidence.push({
        statement: `exception ${exception.code.toString(16)} in ${frameName(place)}, which follows references`,
        command: 'k; !verifyheap',
      });
    const lines = managedLines(facts, VERIFIED, 'whether the managed heap is sound (!VerifyHeap of the SOS extension)');
    const said = areLines(lines) ? lines.find((line) => VERIFIED.test(line)) : undefined;
    if (said !== undefined)
      evidence.push({
        statement: 'the heap did not stand up to a check',
        command: '!verifyheap',
        lines: [said.trim().slice(0, 300)],
      });
    const [first, ...rest] = evidence;
    if (!first) return areLines(lines) ? ABSENT : lines;
    return present({
      confidence: said !== undefined ? 0.95 : 0.85,
      basis:
        said !== undefined
          ? 'the check of the heap that the debugger made'
          : 'an access violation inside of the garbage collector',
      summary: 'The managed heap is damaged: the garbage collector met an object that is none.',
      evidence: [first, ...rest],
    });
  },
};
export default pattern;
