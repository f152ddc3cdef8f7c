import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { systemCallFact } from '../evidence/system-call.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

const pattern: Pattern = {
  id: 'dual-stack-trace',
  name: 'Dual Stack Trace',
  part: 'Part 113b',
  severity: 'info',
  meaning:
    'The thread has two stacks, one in the kernel and one in its process, and the debugger shows them joined: below the frame that dispatches system calls stands the program that made the call.',
  advice: [
    'Read it as two: the kernel part tells what the thread does or waits for, the user part on whose behalf.',
    'If the user part is missing or wrong, set the process context and reload user symbols, then go on from the trap frame.',
  ],
  links: ['system-call', 'kv', '.trap', '.process /r /p'],
  appliesTo: ['kernel'],
  detect(facts) {
    const call = facts.get(systemCallFact);
    if (!call) {
      facts.need(currentThreadFact);
      return ABSENT;
    }
    const { frames } = call;
    const user = frames.slice(call.boundary + 1);
    const [top] = user;
    return present({
      confidence: 0.9,
      basis: 'the frame that dispatches system calls, with frames of a program behind it',
      summary: `The stack has a kernel part of ${call.boundary + 1} frames and a user part of ${user.length}.`,
      evidence: [
        {
          statement: `frame ${call.boundary} ${frameName(frames[call.boundary]!)} is the last of the kernel, ${frameName(top!)} the first of the program`,
          command: 'kv',
        },
        ...(call.trapFrame === null
          ? []
          : [
              {
                statement: `the program's registers are in the trap frame at ${call.trapFrame.toString(16)}`,
                command: `.trap ${call.trapFrame.toString(16)}`,
                addresses: [call.trapFrame],
              },
            ]),
      ],
      relations: [{ kind: 'accompanies', pattern: 'system-call' }],
      details: { kernelFrames: call.boundary + 1, userFrames: user.length },
    });
  },
};
export default pattern;
