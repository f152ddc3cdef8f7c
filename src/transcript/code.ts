import { parseAddress } from './symbol-text.ts';

/** One instruction of `u`, `uf` or `ub`. */
export interface CodeInstruction {
  readonly address: bigint;
  /** As printed, without blanks; null where the debugger was told to leave them out. */
  readonly bytes: string | null;
  readonly mnemonic: string;
  readonly operands: string;
  /** The place in parentheses that a branch goes to, or that an operand in brackets names. */
  readonly reference: { readonly address: bigint; readonly symbol: string } | null;
  /** Line of the log, from 0. */
  readonly line: number;
}

/** Instructions under one label; `uf` prints one for every basic block. */
export interface CodeBlock {
  /** `hal!KeAcquireInStackQueuedSpinLock+0x2d`; null where `u` printed none. */
  readonly label: string | null;
  readonly source: { readonly file: string; readonly line: number } | null;
  readonly instructions: readonly CodeInstruction[];
  readonly line: number;
}

const LABEL = /^\s*([A-Za-z_<][^\s!]*(?:![^[\]]+?)?(?:\+(?:0x)?[0-9a-f]+)?)(?:\s*\[([^\]]*?) @ (\d+)\])?\s*:\s*$/;
const INSTRUCTION =
  /^\s*(?:[0-9a-f]{4}:)?([0-9a-f]{8}(?:`?[0-9a-f]{8})?)\s+(?:((?:[0-9a-f]{2}){1,15}|\?\?)\s+)?([a-z?][a-z0-9?.]*)(?:\s+(\S.*?))?\s*$/;
const REFERENCE = /(?:^|[\s,[])([A-Za-z_<][^\s,[]*)\s+\(([0-9a-f]{8}(?:`?[0-9a-f]{8})?)\)/;
/** The memory operand's place and value, which `r` and `t` print behind an instruction. */
const EFFECTIVE = /\s+(?:[c-g]s:)?(?:[0-9a-f]{4}:)?[0-9a-f]{8}(?:`?[0-9a-f]{8})?=\S+$/;
const HEX_WORD = /^[0-9a-f]{5,}$/;
/** Words that stand first among operands: a "mnemonic" like these means that what seemed bytes was the mnemonic. */
const OPERAND_WORD = /^(?:[dqtbx]?word|byte|oword|tbyte|fword|st|ptr)$/;
const UNASSEMBLE = /^\s*(?:~\S+\s*)?u[bfru]?\b/;

/** All disassembly in the order met: under labels anywhere, without labels only where `command` disassembles. */
export function readCode(lines: readonly string[], command = '', firstLine = 0): readonly CodeBlock[] {
  const found: CodeBlock[] = [];
  const bare = UNASSEMBLE.test(command);
  for (let i = 0; i < lines.length; ) {
    const label = labelAt(lines, i);
    const start = label ? i + 1 : i;
    const instructions: CodeInstruction[] = [];
    let end = start;
    if (label || bare) {
      for (; end < lines.length; end++) {
        const instruction = instructionIn(lines[end]!, firstLine + end);
        if (!instruction) break;
        instructions.push(instruction);
      }
    }
    if (instructions.length > 0) {
      found.push({ label: label?.name ?? null, source: label?.source ?? null, instructions, line: firstLine + i });
      i = end;
    } else i++;
  }
  return found;
}

function labelAt(lines: readonly string[], at: number): { name: string; source: CodeBlock['source'] } | null {
  const text = lines[at]!;
  if (!text.endsWith(':') || text.length > 500) return null;
  const found = LABEL.exec(text);
  if (!found) return null;
  const source = found[2] === undefined ? null : { file: found[2].trim(), line: Number(found[3]) };
  return { name: found[1]!.trim(), source };
}

function instructionIn(text: string, line: number): CodeInstruction | null {
  if (text.length > 500) return null;
  const found = INSTRUCTION.exec(text);
  const address = found ? parseAddress(found[1]!) : null;
  if (!found || address === null) return null;
  let bytes: string | null = found[2] ?? null;
  let mnemonic = found[3]!;
  let operands = (found[4] ?? '').replace(EFFECTIVE, '').trim();
  if (HEX_WORD.test(mnemonic)) return null;
  if (bytes !== null && OPERAND_WORD.test(mnemonic)) {
    // `fadd dword ptr [eax]` without bytes: the mnemonic is made of hexadecimal digits.
    operands = `${mnemonic} ${operands}`.trim();
    mnemonic = bytes;
    bytes = null;
  }
  const reference = operands.includes('(') ? REFERENCE.exec(operands) : null;
  const to = reference ? parseAddress(reference[2]!) : null;
  return {
    address,
    bytes,
    mnemonic,
    operands,
    reference: reference && to !== null ? { address: to, symbol: reference[1]! } : null,
    line,
  };
}
