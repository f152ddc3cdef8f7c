import { registerValue } from '../machine/operand-value.ts';
import { toUnsigned } from '../memory/space.ts';
import type { Target } from '../target/target.ts';
import { accessRights, isCanonical } from './access-rights.ts';
import { branchTargetFact } from './branch-target.ts';
import { type Case, fact, known } from './case.ts';
import { exceptionFact } from './exception.ts';
import { failingInstructionFact } from './failing-instruction.ts';
import { type Fault, faultFact } from './fault.ts';
import { type FailingAccess, memoryAccessesFact } from './memory-accesses.ts';
import { wow64Fact } from './wow64.ts';

/** A contradiction between what was recorded about a crash and what registers, code and memory say. */
export interface Inconsistency {
  readonly id:
    | (typeof RUST_MINIDUMP_NAMES)[number]
    | 'access_type_contradicts_instruction'
    | 'instruction_pointer_not_executable'
    | 'stack_pointer_outside_stack';
  readonly statement: string;
}

/** Those that rust-minidump tells too, by its names. */
export const RUST_MINIDUMP_NAMES = [
  'int_div_by_zero_not_possible',
  'priv_instruction_crash_without_priv_instruction',
  'non_canonical_address_falsely_reported',
  'access_violation_when_access_allowed',
  'crashing_access_not_found_in_memory_accesses',
] as const;

const ACCESS_VIOLATION = 0xc0000005;
const STACK_OVERFLOW = 0xc00000fd;
const INTEGER_DIVIDE_BY_ZERO = 0xc0000094;
const PRIVILEGED_INSTRUCTION = 0xc0000096;
const ALL_ONES = 0xffffffffffffffffn;
/** Instructions that raise #GP outside of kernel mode (Intel SDM vol. 3, 5.9), and those that IOPL guards. */
const PRIVILEGED =
  /^(hlt|cli|sti|in|out|(rep )?(ins|outs)[bwd]?|l[gil]dt|ltr|lmsw|clts|(wb|wbno)?invd|invlpg|rdmsr|wrmsr|rdpmc|rdtscp?|swapgs|sysexit|sysret|mwait|monitor|xsetbv|vm\w+|stac|clac|invpcid)/;
/** A stack may grow this far below its committed part before anything is wrong: guard pages, large frames. */
const GROWTH = 0x10000;
/** An access of unknown size (x87 and vector states) reaches no further. */
const MOST_ACCESS = 64n;

/** Every contradiction that was found; none where nothing contradicts, or nothing could be checked. */
export const inconsistenciesFact = fact<readonly Inconsistency[]>('inconsistencies', (theCase) => {
  const { target } = theCase;
  if (!target) return known([], 'not checked: a log has neither registers of that moment nor memory');
  const exception = exceptionFact(theCase);
  const code = exception.known && exception.value ? exception.value.code >>> 0 : null;
  const fault = faultFact(theCase);
  const accessed = fault.known ? fault.value : null;
  return known(
    [
      ...(code === null ? [] : byCode(theCase, code)),
      ...(accessed ? byAccess(theCase, target, accessed, code) : []),
      ...(code === null ? [] : byPlace(theCase, target, accessed, code)),
    ],
    'registers, code and memory of the dump',
  );
});

/**
 * A contradiction between the recorded access and what the failing instruction does with the saved registers, for
 * people; the value null means that they agree or that it cannot be checked.
 */
export const contradictionFact = fact<string | null>('contradiction', (theCase) => {
  const all = inconsistenciesFact(theCase);
  const about = all.known ? all.value.find(({ id }) => OF_ACCESS.has(id)) : undefined;
  return known(about?.statement ?? null, all.known ? all.from : 'not checked');
});

const OF_ACCESS: ReadonlySet<Inconsistency['id']> = new Set([
  'crashing_access_not_found_in_memory_accesses',
  'non_canonical_address_falsely_reported',
  'access_type_contradicts_instruction',
]);

/** The exception's code against the instruction. */
function byCode(theCase: Case, code: number): Inconsistency[] {
  const failing = failingInstructionFact(theCase);
  if (!failing.known || theCase.target?.system.platform !== 'windows') return [];
  const { instruction, context } = failing.value;
  if (context.architecture !== 'x86' && context.architecture !== 'x64') return [];
  const text = `${instruction.mnemonic} ${instruction.operands}`.trim();
  if (code === INTEGER_DIVIDE_BY_ZERO) {
    if (!/^(i?div|aam)$/.test(instruction.mnemonic))
      return [
        {
          id: 'int_div_by_zero_not_possible',
          statement: `the record says division by zero, but ${text} does not divide`,
        },
      ];
    const divisor = instruction.memory ? null : registerValue(context.registers, instruction.operands);
    if (divisor) {
      const statement = `the record says division by zero, but the divisor ${instruction.operands} is ${divisor.toString(16)}`;
      return [{ id: 'int_div_by_zero_not_possible', statement }];
    }
  }
  if (
    code === PRIVILEGED_INSTRUCTION &&
    !PRIVILEGED.test(instruction.mnemonic) &&
    !/\b[cd]r\d/.test(instruction.operands)
  ) {
    const statement = `the record says privileged instruction, which ${text} is not`;
    return [{ id: 'priv_instruction_crash_without_priv_instruction', statement }];
  }
  return [];
}

/** The recorded access against the instruction's own, and against the memory's protection. */
function byAccess(theCase: Case, target: Target, fault: Fault, code: number | null): Inconsistency[] {
  const found: Inconsistency[] = [];
  const { address, access } = fault;
  const accesses = memoryAccessesFact(theCase);
  if (accesses.known && access !== 'execute') {
    const one = ofInstruction(theCase, fault, accesses.value);
    if (one) found.push(one);
  }
  const rights = code === ACCESS_VIOLATION && target.memoryRegions ? accessRights(target, address) : null;
  if (rights && access && rights[access] === true)
    found.push({
      id: 'access_violation_when_access_allowed',
      statement: `the record says that ${hex(address)} could not be accessed (${access}), but the memory-information list allows it: the memory changed before the dump was written, or the record is wrong`,
    });
  return found;
}

function ofInstruction(theCase: Case, fault: Fault, accesses: readonly FailingAccess[]): Inconsistency | null {
  const failing = failingInstructionFact(theCase);
  if (!failing.known) return null;
  const { address, access } = fault;
  const { instruction, context } = failing.value;
  const hits = accesses.filter(
    ({ address: start, size }) => address >= start && address < start + (BigInt(size) || MOST_ACCESS),
  );
  const text = `${instruction.mnemonic} ${instruction.operands}`.trim();
  if (hits.length > 0) {
    if (
      address === ALL_ONES ||
      access === null ||
      hits.some((hit) => hit.access === null || hit.access.includes(access))
    )
      return null;
    return {
      id: 'access_type_contradicts_instruction',
      statement: `the record says ${access} of ${hex(address)}, but ${text} makes no such access there`,
    };
  }
  if (context.architecture === 'x64' && address === ALL_ONES) {
    // The processor does not report the address of a general-protection fault, so -1 is what to expect for an access to
    // a non-canonical address, for a jump there, and for a vector operand that is not aligned as its instruction demands.
    const target = branchTargetFact(theCase);
    if (!target.known || (target.value && !isCanonical(target.value.address))) return null;
    if (
      accesses.some(
        (item) => !isCanonical(item.address) || (item.size >= 16 && item.address % BigInt(item.size) !== 0n),
      )
    )
      return null;
    return {
      id: 'non_canonical_address_falsely_reported',
      statement: `the recorded address of all ones stands for an access to a non-canonical address, but ${text} makes none with the saved registers`,
    };
  }
  const [first] = accesses;
  return {
    id: 'crashing_access_not_found_in_memory_accesses',
    statement: `the instruction at the recorded place accesses ${first ? hex(first.address) : 'no memory'} with the saved registers, not ${hex(address)}: record and registers do not fit together (registers saved later, code changed since, or faulty hardware)`,
  };
}

/** Where the instruction and stack pointers are. */
function byPlace(theCase: Case, target: Target, fault: Fault | null, code: number): Inconsistency[] {
  const found: Inconsistency[] = [];
  const context = target.exception?.context;
  const thread = target.currentThread;
  if (!context || context.architecture !== target.architecture || target.system.platform !== 'windows') return found;
  const { ip, sp } = context;
  if (ip !== null && fault?.access !== 'execute' && target.pointerSize === 8 && target.memoryRegions) {
    if (accessRights(target, toUnsigned(ip))?.execute === false)
      found.push({
        id: 'instruction_pointer_not_executable',
        statement: `the instruction pointer ${hex(toUnsigned(ip))} is in memory that cannot be executed, yet the record does not say that execution failed`,
      });
  }
  // A thread of WOW64 has two stacks, and the dump tells the bounds of one, whichever registers it saved.
  const wow64 = wow64Fact(theCase);
  const stack = wow64.known && wow64.value.layer.length > 0 ? null : thread?.stack;
  if (sp !== null && stack && code !== STACK_OVERFLOW && (sp >= stack.base || sp < stack.limit - GROWTH))
    found.push({
      id: 'stack_pointer_outside_stack',
      statement: `the stack pointer ${hex(toUnsigned(sp))} lies outside of the thread's stack, ${hex(toUnsigned(stack.limit))} to ${hex(toUnsigned(stack.base))}: it was overwritten, or the thread had switched to another stack`,
    });
  return found;
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
