import { componentOn } from '../analysis/component.ts';
import { type Pattern, present } from '../analysis/pattern.ts';
import { hitsEvidence, searchStacks } from '../analysis/stack-search.ts';
import { frameName } from '../windows/stack.ts';

const WRITERS =
  /^(MiniDumpWriteDump|ReportFault|WerReportSubmit|WerReportAddDump|CreateMiniDump\w*|google_breakpad::ExceptionHandler::(WriteMinidump\w*|ExceptionHandlerThreadMain)|crashpad::CrashpadClient::DumpAndCrash)$/;

const pattern: Pattern = {
  id: 'self-dump',
  name: 'Self-Dump',
  part: null,
  severity: 'info',
  meaning:
    'The process saved this dump itself, from a handler or a thread of its own. The thread that saves it stands in the code that saves, not in what failed.',
  advice: [
    'Use the registers of the exception record (`.ecxr`), not those of the saving thread.',
    'A process that is already damaged may fail to save itself whole: a debugger or Windows Error Reporting outside of it is safer.',
  ],
  links: ['exception-reporting-thread', '.ecxr', '~*k'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const { hits, none } = searchStacks(facts, ({ function: name }) => name !== null && WRITERS.test(name));
    const [first] = hits;
    if (!first) return none;
    return present({
      confidence: 0.9,
      basis: 'the functions on the stacks',
      summary: `The process was saving its own dump (${frameName(first.frame)}).`,
      evidence: hitsEvidence(hits),
      component: componentOn(facts, first.member.stack.frames.slice(first.index)),
    });
  },
};
export default pattern;
