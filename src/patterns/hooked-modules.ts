import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { hookedFunctionsFact } from '../evidence/hooked-functions.ts';

const MOST = 8;

const pattern: Pattern = {
  id: 'hooked-modules',
  name: 'Hooked Modules',
  part: null,
  severity: 'info',
  meaning:
    'Several libraries of Windows have patched functions: what watches or changes this process covers whole areas of it.',
  advice: [
    'The areas tell the purpose: ntdll and kernelbase are watched by security software, ws2_32 and wininet by filters, user32 by overlays and remote control.',
  ],
  links: ['hooked-functions-user-space', '!address'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const counts = new Map<string, number>();
    for (const { module } of facts.need(hookedFunctionsFact).hooks) counts.set(module, (counts.get(module) ?? 0) + 1);
    if (counts.size < 2) return ABSENT;
    const [first, ...rest] = [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST)
      .map(
        ([module, count]): Evidence => ({
          statement: `${module}: ${count} patched ${count === 1 ? 'function' : 'functions'}`,
          command: `!chkimg -d ${module}`,
        }),
      );
    return present({
      confidence: 0.9,
      basis: 'the first bytes of exported functions',
      summary: `${counts.size} system libraries have patched functions.`,
      evidence: [first!, ...rest],
      relations: [{ kind: 'accompanies', pattern: 'hooked-functions-user-space' }],
      details: { modules: Object.fromEntries(counts) },
    });
  },
};
export default pattern;
