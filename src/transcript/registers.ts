import { parseAddress } from './symbol-text.ts';

/** One block of registers as `r`, `.trap`, `.cxr`, `.ecxr` or `.frame /r` print it. */
export interface RegistersText {
  /** By WinDbg's lower-case names, unsigned. */
  readonly registers: ReadonlyMap<string, bigint>;
  readonly architecture: 'x86' | 'x64' | 'arm64' | 'arm' | null;
  /** `nt!KiPageFault+0x12` before the instruction; null when there was no symbol. */
  readonly label: string | null;
  readonly instruction: InstructionText | null;
  /** Error code of a trap frame (`ErrCode = 00000000`). */
  readonly errorCode: bigint | null;
  /** `The trap frame does not contain all registers`: some values are zeroes that were never saved. */
  readonly incomplete: boolean;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The instruction printed under registers. */
export interface InstructionText {
  readonly address: bigint;
  readonly bytes: string;
  readonly text: string;
  /** `ds:0023:00000004=????????`, verbatim. */
  readonly effective: string | null;
  readonly effectiveAddress: bigint | null;
  /** The memory that the instruction refers to could not be read. */
  readonly unreadable: boolean;
  readonly line: number;
}

const VALUE = /([a-z][a-z0-9]{0,5})=([0-9a-f]{8}`[0-9a-f]{8}|[0-9a-f]{2,32})(?![0-9a-z`])/g;
const FIRST =
  /^\s*(?:eax=[0-9a-f]{8}|rax=[0-9a-f]{16}| ?x0=[0-9a-f]{16}| ?r0=[0-9a-f]{8}|eip=[0-9a-f]{8} |rip=[0-9a-f]{16} )/;
const PART = /^\s*(?:[a-z][a-z0-9]{0,5}=(?:[0-9a-f]{2}|\d)|vip=|iopl=)/;
const INSTRUCTION =
  /^\s*(?:[0-9a-f]{4}:)?(?:0x)?([0-9a-f]{8}(?:`?[0-9a-f]{8})?)\s+(?:((?:[0-9a-f]{2,30}|\?{2,16}))\s+)?(\S.*?)\s*$/i;
const EFFECTIVE = /\s+((?:[a-z]s:)?(?:[0-9a-f]{4}:)?([0-9a-f]{8}(?:`?[0-9a-f]{8})?)=(\S+))\s*$/i;
const KNOWN =
  /^(?:e[abcd]x|e[sd]i|e[sb]p|eip|efl|r[abcd]x|r[sd]i|r[sb]p|rip|r\d{1,2}|x\d{1,2}|fp|lr|sp|pc|psr|cpsr|[cdefgs]s|dr[0-7])$/;

/** Every block of registers, in the order met. */
export function readRegisters(lines: readonly string[]): readonly RegistersText[] {
  const found: RegistersText[] = [];
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (!text.includes('=') || text.length > 400 || !FIRST.test(text)) continue;
    const block = blockAt(lines, i);
    if (block) {
      found.push(block);
      i = block.lastLine;
    }
  }
  return found;
}

function blockAt(lines: readonly string[], start: number): RegistersText | null {
  const registers = new Map<string, bigint>();
  let i = start;
  let errorCode = errorCodeAt(lines[start - 1]) ?? errorCodeAt(lines[start - 2]);
  for (; i < lines.length && i < start + 40; i++) {
    const text = lines[i]!;
    const late = errorCodeAt(text);
    if (late !== null) {
      errorCode = late;
      continue;
    }
    if (!PART.test(text) || (i > start && FIRST.test(text) && registers.has(/([a-z0-9]+)=/.exec(text)?.[1] ?? '')))
      break;
    for (const [, name = '', value = ''] of text.matchAll(VALUE)) {
      const number = KNOWN.test(name) && !registers.has(name) ? parseAddress(value) : null;
      if (number !== null) registers.set(name, number);
    }
  }
  if (registers.size < 4) return null;
  const before = `${lines[start - 1] ?? ''} ${lines[start - 2] ?? ''} ${lines[start - 3] ?? ''}`;
  let label: string | null = null;
  let last = i - 1;
  let at = i;
  if (/^\s*\S.*:\s*$/.test(lines[at] ?? '') && /[!+]/.test(lines[at]!)) {
    label = lines[at]!.trim()
      .replace(/:$/, '')
      .replace(/\s*\[(?:inlined in|[^\]]* @ \d+).*$/, '');
    last = at++;
  }
  const instruction = instructionAt(lines[at] ?? '', at, registers);
  if (instruction) last = at;
  return {
    registers,
    architecture: architectureOf(registers),
    label,
    instruction,
    errorCode,
    incomplete: /trap frame does not contain all registers|may be zeroed or incorrect/.test(before),
    firstLine: start,
    lastLine: last,
  };
}

function errorCodeAt(text: string | undefined): bigint | null {
  const found = /^\s*ErrCode = ([0-9a-f]{8,16})\s*$/i.exec(text ?? '');
  return found ? parseAddress(found[1]!) : null;
}

function architectureOf(registers: ReadonlyMap<string, bigint>): RegistersText['architecture'] {
  if (registers.has('rip') || registers.has('rax')) return 'x64';
  if (registers.has('eip') || registers.has('eax')) return 'x86';
  if (registers.has('x0') || registers.has('x1')) return 'arm64';
  return registers.has('r0') && registers.has('pc') ? 'arm' : null;
}

/** The instruction under the registers; it must stand at the instruction pointer, or it belongs to something else. */
function instructionAt(text: string, line: number, registers: ReadonlyMap<string, bigint>): InstructionText | null {
  const found = INSTRUCTION.exec(text);
  const address = found ? parseAddress(found[1]!) : null;
  if (!found || address === null) return null;
  const ip = registers.get('rip') ?? registers.get('eip') ?? registers.get('pc');
  if (ip !== undefined && ip !== address) return null;
  const effective = EFFECTIVE.exec(found[3]!);
  return {
    address,
    bytes: found[2] ?? '',
    text: effective ? found[3]!.slice(0, effective.index).trim() : found[3]!,
    effective: effective?.[1] ?? null,
    effectiveAddress: effective ? parseAddress(effective[2]!) : null,
    unreadable: effective ? /^\?+$/.test(effective[3]!.replaceAll('`', '')) : false,
    line,
  };
}
