import { detectDeadlock, kindsOf } from '../analysis/deadlock.ts';
import type { Facts, Pattern } from '../analysis/pattern.ts';
import { criticalSectionsFact } from '../evidence/critical-sections.ts';

const pattern: Pattern = {
  id: 'deadlock-critical-sections',
  name: 'Deadlock (critical sections)',
  part: 'Part 9a',
  severity: 'error',
  meaning:
    'Threads of a process hold critical sections that the others of the circle wait for. None of them can ever go on.',
  advice: [
    'Only a change of code helps: take the locks in one order everywhere, or release the first before asking for the second.',
    'The threads of the circle show on their stacks who takes which lock where.',
  ],
  links: ['wait-chain-critical-sections', '!locks', '!cs -l', '~*kv'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    return detectDeadlock(
      facts,
      (cycle) =>
        cycle.threads.length > 1 &&
        [...kindsOf(cycle)].every((kind) => kind === 'critical-section' || kind === 'loader-lock'),
      missingOf(facts),
    );
  },
};
export default pattern;

/** A circle may lie in what is not known of the sections; those that threads wait for are found by stacks besides. */
function missingOf(facts: Facts): string[] {
  const sections = facts.ask(criticalSectionsFact);
  if (!sections.known) return [sections.remedy ? `${sections.missing} (${sections.remedy})` : sections.missing];
  const { lost } = sections.value;
  return lost === null ? [] : [`a circle may lie in what is lost of the list: ${lost}`];
}
