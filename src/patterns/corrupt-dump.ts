import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { integrityFact } from '../evidence/integrity.ts';

const pattern: Pattern = {
  id: 'corrupt-dump',
  name: 'Corrupt Dump',
  part: 'Part 43',
  severity: 'critical',
  meaning:
    'Parts of the dump contradict its own format. In total corruption nothing can be read; in partial corruption some facts survive (often the system information and the bug check) while others, such as the module list or the processors’ registers, are lost.',
  advice: [
    'Use what survived, first of all the bug check code with its parameters, as a signature to look up in earlier crashes.',
    'Ask for another dump of the same incident: the small memory dump of the same time is usually whole.',
    'Check that the transfer was complete and binary, and that the page file and the target volume are large enough.',
  ],
  links: ['truncated-dump', '.bugcheck', 'vertarget', '!error'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const integrity = facts.need(integrityFact);
    const problems = integrity.problems.filter(
      (problem) => !['truncated', 'note', 'unsupported'].includes(problem.code),
    );
    if (integrity.trust !== 'none' && problems.length === 0 && integrity.messages.length === 0) return ABSENT;
    const evidence: Evidence[] = [
      ...integrity.messages.map((message) => ({
        statement: `${message.kind}: ${message.count} ${message.count === 1 ? 'line' : 'lines'}`,
        command: null,
        lines: [message.sample],
      })),
      ...problems.slice(0, 12).map((problem) => ({
        statement:
          problem.offset === null
            ? problem.message
            : `${problem.message} [file offset 0x${problem.offset.toString(16)}]`,
        command: 'memoretics streams FILE',
      })),
    ];
    const [first = { statement: 'nothing in the file could be read', command: 'memoretics streams FILE' }, ...rest] =
      evidence;
    const total = integrity.trust === 'none';
    return present({
      confidence: total || integrity.messages.length > 0 ? 1 : 0.9,
      basis:
        integrity.messages.length > 0
          ? 'the messages by which the debugger itself reported the damage'
          : 'structures that contradict the file format',
      summary: total
        ? 'The dump is totally corrupt: nothing in it can be trusted.'
        : `The dump is partially corrupt: ${evidence.length} ${evidence.length === 1 ? 'kind of damage' : 'kinds of damage'} seen; what is reported here comes from the parts that are still readable.`,
      evidence: [first, ...rest],
      relations: integrity.truncated ? [{ kind: 'accompanies', pattern: 'truncated-dump' }] : [],
      details: {
        class: total ? 'total' : 'partial',
        messages: integrity.messages.map(({ kind, count }) => ({ kind, count })),
        problems: problems.length,
      },
    });
  },
};
export default pattern;
