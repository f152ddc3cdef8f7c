import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { areFrames, namedFailingFrames } from '../analysis/stack-search.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';
import { frameName } from '../windows/stack.ts';

/** Functions that call a handler. */
const CALLS_HANDLER =
  /^(ExecuteHandler2?|RtlpExecuteHandlerForException|_?(C_)?_?C_specific_handler|__except_handler\d?|_CxxFrameHandler\d?|__CxxFrameHandler\d?|__CxxCallCatchBlock|RtlpCallVectoredHandlers|UnhandledExceptionFilter|RtlDispatchException)$/;
const DISPATCHER = /^KiUserExceptionDispatch(er)?$/;

const pattern: Pattern = {
  id: 'problem-exception-handler',
  name: 'Problem Exception Handler',
  part: null,
  severity: 'warning',
  meaning: 'A handler of exceptions failed or waits while it handles one: what it does hides the first failure.',
  advice: [
    'Look below KiUserExceptionDispatch for the first failure, and at the handler: it must not allocate, lock or throw.',
  ],
  links: ['nested-exceptions-unmanaged', '!exchain', 'k'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const frames = namedFailingFrames(facts);
    if (!areFrames(frames)) return frames;
    const dispatcher = frames.findIndex(({ trust, function: name }) => trust !== 'scan' && DISPATCHER.test(name ?? ''));
    const caller = frames.findIndex(({ trust, function: name }) => trust !== 'scan' && CALLS_HANDLER.test(name ?? ''));
    if (dispatcher < 0 || caller < 0 || caller > dispatcher) return ABSENT;
    const handler = frames
      .slice(0, caller)
      .findLast(({ module, trust }) => module !== null && trust !== 'scan' && !isWindowsModule(module));
    if (!handler?.module) return ABSENT;
    const exception = windowsException(facts);
    return present({
      confidence: 0.85,
      basis: 'the functions on the failing stack',
      summary: `${frameName(handler)} was handling an exception when ${exception ? 'the recorded one was raised' : 'the snapshot was taken'}.`,
      evidence: [
        { statement: `${frameName(handler)} was called by ${frameName(frames[caller]!)}`, command: 'k' },
        { statement: `an exception was being dispatched: ${frameName(frames[dispatcher]!)}`, command: 'k' },
      ],
      component: componentOf(facts, handler.module),
      relations: [{ kind: 'accompanies', pattern: 'multiple-exceptions' }],
    });
  },
};
export default pattern;
