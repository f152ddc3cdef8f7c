import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { type ExceptionHandler, exceptionHandlersFact } from '../evidence/exception-handlers.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';

/** Handlers that compilers and Windows put there. */
const ORDINARY =
  /^_*(except_handler\d?(_common)?|CxxFrameHandler\d?|ehhandler\$.*|C_specific_handler|FinalExceptionHandler(Pad\d+)?|UnwindHandler|XcptFilter|seh_\w+|GSHandlerCheck\w*)(@\d+)?$/i;
const MOST = 6;

const pattern: Pattern = {
  id: 'custom-exception-handler-user-space',
  name: 'Custom Exception Handler (user space)',
  part: null,
  severity: 'info',
  meaning:
    "A module has put a handler of its own, not a compiler's, on the chain of exception handlers: it decides what happens to exceptions before Windows does, and may hide them or their place. A handler in no module means that the chain was overwritten.",
  advice: ['Ask what that handler does with an exception: swallow it, save a dump, end the process?'],
  links: ['problem-exception-handler', '!exchain'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const handlers = facts.need(exceptionHandlersFact);
    const found = handlers.filter(
      (handler) =>
        handler.module === null || (isOutsider(handler) && !ORDINARY.test(handler.function ?? 'except_handler')),
    );
    const [first, ...rest] = found.slice(0, MOST).map(
      (handler): Evidence => ({
        statement: `a handler on the chain is ${textOf(handler)}`,
        command: '!exchain',
        addresses: [handler.address],
      }),
    );
    if (!first) {
      const unnamed = handlers.find((handler) => isOutsider(handler) && handler.function === null);
      return unnamed ? unknown(`the names of the handlers of ${unnamed.module} (symbols)`) : ABSENT;
    }
    const owner = found.find(({ module }) => module !== null)?.module ?? null;
    return present({
      confidence: 0.8,
      basis: 'the names of the handlers on the chain',
      summary: owner
        ? `${owner} handles exceptions itself: ${textOf(found[0]!)}.`
        : 'The chain of exception handlers leads to code in no module.',
      evidence: [first, ...rest],
      component: owner ? componentOf(facts, owner) : null,
    });
  },
};
export default pattern;

const isOutsider = ({ module }: ExceptionHandler): boolean => module !== null && !isWindowsModule(module);

function textOf({ address, module, function: name }: ExceptionHandler): string {
  return module === null ? `0x${address.toString(16)}, in no module` : `${module}${name ? `!${name}` : ''}`;
}
