import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { badPointerFact } from '../evidence/bad-pointer.ts';
import { systemFact } from '../evidence/system.ts';
import { fillOf } from '../windows/pointer-clue.ts';

const pattern: Pattern = {
  id: 'regular-data',
  name: 'Regular Data',
  part: null,
  severity: 'info',
  meaning:
    'The pointer that failed repeats one byte or a pair of bytes: a buffer was filled with a pattern, and the fill reached over the pointer or the object it stands in.',
  advice: [
    'Look at the memory around the pointer: where does the pattern begin and end? Its length and its byte tell which code filled it.',
  ],
  links: ['wild-pointer', 'invalid-pointer', 'dc'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const bad = facts.need(badPointerFact);
    if (!bad || bad.value < 0x10000n) return ABSENT;
    const wide = facts.get(systemFact)?.architecture !== 'x86';
    // Fill patterns of allocators are known by name and told with the pointer itself.
    if (fillOf(bad.value, wide)) return ABSENT;
    const period = periodOf(bad.value, wide ? 8 : 4);
    if (period === null) return ABSENT;
    return present({
      confidence: period === 1 ? 0.85 : 0.7,
      basis: 'the bytes of the pointer',
      summary: `The pointer 0x${bad.value.toString(16)} repeats ${period === 1 ? 'one byte' : 'two bytes'}.`,
      evidence: [{ statement: bad.statement, command: bad.command, addresses: [bad.value] }],
      relations: [{ kind: 'accompanies', pattern: 'wild-pointer' }],
    });
  },
};
export default pattern;

/** 1 or 2 when all bytes repeat with that period; 0 and all ones are no pattern. */
function periodOf(value: bigint, size: number): 1 | 2 | null {
  const bytes = Array.from({ length: size }, (_, index) => Number((value >> BigInt(index * 8)) & 0xffn));
  if (bytes.every((byte) => byte === 0 || byte === 0xff)) return null;
  if (bytes.every((byte) => byte === bytes[0])) return 1;
  return bytes.every((byte, index) => byte === bytes[index % 2]) && bytes[0] !== 0 && bytes[1] !== 0 ? 2 : null;
}
