import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { baseName } from '../bytes/text.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { modulesFact } from '../evidence/modules.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';

const pattern: Pattern = {
  id: 'no-component-symbols',
  name: 'No Component Symbols',
  part: null,
  severity: 'info',
  meaning:
    'A module on the failing stack has no symbols: its frames are offsets without names, and its functions can only be told by its owner.',
  advice: ['Ask the owner of the module for its symbol file, or send the module, its version and the offsets.'],
  links: ['unknown-component', 'incorrect-symbolic-information', 'lmv', '!lmi'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    // Of a snapshot without a failure no stack matters more than another.
    if (!facts.get(exceptionFact) && !facts.get(bugcheckFact)) return ABSENT;
    const frames = facts.need(currentThreadFact).stack.frames.filter(({ trust }) => trust !== 'scan');
    if (frames.length === 0) return unknown('the stack of the failing thread (k)');
    const named = new Set(frames.filter(({ function: name }) => name !== null).map(({ module }) => module));
    const bare = frames.filter(
      ({ module, function: name }) =>
        module !== null && name === null && !named.has(module) && !isWindowsModule(module),
    );
    const [first] = bare;
    if (!first?.module) return ABSENT;
    const { module } = first;
    const summary = facts.get(modulesFact)?.find(({ name }) => name === module) ?? null;
    const count = bare.filter((frame) => frame.module === module).length;
    const pdb = summary?.pdb ?? null;
    return present({
      confidence: 0.9,
      basis: 'the frames without names',
      summary: `${module} has no symbols here: ${count} of ${frames.length} frames of the failing stack ${count === 1 ? 'has' : 'have'} no name.`,
      evidence: [
        {
          statement: pdb
            ? `its symbol file would be ${baseName(pdb.name)}, ${pdb.id}`
            : summary && facts.sourceKind !== 'debugger-log'
              ? 'its record in the dump names no symbol file'
              : `the frames of ${module} are printed as offsets`,
          command: `lmv m ${module}`,
        },
      ],
      component: componentOf(facts, module),
      details: { module, frames: count, pdb: pdb ? `${pdb.name} ${pdb.id}` : null },
    });
  },
};
export default pattern;
