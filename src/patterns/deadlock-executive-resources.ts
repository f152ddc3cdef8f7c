import { detectDeadlock, kindsOf } from '../analysis/deadlock.ts';
import type { Pattern } from '../analysis/pattern.ts';
import { resourcesFact } from '../evidence/resources.ts';

const pattern: Pattern = {
  id: 'deadlock-executive-resources',
  name: 'Deadlock (executive resources)',
  part: 'Part 9b',
  severity: 'error',
  meaning: 'Threads hold executive resources that the others of the circle wait for. None of them can ever go on.',
  advice: [
    'Only a change of code helps: take the locks in one order everywhere, or release the first before asking for the second.',
    'The threads of the circle show on their stacks who takes which lock where.',
  ],
  links: ['wait-chain-executive-resources', '!locks', '!thread'],
  appliesTo: ['kernel'],
  detect(facts) {
    const { lost } = facts.need(resourcesFact);
    return detectDeadlock(
      facts,
      (cycle) => cycle.threads.length > 1 && [...kindsOf(cycle)].every((kind) => kind === 'resource'),
      lost === null ? [] : [`a circle may lie in what is lost of the resources: ${lost}`],
    );
  },
};
export default pattern;
