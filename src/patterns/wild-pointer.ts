import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { badPointerFact } from '../evidence/bad-pointer.ts';
import { systemFact } from '../evidence/system.ts';
import { clueOf, fillOf } from '../windows/pointer-clue.ts';

const pattern: Pattern = {
  id: 'wild-pointer',
  name: 'Wild Pointer',
  part: null,
  severity: 'error',
  meaning:
    'The pointer that was used is no address at all: text, a number or damaged bytes stand where it should be. Something else was written over it, or the object it was read from is not what the code takes it for.',
  advice: [
    'Look at where the pointer was read from and at what lies around it there: the foreign data names its writer.',
  ],
  links: ['invalid-pointer', 'regular-data', '.formats'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const bad = facts.need(badPointerFact);
    if (!bad || bad.value < 0x10000n) return ABSENT;
    const architecture = facts.get(systemFact)?.architecture ?? null;
    // A fill pattern tells of freed or unset memory, which is another story.
    if (fillOf(bad.value, architecture !== 'x86')) return ABSENT;
    const clue = clueOf(bad.value, architecture, null);
    if (clue?.label !== 'text in a pointer' && clue?.label !== 'not canonical') return ABSENT;
    return present({
      confidence: 0.9,
      basis: 'the value of the pointer',
      summary: `The pointer 0x${bad.value.toString(16)} is no address: ${clue.label === 'not canonical' ? 'it is not canonical' : 'it is text'}.`,
      evidence: [
        {
          statement: `0x${bad.value.toString(16)}${bad.register ? `, in ${bad.register}` : ''}: ${clue.statement}`,
          command: `.formats ${bad.value.toString(16)}`,
          addresses: [bad.value],
        },
        { statement: bad.statement, command: bad.command },
      ],
      relations: [{ kind: 'specialises', pattern: 'invalid-pointer' }],
      details: { value: `0x${bad.value.toString(16)}`, register: bad.register },
    });
  },
};
export default pattern;
