import { componentOn } from '../analysis/component.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { hitEvidence, searchStacks, threadText } from '../analysis/stack-search.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { stackCollectionFact } from '../evidence/stack-collection.ts';

const MAIN =
  /^_*(w?WinMain|w?main|w?WinMainCRTStartup|w?mainCRTStartup|tmainCRTStartup|scrt_common_main(_seh)?|invoke_main)(@\d+)?$/;
/** A main thread that waits for messages or a stop event is healthy. */
const STUCK = new Set(['lock-wait', 'long-wait']);

const pattern: Pattern = {
  id: 'main-thread',
  name: 'Main Thread',
  part: null,
  severity: 'info',
  meaning:
    'The first thread of the process, which runs its main function and mostly its windows, waits for a lock or for another thread: for a person the program hangs.',
  advice: ['Follow what it waits for to the thread that holds it.'],
  links: ['wait-chain-critical-sections', 'active-thread', '~0k'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    if (facts.get(exceptionFact)) return ABSENT;
    const { hits, none } = searchStacks(facts, ({ function: name }) => name !== null && MAIN.test(name));
    const [hit] = hits;
    if (!hit) return none;
    const group = facts.need(stackCollectionFact).find(({ members }) => members.includes(hit.member));
    if (!group || !STUCK.has(group.oddity)) return ABSENT;
    return present({
      confidence: 0.85,
      basis: 'the functions on the stack of the main thread',
      summary: `The main thread, ${threadText(hit.member)}, ${group.reason}.`,
      evidence: [hitEvidence(hit, 'runs'), { statement: `it ${group.reason}`, command: '~0k' }],
      component: componentOn(facts, hit.member.stack.frames),
    });
  },
};
export default pattern;
