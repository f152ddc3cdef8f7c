import { UsageError } from '../../bytes/errors.ts';
import { hexTicked } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { nameOf, nameText } from '../../debugger/names.ts';
import { chooseProcessor } from '../../debugger/processor-choice.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { toAddress } from '../../memory/space.ts';

interface Data {
  readonly register: number;
  /** The member of KSPECIAL_REGISTERS that the value comes from. */
  readonly member: string;
  readonly value: bigint;
  /** The name of the code that the value leads to; null for no address of code. */
  readonly symbol: string | null;
}

/** The model-specific registers that a KPRCB keeps, by number (Intel SDM 4, AMD APM 2) and by KSPECIAL_REGISTERS. */
const SAVED: ReadonlyMap<number, string> = new Map([
  [0x1d9, 'DebugControl'],
  [0x1db, 'LastBranchFromRip'],
  [0x1dc, 'LastBranchToRip'],
  [0x277, 'MsrPat'],
  [0xc0000081, 'MsrStar'],
  [0xc0000082, 'MsrLStar'],
  [0xc0000083, 'MsrCStar'],
  [0xc0000084, 'MsrSyscallMask'],
  [0xc0000101, 'MsrGsBase'],
  [0xc0000102, 'MsrGsSwap'],
]);

export default command<{ readonly register: Expression }, Data>({
  name: 'rdmsr',
  syntax: 'rdmsr register',
  summary: 'Shows a model-specific register that the kernel saved for the current processor when the dump was made.',
  example: 'rdmsr c0000082',
  patterns: [],
  isWholeWord: true,
  notes:
    'A dump holds those of KSPECIAL_REGISTERS only (system call entry points, GS bases, last branches): others are told to be missing. A processor that did not save them shows zeros as stored.',
  parse(args, session) {
    void session.target;
    if (args.trim() === '') throw new UsageError('rdmsr', 'Missing register, as in rdmsr c0000082', args.length);
    return { register: parseWhole(args, session.reading) };
  },
  async run(session, { register }) {
    // MASM extends the sign of c0000082 to 64 bits; registers have 32-bit numbers.
    const number = Number(BigInt.asUintN(32, await expressionIn(session, register)));
    const member = SAVED.get(number);
    if (member === undefined)
      throw new UsageError(
        'rdmsr',
        `no such register in a dump: msr ${number.toString(16)} is not among those the kernel saves`,
        0,
      );
    const kernel = await needKernel(session, 'rdmsr');
    const processor = await chooseProcessor(session, kernel, '', 'rdmsr');
    const at = toAddress(processor.prcb);
    const value = at === null ? null : kernel.object('_KPRCB', at).value(`ProcessorState.SpecialRegisters.${member}`);
    if (value === null)
      throw new UsageError('rdmsr', `no such register in this dump: its KPRCB has no ${member}, or is not in it`, 0);
    const named = number === 0xc0000082 || number === 0xc0000083 ? await nameOf(session, value) : null;
    return { register: number, member, value, symbol: named?.name ? nameText(named) : null };
  },
  render({ register, value, symbol }, text) {
    text.line(`msr[${register.toString(16)}] = ${hexTicked(value)}${symbol === null ? '' : ` (${symbol})`}`);
  },
});
