import { type Address, toAddress } from '../memory/space.ts';
import { codeBytes } from '../target/stack.ts';
import type { Frame } from '../windows/stack.ts';
import { type Case, fact, known, missing } from './case.ts';
import { logFact } from './log.ts';
import { stackOptions } from './symbol-options.ts';
import { currentThreadFact } from './threads.ts';

/** Where a stack passes from the kernel to the program that called it. */
export interface SystemCall {
  /** The whole stack. */
  readonly frames: readonly Frame[];
  /** Index of the kernel's frame that dispatches system calls; the frames after it are the program's. */
  readonly boundary: number;
  /** The program's registers at the call, where the stack tells their place. */
  readonly trapFrame: bigint | null;
  /** The kernel's service function: `NtReplyWaitReceivePortEx`; null when its frame is not on the stack. */
  readonly service: string | null;
  /** The stub in ntdll or win32u that made the call. */
  readonly stub: Frame | null;
  /** The service's number, by the code of the stub; null when that is not at hand. */
  readonly number: number | null;
  /** Bytes of arguments that a 32-bit stub removes; null when not known. */
  readonly argumentBytes: number | null;
}

/** Functions of the kernel that system calls arrive in, by processor and version. */
const DISPATCHER =
  /^(KiFastCallEntry\w*|KiSystemService|KiSystemServiceCopyEnd|KiSystemServiceExit\w*|KiSystemServiceUser|KiSystemCall(64|32)\w*|KiServiceInternal|KiSystemServiceRepeat)$/;
/** Services of the kernel by both of their prefixes. */
const SERVICE = /^(Nt|Zw)[A-Z]/;
const STUB_MODULE = /^(ntdll(_[0-9a-f]+)?|win32u)$/i;

/** The system call that the current thread is in, or the first that a log shows a whole stack of. */
export const systemCallFact = fact<SystemCall>('systemCall', (theCase) => {
  const current = currentThreadFact(theCase);
  const log = theCase.transcript ? logFact(theCase) : null;
  const stacks = [
    ...(current.known ? [current.value.stack.frames] : []),
    ...(log?.known ? log.value.stacks.map(({ text }) => text.stack.frames) : []),
  ];
  for (const frames of stacks) {
    const call = callOn(theCase, frames);
    if (call) return known(call, current.known ? current.from : 'log');
  }
  return current.known ? missing('a stack with a part in the kernel and a part in a program', 'kv') : current;
});

function callOn(theCase: Case, frames: readonly Frame[]): SystemCall | null {
  const boundary = frames.findIndex(
    ({ module, function: name, trust }) =>
      trust !== 'scan' && module === 'nt' && name !== null && DISPATCHER.test(name),
  );
  const user = frames.slice(boundary + 1);
  if (boundary < 0 || user.length === 0 || user[0]!.module === 'nt') return null;
  const service = frames
    .slice(0, boundary)
    .findLast(({ module, function: name }) => module !== null && SERVICE.test(name ?? ''));
  const isStub = ({ module, function: name }: Frame) => STUB_MODULE.test(module ?? '') && SERVICE.test(name ?? '');
  const stub = user.slice(0, 2).find(isStub) ?? null;
  return {
    frames,
    boundary,
    trapFrame: frames[boundary]!.trapFrame,
    service: service?.function ?? null,
    stub,
    ...(stub ? stubCode(theCase, stub) : { number: null, argumentBytes: null }),
  };
}

/** `mov eax,N` at the start of a stub, and the `ret n` at its end. */
function stubCode(theCase: Case, stub: Frame): Pick<SystemCall, 'number' | 'argumentBytes'> {
  if (theCase.target) {
    const at = stub.address === null ? null : toAddress(stub.address - (stub.offset ?? 0n));
    return at === null ? { number: null, argumentBytes: null } : codeInMemory(theCase, at);
  }
  const log = logFact(theCase);
  const name = bareService(stub.function);
  const blocks = log.known ? log.value.objects.code : [];
  const start = blocks.findIndex(({ label }) => label !== null && bareService(label.split('!')[1] ?? null) === name);
  const lines = start < 0 ? [] : blocks.slice(start, start + 2).flatMap(({ instructions }) => instructions);
  const load = lines.find(({ mnemonic, operands }) => mnemonic === 'mov' && /^eax,/i.test(operands));
  const leave = lines.find(({ mnemonic }) => mnemonic === 'ret');
  return { number: hexOf(load?.operands.split(',')[1]), argumentBytes: hexOf(leave?.operands) };
}

/** Both prefixes name one stub: a listing may show the other one. */
function bareService(name: string | null): string | null {
  return name !== null && SERVICE.test(name) ? name.slice(2) : null;
}

function hexOf(text: string | undefined): number | null {
  const digits = /^\s*(?:0x)?([0-9a-f]{1,8})h?\s*$/i.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 16);
}

/** x86: B8 imm32 first; x64: 4C 8B D1 (mov r10,rcx) B8 imm32. */
function codeInMemory(theCase: Case, at: Address): Pick<SystemCall, 'number' | 'argumentBytes'> {
  const bytes = codeBytes(theCase.target!, at, 24, stackOptions(theCase));
  const load =
    bytes[0] === 0xb8 ? 1 : bytes[0] === 0x4c && bytes[1] === 0x8b && bytes[2] === 0xd1 && bytes[3] === 0xb8 ? 4 : null;
  if (load === null || bytes.length < load + 4) return { number: null, argumentBytes: null };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  // B8 imm32, BA imm32, FF 12 (call [edx]) and C2 imm16, as stubs of XP to Server 2003 are.
  const leave =
    load === 1 && bytes[5] === 0xba && bytes[12] === 0xc2 && bytes.length >= 15 ? view.getUint16(13, true) : null;
  return { number: view.getUint32(load, true), argumentBytes: leave };
}
