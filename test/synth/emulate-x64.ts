import {
  Code,
  Decoder,
  DecoderOptions,
  type Instruction,
  type InstructionInfoFactory,
  Mnemonic,
  OpAccess,
  OpKind,
  Register,
  RegisterExt,
} from 'iced-x86';

/** Just enough of an x64 processor to run prologues and epilogues: what moves rsp, and what saves and restores registers. */
export class X64Machine {
  /** By processor number; `vectors` are xmm0..15. */
  readonly registers: bigint[];
  readonly vectors: bigint[];
  readonly stack: Uint8Array;
  readonly stackBase: bigint;
  #seed: number;

  constructor(stackBase: bigint, stackSize: number, seed: number) {
    this.stackBase = stackBase;
    this.stack = new Uint8Array(stackSize);
    this.#seed = seed;
    this.registers = Array.from({ length: 16 }, () => this.random());
    this.vectors = Array.from({ length: 16 }, () => (this.random() << 64n) | this.random());
    this.registers[4] = stackBase + BigInt(stackSize) - 0x1008n;
  }

  /** A non-canonical value that no address equals. */
  random(): bigint {
    this.#seed = (Math.imul(this.#seed, 1664525) + 1013904223) >>> 0;
    return (0x7bad0000n << 32n) | BigInt(this.#seed);
  }

  copy(): X64Machine {
    const other = new X64Machine(this.stackBase, this.stack.length, this.#seed + 7);
    other.stack.set(this.stack);
    this.registers.forEach((value, index) => {
      other.registers[index] = value;
    });
    this.vectors.forEach((value, index) => {
      other.vectors[index] = value;
    });
    return other;
  }

  #view(address: bigint, size: number): DataView | null {
    const at = Number(BigInt.asUintN(64, address) - this.stackBase);
    return at >= 0 && at + size <= this.stack.length ? new DataView(this.stack.buffer, at, size) : null;
  }
  load(address: bigint, size: 8 | 16): bigint {
    const view = this.#view(address, size);
    if (!view) return this.random();
    const low = view.getBigUint64(0, true);
    return size === 8 ? low : (view.getBigUint64(8, true) << 64n) | low;
  }
  store(address: bigint, value: bigint, size: 8 | 16): void {
    const view = this.#view(address, size);
    view?.setBigUint64(0, BigInt.asUintN(64, value), true);
    if (size === 16) view?.setBigUint64(8, value >> 64n, true);
  }

  /** Executes one instruction as far as stack and registers go; anything else leaves random values in what it writes. */
  run(instruction: Instruction, info: InstructionInfoFactory): void {
    const { mnemonic, op0Kind, op1Kind, op0Register, op1Register } = instruction;
    const r = this.registers;
    const number = (register: Register): number => RegisterExt.number(register);
    const full = (register: Register): boolean => RegisterExt.isGPR64(register);
    if (mnemonic === Mnemonic.Push && op0Kind === OpKind.Register && full(op0Register)) {
      r[4] = r[4]! - 8n;
      this.store(r[4]!, r[number(op0Register)]!, 8);
      return;
    }
    if (mnemonic === Mnemonic.Pop && op0Kind === OpKind.Register) {
      const value = this.load(r[4]!, 8);
      r[4] = r[4]! + 8n;
      r[number(op0Register)] = value;
      return;
    }
    if ((mnemonic === Mnemonic.Sub || mnemonic === Mnemonic.Add) && op0Register === Register.RSP) {
      const by = op1Kind === OpKind.Register ? r[number(op1Register)]! : immediate(instruction);
      r[4] = BigInt.asUintN(64, mnemonic === Mnemonic.Sub ? r[4]! - by : r[4]! + by);
      return;
    }
    if (mnemonic === Mnemonic.Lea && full(op0Register)) {
      r[number(op0Register)] = this.#effective(instruction);
      return;
    }
    if (mnemonic === Mnemonic.Mov && op0Kind === OpKind.Register && full(op0Register)) {
      if (op1Kind === OpKind.Register) {
        r[number(op0Register)] = r[number(op1Register)]!;
        return;
      }
      if (op1Kind === OpKind.Memory) {
        r[number(op0Register)] = this.load(this.#effective(instruction), 8);
        return;
      }
    }
    if (
      mnemonic === Mnemonic.Mov &&
      op0Kind === OpKind.Register &&
      RegisterExt.isGPR32(op0Register) &&
      op1Kind === OpKind.Immediate32
    ) {
      r[number(op0Register)] = BigInt(instruction.immediate32 >>> 0);
      return;
    }
    if (mnemonic === Mnemonic.Mov && op0Kind === OpKind.Memory && op1Kind === OpKind.Register && full(op1Register)) {
      this.store(this.#effective(instruction), r[number(op1Register)]!, 8);
      return;
    }
    if (VECTOR_MOVES.has(mnemonic)) {
      if (op0Kind === OpKind.Memory && RegisterExt.isXMM(op1Register)) {
        this.store(this.#effective(instruction), this.vectors[number(op1Register)]!, 16);
        return;
      }
      if (op0Kind === OpKind.Register && RegisterExt.isXMM(op0Register)) {
        this.vectors[number(op0Register)] =
          op1Kind === OpKind.Memory ? this.load(this.#effective(instruction), 16) : this.vectors[number(op1Register)]!;
        return;
      }
    }
    const used = info.info(instruction);
    for (const each of used.usedRegisters()) {
      const writes =
        each.access === OpAccess.Write ||
        each.access === OpAccess.ReadWrite ||
        each.access === OpAccess.CondWrite ||
        each.access === OpAccess.ReadCondWrite;
      if (writes && RegisterExt.isGPR(each.register)) {
        const at = number(RegisterExt.fullRegister(each.register));
        if (at !== 4) r[at] = this.random();
      } else if (writes && RegisterExt.isVectorRegister(each.register))
        this.vectors[number(each.register)] = this.random();
      each.free();
    }
    used.free();
  }

  #effective(instruction: Instruction): bigint {
    const base = instruction.memoryBase;
    const index = instruction.memoryIndex;
    if (base === Register.RIP) return 0n;
    const start = base === Register.None ? 0n : this.registers[RegisterExt.number(base)]!;
    const scaled =
      index === Register.None ? 0n : this.registers[RegisterExt.number(index)]! * BigInt(instruction.memoryIndexScale);
    return BigInt.asUintN(64, start + scaled + BigInt.asIntN(64, instruction.memoryDisplacement));
  }
}

const VECTOR_MOVES = new Set([Mnemonic.Movaps, Mnemonic.Movups, Mnemonic.Movdqa, Mnemonic.Movdqu]);

function immediate(instruction: Instruction): bigint {
  return BigInt.asIntN(64, instruction.immediate(1) as bigint);
}

export interface Decoded {
  readonly at: number;
  readonly instruction: Instruction;
}

/** Decodes bytes linearly; `at` is the RVA. The caller frees the instructions. */
export function decodeAll(code: Uint8Array, rva: number): Decoded[] {
  const decoder = new Decoder(64, code, DecoderOptions.None);
  decoder.ip = BigInt(rva);
  const out: Decoded[] = [];
  while (decoder.canDecode) {
    const at = Number(decoder.ip);
    const instruction = decoder.decode();
    if (instruction.code === Code.INVALID) {
      instruction.free();
      break;
    }
    out.push({ at, instruction });
  }
  decoder.free();
  return out;
}
