import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { virtualMemoryFact } from '../evidence/virtual-memory.ts';
import { memoryFailures } from '../windows/virtual-memory.ts';

const SESSION = /session (paged )?pool allocations? (have|has) failed/i;

const pattern: Pattern = {
  id: 'insufficient-memory-session-pool',
  name: 'Insufficient Memory (session pool)',
  part: null,
  severity: 'error',
  meaning:
    'Allocations from the paged pool of a session have failed. That pool holds windows, menus, fonts and bitmaps of one logon: its programs cannot open windows any more, while other sessions work.',
  advice: [
    'Rank the tags of the session (!poolused 8) and the windows and GDI objects of its processes.',
    'On 32-bit systems the size of the pool is fixed (SessionPoolSize, SessionViewSize).',
  ],
  links: ['insufficient-memory-kernel-pool', '!vm', '!poolused'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const memory = facts.need(virtualMemoryFact);
    const failures = memoryFailures(memory, SESSION);
    if (failures === null || failures === 0n)
      return facts.sourceKind === 'debugger-log'
        ? ABSENT
        : unknown('failures of session pool, which no counter here tells (!vm 4)');
    return present({
      confidence: 0.95,
      basis: 'the count of failures that the system keeps',
      summary: `${failures} allocations of session pool have failed.`,
      evidence: [
        {
          statement: `${failures} session pool allocations have failed`,
          command: '!vm 4',
          ...(memory.line === null ? {} : { lines: [`line ${memory.line + 1} of the log`] }),
        },
      ],
      details: { failures: Number(failures) },
    });
  },
};
export default pattern;
