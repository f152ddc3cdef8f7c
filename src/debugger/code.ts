import { UsageError } from '../bytes/errors.ts';
import { Problems } from '../bytes/problem.ts';
import { openPe, type PeImage } from '../formats/pe/image.ts';
import { relocated } from '../formats/pe/relocations.ts';
import type { Architecture } from '../machine/context.ts';
import type { Disassembler, Instruction } from '../machine/instruction.ts';
import { readAvailable, toUnsigned } from '../memory/space.ts';
import type { Module } from '../target/target.ts';
import { nameLoaded, nameText } from './names.ts';
import type { Session } from './session.ts';

const IMAGE_SCN_MEM_WRITE = 0x80000000;
const images = new WeakMap<Module, { readonly source: object; readonly image: PeImage | null }>();

/** One line of disassembly as plain data; `bytes` in hexadecimal digits, empty when the memory cannot be read. */
export interface CodeLine {
  /** `nt!KiServiceExit:` without the colon, where a new label begins. */
  readonly label: string | null;
  readonly address: bigint;
  readonly bytes: string;
  readonly mnemonic: string;
  readonly operands: string;
}

export interface CodeOptions {
  codeBytes: boolean;
}

/** How the session's processor is printed. */
export function codeStyle(session: Session): 'x86' | 'arm' {
  return session.architecture.startsWith('arm') ? 'arm' : 'x86';
}

const options = new WeakMap<Session, CodeOptions>();

/** What `.asm` sets, kept for the session. */
export function codeOptions(session: Session): CodeOptions {
  let found = options.get(session);
  if (!found) {
    found = { codeBytes: true };
    options.set(session, found);
  }
  return found;
}

/** The disassembler of the processor in force; a UsageError where there is none. */
export function disassemblerOf(
  session: Session,
  command: string,
  architecture: Architecture = session.architecture,
): Disassembler {
  const found = session.theCase.disassembler(architecture);
  if (!found) throw new UsageError(command, `there is no disassembler for ${architecture} here`);
  return found;
}

function imageOf(session: Session, module: Module): PeImage | null {
  const source = session.symbolsOf(module)?.image;
  if (!source) return null;
  const known = images.get(module);
  if (known?.source === source) return known.image;
  const quiet = new Problems();
  let image: PeImage | null = null;
  try {
    image = relocated(openPe(source, 'file', quiet), toUnsigned(module.base));
  } catch (error) {
    quiet.catch(error, 'IMAGE_NT_HEADERS', null);
  }
  images.set(module, { source, image });
  return image;
}

/**
 * Code at an unsigned address, at most `length` bytes: from the dump, else from the image on disk, which dumps leave
 * out; only from sections that cannot be written, because others differ from their file.
 */
export function readCode(session: Session, address: bigint, length: number): Uint8Array {
  const at = session.address(address);
  if (at === null) return new Uint8Array(0);
  const own = readAvailable(session.memory, at, length);
  if (own.length >= length) return own;
  const module = session.moduleAt(address);
  const image = module && imageOf(session, module);
  if (!module || !image) return own;
  const rva = at - module.base;
  const section = image.sectionAt(rva);
  if (!section || section.characteristics & IMAGE_SCN_MEM_WRITE) return own;
  const other = image.read(rva, Math.min(length, section.rva + section.size - rva));
  return other.length > own.length ? other : own;
}

/** Loads the symbols of every module that instructions refer to, so that their targets have names. */
export async function needNames(session: Session, instructions: readonly Instruction[]): Promise<void> {
  for (const { target, memory } of instructions) {
    for (const address of [target, memory?.absolute ?? null]) {
      const module = address === null ? null : session.moduleAt(toUnsigned(address));
      if (module) await session.needSymbols(module);
    }
  }
}

/** Names for the disassembler by what is loaded. */
export function naming(session: Session): (address: number) => string | null {
  return (address) => {
    const named = nameLoaded(session, toUnsigned(address));
    return named && nameText(named);
  };
}

/** Decodes at most `most` instructions from `address`, ending where nothing can be read or `bytes` bytes are used up. */
export async function decodeAt(
  session: Session,
  command: string,
  address: bigint,
  most: number,
  bytes = most * 16,
): Promise<Instruction[]> {
  const module = session.moduleAt(address);
  if (module) await session.needSymbols(module);
  const disassembler = disassemblerOf(session, command);
  const at = session.address(address);
  if (at === null) return [];
  const code = readCode(session, address, Math.min(bytes, 1 << 20));
  const first = disassembler.decode(code, at, most);
  await needNames(session, first);
  return disassembler.decode(code, at, most, naming(session));
}

/** Instructions as lines; a label wherever another name begins, and before the first one. */
export function codeLines(
  session: Session,
  instructions: readonly Instruction[],
  before: string | null = null,
): CodeLine[] {
  let last = before;
  return instructions.map((instruction) => {
    const address = toUnsigned(instruction.address);
    const named = nameLoaded(session, address);
    const owner = named ? (named.name === null ? named.module : `${named.module}!${named.name}`) : '';
    const label = named && owner !== last ? nameText(named) : null;
    last = owner;
    return lineOf(instruction, label);
  });
}

export function lineOf(instruction: Instruction, label: string | null): CodeLine {
  return {
    label,
    address: toUnsigned(instruction.address),
    bytes: hexOf(instruction.bytes),
    mnemonic: instruction.mnemonic,
    operands: instruction.operands,
  };
}

export function hexOf(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += byte.toString(16).padStart(2, '0');
  return out;
}
