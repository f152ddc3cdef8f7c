import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { modulesFact } from '../evidence/modules.ts';
import { decodeErrorCode } from '../windows/status-code.ts';

const CLR4 = 0xe0434352;
const CLR2 = 0xe0434f4d;

const pattern: Pattern = {
  id: 'managed-code-exception',
  name: 'Managed Code Exception',
  part: 'Part 17',
  severity: 'error',
  meaning:
    '.NET code threw an exception that the runtime passed on to Windows: the native stack shows the runtime, the interesting stack is the managed one.',
  advice: [
    'Look at the managed exception and its stack (`!pe`, `!clrstack` of SOS, or `dotnet-dump analyze`); they need a dump with full memory.',
    'The HRESULT in the evidence names the managed exception type in most cases.',
  ],
  links: ['multiple-exceptions'],
  appliesTo: ['user'],
  detect(facts) {
    const exception = facts.need(exceptionFact);
    const code = (exception?.code ?? 0) >>> 0;
    if (!exception || (code !== CLR4 && code !== CLR2)) return ABSENT;
    const hresult = exception.parameters[0];
    const runtime = facts.get(modulesFact)?.find((module) => /^(clr|coreclr|mscorwks)$/i.test(module.name)) ?? null;
    const meaning = hresult === undefined ? null : decodeErrorCode(Number(hresult & 0xffffffffn), 'hresult');
    return present({
      confidence: 1,
      basis: 'the exception code',
      summary: `A .NET exception was not handled${meaning?.name ? ` (${meaning.name})` : ''}.`,
      evidence: [
        {
          statement: `exception code ${code.toString(16)} of the ${code === CLR4 ? '.NET 4 or newer' : '.NET 1 or 2'} runtime`,
          command: '.exr -1',
        },
        ...(meaning
          ? [
              {
                statement: `its HRESULT is 0x${meaning.value.toString(16)}${meaning.name ? ` ${meaning.name}` : ''}${meaning.text ? `: ${meaning.text}` : ''}`,
                command: '!error',
              },
            ]
          : []),
        ...(runtime
          ? [
              {
                statement: `the runtime ${runtime.imageName ?? runtime.name} ${runtime.version ?? ''} is loaded`.trim(),
                command: `lmv m ${runtime.name}`,
              },
            ]
          : []),
      ],
      details: { hresult: hresult === undefined ? null : `0x${hresult.toString(16)}`, runtime: runtime?.name ?? null },
    });
  },
};
export default pattern;
