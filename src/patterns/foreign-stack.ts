import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { addressFact } from '../evidence/address.ts';
import { threadsFact } from '../evidence/threads.ts';

const MOST = 6;

const pattern: Pattern = {
  id: 'foreign-stack',
  name: 'Foreign Stack',
  part: null,
  severity: 'warning',
  meaning:
    'A thread runs on the stack of another thread: a switch of stacks by hand went wrong, or the stack pointer was damaged. Both threads overwrite each other.',
  advice: [
    'Look for code that switches stacks (fibers, coroutines, setjmp and longjmp across threads) in the frames of both threads.',
  ],
  links: ['invalid-exception-information', '!teb', '~*k'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const { describe } = facts.need(addressFact);
    const threads = facts.need(threadsFact);
    const placed = threads.flatMap((thread) => {
      const sp = thread.stack.frames[0]?.stackPointer ?? null;
      return sp === null ? [] : [{ thread, sp, owner: describe(sp).stackOfThread }];
    });
    if (placed.length === 0) return unknown('the stack pointers of the threads');
    const foreign = placed.filter(
      ({ thread, owner }) => owner !== null && thread.index !== null && owner !== thread.index,
    );
    const [first, ...rest] = foreign.slice(0, MOST).map(
      ({ thread, sp, owner }): Evidence => ({
        statement: `the stack pointer 0x${sp.toString(16)} of thread ${thread.index} lies in the stack of thread ${owner}`,
        command: `~${thread.index}s; r; !teb; ~${owner}s; !teb`,
        addresses: [sp],
      }),
    );
    if (!first) return ABSENT;
    return present({
      confidence: 0.8,
      basis: 'the stack pointers against the bounds of all stacks',
      summary: `${foreign.length} ${foreign.length === 1 ? 'thread runs' : 'threads run'} on the stack of another.`,
      evidence: [first, ...rest],
    });
  },
};
export default pattern;
