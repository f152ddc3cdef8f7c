import type { Pattern } from '../analysis/pattern.ts';
import { detectSubtrace } from '../analysis/subtrace.ts';

const STUB =
  /^(CStdStubBuffer_Invoke|CStdStubBuffer2?::Invoke|NdrStubCall[23]|StubInvoke|CCtxComChnl::ContextInvoke|ObjectMethodExceptionHandlingAction\S*|ThreadInvoke(ReturnHresult)?|ComInvokeWithLockAndIPID)$/;

const pattern: Pattern = {
  id: 'technology-specific-subtrace-com-interface-invocation',
  name: 'Technology-Specific Subtrace (COM interface invocation)',
  part: null,
  severity: 'info',
  meaning:
    'A thread carries out a COM call for a client in another apartment or process: the function inside of the stub is a method of an interface.',
  advice: [
    'The caller waits as long as this method does: look for it in the other process (`!rpcexts`), and at the method between the stub and the innermost frames.',
  ],
  links: ['technology-specific-subtrace-com-client-call', '~*k'],
  appliesTo: ['user'],
  draft: true,
  detect: (facts) =>
    detectSubtrace(
      facts,
      ({ function: name }) => name !== null && STUB.test(name),
      'inside of a COM method that another apartment or process called',
    ),
};
export default pattern;
