import type { Address } from '../memory/space.ts';
import { MemoryWindow } from './memory-window.ts';
import { isStop, type Step, type Stop, type UnwindFrame } from './unwind.ts';

/** Return addresses that are looked at when the walk and the shadow stack disagree. */
const RESYNC = 32;
/** No frame is larger: how far up the stack a return address is looked for. */
const MOST_FRAME = 0x40000;

/**
 * The processor's own copy of the return addresses (Intel SDM vol. 1, chapter "Control-flow Enforcement Technology"):
 * CALL pushes the 8-byte return address there too, and no ordinary write reaches it. A second opinion on every frame from
 * the context outward, until a trap or machine frame leads to another moment.
 */
export class ShadowStack {
  /** Two windows, because reads alternate between the two stacks. */
  readonly #own: MemoryWindow;
  readonly #window: MemoryWindow;
  #at: Address;
  #isLost = false;

  /** `ssp` is the shadow stack pointer, which points to the return address of the function that runs. */
  constructor(window: MemoryWindow, ssp: Address) {
    this.#own = new MemoryWindow(window.memory);
    this.#window = window;
    this.#at = ssp;
  }

  #entry(index: number): Address | null {
    const value = this.#own.pointer(this.#at + index * 8, 8);
    return value === null || value === undefined || value === 0 ? null : value;
  }

  /** Checks what the walk found against the shadow stack, and replaces it where the shadow stack knows better. */
  judge(frame: UnwindFrame, answer: Step | Stop, stack: { readonly base: Address } | null): Step | Stop {
    if (this.#isLost) return answer;
    if (!isStop(answer) && answer.interrupted) {
      this.#isLost = true;
      return answer;
    }
    const expected = this.#entry(0);
    if (expected === null) {
      this.#isLost = true;
      if (frame.index === 0 || isStop(answer) || answer.trust !== 'scan') return answer;
      return { end: 'no-candidate', reason: 'the shadow stack holds no further return address' };
    }
    if (!isStop(answer) && answer.registers.ip === expected) {
      this.#at += 8;
      return answer.trust === 'scan' ? { ...answer, trust: 'shadow-stack', note: null } : answer;
    }
    const isGuess = isStop(answer)
      ? answer.end !== 'complete'
      : answer.trust === 'scan' || answer.trust === 'frame-pointer';
    if (isGuess) {
      const step = this.#step(frame, expected, stack);
      if (step) {
        this.#at += 8;
        return step;
      }
    }
    if (isStop(answer)) return answer;
    const note = `the shadow stack has 0x${hexOf(expected)} here: the return address was changed, or frames are missing`;
    this.#resync(answer.registers.ip);
    return { ...answer, note: answer.note === null ? note : `${answer.note}; ${note}` };
  }

  /** The caller by the return address that the shadow stack has, where that lies on the stack too. */
  #step(frame: UnwindFrame, expected: Address, stack: { readonly base: Address } | null): Step | null {
    // The calling convention keeps return addresses at 8 modulo 16.
    let at = Math.ceil((frame.sp - 8) / 16) * 16 + 8;
    const end = Math.min(frame.sp + MOST_FRAME, stack?.base ?? Infinity);
    for (; at < end; at += 16) {
      const value = this.#window.pointer(at, 8);
      if (value === null) return null;
      if (value !== expected) continue;
      const { set } = frame.registers;
      const registers = frame.registers.caller();
      for (let register = 0; register < 31; register++) registers.forget(register);
      registers.setAddress(set.sp, at + 8);
      registers.setAddress(set.ip, expected);
      return { registers, trust: 'shadow-stack', interrupted: false, trapFrame: null, note: null, calleeParameters: 0 };
    }
    return null;
  }

  /** Goes on behind the entry that equals `ip`; without one the shadow stack is of no more use. */
  #resync(ip: Address | null): void {
    for (let index = 1; index < RESYNC; index++) {
      const entry = this.#entry(index);
      if (entry === null) break;
      if (entry !== ip) continue;
      this.#at += (index + 1) * 8;
      return;
    }
    this.#isLost = true;
  }
}

function hexOf(address: Address): string {
  return BigInt.asUintN(64, BigInt(address)).toString(16);
}
