import { componentOn } from '../analysis/component.ts';
import { type Pattern, present } from '../analysis/pattern.ts';
import { hitsEvidence, searchStacks, threadsAre } from '../analysis/stack-search.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';

const HOOK = /^(DispatchHook[AW]?|fnHk\w+|_*fnHk\w+|CallHookWithSEH|xxxCallHook2?|xxxCallNextHookEx|CallNextHookEx)$/;

const pattern: Pattern = {
  id: 'message-hooks',
  name: 'Message Hooks',
  part: null,
  severity: 'info',
  meaning:
    'A thread runs inside a message hook: code that some module attached to the messages of this or of all programs.',
  advice: [
    'Find the module that owns the hook: hooks run in processes that know nothing of them, and a fault or a wait in one hits them all.',
  ],
  links: ['ubiquitous-component-user', '~*k'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const { hits, none } = searchStacks(
      facts,
      ({ function: name, module }) => name !== null && HOOK.test(name) && /^(user32|win32k\w*)$/i.test(module ?? ''),
    );
    const [first] = hits;
    if (!first) return none;
    const owner = first.member.stack.frames
      .slice(0, first.index)
      .findLast(({ module, trust }) => module !== null && trust !== 'scan' && !isWindowsModule(module));
    return present({
      confidence: 0.85,
      basis: 'the functions on the stacks',
      summary: `${threadsAre(hits.length, 'runs', 'run')} in a message hook${owner?.module ? ` of ${owner.module}` : ''}.`,
      evidence: hitsEvidence(hits),
      component: owner ? componentOn(facts, [owner]) : null,
    });
  },
};
export default pattern;
