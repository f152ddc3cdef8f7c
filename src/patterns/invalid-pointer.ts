import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { addressFact } from '../evidence/address.ts';
import { adjustedAddressFact } from '../evidence/adjusted-address.ts';
import { branchTargetFact } from '../evidence/branch-target.ts';
import { contradictionFact } from '../evidence/consistency.ts';
import { failingFrameFact } from '../evidence/failing-frame.ts';
import { faultFact } from '../evidence/fault.ts';
import { modeFact } from '../evidence/mode.ts';
import { operandFact } from '../evidence/operand.ts';
import { systemFact } from '../evidence/system.ts';
import { clueOf } from '../windows/pointer-clue.ts';
import { frameName } from '../windows/stack.ts';

const NULL_AREA = 0x10000n;

const pattern: Pattern = {
  id: 'invalid-pointer',
  name: 'Invalid Pointer',
  part: 'Part 6',
  severity: 'error',
  meaning:
    'A pointer that is neither NULL nor valid was dereferenced: uninitialised, already freed, overwritten, or used with the wrong protection or at the wrong interrupt level.',
  advice: [
    'Find where the bad value came from: the register that the instruction used, and the memory it was loaded from.',
    'If the value looks like a fill pattern or text, look for use after free or a buffer overrun; page heap or Driver Verifier catches it at the source.',
  ],
  links: ['null-pointer-data', 'wild-code', '.exr', '!address'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const fault = facts.need(faultFact);
    if (!fault || fault.address < NULL_AREA || fault.address === fault.instruction) return ABSENT;
    const mode = facts.get(modeFact);
    const architecture = facts.get(systemFact)?.architecture ?? null;
    const addresses = facts.get(addressFact);
    const info = addresses?.describe(fault.address) ?? null;
    const operand = facts.get(operandFact);
    const top = facts.get(failingFrameFact);
    const evidence: [Evidence, ...Evidence[]] = [
      { statement: fault.statement, command: fault.command, addresses: [fault.address] },
    ];
    // A non-canonical access faults as a read of -1, so the register says more than the record does.
    const reported = BigInt.asUintN(architecture === 'x86' ? 32 : 64, fault.address);
    const allOnes = architecture !== 'x86' && reported === 0xffffffffffffffffn;
    const adjusted = allOnes ? facts.get(adjustedAddressFact) : null;
    const formed = adjusted?.kind === 'non-canonical' ? adjusted.address : null;
    const suspect = allOnes ? (operand?.registers[0]?.value ?? formed ?? reported) : reported;
    const target = allOnes ? facts.get(branchTargetFact) : null;
    if (allOnes && !facts.get(contradictionFact))
      evidence.push({
        statement: 'an address of all ones is how x64 reports an access to a non-canonical address',
        command: 'r',
      });
    if (operand) evidence.push({ statement: operand.statement, command: 'r; u @$ip L1' });
    if (target && target.address === formed)
      evidence.push({
        statement: `execution was about to go to ${target.source}, 0x${target.address.toString(16)}`,
        command: 'r; u @$ip L1; dps @$csp L1',
        addresses: [target.address],
      });
    const contradiction = facts.get(contradictionFact);
    if (contradiction) evidence.push({ statement: contradiction, command: 'r; u @$ip L1' });
    // All ones stand for an address that is not known: their own value says nothing.
    const clue = allOnes && suspect === reported ? null : clueOf(suspect, architecture, mode);
    if (clue) evidence.push({ statement: `0x${suspect.toString(16)}: ${clue.statement}`, command: '.formats' });
    if (info?.region)
      evidence.push({
        statement: `the memory-information list says ${regionText(info.region)}`,
        command: `!address 0x${reported.toString(16)}`,
      });
    if (info?.stackOfThread != null)
      evidence.push({
        statement: `the address lies on the stack of thread ${info.stackOfThread}`,
        command: '!address',
      });
    return present({
      confidence: contradiction ? 0.5 : clue ? 0.97 : 0.92,
      basis: clue ? 'the recorded access, and what the value looks like' : 'the recorded access',
      summary: `${contradiction ? 'The registers do not fit the record, which says: ' : ''}${fault.access === 'write' ? 'A write to' : fault.access === 'execute' ? 'An execution at' : fault.access === 'read' ? 'A read from' : 'An access to'} the invalid address 0x${reported.toString(16)}${top && top.trust !== 'scan' ? ` in ${frameName(top)}` : ''}${clue ? `: ${clue.label}` : ''}.`,
      evidence,
      details: { address: `0x${reported.toString(16)}`, access: fault.access, clue: clue?.label ?? null },
    });
  },
};
export default pattern;

function regionText({ state, protection, type }: { state: number; protection: number; type: number }): string {
  const stateText =
    state === 0x10000
      ? 'free'
      : state === 0x2000
        ? 'reserved, not committed'
        : state === 0x1000
          ? 'committed'
          : `in state 0x${state.toString(16)}`;
  if (state !== 0x1000) return `that it is ${stateText}`;
  const typeText =
    type === 0x1000000 ? 'image' : type === 0x40000 ? 'mapped' : type === 0x20000 ? 'private' : 'unknown';
  return `that it is committed (${typeText}, protection 0x${protection.toString(16)}${protection & 0x100 ? ', guard page' : ''})`;
}
