import { UsageError } from '../bytes/errors.ts';
import { readSehChain } from '../machine/x86/seh-chain.ts';
import { type Address, toUnsigned, tryU32 } from '../memory/space.ts';
import { handlerAt } from '../target/stack.ts';
import { isUserMode } from '../target/target.ts';
import { type NamedAddress, nameOf, nameText } from './names.ts';
import { type RegistrationDetails, registrationDetails } from './scope-table.ts';
import type { Session } from './session.ts';
import { framesByDefault, stackStart, viewStack } from './stack-view.ts';

/** A place of code with its name: `mod!name+offset`. */
export interface NamedCode {
  readonly address: bigint;
  readonly name: NamedAddress | null;
}

/** One registration record of an x86 thread. */
export interface ChainRecord {
  readonly address: bigint;
  readonly handler: NamedCode;
  readonly details: RegistrationDetails | null;
  /** Filters and handlers of its scopes, by address. */
  readonly names: readonly NamedCode[];
}

/** A frame of an x64 or ARM64 stack whose function has a handler. */
export interface HandlerFrame {
  readonly number: number;
  readonly code: NamedCode;
  readonly handler: NamedCode;
  /** False when the handler only unwinds. */
  readonly forExceptions: boolean;
}

export type ExceptionChain =
  | {
      readonly kind: 'records';
      readonly records: readonly ChainRecord[];
      /** The link that leads nowhere; null when the chain ends as it should. */
      readonly broken: bigint | null;
    }
  | {
      readonly kind: 'frames';
      readonly pointerSize: 4 | 8;
      readonly frameCount: number;
      readonly frames: readonly HandlerFrame[];
      /** Frames whose unwind data is neither in the dump nor on disk. */
      readonly unknown: readonly number[];
    };

const END_OF_CHAIN = 0xffffffff;
/** TEB64 of a WOW64 thread begins with a pointer to its TEB32; NT_TIB.Self lies 0x18 into that. */
const SELF32 = 0x18;
/** KPCR of x86: SelfPcr at 0x1c, PrcbData at 0x120 (public symbols from Windows XP to 10). */
const KPCR_SELF = 0x1c;
const KPCR_PRCB = 0x120;

/** The handlers that stand ready in the current thread: registration records of x86, unwind data of the others. */
export async function readExceptionChain(session: Session): Promise<ExceptionChain> {
  return session.architecture === 'x86' ? recordsOf(session) : framesOf(session);
}

const named = async (session: Session, address: bigint): Promise<NamedCode> => ({
  address,
  name: await nameOf(session, address),
});

async function recordsOf(session: Session): Promise<ExceptionChain> {
  const head = chainHead(session);
  if (head === null)
    throw new UsageError('!exchain', 'the head of the exception chain (NT_TIB.ExceptionList) is not in the dump');
  const records: ChainRecord[] = [];
  for (const { address, handler } of readSehChain(session.memory, head)) {
    const code = await named(session, toUnsigned(handler));
    const details = registrationDetails(session, address, handler, code.name?.name ?? null);
    const places = details?.scopes.flatMap(({ filter, handler: body }) => (filter === null ? [body] : [filter, body]));
    const names: NamedCode[] = [];
    for (const place of places ?? []) names.push(await named(session, place));
    records.push({ address: toUnsigned(address), handler: code, details, names });
  }
  const last = records.at(-1);
  const link = last ? tryU32(session.memory, Number(last.address)) : head;
  return { kind: 'records', records, broken: link === END_OF_CHAIN || link === null ? null : BigInt(link) };
}

/** NT_TIB.ExceptionList, which is the first word of an x86 TEB and of the PCR; null where neither is in the dump. */
function chainHead(session: Session): Address | null {
  const { memory, target, thread } = session;
  if (!isUserMode(target)) {
    const processors = target.kernelPointers?.get('KiProcessorBlock');
    const at = processors === undefined ? null : session.address(processors + BigInt(4 * (thread?.processor ?? 0)));
    const prcb = at === null ? null : tryU32(memory, at);
    const pcr = prcb === null ? null : prcb - KPCR_PRCB;
    return pcr === null || tryU32(memory, pcr + KPCR_SELF) !== pcr ? null : tryU32(memory, pcr);
  }
  const teb = thread?.teb ?? null;
  if (teb === null) return null;
  const first = tryU32(memory, teb);
  if (first === null || session.pointerSize === 4) return first;
  return tryU32(memory, first + SELF32) === first ? tryU32(memory, first) : null;
}

async function framesOf(session: Session): Promise<ExceptionChain> {
  const from = stackStart(session);
  if (!from) throw new UsageError('!exchain', 'there is no thread in this dump: choose a context with .cxr or .trap');
  const view = await viewStack(session, from, framesByDefault(session));
  const frames: HandlerFrame[] = [];
  const unknown: number[] = [];
  for (const { number, frame } of view.frames) {
    if (frame.inline || frame.address === null) continue;
    const exact = frame.trust === 'context' || frame.trust === 'trap-frame';
    const at = session.address(exact ? frame.address : frame.address - 1n);
    const found = at === null ? null : handlerAt(session.target, at, session.architecture, session.stackOptions);
    if (found === 'unknown') unknown.push(number);
    if (found === null || found === 'unknown') continue;
    frames.push({
      number,
      code: await named(session, frame.address),
      handler: await named(session, toUnsigned(found.handler)),
      forExceptions: found.forExceptions,
    });
  }
  return { kind: 'frames', pointerSize: session.pointerSize, frameCount: view.frames.length, frames, unknown };
}

/** `mod!name+1c (0040abcd)`: offsets without 0x, as this command prints them. */
export function codeText({ address, name }: NamedCode, shown: string): string {
  if (!name) return `${address.toString(16)} (${shown})`;
  const text = nameText({ ...name, offset: 0n });
  return `${text}+${name.offset.toString(16)} (${shown})`;
}
