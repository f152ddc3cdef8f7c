import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { unloadedModulesFact } from '../evidence/modules.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

const pattern: Pattern = {
  id: 'unloaded-module',
  name: 'Unloaded Module',
  part: null,
  severity: 'error',
  meaning:
    'Code was called, or was to be returned to, at an address where a module used to be. The module went away while a callback, a thread or a timer of its own was still alive.',
  advice: [
    'Look at the component that owned the address: which thread, timer, callback or hook did it leave behind when it was unloaded?',
    'Its reference counting and its unload or DllMain code are the suspects, not the caller.',
  ],
  links: ['wild-code', 'lm'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const { stack } = facts.need(currentThreadFact);
    const frames = stack.frames.filter((frame) => frame.unloadedModule !== null && frame.trust !== 'scan');
    const [top] = frames;
    if (!top) {
      if (stack.frames.length > 0 && stack.frames.every((frame) => frame.module !== null)) return ABSENT;
      facts.need(unloadedModulesFact);
      return ABSENT;
    }
    const innermost = stack.frames[0] === top;
    return present({
      confidence: innermost ? 0.95 : 0.7,
      basis: innermost
        ? 'the failing instruction lies in an unloaded module'
        : 'a return address on the stack lies in an unloaded module',
      summary: `${innermost ? 'The failing instruction' : 'A caller'} is inside ${top.unloadedModule}, which had been unloaded.`,
      evidence: [
        {
          statement: `frame ${frameName(top)}`,
          command: 'k',
          ...(top.address === null ? {} : { addresses: [top.address] }),
        },
      ],
      component: { module: top.unloadedModule ?? '', vendor: null, version: null },
      relations: innermost ? [{ kind: 'causes', pattern: 'wild-code' }] : [],
      details: { module: top.unloadedModule, frames: frames.length },
    });
  },
};
export default pattern;
