import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { contradictionFact } from '../evidence/consistency.ts';
import { failingFrameFact } from '../evidence/failing-frame.ts';
import { faultFact } from '../evidence/fault.ts';
import { operandFact } from '../evidence/operand.ts';
import { frameName } from '../windows/stack.ts';

/** The first 64 KB of an address space are never mapped in Windows, so that small offsets from NULL fault. */
const NULL_AREA = 0x10000n;

const pattern: Pattern = {
  id: 'null-pointer-data',
  name: 'NULL Pointer (data)',
  part: 'Part 6c',
  severity: 'error',
  meaning: 'Data was read or written through a pointer that is NULL, or NULL plus the offset of a field.',
  advice: [
    'Look at the source of the function at that line: which pointer was used without a check, and which call should have set it?',
    'A small non-zero address is usually the offset of the field that was accessed: compare it with the structures in use.',
  ],
  links: ['invalid-pointer', 'null-pointer-code', '.exr', 'u'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const fault = facts.need(faultFact);
    if (!fault || fault.address >= NULL_AREA || fault.access === 'execute' || fault.address === fault.instruction)
      return ABSENT;
    const operand = facts.get(operandFact);
    const top = facts.get(failingFrameFact);
    const offset = fault.address === 0n ? 'NULL' : `NULL + 0x${fault.address.toString(16)}`;
    const contradiction = facts.get(contradictionFact);
    const nullRegister = operand?.registers.find((register) => register.value < NULL_AREA) ?? null;
    return present({
      confidence: contradiction ? 0.4 : nullRegister ? 0.98 : 0.9,
      basis: nullRegister
        ? 'the faulting address, and the register that the instruction used'
        : 'the faulting address lies in the first 64 KB',
      summary: `${contradiction ? 'The registers do not fit the record, which says: ' : ''}${fault.access === 'write' ? 'A write' : fault.access === 'read' ? 'A read' : 'An access'} through a NULL pointer (${offset})${top && top.trust !== 'scan' ? ` in ${frameName(top)}` : ''}.`,
      evidence: [
        { statement: fault.statement, command: fault.command, addresses: [fault.address] },
        ...(operand ? [{ statement: operand.statement, command: 'r; u @$ip L1' }] : []),
        ...(contradiction ? [{ statement: contradiction, command: 'r; u @$ip L1' }] : []),
      ],
      relations: [{ kind: 'specialises', pattern: 'invalid-pointer' }],
      details: {
        address: `0x${fault.address.toString(16)}`,
        access: fault.access,
        register: nullRegister?.name ?? null,
      },
    });
  },
};
export default pattern;
