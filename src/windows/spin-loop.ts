/** An instruction as far as loops are read from it: a debugger's text, and the place that a branch goes to. */
export interface CodeLine {
  readonly address: bigint;
  readonly mnemonic: string;
  readonly operands: string;
  /** Of a direct branch. */
  readonly target: bigint | null;
}

/** A tight loop around an instruction, and what it waits for. */
export interface SpinLoop {
  /** Its instructions, in order. */
  readonly body: readonly CodeLine[];
  /** The branch that leaves it; null when none does. */
  readonly exit: CodeLine | null;
  /** The instruction that reads the memory which decides, with the register that points there. */
  readonly test: { readonly line: CodeLine; readonly register: string; readonly displacement: number } | null;
  /** A register that still holds the entry of the queue before this one: the loop's entry was linked to it, and nothing has changed it since. */
  readonly previous: { readonly register: string; readonly line: CodeLine } | null;
}

/** A loop that waits for one word is shorter than this. */
const LONGEST_LOOP = 64n;
const MEMORY = /\[\s*([a-z][a-z0-9]{1,3})\s*(?:\+\s*(?:0x)?([0-9a-f]{1,4})h?)?\s*\]/i;
/** Instructions that change no register by their first operand. */
const READS_ONLY = /^(cmp|test|bt|jmp|j[a-z]{1,3}|push|pause|nop|call|rep|ret|sti|cli|prefetch\w*)$/i;
/** Names of one register by its width, for writes to a part of it. */
const PARTS = /^[er]?(ax|bx|cx|dx|si|di|bp|sp)$|^([abcd])[lh]$|^(r\d{1,2})[dwb]?$|^([sd]i|[sb]p)l$/i;

/** The smallest loop that holds the instruction at `ip`; null when no short loop does. Lines are in the order of addresses. */
export function spinLoopAt(lines: readonly CodeLine[], ip: bigint): SpinLoop | null {
  const at = lines.findIndex(({ address }) => address === ip);
  if (at < 0) return null;
  const back = lines
    .slice(at)
    .filter(({ target, address }) => target !== null && target <= ip && address - target <= LONGEST_LOOP)
    .sort((a, b) => Number(a.address - a.target! - (b.address - b.target!)))[0];
  if (!back) return null;
  const first = lines.findIndex(({ address }) => address === back.target);
  if (first < 0) return null;
  const body = lines.slice(first, lines.indexOf(back) + 1);
  const inside = new Set(body.map(({ address }) => address));
  const exit =
    body.find(({ target, mnemonic }) => target !== null && !inside.has(target) && mnemonic !== 'call') ?? null;
  const written = new Set(body.flatMap(writtenBy));
  const test = testIn(body, written);
  return { body, exit, test, previous: test ? previousOf(lines.slice(0, first), test.register, written) : null };
}

function testIn(body: readonly CodeLine[], written: ReadonlySet<string>): SpinLoop['test'] {
  for (const line of body) {
    if (!/^(test|cmp|bt|mov|movzx)$/i.test(line.mnemonic)) continue;
    const found = MEMORY.exec(line.operands);
    // A store is no test.
    if (!found || (/^mov/i.test(line.mnemonic) && line.operands.indexOf('[') < line.operands.indexOf(','))) continue;
    const register = found[1]!.toLowerCase();
    if (written.has(whole(register))) continue;
    return { line, register, displacement: found[2] === undefined ? 0 : Number.parseInt(found[2], 16) };
  }
  return null;
}

/** `mov [edx],eax` before the loop, where eax is the entry that the loop watches: edx is the entry before it. */
function previousOf(
  before: readonly CodeLine[],
  entry: string,
  writtenInLoop: ReadonlySet<string>,
): SpinLoop['previous'] {
  for (let i = before.length - 1; i >= 0; i--) {
    const line = before[i]!;
    const store = /^mov$/i.test(line.mnemonic)
      ? /^(?:[a-z]+ ptr )?(?:[a-z]s:)?\[\s*([a-z][a-z0-9]{1,3})\s*\]\s*,\s*([a-z][a-z0-9]{1,3})$/i.exec(
          line.operands.trim(),
        )
      : null;
    if (!store || store[2]!.toLowerCase() !== entry) continue;
    const register = store[1]!.toLowerCase();
    const changed =
      writtenInLoop.has(whole(register)) || before.slice(i).some((later) => writtenBy(later).includes(whole(register)));
    return changed || register === entry ? null : { register, line };
  }
  return null;
}

/** Registers that an instruction writes, by the name of the whole one. A call may change any that are not kept. */
function writtenBy({ mnemonic, operands }: CodeLine): string[] {
  if (/^call$/i.test(mnemonic)) return ['ax', 'cx', 'dx', 'r8', 'r9', 'r10', 'r11'];
  if (READS_ONLY.test(mnemonic)) return [];
  const parts = operands.split(',').map((part) => part.trim());
  const written = /^xchg|^xadd/i.test(mnemonic) ? parts.slice(0, 2) : parts.slice(0, 1);
  const named = written.filter((part) => PARTS.test(part)).map(whole);
  return /^(lock )?cmpxchg/i.test(mnemonic) ? [...named, 'ax'] : named;
}

/** `eax`, `rax`, `ax`, `al` are one register. */
function whole(register: string): string {
  const found = PARTS.exec(register);
  if (!found) return register.toLowerCase();
  const [, wide, byte, numbered, low] = found;
  return (wide ?? (byte ? `${byte}x` : (numbered ?? low ?? register))).toLowerCase();
}

/** KSPIN_LOCK_QUEUE.Lock (ntifs.h): the lock's address with LOCK_QUEUE_WAIT and LOCK_QUEUE_OWNER in its low bits. */
export function decodeLockQueue(word: bigint): {
  readonly lock: bigint;
  readonly waits: boolean;
  readonly owns: boolean;
} {
  return { lock: word & ~3n, waits: (word & 1n) !== 0n, owns: (word & 2n) !== 0n };
}

const SPIN =
  /^(K[ei]Acquire(InStackQueued|Queued)?SpinLock\w*|Kf?AcquireSpinLock\w*|KfAcquireSpinLock|KefAcquireSpinLock\w*|Kx?AcquireSpinLock|KxWaitForSpinLock\w*|KxWaitForLockOwnerShip\w*|KxWaitForLockChainValid|KeAcquireReaderWriterSpinLock\w*|ExAcquireSpinLock\w*|ExpWaitForSpinLock\w*|ExpAcquireSpinLock\w*)$/;

/** Whether a function of the kernel or HAL waits for a spin lock by turning in a loop. */
export function isSpinFunction(name: string | null): boolean {
  return name !== null && SPIN.test(name);
}
