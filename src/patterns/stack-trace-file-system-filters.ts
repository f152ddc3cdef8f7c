import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Detection, type Pattern, present } from '../analysis/pattern.ts';
import { stackCommand, threadText } from '../analysis/stack-search.ts';
import { type StackMember, stackCollectionFact } from '../evidence/stack-collection.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';
import { type Frame, frameName } from '../windows/stack.ts';

const MANAGER = /^fltmgr$/i;
const MOST = 3;

const pattern: Pattern = {
  id: 'stack-trace-file-system-filters',
  name: 'Stack Trace (file system filters)',
  part: null,
  severity: 'info',
  meaning:
    'A thread that failed, or that waits for a lock, is inside a file system filter that does not come with Windows: protection, backup or encryption software that every access to files goes through.',
  advice: [
    'Look at what the filter does there; update it, or unload it as a test (fltmc).',
    'List all filters and their altitudes: what they do in combination is often the trouble.',
  ],
  links: ['wait-chain-general', 'blocking-module', 'k', '!fltkd.filters'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const members = facts
      .need(stackCollectionFact)
      .filter(({ oddity }) => oddity === 'failing' || oddity === 'exception' || oddity === 'lock-wait')
      .flatMap((group) => group.members.slice(0, 1));
    const found = new Map<string, Detection>();
    for (const member of members) {
      const frame = filterOn(member.stack.frames);
      if (!frame?.module || found.has(frame.module)) continue;
      found.set(frame.module, finding(member, frame, componentOf(facts, frame.module)));
    }
    const [first, ...more] = [...found.values()].slice(0, MOST);
    return first ? present(first, ...more) : ABSENT;
  },
};
export default pattern;

/** The innermost frame of another vendor that the filter manager called, or that called it. */
function filterOn(frames: readonly Frame[]): Frame | undefined {
  const isManager = (frame: Frame | undefined) => MANAGER.test(frame?.module ?? '') && frame?.trust !== 'scan';
  return frames.find(
    ({ module, trust }, index) =>
      module !== null &&
      trust !== 'scan' &&
      !isWindowsModule(module) &&
      (isManager(frames[index - 1]) || isManager(frames[index + 1])),
  );
}

function finding(member: StackMember, frame: Frame, component: Detection['component']): Detection {
  return {
    confidence: 0.85,
    basis: 'frames beside those of the filter manager',
    summary: `The file system filter ${frame.module} is on the stack of ${threadText(member)}, in ${frameName(frame)}.`,
    evidence: [
      {
        statement: `${threadText(member)} has ${frameName(frame)} beside frames of FLTMGR`,
        command: stackCommand(member),
        ...(member.address === null ? {} : { addresses: [member.address] }),
      },
    ],
    component: component ?? null,
    details: { filter: frame.module, function: frameName(frame) },
  };
}
