import { componentOn } from '../analysis/component.ts';
import { type Pattern, present } from '../analysis/pattern.ts';
import { hitsEvidence, type StackHit, searchStacks, threadsAre } from '../analysis/stack-search.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

/** Moments in the life of a process that functions on a stack tell, the more telling ones first. */
const MOMENTS: readonly { readonly what: string; readonly name: RegExp; readonly hint: string }[] = [
  {
    what: 'while the process was ending',
    name: /^(LdrShutdownProcess|RtlExitUserProcess|ExitProcess(Impl|Stub)?|_?ExitProcess|doexit|_?cexit|exit_or_terminate_process|common_exit|RtlpCallbackOnProcessExit)$/,
    hint: 'Other threads are already gone, and so may be what this one still uses: look at destructors of globals, atexit handlers and DllMain with PROCESS_DETACH.',
  },
  {
    what: 'while a module was being unloaded',
    name: /^(LdrUnloadDll|LdrpUnloadNode|LdrpUnloadDll|LdrpProcessDetachNode|FreeLibrary(AndExitThread)?)$/,
    hint: 'Threads, timers and callbacks of the module must have ended before: look for what it left behind.',
  },
  {
    what: 'while a module was being initialised (DllMain, under the loader lock)',
    name: /^(LdrpCallInitRoutine(Internal)?|LdrpRunInitializeRoutines|LdrpInitializeNode|LdrpInitializeGraphRecurse)$/,
    hint: 'Under the loader lock nothing may be waited for and no other module loaded: look at DllMain and at constructors of globals.',
  },
  {
    what: 'while the thread was ending',
    name: /^(LdrShutdownThread|RtlExitUserThread|ExitThread|RtlFreeUserThreadStack)$/,
    hint: 'Destructors of thread-local data run here.',
  },
  {
    what: 'while globals were being constructed, before main',
    name: /^_?initterm(_e)?$/,
    hint: 'The order of construction across files is not defined: look for a global that uses another one.',
  },
];

const pattern: Pattern = {
  id: 'special-stack-trace',
  name: 'Special Stack Trace',
  part: null,
  severity: 'info',
  meaning:
    'A stack that tells by itself in which moment of a process it happened: start, end, loading or unloading of a module. What may be used and waited for in such a moment is limited.',
  advice: ['Ask whether what failed is allowed in that moment at all, before looking at its details.'],
  links: ['one-thread-process', 'unloaded-module', '~*k'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const failed = facts.get(exceptionFact) !== null;
    const current = facts.get(currentThreadFact);
    const momentOf = (name: string | null) =>
      name === null ? -1 : MOMENTS.findIndex((moment) => moment.name.test(name));
    const search = searchStacks(facts, ({ function: name }) => momentOf(name) >= 0);
    // Of a failure only the failing thread matters; in a snapshot every thread may.
    const hits = search.hits.filter(({ member }) => !failed || (current !== null && member.id === current.id));
    const moments = hits.map((hit): [StackHit, number] => [hit, momentOf(hit.frame.function)]);
    const best = Math.min(...moments.map(([, moment]) => moment));
    const chosen = moments.filter(([, moment]) => moment === best).map(([hit]) => hit);
    const [first] = chosen;
    if (!first) return search.none;
    const moment = MOMENTS[best]!;
    return present({
      confidence: 0.9,
      basis: 'the functions on the stack',
      summary: failed
        ? `The failure happened ${moment.what} (${frameName(first.frame)}).`
        : `${threadsAre(chosen.length, 'was', 'were')} caught ${moment.what} (${frameName(first.frame)}).`,
      evidence: hitsEvidence(chosen),
      component: componentOn(facts, first.member.stack.frames),
      advice: [moment.hint],
      details: { moment: moment.what },
    });
  },
};
export default pattern;
