import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { systemFact } from '../evidence/system.ts';
import { wow64Fact } from '../evidence/wow64.ts';

const pattern: Pattern = {
  id: 'platform-specific-debugger',
  name: 'Platform-Specific Debugger',
  part: null,
  severity: 'warning',
  meaning:
    'A 32-bit process was saved by a 64-bit tool, and the 32-bit registers of its threads are not in the dump: what there is shows the translation layer, not the program.',
  advice: [
    'Save the process again with a 32-bit tool (`procdump` does so by itself; the Task Manager in SysWOW64), or with full memory, from which the 32-bit registers can be read.',
  ],
  links: ['virtualized-process-wow64', '.effmach'],
  appliesTo: ['user'],
  detect(facts) {
    const { layer, threads, threadsWithContext, threadsInNarrowCode } = facts.need(wow64Fact);
    if (!layer.some((name) => /^wow64(cpu)?$/i.test(name))) return ABSENT;
    if (threads === null || threadsWithContext === null)
      return unknown('whether the dump holds 32-bit registers (.effmach x86; r)');
    const architecture = facts.need(systemFact).architecture;
    if (architecture !== 'x64' || threads === 0 || threadsWithContext > 0 || threadsInNarrowCode) return ABSENT;
    return present({
      confidence: 0.85,
      basis: 'the modules of WOW64, and threads without 32-bit registers',
      summary: 'A 64-bit tool saved this 32-bit process: the stacks of the program itself are not in the dump.',
      evidence: [
        {
          statement: `${layer.join(', ')} are loaded, and none of ${threads} threads has 32-bit registers in the dump`,
          command: '.effmach x86; r',
        },
      ],
      relations: [{ kind: 'accompanies', pattern: 'virtualized-process-wow64' }],
    });
  },
};
export default pattern;
