import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

const REPORTERS = /^(faultrep|wer|dbgcore|werui|dwwin|dw20|drwtsn32|werfault|werfaultsecure)$/i;
/** Programs use this library for stacks and symbols too: only in the writing of a dump does it report. */
const WRITER = /^dbghelp$/i;
const WRITES = /^(MiniDumpWriteDump|Write(DumpData|Stream|Memory|Thread|Module)\w*|Gen\w+|Mini[Dd]ump\w+)$/;
const NEAR = 4;

const pattern: Pattern = {
  id: 'error-reporting-fault',
  name: 'Error Reporting Fault',
  part: null,
  severity: 'error',
  meaning:
    'The code that reports or saves a failure failed itself. The failure it was called for is another one, and earlier.',
  advice: ['Look further out on the same stack, and at the other threads, for the exception that was to be reported.'],
  links: ['nested-exceptions-unmanaged', '~*k'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const exception = windowsException(facts);
    if (!exception || exception.code === 0x80000003) return ABSENT;
    const { frames } = facts.need(currentThreadFact).stack;
    if (frames.length === 0) return unknown('the stack of the failing thread (k)');
    const writes = frames.some(({ module, function: name }) => WRITER.test(module ?? '') && WRITES.test(name ?? ''));
    const place = frames
      .slice(0, NEAR)
      .find(
        ({ module, trust }) =>
          trust !== 'scan' && (REPORTERS.test(module ?? '') || (writes && WRITER.test(module ?? ''))),
      );
    if (!place?.module) return ABSENT;
    return present({
      confidence: 0.8,
      basis: 'the modules of the innermost frames',
      summary: `The exception was raised while a failure was being reported, in ${frameName(place)}.`,
      evidence: [
        { statement: `${frameName(place)} is among the innermost frames of the failing thread`, command: 'k' },
      ],
      component: componentOf(facts, place.module),
      relations: [{ kind: 'accompanies', pattern: 'nested-exceptions-unmanaged' }],
    });
  },
};
export default pattern;
