import { toAddress, toUnsigned, tryPointer } from '../memory/space.ts';
import { codeBytes, contextOfFrame } from '../target/stack.ts';
import type { Target } from '../target/target.ts';
import { type CodeLine, decodeLockQueue, isSpinFunction, type SpinLoop, spinLoopAt } from '../windows/spin-loop.ts';
import type { Frame } from '../windows/stack.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { type Case, fact, known } from './case.ts';
import { logFact } from './log.ts';
import { stackOptions } from './symbol-options.ts';
import { stacksFact, threadObjectsFact } from './thread-objects.ts';

/** An entry in the queue of a spin lock (KSPIN_LOCK_QUEUE). */
export interface QueueEntry {
  readonly address: bigint;
  /** Its Lock word; null when it cannot be read. */
  readonly word: bigint | null;
  readonly lock: bigint | null;
  readonly waits: boolean | null;
  readonly owns: boolean | null;
}

/** A thread that runs in a function which waits for a spin lock. */
export interface Spin {
  readonly thread: ThreadObject;
  readonly frame: Frame;
  /** Who asked for the lock. */
  readonly caller: Frame | null;
  /** Null when the code is not at hand, or the thread was not in a short loop. */
  readonly loop: SpinLoop | null;
  /** The entry that the thread waits with, of queued locks. */
  readonly entry: QueueEntry | null;
  /** The entry before it in the queue, where a register still tells. */
  readonly previous: (QueueEntry & { readonly onOwnStack: boolean }) | null;
  /** Whether the other processors are idle: all of them, or one that a log shows; null when that is not known or not so. */
  readonly idle: 'all' | 'one' | null;
  /** Registers and code came from here. */
  readonly from: string;
}

/** What the registers, code and memory at a spinning place are, whatever they come from. */
interface Scene {
  readonly pointerSize: 4 | 8;
  readonly ip: bigint | null;
  readonly registers: ReadonlyMap<string, bigint>;
  readonly code: readonly CodeLine[];
  readonly word: (address: bigint) => bigint | null;
  readonly from: string;
}

/** Running threads that stand in a function which acquires a spin lock. */
export const spinsFact = fact<readonly Spin[]>('spins', (theCase) => {
  const threads = threadObjectsFact(theCase);
  const stacks = stacksFact(theCase);
  if (!threads.known) return threads;
  const spins: Spin[] = [];
  for (const thread of threads.value) {
    if (thread.state !== 'RUNNING' || !stacks.known) continue;
    const { frames } = stacks.value(thread);
    const at = frames.findIndex((frame, index) => isInterrupted(frames, index) && isSpinFunction(frame.function));
    const frame = frames[at];
    if (!frame) continue;
    const scene = theCase.target ? memoryScene(theCase, theCase.target, frame) : logScene(theCase, frame);
    const outside = frames.slice(at + 1).find((item) => item.module !== frame.module && item.module !== 'nt');
    spins.push({
      thread,
      frame,
      caller: outside ?? frames[at + 1] ?? null,
      ...readScene(scene, thread),
      idle: idleOthers(theCase, thread),
      from: scene?.from ?? threads.from,
    });
  }
  return known(spins, threads.from);
});

/** Handlers of interrupts and traps, below which the interrupted code stands. */
const INTERRUPT = /^(Ki\w*Interrupt\w*|KiTrap[0-9A-F]{2}|KiIpi\w+|KiNmi\w+|KxNmi\w+|KiFreeze\w+|KiBreakpointTrap)$/;

/** The code that runs on the processor, or that an interrupt found there; return addresses are behind calls, not in loops. */
function isInterrupted(frames: readonly Frame[], index: number): boolean {
  const { trust } = frames[index]!;
  if (index === 0 || trust === 'context' || trust === 'trap-frame') return true;
  const before = frames[index - 1]!;
  return trust === 'transcript' && (before.trapFrame !== null || INTERRUPT.test(before.function ?? ''));
}

function readScene(scene: Scene | null, thread: ThreadObject): Pick<Spin, 'loop' | 'entry' | 'previous'> {
  const loop = scene?.ip != null ? spinLoopAt(scene.code, scene.ip) : null;
  // The Lock word stands behind Next: a loop that watches the place after a pointer waits in a queue.
  if (!scene || !loop?.test || loop.test.displacement !== scene.pointerSize)
    return { loop, entry: null, previous: null };
  const handle = scene.registers.get(loop.test.register);
  const before = loop.previous ? scene.registers.get(loop.previous.register) : undefined;
  return {
    loop,
    entry: handle === undefined ? null : entryAt(scene, handle),
    previous: before ? { ...entryAt(scene, before), onOwnStack: isOnStack(thread, before, scene.registers) } : null,
  };
}

function entryAt({ word, pointerSize }: Scene, address: bigint): QueueEntry {
  const value = word(address + BigInt(pointerSize));
  const told = value === null ? null : decodeLockQueue(value);
  return { address, word: value, lock: told?.lock ?? null, waits: told?.waits ?? null, owns: told?.owns ?? null };
}

/** In the part of the thread's stack that is in use. */
function isOnStack({ stackLimit, stackBase }: ThreadObject, address: bigint, registers: Scene['registers']): boolean {
  if (stackLimit === null || stackBase === null) return false;
  const top = registers.get('esp') ?? registers.get('rsp') ?? stackLimit;
  return address >= stackLimit && address < stackBase && address > top;
}

/** Functions are followed from their start, no farther than this behind the place of interest. */
const MOST_BEFORE = 0x1000;
const BEHIND = 0x80;

function memoryScene(theCase: Case, target: Target, frame: Frame): Scene | null {
  const context = contextOfFrame(frame);
  if (context?.ip == null) return null;
  const disassembler = theCase.disassembler(context.architecture);
  const offset = frame.offset === null ? 0 : Number(frame.offset);
  const start = offset <= MOST_BEFORE ? context.ip - offset : context.ip;
  const bytes = codeBytes(target, start, context.ip - start + BEHIND, stackOptions(theCase));
  const lines = disassembler?.decode(bytes, start, bytes.length) ?? [];
  return {
    pointerSize: target.pointerSize,
    ip: toUnsigned(context.ip),
    registers: context.registers,
    code: lines.map((line) => ({
      address: toUnsigned(line.address),
      mnemonic: line.mnemonic,
      operands: line.operands,
      target: line.target === null ? null : toUnsigned(line.target),
    })),
    word: (address) => {
      const at = toAddress(address);
      const value = at === null ? null : tryPointer(target.memory, at, target.pointerSize);
      return value === null ? null : toUnsigned(value);
    },
    from: 'registers, code and memory of the dump',
  };
}

/** The registers in a log whose instruction lies in the function, with the code and memory that it shows. */
function logScene(theCase: Case, frame: Frame): Scene | null {
  const log = logFact(theCase);
  if (!log.known) return null;
  const { reading, objects } = log.value;
  const blocks = objects.code.flatMap(({ instructions }) => instructions);
  const found = reading.registers.find(
    ({ value }) => value.label?.split('+')[0] === `${frame.module}!${frame.function}`,
  );
  if (!found) return null;
  const { registers } = found.value;
  const words = new Map(objects.memory.flatMap((memory) => memory.words).map((item) => [item.address, item.value]));
  return {
    pointerSize: registers.has('rip') ? 8 : 4,
    ip: registers.get('rip') ?? registers.get('eip') ?? null,
    registers,
    code: [...new Map(blocks.map((line) => [line.address, line])).values()]
      .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0))
      .map(({ address, mnemonic, operands, reference }) => ({
        address,
        mnemonic,
        operands,
        target: /^(j\w+|call)$/i.test(mnemonic) ? (reference?.address ?? null) : null,
      })),
    word: (address) => words.get(address) ?? null,
    from: 'registers, code and memory that the log shows',
  };
}

const IDLE = /^(KiIdleLoop|PopProcessorIdle|PoIdle|PopIdleExecute|AcpiC1Idle|HalProcessorIdle)$/;

function idleOthers(theCase: Case, thread: ThreadObject): Spin['idle'] {
  if (!theCase.target) return idleInLog(theCase, thread);
  const { processors } = theCase.target.system;
  const others = theCase.target.threads.filter(
    ({ address }) => address !== null && toUnsigned(address) !== thread.address,
  );
  const threads = threadObjectsFact(theCase);
  if (processors === null || others.length < processors - 1 || !threads.known) return null;
  // The idle threads are on no process's list: whoever else runs is not idle.
  return threads.value.filter(({ state }) => state === 'RUNNING').length <= 1 ? 'all' : null;
}

/** A log shows single processors; of a page of posts only the post with the thread counts. */
function idleInLog(theCase: Case, thread: ThreadObject): Spin['idle'] {
  const log = logFact(theCase);
  if (!log.known || !theCase.transcript) return null;
  const { sections } = theCase.transcript;
  const page = sections.findLast(({ firstLine }) => thread.line !== null && firstLine <= thread.line)?.page ?? null;
  const found = log.value.stacks.some(
    ({ text, where }) =>
      sections[where.section]?.page === page &&
      text.stack.frames.some(({ function: name }) => name !== null && IDLE.test(name)),
  );
  return found ? 'one' : null;
}
