/** Thrown for an instruction that prologues and epilogues are not made of. */
export class NotEmulated extends Error {}

const SP = 31;
const LR = 30;
/** What a signed return address carries above its 48 bits; bit 55 stays clear for user addresses. */
const PAC = 0x5a2a000000000000n;
/** x15 holds more than this until it is given the size of an allocation. */
const NO_ARGUMENT = 0x10000000n;
const MASK = 0xffffffffffffffffn;

/** The few instructions of ARM64 prologues and epilogues (Arm ARM, C6 and C7), on registers and one stack. */
export class Arm64Machine {
  /** x0..x30 and sp. */
  readonly registers: bigint[];
  /** d0..d31. */
  readonly vectors: bigint[];
  readonly stack: Uint8Array;
  readonly stackBase: bigint;
  hasCookie = false;

  constructor(registers: bigint[], vectors: bigint[], stack: Uint8Array, stackBase: bigint) {
    this.registers = registers;
    this.vectors = vectors;
    this.stack = stack;
    this.stackBase = stackBase;
  }

  clone(): Arm64Machine {
    const copy = new Arm64Machine([...this.registers], [...this.vectors], this.stack.slice(), this.stackBase);
    copy.hasCookie = this.hasCookie;
    return copy;
  }

  /** Executes one instruction; true when it returned. */
  run(word: number): boolean {
    if (word === RET || word === RETAB) {
      if (word === RETAB) this.registers[LR]! &= 0xffffffffffffn;
      return true;
    }
    if (word === PACIBSP) this.registers[LR] = this.registers[LR]! | PAC;
    else if (word === AUTIBSP) this.registers[LR]! &= 0xffffffffffffn;
    else if (word === NOP) return false;
    else if (this.#pair(word) || this.#single(word) || this.#add(word) || this.#large(word)) return false;
    else throw new NotEmulated(`0x${word.toString(16)}`);
    return false;
  }

  /** STP and LDP of x, d and q registers, with an offset, before or after. */
  #pair(word: number): boolean {
    const kind = word & 0x7e000000;
    if ((word & 0x38000000) !== 0x28000000 || (kind & 0x02000000) !== 0) return false;
    const vector = (word & 0x04000000) !== 0;
    const opc = word >>> 30;
    if (vector ? opc === 0 || opc === 3 : opc !== 2) return false;
    const mode = (word >>> 23) & 7;
    const size = vector && opc === 2 ? 16 : 8;
    const offset = BigInt(((word << 10) >> 25) * size);
    const base = (word >>> 5) & 31;
    const load = (word & 0x400000) !== 0;
    const first = word & 31;
    const second = (word >>> 10) & 31;
    if (mode !== 1 && mode !== 2 && mode !== 3) return false;
    const address = this.registers[base]! + (mode === 1 ? 0n : offset);
    this.#move(load, vector, first, address);
    this.#move(load, vector, second, address + BigInt(size));
    if (mode !== 2) this.registers[base] = (this.registers[base]! + offset) & MASK;
    return true;
  }

  /** STR and LDR of one x or d register. */
  #single(word: number): boolean {
    if (word >>> 30 !== 3 || (word & 0x38000000) !== 0x38000000) return false;
    const vector = (word & 0x04000000) !== 0;
    const opc = (word >>> 22) & 3;
    if (opc > 1) return false;
    const base = (word >>> 5) & 31;
    const register = word & 31;
    if ((word & 0x01000000) !== 0) {
      this.#move(opc === 1, vector, register, this.registers[base]! + BigInt(((word >>> 10) & 0xfff) * 8));
      return true;
    }
    const mode = (word >>> 10) & 3;
    if ((word & 0x200000) !== 0 || (mode !== 1 && mode !== 3)) return false;
    const offset = BigInt((word << 11) >> 23);
    this.#move(opc === 1, vector, register, this.registers[base]! + (mode === 3 ? offset : 0n));
    this.registers[base] = (this.registers[base]! + offset) & MASK;
    return true;
  }

  /** ADD and SUB of sp and fp with an immediate. */
  #add(word: number): boolean {
    if ((word & 0xbf800000) >>> 0 !== 0x91000000) return false;
    const to = word & 31;
    const from = (word >>> 5) & 31;
    if ((to !== SP && to !== 29) || (from !== SP && from !== 29)) return false;
    let amount = BigInt((word >>> 10) & 0xfff);
    if (word & 0x400000) amount <<= 12n;
    this.registers[to] = (this.registers[from]! + (word & 0x40000000 ? -amount : amount)) & MASK;
    return true;
  }

  /** The parts of a large allocation, and of a stack cookie: mov x15, n; bl __chkstk; sub sp, sp, x15 lsl 4. */
  #large(word: number): boolean {
    if ((word & 0xff80001f) >>> 0 === 0xd280000f) {
      this.registers[15] = BigInt((word >>> 5) & 0xffff) << BigInt(((word >>> 21) & 3) * 16);
    } else if ((word & 0xff80001f) >>> 0 === 0xf280000f) {
      this.registers[15]! |= BigInt((word >>> 5) & 0xffff) << BigInt(((word >>> 21) & 3) * 16);
    } else if (word >>> 0 === 0xcb2f73ff) {
      this.registers[SP] = this.registers[SP]! - (this.registers[15]! << 4n);
    } else if (word >>> 0 === 0x8b2f73ff) {
      this.registers[SP] = this.registers[SP]! + (this.registers[15]! << 4n);
    } else if (isCall(word)) {
      // __chkstk keeps all registers but x16, x17 and lr; without its argument it is __security_push_cookie or
      // __security_pop_cookie, which move sp by 16.
      this.registers[LR] = 0xdead0000n;
      if (this.registers[15]! >= NO_ARGUMENT) {
        this.registers[SP] = this.registers[SP]! + (this.hasCookie ? 16n : -16n);
        this.hasCookie = !this.hasCookie;
      }
    } else return false;
    return true;
  }

  #move(load: boolean, vector: boolean, register: number, address: bigint): void {
    const at = Number(address - this.stackBase);
    if (at < 0 || at + 8 > this.stack.length) throw new NotEmulated('outside of the stack');
    const view = new DataView(this.stack.buffer, this.stack.byteOffset, this.stack.byteLength);
    const file = vector ? this.vectors : this.registers;
    if (load) file[register] = view.getBigUint64(at, true);
    else view.setBigUint64(at, register === 31 && !vector ? 0n : file[register]!, true);
  }
}

const RET = 0xd65f03c0 | 0;
const RETAB = 0xd65f0fff | 0;
const PACIBSP = 0xd503237f | 0;
const AUTIBSP = 0xd50323ff | 0;
const NOP = 0xd503201f | 0;

/** Whether an instruction leaves the function for good: a return. */
export function isReturn(word: number): boolean {
  return word === RET || word === RETAB;
}

export function isCall(word: number): boolean {
  return (word & 0xfc000000) >>> 0 === 0x94000000;
}
