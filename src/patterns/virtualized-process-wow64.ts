import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { wow64Fact } from '../evidence/wow64.ts';

const pattern: Pattern = {
  id: 'virtualized-process-wow64',
  name: 'Virtualized Process (WOW64)',
  part: null,
  severity: 'info',
  meaning:
    'The process is a 32-bit one in a 64-bit system: its own code has 32-bit stacks, and what 64-bit tools show first is the layer that translates system calls.',
  advice: ['Look at the 32-bit side: `.effmach x86` or `!wow64exts.sw`, then `~*k`.'],
  links: ['platform-specific-debugger', '.effmach', '!sw'],
  appliesTo: ['user'],
  detect(facts) {
    const { layer, narrowModules, threads, threadsWithContext, threadsInNarrowCode } = facts.need(wow64Fact);
    const evidence: Evidence[] = [];
    if (layer.length > 0)
      evidence.push({ statement: `${layer.join(', ')} ${layer.length === 1 ? 'is' : 'are'} loaded`, command: 'lm' });
    if (narrowModules > 0)
      evidence.push({
        statement: `the folder SysWOW64 of 32-bit libraries holds ${narrowModules} of the modules`,
        command: 'lm f',
      });
    if (threadsWithContext)
      evidence.push({
        statement: `${threadsWithContext} of ${threads} threads have 32-bit registers beside the 64-bit ones`,
        command: '.effmach x86; r',
      });
    // Alone it proves nothing: Wine on a 64-bit Linux has that segment too.
    if (threadsInNarrowCode && evidence.length > 0)
      evidence.push({
        statement: `${threadsInNarrowCode} of ${threads} threads ran with the code segment 23, that of 32-bit code in a 64-bit Windows`,
        command: 'r cs',
      });
    const [first, ...rest] = evidence;
    if (!first) return ABSENT;
    return present({
      confidence: layer.length > 0 || threadsWithContext ? 0.98 : 0.9,
      basis: 'the modules and registers of the process',
      summary: 'A 32-bit process of a 64-bit Windows.',
      evidence: [first, ...rest],
    });
  },
};
export default pattern;
