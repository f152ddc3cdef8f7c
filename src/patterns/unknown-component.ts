import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { modulesFact } from '../evidence/modules.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';

const pattern: Pattern = {
  id: 'unknown-component',
  name: 'Unknown Component',
  part: 'Part 22',
  severity: 'info',
  meaning:
    'A module on the failing stack says nothing about itself: no version, no vendor, no symbol file. Its owner must be found by other means.',
  advice: ['Look at its path and at strings in its image, and ask which software installed it.'],
  links: ['lmv', '!dh'],
  appliesTo: ['user'],
  detect(facts) {
    const modules = facts.need(modulesFact);
    const { stack } = facts.need(currentThreadFact);
    const onStack = new Set(stack.frames.filter((frame) => frame.trust !== 'scan').map((frame) => frame.module));
    const [first, ...rest] = modules
      .filter(
        (module) =>
          onStack.has(module.name) &&
          module.version === null &&
          module.vendor === null &&
          module.pdb === null &&
          (module.symbols === 'none' || module.symbols === 'exports') &&
          !isWindowsModule(module.name),
      )
      .map((module) => ({
        statement: `${module.imageName || module.name} has no version, no vendor and no symbol file name`,
        command: `lmv m ${module.name}`,
        name: module.name,
      }));
    if (!first) return ABSENT;
    return present({
      confidence: 0.8,
      basis: 'the module records of the dump',
      summary: `${[first, ...rest].map((item) => item.name).join(', ')} on the failing stack cannot be attributed to anyone.`,
      evidence: [first, ...rest],
      component: { module: first.name, vendor: null, version: null },
      details: { modules: [first, ...rest].map((item) => item.name) },
    });
  },
};
export default pattern;
