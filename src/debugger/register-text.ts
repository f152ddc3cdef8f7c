import { hexPadded } from '../bytes/hex.ts';
import { codeLineText } from './code-text.ts';
import { addressText } from './names.ts';
import type { CurrentInstruction, RegisterView } from './register-view.ts';
import type { Text } from './text.ts';

/** How a register block is printed. */
export interface RegisterForm {
  /** Registers that are not known print as zeros, which a note before them says; elsewhere as question marks. */
  readonly zeros?: boolean;
  /** The line of segment registers. */
  readonly segments?: boolean;
}

const X64_ROWS = [
  ['rax', 'rbx', 'rcx'],
  ['rdx', 'rsi', 'rdi'],
  ['rip', 'rsp', 'rbp'],
  ['r8', 'r9', 'r10'],
  ['r11', 'r12', 'r13'],
  ['r14', 'r15'],
];

/** Writes the integer registers, flags, segments, label and instruction as `r` does. */
export function writeRegisters(text: Text, view: RegisterView, form: RegisterForm = {}): void {
  const value = (name: string, width: number) => registerDigits(view.registers[name], width, form.zeros ?? false);
  const segments = form.segments ?? true;
  const flags = `iopl=${iopl(view.registers['efl'])}         ${flagWords(view.registers['efl'])}`;
  const row = (...names: string[]) => names.map((name) => `${name}=${value(name, 4)}`).join('  ');
  const efl = `efl=${value('efl', 8)}`;
  switch (view.architecture) {
    case 'x86':
      text.line(['eax', 'ebx', 'ecx', 'edx', 'esi', 'edi'].map((name) => `${name}=${value(name, 8)}`).join(' '));
      text.line(`${['eip', 'esp', 'ebp'].map((name) => `${name}=${value(name, 8)}`).join(' ')} ${flags}`);
      if (segments) text.line(`${row('cs', 'ss', 'ds', 'es', 'fs', 'gs')}             ${efl}`);
      break;
    case 'x64':
      for (const names of X64_ROWS) text.line(names.map((name) => `${name.padStart(3)}=${value(name, 16)}`).join(' '));
      text.line(flags);
      if (segments) text.line(`${row('cs', 'ss', 'ds', 'es', 'fs', 'gs')}             ${efl}`);
      break;
    case 'arm64': {
      const names = [...Array.from({ length: 29 }, (_, index) => `x${index}`), 'fp', 'lr', 'sp'];
      for (let index = 0; index < names.length; index += 4)
        text.line(
          names
            .slice(index, index + 4)
            .map((name) => `${name.padStart(3)}=${value(name, 16)}`)
            .join('  '),
        );
      text.line(` pc=${value('pc', 16)}  psr=${value('cpsr', 8)} ${armFlags(view.registers['cpsr'])}`);
      break;
    }
    default:
      for (const name of Object.keys(view.registers)) text.line(`${name.padStart(4)}=${value(name, view.bits / 4)}`);
  }
  if (view.label !== null) text.line(`${view.label}:`);
  if (view.instruction) text.line(instructionText(view.instruction, view.bits));
}

/** A register's digits, `width` of them; question marks when it is not known. */
export function registerDigits(value: bigint | undefined, width: number, zeros = false): string {
  if (value === undefined) return (zeros ? '0' : '?').repeat(width);
  return hexPadded(value, width);
}

function iopl(flags: bigint | undefined): string {
  return flags === undefined ? '?' : String((flags >> 12n) & 3n);
}

/** `nv up ei pl zr na pe nc`, in the order of the debugger; question marks when the flags are not known. */
export function flagWords(flags: bigint | undefined): string {
  if (flags === undefined) return '?? ?? ?? ?? ?? ?? ?? ??';
  const words: readonly (readonly [bit: bigint, set: string, clear: string])[] = [
    [0x800n, 'ov', 'nv'],
    [0x400n, 'dn', 'up'],
    [0x200n, 'ei', 'di'],
    [0x80n, 'ng', 'pl'],
    [0x40n, 'zr', 'nz'],
    [0x10n, 'ac', 'na'],
    [4n, 'pe', 'po'],
    [1n, 'cy', 'nc'],
  ];
  return words.map(([bit, set, clear]) => ((flags & bit) !== 0n ? set : clear)).join(' ');
}

/** `-ZC- EL0` of the processor state register (Arm ARM, SPSR_EL1). */
function armFlags(state: bigint | undefined): string {
  if (state === undefined) return '????';
  const letters = ['N', 'Z', 'C', 'V'].map((letter, index) => ((state >> BigInt(31 - index)) & 1n ? letter : '-'));
  return `${letters.join('')} EL${(state >> 2n) & 3n}`;
}

/** `fffff802\`40d322f9 488b4810  mov rcx,qword ptr [rax+10h] ds:ffffffff\`00000090=????????????????` */
export function instructionText(instruction: CurrentInstruction, bits: 32 | 64): string {
  const pointerSize = bits === 32 ? 4 : 8;
  const selector = instruction.selector === null ? '' : `${hexPadded(instruction.selector, 4)}:`;
  const code = `${selector}${codeLineText(instruction.line, pointerSize, instruction.codeBytes)}`;
  if (instruction.taken !== null) return `${code} [br=${instruction.taken ? 1 : 0}]`;
  const { effective } = instruction;
  if (!effective) return code;
  const place = `${effective.segment}:${effective.selector === null ? '' : `${hexPadded(effective.selector, 4)}:`}${addressText(effective.address, pointerSize)}`;
  const digits = effective.value === null ? '?'.repeat(effective.size * 2) : wide(effective.value, effective.size * 2);
  const shown =
    effective.name === null || effective.value === null
      ? digits
      : `{${effective.name} (${addressText(effective.value, pointerSize)})}`;
  return `${code} ${place}=${shown}`;
}

function wide(value: bigint, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
