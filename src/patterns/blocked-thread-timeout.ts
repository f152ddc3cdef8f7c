import { componentOn } from '../analysis/component.ts';
import { ABSENT, type Detection, type Pattern, present } from '../analysis/pattern.ts';
import { headDetails, headEvidence } from '../analysis/wait-finding.ts';
import { waitGraphFact } from '../evidence/wait-graph.ts';
import { frameName } from '../windows/stack.ts';
import { isWaitPrimitive } from '../windows/stack-wait.ts';

const SLEEP = /^(KeDelayExecutionThread|(Nt|Zw)DelayExecution|Sleep(Ex)?|SleepConditionVariable\w+)$/;
const MOST = 4;

const pattern: Pattern = {
  id: 'blocked-thread-timeout',
  name: 'Blocked Thread (timeout)',
  part: null,
  severity: 'warning',
  meaning:
    'A thread sleeps for a time while it holds what others wait for. It goes on by itself, but until then, and again and again when it retries in a loop, the others stand still.',
  advice: [
    'Look at the time that it asked for (the argument of the delay, a negative number of 100 ns) and at what it waits to change.',
    'A lock should be given back before a thread sleeps.',
  ],
  links: ['wait-chain-general', 'blocked-thread-software', 'kv'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const waits = facts.need(waitGraphFact);
    const found = waits.heads.flatMap((head): Detection[] => {
      const frames = waits.stackAt(head.node)?.frames ?? [];
      const end = frames.findIndex(
        ({ function: name, trust }) =>
          trust === 'scan' || name === null || !(isWaitPrimitive(name) || SLEEP.test(name)),
      );
      const waiting = frames.slice(0, end < 0 ? frames.length : end);
      const sleep = waiting.find(({ function: name }) => SLEEP.test(name!));
      if (!sleep) return [];
      const caller = frames[waiting.length];
      return [
        {
          confidence: 0.8,
          basis: 'the stack of the thread that others wait behind',
          summary: `A thread that ${head.blocked === 1 ? 'another waits' : `${head.blocked} others wait`} behind sleeps in ${frameName(sleep)}${caller ? `, called by ${frameName(caller)}` : ''}.`,
          evidence: [headEvidence(waits, head)],
          component: componentOn(facts, frames),
          details: headDetails(head),
        },
      ];
    });
    const [first, ...more] = found.slice(0, MOST);
    return first ? present(first, ...more) : ABSENT;
  },
};
export default pattern;
