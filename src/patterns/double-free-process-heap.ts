import { componentOn } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { heapFailureFact, STATUS_HEAP_CORRUPTION } from '../evidence/heap-failure.ts';
import { logFact } from '../evidence/log.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { DOUBLE_FREES, HEAP_FAILURES } from '../windows/heap-failure.ts';

/** What Application Verifier and `!analyze` print of it. */
const TEXT =
  /VERIFIER STOP 0*7\b.*(already been freed|already freed)|heap_failure_(block_not_busy|segment_lfh_double_free)|HEAP_CORRUPTION\w*_(BlockNotBusy_)?DOUBLE_FREE/i;

const pattern: Pattern = {
  id: 'double-free-process-heap',
  name: 'Double Free (process heap)',
  part: null,
  severity: 'error',
  meaning: 'A block of the process heap was freed although it was not in use: most often it had been freed before.',
  advice: [
    'The stack shows the second free. For the first one, turn on page heap or `gflags /i IMAGE.exe +ust` and ask `!heap -p -a ADDRESS` in the next dump.',
    'Look for two owners of one pointer, a missing assignment of NULL after the free, or an object that is destroyed twice.',
  ],
  links: ['dynamic-memory-corruption-process-heap', '!heap'],
  appliesTo: ['user'],
  detect(facts) {
    const evidence: Evidence[] = [];
    const failure = facts.get(heapFailureFact);
    if (failure && DOUBLE_FREES.has(failure.type))
      evidence.push({
        statement: `the heap noted for the block at 0x${failure.block.toString(16)}: ${HEAP_FAILURES[failure.type]}`,
        command: `!heap -p -a ${failure.block.toString(16)}`,
        addresses: [failure.block],
      });
    const log = facts.get(logFact);
    const line = log?.reading.transcript.sections.flatMap(({ lines }) => lines).find((text) => TEXT.test(text));
    if (line !== undefined)
      evidence.push({
        statement: "the debugger's report names a double free",
        command: '!analyze -v',
        lines: [line.slice(0, 300)],
      });
    const [first, ...rest] = evidence;
    if (!first) {
      const exception = windowsException(facts);
      if (exception?.code !== STATUS_HEAP_CORRUPTION || failure) return ABSENT;
      return unknown('which kind of damage the heap found (!heap -s shows its note; !analyze -v names it)');
    }
    const frames = facts.get(currentThreadFact)?.stack.frames ?? [];
    const component = componentOn(facts, frames);
    return present({
      confidence: 0.9,
      basis: failure ? "the heap's own note of its failure" : "the text of the log's debugger",
      summary: `A block that was not in use was freed${component ? ` on behalf of ${component.module}` : ''}.`,
      evidence: [first, ...rest],
      component,
      relations: [{ kind: 'specialises', pattern: 'dynamic-memory-corruption-process-heap' }],
    });
  },
};
export default pattern;
