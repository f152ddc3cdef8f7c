import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type Instruction, InstructionInfoFactory, Mnemonic, OpKind, Register, RegisterExt } from 'iced-x86';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { openFunctionTable, type PeFunctionEntry } from '../../src/formats/pe/exception-directory.ts';
import { openPe, type PeImage } from '../../src/formats/pe/image.ts';
import { MemoryWindow } from '../../src/machine/memory-window.ts';
import { REGISTER_SETS, RegisterFile } from '../../src/machine/register-file.ts';
import { contextOf } from '../../src/machine/register-layout.ts';
import { isStop, type UnwindData, type UnwindEnvironment } from '../../src/machine/unwind.ts';
import { createX64Unwinder } from '../../src/machine/x64/unwind.ts';
import { readUnwindRule } from '../../src/machine/x64/unwind-info.ts';
import { SegmentsSpace } from '../../src/memory/segments.ts';
import { type Decoded, decodeAll, X64Machine } from '../synth/emulate-x64.ts';
import { environmentOf } from '../synth/unwind-environment.ts';

/** Images by Microsoft's compiler, and Wine's by GCC: thousands of real prologues and epilogues. */
const NODE_PTY = '/tmp/oracle/node_modules/node-pty/prebuilds/win32-x64';
const WINE = '/usr/lib/x86_64-linux-gnu/wine/x86_64-windows';
const IMAGES = [`${NODE_PTY}/conpty/OpenConsole.exe`, `${NODE_PTY}/conpty.node`, `${WINE}/msvcrt.dll`];

const BASE = 0x140000000;
const STACK = 0x7ffe0000n;
const RETURN = 0x77770000n;
const NONVOLATILE = [3, 5, 6, 7, 12, 13, 14, 15];
const NAMES = REGISTER_SETS.x64!.names;

function open(path: string): PeImage {
  return openPe(new BytesSource(readFileSync(path)), 'file', new Problems());
}

function dataOf(image: PeImage, entry: PeFunctionEntry): UnwindData {
  const table = openFunctionTable(image)!;
  return {
    imageBase: BASE,
    ...entry,
    read: (rva, length) => image.read(rva, length),
    entryAt(rva) {
      const found = table.find(rva);
      return found === 'missing' ? null : found;
    },
  };
}

/** Unwinds from every instruction of prologues and epilogues and reports where the caller's registers do not come out. */
class Simulation {
  readonly image: PeImage;
  readonly info = new InstructionInfoFactory();
  readonly failures: string[] = [];
  checks = 0;
  functions = 0;
  readonly #table;
  #stackBytes: Uint8Array = new Uint8Array(0);

  constructor(image: PeImage) {
    this.image = image;
    this.#table = openFunctionTable(image)!;
  }

  run(limit: number): void {
    const stride = Math.max(1, Math.floor(this.#table.count / limit));
    for (let index = 0; index < this.#table.count; index += stride) this.#function(this.#table.entry(index)!);
  }

  #function(entry: PeFunctionEntry): void {
    const rule = readUnwindRule(dataOf(this.image, entry));
    expect(rule, `rule of 0x${entry.begin.toString(16)}`).not.toBeNull();
    if (rule!.parts.some((part) => part.ops.some((op) => op.kind === 'machine'))) return;
    // A part that is nothing but the tail of its parent's epilogue has no body of its own.
    if (rule!.parts.length > 1 && rule!.parts[0]!.ops.length === 0) return;
    // GCC's cold parts have operations but no prologue: they are jumped to from the middle of the hot one.
    if (rule!.parts.some((part) => part.prologSize === 0 && part.ops.length > 0)) return;
    this.functions++;
    let machine = new X64Machine(STACK, 0x10000, entry.begin);
    machine.store(machine.registers[4]!, RETURN, 8);
    const entryState = machine.copy();
    // A chained part is entered from its parent's body: the parents' prologues have run, outermost first.
    for (const part of [...rule!.parts].reverse()) {
      const code = decodeAll(this.image.read(part.begin, part.prologSize + 16), part.begin);
      // An early return within the prologue leaves the frame as it was for the code behind it.
      let before = machine.copy();
      for (const { at, instruction } of code) {
        if (at - part.begin >= part.prologSize) break;
        if (!isEpilogue(instruction) && instruction.mnemonic !== Mnemonic.Ret) before = machine.copy();
        if (part === rule!.parts[0]) this.#check(at, machine, entryState, 'prologue');
        if (instruction.mnemonic === Mnemonic.Ret) machine = before;
        else if (instruction.mnemonic !== Mnemonic.Call) machine.run(instruction, this.info);
        if (!isEpilogue(instruction) && instruction.mnemonic !== Mnemonic.Ret) before = machine.copy();
      }
      free(code);
    }
    const first = rule!.parts[0]!;
    const body = machine.copy();
    // What the body may do: use every register that was saved, and move rsp when there is a frame register.
    const saved = new Set(
      rule!.parts.flatMap((part) =>
        part.ops.flatMap((op) => (op.kind === 'push' || op.kind === 'save' ? [op.register] : [])),
      ),
    );
    const frameRegister = first.frameRegister;
    for (const register of saved) if (register !== frameRegister) body.registers[register] = body.random();
    this.#check(first.begin + first.prologSize, body, entryState, 'body');
    const movSaved = rule!.parts.flatMap((part) => part.ops.flatMap((op) => (op.kind === 'save' ? [op.register] : [])));
    this.#epilogues(first.begin + first.prologSize, first.end, body, entryState, movSaved);
  }

  #epilogues(begin: number, end: number, body: X64Machine, entryState: X64Machine, movSaved: readonly number[]): void {
    const code = decodeAll(this.image.read(begin, end - begin), begin);
    code.forEach(({ instruction }, index) => {
      if (instruction.mnemonic !== Mnemonic.Ret) return;
      let start = index;
      while (start > 0 && isEpilogue(code[start - 1]!.instruction)) start--;
      // `mov rsp, r11` belongs to a `lea r11, [rsp+n]` that other instructions may separate from it.
      if (code.slice(start, index).some((step) => isStackFromR11(step.instruction))) {
        const lea = code.slice(Math.max(0, start - 12), index).findLastIndex((step) => isLeaR11(step.instruction));
        if (lea < 0) return;
        start = Math.min(start, Math.max(0, start - 12) + lea);
      }
      const machine = body.copy();
      // What was saved by MOV is restored by MOV, maybe among other instructions before this: then it is back already.
      for (const register of movSaved) {
        const restored = code
          .slice(start, index)
          .some(
            ({ instruction: each }) =>
              each.mnemonic === Mnemonic.Mov &&
              RegisterExt.isGPR64(each.op0Register) &&
              RegisterExt.number(each.op0Register) === register,
          );
        if (!restored) machine.registers[register] = entryState.registers[register]!;
      }
      for (const step of code.slice(start, index + 1)) {
        this.#check(step.at, machine, entryState, 'epilogue');
        machine.run(step.instruction, this.info);
      }
    });
    free(code);
  }

  #check(rva: number, machine: X64Machine, entryState: X64Machine, where: string): void {
    this.checks++;
    this.#stackBytes = machine.stack;
    const registers = new Map(
      NAMES.slice(0, 16).map((name, index) => [name, BigInt.asUintN(64, machine.registers[index]!)]),
    );
    registers.set('rip', BigInt(BASE + rva));
    for (const [index, value] of machine.vectors.entries()) registers.set(`xmm${index}`, value);
    const file = RegisterFile.from(contextOf('x64', registers))!;
    const memory = new SegmentsSpace([
      { start: Number(STACK), size: this.#stackBytes.length, source: new BytesSource(this.#stackBytes), offset: 0 },
    ]);
    const unwinder = createX64Unwinder(this.#environment(memory));
    const frame = {
      registers: file,
      ip: BASE + rva,
      sp: file.sp!,
      isReturnAddress: false,
      trust: 'context' as const,
      index: 0,
      calleeParameters: 0,
    };
    const step = unwinder.step(frame, new MemoryWindow(memory));
    const at = `${where} at 0x${rva.toString(16)}`;
    if (step === null || isStop(step)) {
      this.failures.push(`${at}: ${step === null ? 'no rule' : step.reason}`);
      return;
    }
    const found = step.registers.context().registers;
    const wrong: string[] = [];
    const compare = (name: string, expected: bigint): void => {
      if (found.get(name) !== BigInt.asUintN(128, expected)) wrong.push(name);
    };
    compare('rip', RETURN);
    compare('rsp', entryState.registers[4]! + 8n);
    for (const register of NONVOLATILE) compare(NAMES[register]!, entryState.registers[register]!);
    for (let index = 6; index < 16; index++) compare(`xmm${index}`, entryState.vectors[index]!);
    if (wrong.length > 0) this.failures.push(`${at}: ${wrong.join(' ')}`);
  }

  #environment(memory: SegmentsSpace): UnwindEnvironment {
    return environmentOf({
      memory,
      code: (address, length) => this.image.read(address - BASE, length),
      unwindData: (address) => {
        const entry = this.#table.find(address - BASE);
        return entry === 'missing' ? 'unknown' : entry && dataOf(this.image, entry);
      },
      module: (address) =>
        address >= BASE && address < BASE + this.image.sizeOfImage
          ? { base: BASE, size: this.image.sizeOfImage, kernel: false }
          : null,
    });
  }
}

function free(code: readonly Decoded[]): void {
  for (const { instruction } of code) instruction.free();
}

function isStackFromR11({ mnemonic, op0Register, op1Register }: Instruction): boolean {
  return mnemonic === Mnemonic.Mov && op0Register === Register.RSP && op1Register === Register.R11;
}

function isLeaR11({ mnemonic, op0Register, memoryBase }: Instruction): boolean {
  return mnemonic === Mnemonic.Lea && op0Register === Register.R11 && memoryBase === Register.RSP;
}

/** What a compiler's epilogue is made of; registers saved by MOV are restored before the part that unwinders know. */
function isEpilogue(instruction: Instruction): boolean {
  const { mnemonic, op0Register, op0Kind, op1Kind, memoryBase } = instruction;
  if (isStackFromR11(instruction) || isLeaR11(instruction)) return true;
  if (mnemonic === Mnemonic.Pop && op0Kind === OpKind.Register) return true;
  if (mnemonic === Mnemonic.Add && op0Register === Register.RSP && op1Kind !== OpKind.Memory) return true;
  if (mnemonic === Mnemonic.Lea) return op0Register === Register.RSP;
  const restores = mnemonic === Mnemonic.Mov || mnemonic === Mnemonic.Movaps || mnemonic === Mnemonic.Movups;
  return restores && op0Kind === OpKind.Register && op1Kind === OpKind.Memory && STACK_BASES.has(memoryBase);
}

const STACK_BASES = new Set([Register.RSP, Register.R11, Register.RBP]);

describe.each(IMAGES)('%s', (path) => {
  test.skipIf(!existsSync(path))(
    'from every instruction of a prologue and an epilogue the caller comes out (needs the image)',
    () => {
      const simulation = new Simulation(open(path));
      simulation.run(200);
      expect(simulation.failures.slice(0, 20)).toEqual([]);
      expect(simulation.functions).toBeGreaterThan(100);
      expect(simulation.checks).toBeGreaterThan(simulation.functions * 3);
    },
    60_000,
  );
});

const READOBJ = '/usr/bin/llvm-readobj-19';

test.skipIf(!existsSync(READOBJ) || !existsSync(IMAGES[1]!))(
  'unwind codes equal those that llvm-readobj prints (needs llvm-readobj-19 and node-pty)',
  () => {
    const image = open(IMAGES[1]!);
    const table = openFunctionTable(image)!;
    // llvm-readobj 19 crashes behind the entries that it can print; those are enough.
    const text = spawnSync(READOBJ, ['--unwind', IMAGES[1]!], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
    const theirs = [
      ...text
        .replaceAll(/Chained \{[^}]*\}/g, '')
        .matchAll(/StartAddress: \(0x([0-9A-F]+)\)[\s\S]*?PrologSize: (\d+)[\s\S]*?UnwindCodes \[([\s\S]*?)\]/g),
    ].map(([, start, prolog, codes]) => [
      Number(BigInt(`0x${start}`) - image.imageBase),
      Number(prolog),
      [...codes!.matchAll(/0x([0-9A-F]{2}): (\w+) ?([^\n]*)/g)].map(
        ([, at, name, rest]) => `${at} ${name} ${rest!.trim()}`,
      ),
    ]);
    const ours = Array.from({ length: table.count }, (_, index) => {
      const entry = table.entry(index)!;
      const part = readUnwindRule(dataOf(image, entry))!.parts[0]!;
      const codes = part.ops.map((op) => {
        const at = op.at.toString(16).toUpperCase().padStart(2, '0');
        switch (op.kind) {
          case 'push':
            return `${at} PUSH_NONVOL reg=${NAMES[op.register]!.toUpperCase()}`;
          case 'alloc':
            return `${at} ${op.size > 128 ? 'ALLOC_LARGE' : 'ALLOC_SMALL'} size=${op.size}`;
          case 'frame':
            return `${at} SET_FPREG reg=${NAMES[part.frameRegister!]!.toUpperCase()}, offset=0x${part.frameOffset.toString(16).toUpperCase()}`;
          case 'save':
            return `${at} SAVE_NONVOL reg=${NAMES[op.register]!.toUpperCase()}, offset=0x${op.offset.toString(16).toUpperCase()}`;
          case 'save-xmm':
            return `${at} SAVE_XMM128 reg=XMM${op.register}, offset=0x${op.offset.toString(16).toUpperCase()}`;
          default:
            return `${at} PUSH_MACHFRAME errcode=${op.errorCode ? 'yes' : 'no'}`;
        }
      });
      return [part.begin, part.prologSize, codes];
    });
    expect(theirs.length).toBeGreaterThan(500);
    expect(ours.slice(0, theirs.length)).toEqual(theirs);
  },
);
