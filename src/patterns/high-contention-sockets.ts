import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { stackCommand, threadText } from '../analysis/stack-search.ts';
import { stackCollectionFact } from '../evidence/stack-collection.ts';
import { frameName } from '../windows/stack.ts';
import { stackWaitOf } from '../windows/stack-wait.ts';

/** Drivers of sockets and of the network stack. */
const NETWORK = /^(afd|tcpip6?|netio|tdx|tdi|ndis|fwpkclnt|http)$/i;
const LOCKS = new Set(['resource', 'push-lock', 'fast-mutex', 'spin-lock']);
const FEWEST = 5;

const pattern: Pattern = {
  id: 'high-contention-sockets',
  name: 'High Contention (sockets)',
  part: null,
  severity: 'warning',
  meaning:
    'Several threads wait for locks of the network stack at the same time: traffic of many connections meets at one place.',
  advice: [
    'Look at what the holder of the lock does; look at filters of the network (protection software, VPN) on the stacks.',
  ],
  links: ['high-contention-executive-resources', 'wait-chain-pushlocks', '!stacks'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const waiting = facts.need(stackCollectionFact).flatMap(({ members, stack }) => {
      const wait = stackWaitOf(stack.frames);
      const caller = wait?.caller == null ? null : stack.frames[wait.caller];
      if (!wait || !LOCKS.has(wait.kind) || !caller || !NETWORK.test(caller.module ?? '')) return [];
      return members.map((member) => ({ member, caller }));
    });
    if (waiting.length < FEWEST) return ABSENT;
    const [first, ...rest] = waiting.slice(0, 8).map(({ member, caller }) => ({
      statement: `${threadText(member)} waits for a lock of ${frameName(caller)}`,
      command: stackCommand(member),
      addresses: member.address === null ? [] : [member.address],
    }));
    return present({
      confidence: 0.7,
      basis: 'functions of locks called by drivers of the network on the stacks',
      summary: `${waiting.length} threads wait for locks of the network stack.`,
      evidence: [first!, ...rest],
      details: { threads: waiting.length },
    });
  },
};
export default pattern;
