import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { processText } from '../analysis/process-name.ts';
import { specialProcesses } from '../analysis/special-process.ts';
import { processesFact } from '../evidence/processes.ts';

const pattern: Pattern = {
  id: 'special-process',
  name: 'Special Process',
  part: 'Part 48',
  severity: 'info',
  meaning:
    'The list of processes holds one that normally does not run: a debugger, an error reporter, a dump tool, a logon that never ended. Its presence alone narrows the search.',
  advice: [
    'Find the process that it was started for: its command line and its parent usually name it.',
    'Together with suspended threads it tells who suspended them.',
  ],
  links: ['suspended-thread', '!process 0 0', '!process 0 1'],
  appliesTo: ['kernel'],
  detect(facts) {
    facts.need(processesFact);
    const [first, ...rest] = specialProcesses(facts).map(({ process, meaning }) => ({
      statement: `${processText(process)}: ${meaning}${process.commandLine ? `; command line: ${process.commandLine}` : ''}`,
      command: `!process ${process.address.toString(16)} 1`,
      addresses: [process.address],
    }));
    if (!first) return ABSENT;
    return present({
      confidence: 0.8,
      basis: 'the name of the process',
      summary: `A process runs that deserves a look: ${first.statement}.`,
      evidence: [first, ...rest],
    });
  },
};
export default pattern;
