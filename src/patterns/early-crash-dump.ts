import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { systemFact } from '../evidence/system.ts';

const pattern: Pattern = {
  id: 'early-crash-dump',
  name: 'Early Crash Dump',
  part: 'Part 37',
  severity: 'info',
  meaning:
    'The dump was saved at the first chance of an exception, before any handler ran. It shows the original state, but the program may have handled the exception and gone on.',
  advice: ['Find out whether the process ended. If it went on, the exception may be part of its normal work.'],
  links: ['false-positive-dump', '.lastevent'],
  appliesTo: ['user'],
  detect(facts) {
    const exception = facts.need(exceptionFact);
    if (!exception) return ABSENT;
    // Signals and Mach exceptions have no first chance.
    const os = facts.get(systemFact)?.os ?? null;
    if (os !== null && !os.startsWith('Windows')) return ABSENT;
    if (exception.firstChance === null)
      return unknown(
        facts.sourceKind === 'debugger-log'
          ? 'whether the exception was first or second chance: the log does not say (.lastevent)'
          : 'whether the exception was first or second chance: dumps do not record it',
      );
    if (!exception.firstChance) return ABSENT;
    return present({
      confidence: 0.9,
      basis: 'the debugger said "first chance"',
      summary: 'The snapshot was taken at the first chance of the exception; the program may have handled it.',
      evidence: [{ statement: 'first-chance exception', command: '.lastevent' }],
    });
  },
};
export default pattern;
