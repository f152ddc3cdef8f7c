import { ABSENT, type Evidence, type Facts, type Pattern, present } from '../analysis/pattern.ts';
import { hex } from '../bytes/hex.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { integrityFact } from '../evidence/integrity.ts';
import { logFact } from '../evidence/log.ts';
import { modeFact } from '../evidence/mode.ts';
import { systemFact } from '../evidence/system.ts';
import { guessKernelBase, type KernelBaseGuess } from '../windows/kernel-base.ts';
import { decodeErrorCode, errorLine } from '../windows/status-code.ts';

const pattern: Pattern = {
  id: 'corrupt-dump',
  name: 'Corrupt Dump',
  part: 'Part 43',
  severity: 'critical',
  meaning:
    'Parts of the dump contradict its own format. In total corruption nothing can be read; in partial corruption some facts survive (often the system information and the bug check) while others, such as the module list or the processors’ registers, are lost.',
  advice: [
    'Use what survived, first of all the code of the failure with its parameters, as a signature to look up in earlier crashes.',
    'Ask for another dump of the same incident: the small memory dump of the same time is usually whole.',
    'Check that the transfer was complete and binary, and that the page file and the target volume are large enough.',
  ],
  links: ['truncated-dump', '.bugcheck', 'vertarget', '!error'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const integrity = facts.need(integrityFact);
    const problems = integrity.problems.filter(
      (problem) => !['truncated', 'note', 'unsupported'].includes(problem.code),
    );
    if (integrity.trust !== 'none' && problems.length === 0 && integrity.messages.length === 0) return ABSENT;
    const codes = integrity.messages.flatMap((message) => message.codes).flatMap(decodeText);
    const base = facts.get(logFact)?.system?.kernelBase ?? null;
    const survived = signatureOf(facts);
    const guess = base === 0n ? baseOf(facts) : null;
    const takenAt = facts.get(modeFact) === 'kernel' ? (facts.get(systemFact)?.capturedAt ?? null) : null;
    const evidence: Evidence[] = [
      ...integrity.messages.map((message) => ({
        statement: `${message.kind}: ${message.count} ${message.count === 1 ? 'line' : 'lines'}${message.note ? `; ${message.note}` : ''}`,
        command: null,
        lines: [message.sample],
      })),
      ...codes.map(({ text, command }) => ({ statement: text, command })),
      ...(base === 0n
        ? [
            {
              statement:
                'the kernel base is given as 0, which is no real base: the list that holds it could not be read',
              command: 'vertarget',
            },
          ]
        : []),
      ...(guess
        ? [
            {
              statement: `the kernel base is probably ${guess.base.toString(16)}${guess.threeGb ? ' (booted with /3GB)' : ', so the system was not booted with /3GB'}: at that base PsLoadedModuleList lies where it lies in ${guess.kernel} (a hypothesis)`,
              command: 'vertarget',
              addresses: [guess.base],
            },
          ]
        : []),
      ...(survived
        ? [
            {
              statement: `the bug check survived; its signature for a search in earlier crashes is ${survived}`,
              command: '.bugcheck',
            },
          ]
        : []),
      ...problems.slice(0, 12).map((problem) => ({
        statement:
          problem.offset === null
            ? problem.message
            : `${problem.message} [file offset 0x${problem.offset.toString(16)}]`,
        command: 'memoretics streams FILE',
      })),
    ];
    const [first = { statement: 'nothing in the file could be read', command: 'memoretics streams FILE' }, ...rest] =
      evidence;
    const total = integrity.trust === 'none';
    const kinds = integrity.messages.length + problems.length;
    return present({
      confidence: total || integrity.messages.length > 0 ? 1 : 0.9,
      basis:
        integrity.messages.length > 0
          ? 'the messages by which the debugger itself reported the damage'
          : 'structures that contradict the file format',
      summary: total
        ? 'The dump is totally corrupt: nothing in it can be trusted.'
        : `The dump is partially corrupt: ${kinds} ${kinds === 1 ? 'kind of damage' : 'kinds of damage'} seen; what is reported here comes from the parts that are still readable.`,
      evidence: [first, ...rest],
      advice:
        takenAt === null
          ? []
          : [`Ask for the small memory dump that was written for the same crash, at ${takenAt}: it may be whole.`],
      relations: integrity.truncated ? [{ kind: 'accompanies', pattern: 'truncated-dump' }] : [],
      details: {
        class: total ? 'total' : 'partial',
        messages: integrity.messages.map(({ kind, count }) => ({ kind, count })),
        codes: codes.map(({ printed, kind, value, name }) => ({
          printed,
          kind,
          value: `0x${value.toString(16)}`,
          name,
        })),
        problems: problems.length,
        signature: survived,
        kernelBaseGuess: guess ? hex(guess.base) : null,
      },
    });
  },
};
export default pattern;

/** `20:{0,ffff,0,1}`: code and parameters, which tell one failure from another even without a stack. */
function signatureOf(facts: Facts): string | null {
  const bugcheck = facts.get(bugcheckFact);
  if (!bugcheck || bugcheck.unknownParameters?.length) return null;
  const parameters = bugcheck.parameters.map((value) => value.toString(16)).join(',');
  return `${(bugcheck.code >>> 0).toString(16)}:{${parameters}}`;
}

function baseOf(facts: Facts): KernelBaseGuess | null {
  const system = facts.get(systemFact);
  if (!system || system.loadedModuleList === null || (system.architecture ?? 'x86') !== 'x86') return null;
  return guessKernelBase(system.build, system.loadedModuleList);
}

/** An error code as a message of damage prints it, decoded as `!error` would. */
function decodeText(printed: string) {
  const win32 = /^Win32 error 0n(\d{1,10})$/i.exec(printed)?.[1];
  const digits = /0x([0-9a-f]{1,8})/i.exec(printed)?.[1];
  if (win32 === undefined && digits === undefined) return [];
  const value = win32 === undefined ? Number.parseInt(digits!, 16) : Number(win32);
  const kind = win32 === undefined ? undefined : ('win32' as const);
  const meaning = decodeErrorCode(value, kind);
  const name = meaning.name ? ` (${meaning.name})` : '';
  return [
    {
      printed,
      kind: meaning.kind,
      value: meaning.value,
      name: meaning.name,
      text: `${printed}${name}: ${errorLine(value, kind).replace(/^Error code: /, '')}`,
      command: `!error ${win32 === undefined ? `0x${digits}` : win32}`,
    },
  ];
}
