import { componentOn } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { showsAllStacks, stackCommand, threadsAre, threadText } from '../analysis/stack-search.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { stackCollectionFact } from '../evidence/stack-collection.ts';
import { systemFact } from '../evidence/system.ts';

const MOST = 6;

const pattern: Pattern = {
  id: 'active-thread',
  name: 'Active Thread',
  part: null,
  severity: 'info',
  meaning:
    'A thread was not waiting when the snapshot was taken: it did some work. In a process that seems to hang it may be the one that the others wait for, or one that never ends.',
  advice: [
    'Compare with a second dump: does it stand at the same place, and how much processor time did it use (`!runaway`)?',
  ],
  links: ['spiking-thread', 'passive-thread-user-space', '~*k'],
  appliesTo: ['user'],
  detect(facts) {
    if (facts.get(exceptionFact)) return ABSENT;
    const os = facts.get(systemFact)?.os ?? null;
    if (os !== null && !os.startsWith('Windows')) return unknown(`which functions wait on ${os}`);
    const groups = facts.need(stackCollectionFact);
    if (!showsAllStacks(facts)) return unknown('the stacks of the other threads (~*k)');
    // A debugger's own thread runs while everything stands still.
    const running = groups.filter(
      ({ oddity, stack }) =>
        oddity === 'running' &&
        stack.frames.some(({ function: name, trust }) => name !== null && trust !== 'scan') &&
        !/^(_?Dbg(User)?BreakPoint|DbgUiRemoteBreakin)$/.test(stack.frames[0]?.function ?? ''),
    );
    const members = running.flatMap((group) => group.members.map((member) => ({ member, group })));
    const [first, ...rest] = members.slice(0, MOST).map(
      ({ member, group }): Evidence => ({
        statement: `${threadText(member)} ${group.reason}`,
        command: stackCommand(member),
      }),
    );
    if (!first) {
      const unnamed = groups.some(({ stack }) => !stack.frames.some((frame) => frame.function !== null));
      return unnamed ? unknown('function names on the stacks (symbols)') : ABSENT;
    }
    return present({
      confidence: 0.75,
      basis: 'the innermost functions of the stacks, none of which waits',
      summary: `${threadsAre(members.length, 'was', 'were')} at work: ${threadText(members[0]!.member)} ${members[0]!.group.reason}.`,
      evidence: [first, ...rest],
      component: componentOn(facts, running[0]!.stack.frames),
      details: { threads: members.length },
    });
  },
};
export default pattern;
