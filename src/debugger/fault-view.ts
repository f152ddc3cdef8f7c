import { adjustedAddressFact } from '../evidence/adjusted-address.ts';
import { type BitFlip, bitFlipFact } from '../evidence/bit-flip.ts';
import { branchTargetFact } from '../evidence/branch-target.ts';
import { inconsistenciesFact } from '../evidence/consistency.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { failingInstructionFact } from '../evidence/failing-instruction.ts';
import { type Fault, faultFact } from '../evidence/fault.ts';
import { memoryAccessesFact } from '../evidence/memory-accesses.ts';
import { modeFact } from '../evidence/mode.ts';
import { operandFact } from '../evidence/operand.ts';
import { toUnsigned } from '../memory/space.ts';
import { clueOf } from '../windows/pointer-clue.ts';
import { type CodeLine, decodeAt, lineOf } from './code.ts';
import { type NamedAddress, nameLoaded } from './names.ts';
import type { Session } from './session.ts';

const NULL_AREA = 0x10000n;
const ALL_ONES = 0xffffffffffffffffn;

/** The failing instruction and the access that failed, with what is to be made of them. Null is unknown, or not there. */
export interface FaultView {
  /** Null when the failure was no access to memory, or none is known. */
  readonly access: Pick<Fault, 'access' | 'address'> | null;
  /** The instruction that failed; null when its code or its registers are not there. */
  readonly code: { readonly name: NamedAddress | null; readonly line: CodeLine } | null;
  /** `mov eax,dword ptr [rcx+18h] with rcx=0`; null without a memory operand. */
  readonly operand: string | null;
  /** What the bad pointer's value looks like; null when it looks like nothing in particular. */
  readonly meaning: string | null;
  /** The failing instruction touched a page that looks like a guard page; null when it is not known what it touched. */
  readonly guardPage: boolean | null;
  /** Flipped bits that would explain the access, likeliest first; null when that was not to be found out. */
  readonly bitFlips: readonly BitFlip[] | null;
  /** Statements about what contradicts the record. */
  readonly inconsistencies: readonly string[];
}

/** The view by the session's Case as loaded; null when nothing failed at an instruction that is known. */
export async function viewFault(session: Session): Promise<FaultView | null> {
  const { theCase } = session;
  const fault = faultFact(theCase);
  const exception = exceptionFact(theCase);
  const access = fault.known ? fault.value : null;
  // Without either, the saved registers are those of whoever reported the failure.
  if (!access && !(exception.known && exception.value)) return null;
  const failing = failingInstructionFact(theCase);
  const accesses = memoryAccessesFact(theCase);
  const operand = operandFact(theCase);
  const flips = bitFlipFact(theCase);
  const inconsistencies = inconsistenciesFact(theCase);
  return {
    access: access && { access: access.access, address: access.address },
    code: failing.known ? await codeAt(session, toUnsigned(failing.value.instruction.address)) : null,
    operand: operand.known ? operand.value.statement : null,
    meaning: access && meaningOf(session, access),
    guardPage: accesses.known ? accesses.value.some((item) => item.isLikelyGuardPage) : null,
    bitFlips: flips.known ? flips.value : null,
    inconsistencies: inconsistencies.known ? inconsistencies.value.map(({ statement }) => statement) : [],
  };
}

async function codeAt(session: Session, address: bigint): Promise<FaultView['code']> {
  const [instruction] = await decodeAt(session, '!analyze', address, 1);
  return instruction ? { name: nameLoaded(session, address), line: lineOf(instruction, null) } : null;
}

function meaningOf({ theCase, target }: Session, { address, access, instruction }: Fault): string | null {
  const adjusted = adjustedAddressFact(theCase);
  const real = adjusted.known ? adjusted.value : null;
  if (real?.kind === 'null-pointer') return `a NULL pointer and the offset 0x${real.offset.toString(16)}`;
  if (address === instruction || access === 'execute')
    return address < NULL_AREA ? 'execution of a NULL pointer' : 'the code itself, which could not be fetched';
  if (address < NULL_AREA)
    return `in the first 64 KB, which Windows never maps: likely a NULL pointer and the offset 0x${address.toString(16)}`;
  const mode = modeFact(theCase);
  const suspect = real?.address ?? address;
  if (suspect === ALL_ONES && target.architecture === 'x64')
    return 'all ones is how x64 reports an access to a non-canonical address, which is not known here';
  const clue = clueOf(suspect, target.architecture, mode.known ? mode.value : null);
  if (!clue) return null;
  const going = branchTargetFact(theCase);
  const source = going.known && going.value?.address === suspect ? `${going.value.source} is ` : '';
  return `${source}0x${suspect.toString(16)}: ${clue.statement}`;
}
