import type { Architecture, Context } from '../machine/context.ts';
import type { Instruction } from '../machine/instruction.ts';
import { operandAddress } from '../machine/operand-value.ts';
import { readAvailable, toAddress, toUnsigned } from '../memory/space.ts';
import { isUserMode } from '../target/target.ts';
import { type CodeLine, codeOptions, decodeAt, lineOf } from './code.ts';
import { nameOf, nameText } from './names.ts';
import type { Session } from './session.ts';

/** The instruction at a context's instruction pointer, with what its memory operand or its condition comes to. */
export interface CurrentInstruction {
  readonly line: CodeLine;
  readonly codeBytes: boolean;
  /** `001b` before the address of user code in an x86 kernel dump; null elsewhere. */
  readonly selector: bigint | null;
  readonly effective: {
    readonly segment: string;
    /** Null where the segment register is not known or plays no part. */
    readonly selector: bigint | null;
    readonly address: bigint;
    /** Bytes accessed; `value` is null when they are not in the dump. */
    readonly size: number;
    readonly value: bigint | null;
    /** What an indirect call or jump leads to. */
    readonly name: string | null;
  } | null;
  /** Of a conditional jump: whether it would be taken. */
  readonly taken: boolean | null;
}

/** Registers as `r` shows them; a register that is not known is absent. */
export interface RegisterView {
  readonly architecture: Architecture;
  readonly bits: 32 | 64;
  readonly registers: Readonly<Record<string, bigint>>;
  /** `nt!KiPageFault+0x12`; null where the address has no name. */
  readonly label: string | null;
  readonly instruction: CurrentInstruction | null;
}

/** A context's registers with its current instruction, names loaded. Reads the session's memory, changes nothing else. */
export async function viewRegisters(session: Session, context: Context): Promise<RegisterView> {
  const { architecture } = context;
  const bits = architecture === 'x86' || architecture === 'arm' ? 32 : 64;
  const registers = Object.fromEntries(context.registers);
  const base = { architecture, bits, registers } as const;
  if (context.ip === null) return { ...base, label: null, instruction: null };
  const ip = toUnsigned(context.ip);
  const named = await nameOf(session, ip);
  return { ...base, label: named && nameText(named), instruction: await currentInstruction(session, context, ip) };
}

async function currentInstruction(session: Session, context: Context, ip: bigint): Promise<CurrentInstruction | null> {
  if (!session.theCase.disassembler(context.architecture)) return null;
  const { codeBytes } = codeOptions(session);
  const cs = context.registers.get('cs');
  const foreign = context.architecture === 'x86' && cs !== undefined && !isUserMode(session.target);
  const selector = foreign && (cs & 3n) !== 0n ? cs : null;
  const [instruction] = await decodeAt(session, 'r', ip, 1);
  if (!instruction) {
    const line = { label: null, address: ip, bytes: '', mnemonic: '???', operands: '' };
    return { line, codeBytes, selector, effective: null, taken: null };
  }
  return {
    line: lineOf(instruction, null),
    codeBytes,
    selector,
    effective: await effectiveOf(session, context, instruction),
    taken: instruction.flow === 'conditional' ? conditionOf(instruction.mnemonic, context.registers) : null,
  };
}

async function effectiveOf(
  session: Session,
  context: Context,
  { memory, flow }: Instruction,
): Promise<CurrentInstruction['effective']> {
  if (!memory || memory.size === 0 || memory.segment === null) return null;
  const bits = context.architecture === 'x86' ? 32 : 64;
  const address = operandAddress(memory, context.registers, bits);
  if (address === null) return null;
  const at = toAddress(address);
  const bytes = at === null ? new Uint8Array(0) : readAvailable(session.memory, at, memory.size);
  let value: bigint | null = null;
  if (bytes.length === memory.size) {
    value = 0n;
    for (let index = bytes.length - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[index]!);
  }
  const leads = flow === 'indirect-call' || flow === 'indirect-branch';
  const named = leads && value !== null ? await nameOf(session, value) : null;
  const segment = context.registers.get(memory.segment) ?? null;
  return {
    segment: memory.segment,
    selector: segment === 0n && bits === 64 ? null : segment,
    address,
    size: memory.size,
    value,
    name: named && nameText(named),
  };
}

const CF = 1n;
const PF = 4n;
const ZF = 0x40n;
const SF = 0x80n;
const OF = 0x800n;

/** Whether a conditional jump of x86 is taken (Intel SDM vol. 2, Jcc); null when it depends on something else. */
export function conditionOf(mnemonic: string, registers: ReadonlyMap<string, bigint>): boolean | null {
  const flags = registers.get('efl');
  if (flags === undefined) return null;
  const has = (bit: bigint) => (flags & bit) !== 0n;
  const less = has(SF) !== has(OF);
  const tests: Readonly<Record<string, boolean>> = {
    jo: has(OF),
    jb: has(CF),
    je: has(ZF),
    jbe: has(CF) || has(ZF),
    js: has(SF),
    jp: has(PF),
    jl: less,
    jle: less || has(ZF),
  };
  const negated: Readonly<Record<string, string>> = {
    jno: 'jo',
    jae: 'jb',
    jne: 'je',
    ja: 'jbe',
    jns: 'js',
    jnp: 'jp',
    jge: 'jl',
    jg: 'jle',
  };
  const direct = tests[mnemonic];
  if (direct !== undefined) return direct;
  const other = negated[mnemonic];
  return other === undefined ? null : !tests[other];
}
