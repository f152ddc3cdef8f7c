import { componentOn } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { delayLoadFact } from '../evidence/delay-load.ts';
import { currentThreadFact } from '../evidence/threads.ts';

const MODULE_NOT_FOUND = 0xc06d007e;
const PROCEDURE_NOT_FOUND = 0xc06d007f;
const DLL_NOT_FOUND = 0xc0000135;

const pattern: Pattern = {
  id: 'missing-component-general',
  name: 'Missing Component (general)',
  part: null,
  severity: 'error',
  meaning:
    'A module that the program needs was not found, or lacks a function that it needs, at the moment it was asked for.',
  advice: [
    'Compare what is installed with what the program expects: a missing file, a wrong search path, another version, the other bitness.',
    'Turn on loader snaps (`gflags /i IMAGE.exe +sls`) to see every place where the loader looked.',
  ],
  links: ['missing-component-static-linking', 'lm', '.exr'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const exception = windowsException(facts);
    const code = exception?.code;
    if (code !== MODULE_NOT_FOUND && code !== PROCEDURE_NOT_FOUND && code !== DLL_NOT_FOUND) return ABSENT;
    const wanted = facts.get(delayLoadFact);
    const evidence: [Evidence, ...Evidence[]] = [
      {
        statement: `exception code ${code.toString(16)}: ${code === DLL_NOT_FOUND ? 'a DLL was not found' : code === MODULE_NOT_FOUND ? 'a delay-loaded module was not found' : 'a delay-loaded module lacks a function'}`,
        command: '.exr -1',
      },
    ];
    if (wanted)
      evidence.push({
        statement: `the delay-load helper wanted ${wanted.procedure ? `${wanted.procedure} of ` : ''}${wanted.module}`,
        command: `da ${wanted.address.toString(16)}`,
        addresses: [wanted.address],
      });
    const asker = componentOn(facts, facts.get(currentThreadFact)?.stack.frames ?? []);
    return present({
      confidence: 1,
      basis: 'the exception code',
      summary: `${wanted ? `${wanted.module}${wanted.procedure ? ` with ${wanted.procedure}` : ''}` : 'A module'} was not found when it was needed.`,
      evidence,
      component: asker,
      details: { module: wanted?.module ?? null, procedure: wanted?.procedure ?? null },
    });
  },
};
export default pattern;
