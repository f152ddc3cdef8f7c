import type { Pattern } from '../analysis/pattern.ts';
import { detectStackWaits } from '../analysis/stack-wait-finding.ts';

/** One or two calls that last are how services wait for notifications. */
const FEWEST = 3;

const pattern: Pattern = {
  id: 'wait-chain-rpc',
  name: 'Wait Chain (RPC)',
  part: null,
  severity: 'warning',
  meaning:
    'Threads have made remote procedure calls and wait for the answer. What holds them up is in the server: another process here, or another machine.',
  advice: [
    'Find the server: the interface is in the client stub (the caller of NdrClientCall), the endpoint in the binding.',
    'In a dump of the whole system follow the ALPC message of the thread (!thread, !alpc /m) to the thread that serves it.',
  ],
  links: ['wait-chain-lpc-alpc', 'wait-chain-general', '~*kv', '!alpc'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect: (facts) =>
    detectStackWaits(facts, {
      name: /^(LRPC|OSF|DG)_\w*CCALL::\w*SendReceive\w*$|^I_RpcSendReceive$/,
      module: /^rpcrt4$/i,
      fewest: FEWEST,
      plural: 'answers to remote procedure calls',
      between: /^(rpcrt4|nt|ntdll(_[0-9a-f]+)?|kernel32|kernelbase|wow64\w*)$/i,
    }),
};
export default pattern;
