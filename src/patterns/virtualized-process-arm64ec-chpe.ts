import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { modulesFact } from '../evidence/modules.ts';

const EMULATORS = /^(xtajit(64|64se)?|wowarmhw|xtac|xtabase|arm64xtarget)$/i;
const CHPE = /\\(SyChpe32|SysArm32)\\/i;

const pattern: Pattern = {
  id: 'virtualized-process-arm64ec-chpe',
  name: 'Virtualized Process (ARM64EC/CHPE)',
  part: null,
  severity: 'info',
  meaning:
    'The process runs x86 or x64 code on an ARM64 processor: part of its code is emulated, part is ARM64 code in the disguise of x64 (ARM64EC) or x86 (CHPE).',
  advice: [
    'Use a debugger that knows ARM64EC, and switch machines (`.effmach arm64ec`, `.effmach amd64`) to see both kinds of frames.',
  ],
  links: ['virtualized-process-wow64', '.effmach'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const modules = facts.need(modulesFact);
    const found = modules.filter(({ name, path }) => EMULATORS.test(name) || CHPE.test(path ?? ''));
    const [first] = found;
    if (!first) return ABSENT;
    return present({
      confidence: 0.95,
      basis: 'the modules of the process',
      summary: 'Code of another processor is emulated in this process on ARM64.',
      evidence: [
        {
          statement: `${found
            .slice(0, 4)
            .map(({ name }) => name)
            .join(', ')} ${found.length === 1 ? 'is' : 'are'} loaded`,
          command: `lmv m ${first.name}`,
        },
      ],
    });
  },
};
export default pattern;
