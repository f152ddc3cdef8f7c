import { FormatError } from '../bytes/errors.ts';
import { Problems } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import { kernelFact, kernelModule } from '../evidence/kernel.ts';
import { openPe } from '../formats/pe/image.ts';
import { operandAddress } from '../machine/operand-value.ts';
import { MemorySource } from '../memory/memory-source.ts';
import { readAvailable, toAddress, toUnsigned, tryPointer } from '../memory/space.ts';
import { walkThread } from '../target/stack.ts';
import { isUserMode } from '../target/target.ts';
import type { Kernel } from '../windows/kernel.ts';
import { readProcess } from '../windows/process-reader.ts';
import { pcrOf } from '../windows/processor-reader.ts';
import { Need } from './need.ts';
import type { Session } from './session.ts';
import { stackStart } from './stack-view.ts';

/** ProcessEnvironmentBlock in the TEB (winternl.h), x86 and x64. */
const TEB_PEB = { 4: 0x30, 8: 0x60 } as const;
/** Where functions return integers, and where they take the first argument. */
const RETURNED: Readonly<Record<string, string>> = { x86: 'eax', x64: 'rax', arm64: 'x0', arm: 'r0' };
const ARGUMENT: Readonly<Record<string, string>> = { x64: 'rcx', arm64: 'x0', arm: 'r0' };
/** No instruction of the processors we know is longer. */
const LONGEST_INSTRUCTION = 16;
/** Between 1601, where FILETIME begins, and 1970, in units of 100 ns. */
const FILETIME_EPOCH = 116_444_736_000_000_000n;

/** A value, or why this dump has none, for people. */
type Answer = bigint | string;

const MISSING = 'it is not in this dump';
const NO_EVENTS = 'a dump tells of one event, and of nothing before it';
const NO_CALLS = 'nothing runs in a dump';
const NOT_MANAGED = 'exceptions of the CLR are not kept in a pseudo-register here';

const known = (value: number | null | undefined): Answer => (value == null ? MISSING : toUnsigned(value));
const counted = (value: number | null | undefined): Answer => (value == null ? MISSING : BigInt(value));

/** Automatic pseudo-registers, in the order of Microsoft Learn, "Pseudo-Register Syntax". */
const AUTOMATIC: Readonly<Record<string, (session: Session) => Answer>> = {
  $ea: effectiveAddress,
  $ea2: () => 'instructions are not searched for a second effective address',
  $exp: ({ lastValue }) => lastValue ?? 'no expression was evaluated yet',
  $ra: returnAddress,
  $ip: ({ context }) => known(context?.ip),
  $eventip: ({ target }) => known((target.exception?.context ?? target.currentThread?.context)?.ip),
  $previp: () => NO_EVENTS,
  $relip: () => NO_EVENTS,
  $scopeip: ({ context }) => known(context?.ip),
  $exentry: exeEntry,
  $retreg: (session) => registerOf(session, RETURNED),
  $retreg64: returnedWide,
  $csp: ({ context }) => known(context?.sp),
  $p: ({ lastDisplayed }) => lastDisplayed ?? 'no memory was displayed yet',
  $proc: (session) => (isUserMode(session.target) ? peb(session) : known(session.target.process?.address)),
  $thread: (session) => known(isUserMode(session.target) ? session.thread?.teb : session.implicitThread),
  $peb: peb,
  $teb: teb,
  $tpid: (session) => clientId(session, 'UniqueProcess'),
  $tid: (session) => clientId(session, 'UniqueThread'),
  $dtid: (session) => counted(isUserMode(session.target) ? session.thread?.index : session.thread?.processor),
  // One process and one system are what the debugger makes of a dump.
  $dpid: () => 0n,
  $dsid: () => 0n,
  $ppid: parentId,
  $frame: ({ frame }) => BigInt(frame),
  $dbgtime: () => BigInt(Date.now()) * 10_000n + FILETIME_EPOCH,
  $callret: () => NO_CALLS,
  $extret: () => 'extensions return nothing here',
  $extin: () => 'extensions return nothing here',
  $clrex: () => NOT_MANAGED,
  $lastclrex: () => NOT_MANAGED,
  $ptrsize: ({ pointerSize }) => BigInt(pointerSize),
  $pagesize: () => 0x1000n,
  $pcr: (session) => processorBlock(session, (kernel, prcb) => known(pcrOf(kernel, prcb)?.address)),
  $pcrb: prcb,
  $argreg: (session) =>
    session.architecture === 'x86' ? 'x86 passes no argument in a fixed register' : registerOf(session, ARGUMENT),
  $exr_chance: () => 'a dump does not say whether it was the first chance or the second',
  $exr_code: ({ target }) => (target.exception ? BigInt(target.exception.code >>> 0) : 'this dump has no exception'),
  $exr_numparams: ({ target }) =>
    target.exception ? BigInt(target.exception.parameters.length) : 'this dump has no exception',
  $bug_code: (session) => bugCheck(session, ({ code }) => BigInt(code >>> 0)),
};

/** `$t0` to `$t19`. */
const USER: ReadonlySet<string> = new Set(Array.from({ length: 20 }, (_, index) => `$t${index}`));

/** Names of pseudo-registers, for completion and for hints. */
export const PSEUDO_REGISTERS: readonly string[] = [...Object.keys(AUTOMATIC), ...USER];

/** Whether `$t0` to `$t19` are meant, which commands can set. */
export function isUserRegister(name: string): boolean {
  return USER.has(name);
}

/** Automatic and user pseudo-registers by lower-case name; null for no value (`pseudoAbsence` tells why) and no such name. */
export function pseudoValue(session: Session, name: string): bigint | null {
  // Loops of scripts live on these: nothing else is looked for.
  if (USER.has(name)) return session.pseudo.get(name) ?? 0n;
  const answer = automatic(session, name);
  return typeof answer === 'bigint' ? answer : null;
}

/** Why a pseudo-register that exists has no value in this dump; null where it has one, or does not exist. */
export function pseudoAbsence(session: Session, name: string): string | null {
  const answer = USER.has(name) ? null : automatic(session, name);
  return typeof answer === 'string' ? answer : null;
}

function automatic(session: Session, name: string): Answer | null {
  const direct = Object.hasOwn(AUTOMATIC, name) ? AUTOMATIC[name] : undefined;
  if (direct) return direct(session);
  const numbered = /^\$(bp|exr_param|bug_param)(\d{1,3})$/.exec(name);
  if (!numbered) return null;
  const number = Number(numbered[2]);
  switch (numbered[1]) {
    case 'bp':
      return 'a dump has no breakpoints';
    case 'bug_param':
      return number < 1 || number > 4 ? null : bugCheck(session, ({ parameters }) => parameters[number - 1] ?? 0n);
    default:
      if (number > 14) return null;
      return session.target.exception?.parameters[number] ?? 'the exception of this dump has no such parameter';
  }
}

/** The code and parameters of a kernel dump's bug check; zeros where it was saved without one, as its header holds them. */
function bugCheck(session: Session, pick: (bugcheck: NonNullable<Session['target']['bugcheck']>) => bigint): Answer {
  if (isUserMode(session.target)) return 'a dump of a process has no bug check';
  return session.target.bugcheck ? pick(session.target.bugcheck) : 0n;
}

function registerOf(session: Session, names: Readonly<Record<string, string>>): Answer {
  return session.context?.registers.get(names[session.context.architecture] ?? '') ?? MISSING;
}

function returnedWide(session: Session): Answer {
  const low = registerOf(session, RETURNED);
  if (typeof low === 'string' || session.context?.architecture !== 'x86') return low;
  const high = session.context.registers.get('edx');
  return high === undefined ? MISSING : (high << 32n) | low;
}

/** The memory that the current instruction accesses. */
function effectiveAddress(session: Session): Answer {
  const { context } = session;
  const disassembler = context && session.theCase.disassembler(context.architecture);
  if (context?.ip == null || !disassembler) return MISSING;
  const bytes = readAvailable(session.memory, context.ip, LONGEST_INSTRUCTION);
  const [instruction] = disassembler.decode(bytes, context.ip, 1);
  if (!instruction?.valid) return 'the current instruction is not in this dump';
  if (!instruction.memory) return 'the current instruction accesses no memory by an operand';
  const bits = context.architecture === 'x86' ? 32 : 64;
  return operandAddress(instruction.memory, context.registers, bits) ?? 'registers of its address are not in this dump';
}

function teb(session: Session): Answer {
  const { thread, implicitThread } = session;
  if (isUserMode(session.target) || implicitThread === null) return known(thread?.teb);
  if (thread?.teb != null && thread.address === implicitThread) return known(thread.teb);
  return fromKernel(session, (kernel) => kernel.object('_ETHREAD', implicitThread).pointerValue('Tcb.Teb') ?? MISSING);
}

/** A half of the CLIENT_ID of the thread in force: what the dump itself tells, else what the ETHREAD says. */
function clientId(session: Session, half: 'UniqueProcess' | 'UniqueThread'): Answer {
  const { thread, target, implicitThread } = session;
  const isRunning = isUserMode(session.target) || implicitThread === null || thread?.address === implicitThread;
  const own =
    half === 'UniqueThread'
      ? thread?.id
      : (thread?.processId ?? (isUserMode(session.target) ? target.process?.id : null));
  if (isRunning && (own != null || isUserMode(session.target))) return counted(own);
  if (implicitThread === null) return MISSING;
  return fromKernel(
    session,
    (kernel) => kernel.object('_ETHREAD', implicitThread).pointerValue(`Cid.${half}`) ?? MISSING,
  );
}

function peb(session: Session): Answer {
  const process = session.target.process?.address;
  if (!isUserMode(session.target) && process != null)
    return fromKernel(session, (kernel) => kernel.object('_EPROCESS', process).pointerValue('Peb') ?? MISSING);
  const at = session.thread?.teb;
  return at == null
    ? MISSING
    : known(tryPointer(session.memory, at + TEB_PEB[session.pointerSize], session.pointerSize));
}

function parentId(session: Session): Answer {
  const process = session.target.process?.address;
  if (isUserMode(session.target) || process == null) return 'a dump of a process does not tell which one started it';
  return fromKernel(session, (kernel) => counted(readProcess(kernel, process, { threads: false })?.parentId));
}

/** The control block of the thread's processor, else of the first one. */
function prcb({ target, thread }: Session): Answer {
  const blocks = target.prcbs ?? [];
  return known((blocks.find(({ number }) => number === thread?.processor) ?? blocks[0])?.address);
}

/** What the types of nt tell of the control block of the thread's processor. */
export function processorBlock(session: Session, pick: (kernel: Kernel, prcb: number) => Answer): Answer {
  const block = prcb(session);
  const at = typeof block === 'bigint' ? toAddress(block) : null;
  return at === null ? MISSING : fromKernel(session, (kernel) => pick(kernel, at));
}

/** What the types of nt tell, whose symbols are asked for first. */
function fromKernel(session: Session, read: (kernel: Kernel) => Answer): Answer {
  const nt = kernelModule(session.target);
  if (nt && !session.symbolsOf(nt)) throw new Need(nt.name, () => session.needSymbols(nt));
  const answer = kernelFact(session.theCase);
  return answer.known ? read(answer.value) : `it needs ${answer.missing}`;
}

/** Where the current frame returns to, by the names that are loaded. */
function returnAddress(session: Session): Answer {
  const from = stackStart(session);
  if (!from) return MISSING;
  const { frames } = walkThread(session.target, from, { ...session.stackOptions, limit: session.frame + 2 });
  const next = frames.slice(session.frame + 1).find(({ inline }) => !inline);
  return next?.address ?? 'where the current frame returns to cannot be told from this dump';
}

/** The entry point of the process's executable, which user dumps list first. */
function exeEntry(session: Session): Answer {
  const exe = session.target.modules.find(({ imageName, space }) => space === 'user' && /\.exe$/i.test(imageName));
  return (exe && entryPointOf(session, toUnsigned(exe.base))) ?? 'the header of the executable is not in this dump';
}

/** The entry point of the image at a base address; null when there is no module or its header is nowhere at hand. */
export function entryPointOf(session: Session, base: bigint): bigint | null {
  const module = session.target.modules.find((item) => toUnsigned(item.base) === base);
  if (!module) return null;
  let offset = entryOffset(new MemorySource(session.memory, module.base, module.size), 'mapped');
  if (offset === null) {
    // Beside the names of a module its image is found.
    const found = session.symbolsOf(module);
    if (!found) throw new Need(module.name, () => session.needSymbols(module));
    offset = entryOffset(found.image, 'file');
  }
  return offset === null ? null : base + BigInt(offset);
}

function entryOffset(source: Source | null, layout: 'mapped' | 'file'): number | null {
  if (!source) return null;
  try {
    return openPe(source, layout, new Problems()).entryPoint || null;
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}
