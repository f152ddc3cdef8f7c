import { componentOn } from '../analysis/component.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { areFrames, namedFailingFrames } from '../analysis/stack-search.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { frameName } from '../windows/stack.ts';

const HEAP =
  /^(Rtl(p|Debug)?(Allocate|Free|ReAllocate)Heap\w*|RtlpHpFree\w*|RtlpHpAlloc\w*|Ex(p)?(Allocate|Free)Pool\w*|ExFreeHeapPool|ExAllocateHeapPool|VerifierExFreePool\w*|VeAllocatePool\w*|Heap(Alloc|Free|ReAlloc)|_?(malloc|free|realloc)(_base|_dbg)?|operator (new|delete)(\[\])?)$/;
const NEAR = 16;

const pattern: Pattern = {
  id: 'technology-specific-subtrace-dynamic-memory',
  name: 'Technology-Specific Subtrace (dynamic memory)',
  part: null,
  severity: 'info',
  meaning:
    'The failing thread was allocating or freeing memory. A failure there is seldom the fault of the heap or of its caller: somebody damaged the heap before.',
  advice: [
    'Treat the stack as that of a witness, and look for the damage (`!heap -s -v`, `!pool ADDRESS`) and its author (page heap, special pool).',
  ],
  links: ['dynamic-memory-corruption-process-heap', 'k'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    if (!facts.get(exceptionFact) && !facts.get(bugcheckFact)) return ABSENT;
    const frames = namedFailingFrames(facts);
    if (!areFrames(frames)) return frames;
    const place = frames.slice(0, NEAR).find(({ trust, function: name }) => trust !== 'scan' && HEAP.test(name ?? ''));
    if (!place) return ABSENT;
    return present({
      confidence: 0.85,
      basis: 'the functions on the failing stack',
      summary: `The failing thread was in the management of memory (${frameName(place)}).`,
      evidence: [{ statement: `${frameName(place)} is on the failing stack`, command: 'k' }],
      component: componentOn(facts, frames),
    });
  },
};
export default pattern;
