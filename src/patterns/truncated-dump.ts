import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { integrityFact } from '../evidence/integrity.ts';

const pattern: Pattern = {
  id: 'truncated-dump',
  name: 'Truncated Dump',
  part: 'Part 18',
  severity: 'error',
  meaning:
    'The file ends before the data that its own headers describe: the writer ran out of page file, disk or time, or the copy was cut. What lies past the end is missing, not zero.',
  advice: [
    'Compare the size with the original on the machine where it was written, and copy it again.',
    'For system dumps make the page file on the boot volume larger than physical memory, and keep that much free on the target volume.',
  ],
  links: ['corrupt-dump'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const { truncated, problems } = facts.need(integrityFact);
    if (!truncated) return ABSENT;
    const cut = problems.filter((problem) => problem.code === 'truncated');
    const missing = truncated.expected === null ? null : truncated.expected - truncated.actual;
    const [first, ...rest] = cut
      .slice(0, 8)
      .map((problem) => ({ statement: problem.message, command: 'memoretics streams FILE' }));
    return present({
      confidence: 1,
      basis: 'offsets and sizes in the headers, against the size of the file',
      summary:
        missing !== null && missing > 0
          ? `The dump is truncated: ${missing.toLocaleString('en-US')} of ${truncated.expected?.toLocaleString('en-US')} bytes are missing at its end.`
          : 'The dump is truncated: data that its headers describe lies past the end of the file.',
      evidence: [first ?? { statement: 'the debugger reported a truncated dump file', command: null }, ...rest],
      relations: [{ kind: 'causes', pattern: 'corrupt-dump' }],
      details: { expectedBytes: truncated.expected, actualBytes: truncated.actual },
    });
  },
};
export default pattern;
