import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { showsAllStacks } from '../analysis/stack-search.ts';
import { systemFact } from '../evidence/system.ts';
import { threadsFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

const EXIT =
  /^(LdrShutdownProcess|RtlExitUserProcess|_?ExitProcess\w*|doexit|exit_or_terminate_process|common_exit|(Nt|Zw)TerminateProcess)$/;

const pattern: Pattern = {
  id: 'one-thread-process',
  name: 'One-Thread Process',
  part: null,
  severity: 'warning',
  meaning:
    'The process has a single thread left, and that one is ending the process: the others were terminated wherever they stood, with whatever they held.',
  advice: [
    'Look at what the last thread waits for or uses: it may belong to a thread that no longer exists (a lock, an event, a heap).',
  ],
  links: ['special-stack-trace', 'ghost-thread', '~*k'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const os = facts.get(systemFact)?.os ?? null;
    if (os !== null && !os.startsWith('Windows')) return ABSENT;
    const threads = facts.need(threadsFact);
    const [only] = threads;
    if (threads.length !== 1 || !only) return ABSENT;
    if (!showsAllStacks(facts)) return unknown('how many threads the process has (~)');
    const { frames } = only.stack;
    const exit = frames.find(({ trust, function: name }) => trust !== 'scan' && EXIT.test(name ?? ''));
    if (!exit) {
      return frames.some(({ function: name }) => name !== null)
        ? ABSENT
        : unknown('function names on the stack of the only thread (symbols)');
    }
    return present({
      confidence: 0.9,
      basis: 'the number of threads and the functions on the stack of the only one',
      summary: `One thread is left, and it is ending the process (${frameName(exit)}).`,
      evidence: [{ statement: `the only thread is in ${frameName(exit)}`, command: '~*k' }],
    });
  },
};
export default pattern;
