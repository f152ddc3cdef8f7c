import type { Pattern } from '../analysis/pattern.ts';
import { detectStackWaits } from '../analysis/stack-wait-finding.ts';

const pattern: Pattern = {
  id: 'wait-chain-named-pipes',
  name: 'Wait Chain (named pipes)',
  part: null,
  severity: 'warning',
  meaning:
    'Threads have sent something through a named pipe and wait for the answer, or for a free instance of the pipe. The process at its other end does not answer.',
  advice: [
    'Find the name of the pipe (the file object of the request, or the argument) and the process that created it.',
    'Look at the threads of that process: which one should read from the pipe?',
  ],
  links: ['wait-chain-general', 'wait-chain-rpc', '!irp', '!handle'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect: (facts) =>
    detectStackWaits(facts, {
      name: /^(TransactNamedPipe|CallNamedPipe[AW]?|WaitNamedPipe[AW]?)$/,
      module: /^(kernel32|kernelbase)$/i,
      plural: 'answers through named pipes',
      between: /^(nt|npfs|fltmgr|ntdll(_[0-9a-f]+)?|kernel32|kernelbase|wow64\w*)$/i,
    }),
};
export default pattern;
