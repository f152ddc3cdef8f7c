import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { badPointerFact } from '../evidence/bad-pointer.ts';

const NULL_AREA = 0x10000n;

const pattern: Pattern = {
  id: 'small-value',
  name: 'Small Value',
  part: null,
  severity: 'info',
  meaning:
    'A small number stands where a pointer should: a handle, an index, an error code or a length was used as an address, or a field of a wrong object was read.',
  advice: [
    'Compare the number with handles (`!handle`), identifiers, lengths and error codes (`!error`) that the function deals with.',
  ],
  links: ['null-pointer-data', '!error'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect(facts) {
    const bad = facts.need(badPointerFact);
    // Only a register shows that the number is the pointer itself and not the offset of a field from NULL.
    if (!bad || bad.register === null || bad.value === 0n || bad.value >= NULL_AREA) return ABSENT;
    // An index or a counter beside a NULL base is no pointer.
    if (bad.address - bad.value >= NULL_AREA || bad.address < bad.value) return ABSENT;
    return present({
      confidence: 0.75,
      basis: 'the register that the failing instruction used',
      summary: `The number 0x${bad.value.toString(16)} in ${bad.register} was used as a pointer.`,
      evidence: [{ statement: bad.statement, command: bad.command }],
      relations: [{ kind: 'accompanies', pattern: 'null-pointer-data' }],
      details: { value: `0x${bad.value.toString(16)}`, register: bad.register },
    });
  },
};
export default pattern;
