import type { Pattern } from '../analysis/pattern.ts';
import { detectSubtrace } from '../analysis/subtrace.ts';

const PROXY =
  /^(ObjectStubless(Client\d*)?|ObjectStublessClient|NdrProxySendReceive|NdrpProxySendReceive|CRpcChannelBuffer::(SwitchAptAndDispatchCall|SendReceive2?)|CAptRpcChnl::SendReceive|ThreadSendReceive|CCliModalLoop::BlockFn|ModalLoop|CSyncClientCall::\w+|CClientChannel::\w+)$/;

const pattern: Pattern = {
  id: 'technology-specific-subtrace-com-client-call',
  name: 'Technology-Specific Subtrace (COM client call)',
  part: null,
  severity: 'info',
  meaning: 'A thread has called a COM object in another apartment or process and waits for the answer.',
  advice: [
    'Find the server: its thread carries the stub of the same interface. If it waits itself, follow it from there.',
  ],
  links: ['technology-specific-subtrace-com-interface-invocation', '~*k'],
  appliesTo: ['user'],
  draft: true,
  detect: (facts) =>
    detectSubtrace(
      facts,
      ({ function: name }) => name !== null && PROXY.test(name),
      'in a COM call to another apartment or process',
    ),
};
export default pattern;
