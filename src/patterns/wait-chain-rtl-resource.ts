import type { Pattern } from '../analysis/pattern.ts';
import { detectStackWaits } from '../analysis/stack-wait-finding.ts';

const pattern: Pattern = {
  id: 'wait-chain-rtl-resource',
  name: 'Wait Chain (RTL_RESOURCE)',
  part: null,
  severity: 'warning',
  meaning:
    'Threads wait for reader/writer locks of type RTL_RESOURCE, the predecessors of slim locks. Such a lock knows its exclusive owner, but not who has it shared.',
  advice: [
    'Look at the lock: the first argument of RtlAcquireResource; `dt _RTL_RESOURCE` shows ExclusiveOwnerThread and how many wait.',
  ],
  links: ['wait-chain-srw-lock', 'wait-chain-critical-sections', '~*kv', 'dt'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect: (facts) =>
    detectStackWaits(facts, {
      name: /^RtlAcquireResource(Exclusive|Shared)$/,
      module: /^ntdll(_[0-9a-f]+)?$/i,
      plural: 'reader/writer locks (RTL_RESOURCE)',
      between: /^(nt|ntdll(_[0-9a-f]+)?|wow64\w*)$/i,
    }),
};
export default pattern;
