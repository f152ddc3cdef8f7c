import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { failingStack } from '../analysis/stack-search.ts';
import { frameName } from '../windows/stack.ts';

const pattern: Pattern = {
  id: 'rough-stack-trace-unmanaged',
  name: 'Rough Stack Trace (unmanaged)',
  part: null,
  severity: 'info',
  meaning:
    'Neither unwind data nor frame pointers lead through the failing stack, so most of its frames were found by scanning for return addresses. Some may be left over from earlier calls, others are missing.',
  advice: [
    'Supply the images and symbols of the modules (`--images`, `--symbols`): then the stack can be walked instead of scanned.',
  ],
  links: ['incorrect-stack-trace', 'dps'],
  appliesTo: ['user'],
  detect(facts) {
    if (facts.sourceKind === 'debugger-log') return unknown('how the frames were found, which a log does not tell');
    const stack = failingStack(facts);
    if (!stack) return ABSENT;
    const frames = stack.frames.filter(({ inline }) => !inline);
    if (frames.length === 0) return unknown('the stack of the failing thread (k)');
    const scanned = frames.filter(({ trust }) => trust === 'scan');
    if (scanned.length < 2 || scanned.length * 2 < frames.length) return ABSENT;
    const modules = [...new Set(scanned.map(({ module }) => module).filter((name) => name !== null))].slice(0, 4);
    return present({
      confidence: 0.95,
      basis: 'how each frame was found',
      summary: `${scanned.length} of ${frames.length} frames of the failing stack were found by a scan: it is a rough one.`,
      evidence: [
        {
          statement: `the first such frame is ${frameName(scanned[0]!)}; the scan hit ${modules.join(', ')}`,
          command: 'k; dps @$csp',
        },
      ],
      details: { frames: frames.length, scanned: scanned.length },
    });
  },
};
export default pattern;
