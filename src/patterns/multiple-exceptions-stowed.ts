import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { STATUS_STOWED_EXCEPTION, stowedExceptionsFact } from '../evidence/nested-exceptions.ts';
import { decodeErrorCode } from '../windows/status-code.ts';

const MOST = 8;

const pattern: Pattern = {
  id: 'multiple-exceptions-stowed',
  name: 'Multiple Exceptions (stowed)',
  part: null,
  severity: 'error',
  meaning:
    'A Windows Runtime (XAML, UWP) application kept failures for later and ended itself with all of them at once: the exception that the dump records is only the envelope.',
  advice: [
    'Look at the HRESULT and the address of each stowed failure, the first one before all: the current stack is that of the one who ended the process.',
  ],
  links: ['multiple-exceptions', '.exr', '!error'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const exception = windowsException(facts);
    if (exception?.code !== STATUS_STOWED_EXCEPTION) return ABSENT;
    const [, count] = exception.record.parameters;
    const stowed = facts.get(stowedExceptionsFact) ?? [];
    const evidence: [Evidence, ...Evidence[]] = [
      {
        statement: `exception code c000027b${count === undefined ? '' : ` with ${count} stowed ${count === 1n ? 'failure' : 'failures'}`}`,
        command: '.exr -1',
      },
      ...stowed.slice(0, MOST).map(({ at, hresult, address, threadId }): Evidence => {
        const name = decodeErrorCode(hresult, 'hresult').name;
        return {
          statement: `HRESULT ${hresult.toString(16)}${name ? ` (${name})` : ''} on thread ${threadId.toString(16)}${address ? ` at 0x${address.toString(16)}` : ''}`,
          command: `dt combase!_STOWED_EXCEPTION_INFORMATION_V2 ${at.toString(16)}`,
          addresses: address ? [at, address] : [at],
        };
      }),
    ];
    const [first] = stowed;
    const name = first && (decodeErrorCode(first.hresult, 'hresult').name ?? first.hresult.toString(16));
    return present({
      confidence: 1,
      basis: 'the exception code and the records it leads to',
      summary: first
        ? `The application ended itself over ${stowed.length} stowed ${stowed.length === 1 ? 'failure' : 'failures'}, the first with ${name}.`
        : 'The application ended itself over stowed failures, which are not in the dump.',
      evidence,
      details: { hresults: stowed.map(({ hresult }) => `0x${hresult.toString(16)}`) },
    });
  },
};
export default pattern;
