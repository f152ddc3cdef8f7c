import { type Pattern, present } from '../analysis/pattern.ts';
import { hitsEvidence, searchStacks, threadsAre } from '../analysis/stack-search.ts';
import { currentThreadFact } from '../evidence/threads.ts';

const REPORTING =
  /^(WerpWaitForCrashReporting|WerpReportFault(Internal)?|WerpReportException\w*|RtlReportException(Ex|Helper)?|WerpReportExceptionInProcessContext|RtlReportSilentProcessExit|BasepReportFault|ReportFault)$/;

const pattern: Pattern = {
  id: 'exception-reporting-thread',
  name: 'Exception Reporting Thread',
  part: 'Part 257',
  severity: 'warning',
  meaning:
    'A thread other than the one that the dump names reports an exception to Windows Error Reporting. Its own stack, further out, holds the failure.',
  advice: [
    'Look at that thread below the reporting functions: the frames there, or the exception pointers among its arguments (`.exptr`, `.cxr`), show what failed.',
  ],
  links: ['multiple-exceptions', '~*k', '.cxr'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const current = facts.get(currentThreadFact);
    const search = searchStacks(facts, ({ function: name }) => name !== null && REPORTING.test(name));
    const hits = search.hits.filter(
      ({ member }) => current === null || current.id === null || member.id !== current.id,
    );
    const [first] = hits;
    if (!first) return search.none;
    return present({
      confidence: 0.9,
      basis: 'the functions on the stacks',
      summary: `${threadsAre(hits.length, 'reports', 'report')} an exception to Windows Error Reporting.`,
      evidence: hitsEvidence(hits),
      relations: [{ kind: 'accompanies', pattern: 'multiple-exceptions' }],
    });
  },
};
export default pattern;
