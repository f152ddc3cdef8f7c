import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { coverageFact } from '../evidence/coverage.ts';

const pattern: Pattern = {
  id: 'abridged-dump',
  name: 'Abridged Dump',
  part: null,
  severity: 'info',
  meaning:
    'The dump was saved with little memory on purpose. Stacks and registers are there, but most of what pointers refer to is not, so data structures, heaps and locks cannot be followed.',
  advice: [
    'If the stack is not enough, ask for a dump with full memory: `procdump -ma`, MiniDumpWithFullMemory, or a kernel or complete memory dump.',
  ],
  links: ['truncated-dump'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const coverage = facts.need(coverageFact);
    if (coverage.threads === 0) return unknown('how much memory the dump was meant to hold: no thread could be read');
    if (!coverage.abridged) return ABSENT;
    return present({
      confidence: 1,
      basis: 'the type of the dump and the memory ranges in it',
      summary:
        coverage.memoryBytes === null
          ? 'The dump behind the log was saved with selected memory only: what pointers refer to may be missing.'
          : `The dump holds ${coverage.memoryBytes.toLocaleString('en-US')} bytes of memory${coverage.ranges === null ? '' : ` in ${coverage.ranges.toLocaleString('en-US')} ${coverage.ranges === 1 ? 'range' : 'ranges'}`}: the tops of ${coverage.threadsWithStack} of ${coverage.threads} stacks are among them, little of what they point to.`,
      evidence: [
        { statement: coverage.kindStatement, command: coverage.threads === null ? '||' : 'memoretics streams FILE' },
        ...(coverage.threads === null
          ? []
          : [
              {
                statement: `${coverage.threadsWithStack} of ${coverage.threads} ${coverage.threads === 1 ? 'thread has' : 'threads have'} memory at the stack pointer`,
                command: '~*k',
              },
            ]),
      ],
      details: {
        memoryBytes: coverage.memoryBytes,
        ranges: coverage.ranges,
        threads: coverage.threads,
        threadsWithStack: coverage.threadsWithStack,
      },
    });
  },
};
export default pattern;
