import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { faultFact } from '../evidence/fault.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

const NULL_AREA = 0x10000n;

const pattern: Pattern = {
  id: 'null-pointer-code',
  name: 'NULL Pointer (code)',
  part: 'Part 6b',
  severity: 'error',
  meaning:
    'The processor was sent to address zero or close to it: a function pointer or a virtual table entry was NULL.',
  advice: [
    'Look at the caller: which function pointer or virtual call did it use? The return address at the top of the stack tells the place.',
  ],
  links: ['wild-code', 'null-pointer-data', 'dps'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const fault = facts.need(faultFact);
    if (!fault || fault.address >= NULL_AREA) return ABSENT;
    if (fault.access !== 'execute' && fault.instruction !== fault.address) return ABSENT;
    const current = facts.get(currentThreadFact);
    const frames = current?.stack.frames ?? [];
    // In a system dump the innermost frames are those of the bug check: only what lies below the failing one called it.
    const failing = frames.findIndex((frame) => frame.address === (fault.instruction ?? fault.address));
    const caller = failing < 0 ? undefined : frames.slice(failing + 1).find((frame) => frame.module !== null);
    return present({
      confidence: 0.97,
      basis: 'the instruction pointer lies in the first 64 KB, where no code can be',
      summary: `Execution reached 0x${fault.address.toString(16)}: a NULL function pointer was called${caller && caller.trust !== 'scan' ? ` from ${frameName(caller)}` : ''}.`,
      evidence: [
        { statement: fault.statement, command: fault.command, addresses: [fault.address] },
        ...(caller
          ? [
              {
                statement: `the nearest frame in a module is ${frameName(caller)} (found by ${caller.trust})`,
                command: 'k',
              },
            ]
          : []),
      ],
      relations: [{ kind: 'specialises', pattern: 'invalid-pointer' }],
      details: { address: `0x${fault.address.toString(16)}` },
    });
  },
};
export default pattern;
