import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource, viewOf } from '../../src/bytes/source.ts';
import { openFunctionTable, type PeFunctionEntry } from '../../src/formats/pe/exception-directory.ts';
import { openPe, type PeImage } from '../../src/formats/pe/image.ts';
import { createArm64Unwinder } from '../../src/machine/arm64/unwind.ts';
import { readArm64Rule } from '../../src/machine/arm64/unwind-codes.ts';
import { MemoryWindow } from '../../src/machine/memory-window.ts';
import { RegisterFile } from '../../src/machine/register-file.ts';
import { contextOf } from '../../src/machine/register-layout.ts';
import { isStop, type UnwindData } from '../../src/machine/unwind.ts';
import { SegmentsSpace } from '../../src/memory/segments.ts';
import { Arm64Machine, isCall, isReturn, NotEmulated } from '../synth/emulate-arm64.ts';
import { environmentOf } from '../synth/unwind-environment.ts';

/** Images by Microsoft's compiler: thousands of real prologues and epilogues, packed and full. */
const NODE_PTY = '/tmp/oracle/node_modules/node-pty/prebuilds/win32-arm64';
const IMAGES = [`${NODE_PTY}/conpty/OpenConsole.exe`, `${NODE_PTY}/conpty.node`, `${NODE_PTY}/winpty.dll`];

const BASE = 0x140000000;
const STACK = 0x7ffe0000n;
const STACK_SIZE = 0x4000;
const RETURN = 0x77770000n;
/** Instructions before a return among which its epilogue begins. */
const MOST_EPILOGUE = 64;

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

function newMachine(): Arm64Machine {
  const registers = Array.from({ length: 32 }, (_, index) => 0x1111_0000n + BigInt(index) * 0x101n);
  registers[29] = STACK + BigInt(STACK_SIZE) - 0x100n;
  registers[30] = RETURN;
  registers[31] = STACK + BigInt(STACK_SIZE) - 0x200n;
  const vectors = Array.from({ length: 32 }, (_, index) => 0xddd0_0000_0000_0000n + BigInt(index));
  return new Arm64Machine(registers, vectors, new Uint8Array(STACK_SIZE), STACK);
}

/** Unwinds from every instruction of prologues and epilogues and reports where the caller's registers do not come out. */
class Simulation {
  readonly image: PeImage;
  readonly failures: string[] = [];
  prologueChecks = 0;
  epilogueChecks = 0;
  packed = 0;
  full = 0;
  skipped = 0;
  readonly #table;

  constructor(image: PeImage) {
    this.image = image;
    this.#table = openFunctionTable(image)!;
  }

  run(limit: number): this {
    const stride = Math.max(1, Math.floor(this.#table.count / limit));
    for (let index = 0; index < this.#table.count; index += stride) this.#function(this.#table.entry(index)!);
    return this;
  }

  #function(entry: PeFunctionEntry): void {
    const rule = readArm64Rule(dataOf(this.image, entry));
    if (!rule) {
      this.failures.push(`no rule at 0x${entry.begin.toString(16)}`);
      return;
    }
    // A fragment without its own prologue, or one that dispatches exceptions.
    const foreign =
      rule.ops.length > rule.prologOps || rule.ops.some(({ kind }) => kind.endsWith('frame') && kind !== 'frame');
    const code = viewOf(this.image.read(entry.begin, rule.length));
    const words = Array.from({ length: Math.floor(code.byteLength / 4) }, (_, at) => code.getInt32(at * 4, true));
    const machine = newMachine();
    const before = machine.clone();
    try {
      if (foreign) throw new NotEmulated('fragment');
      for (let at = 0; at < rule.prologOps; at++) {
        this.#check(entry.begin + at * 4, machine, before, 'prologue');
        this.prologueChecks++;
        machine.run(words[at]!);
      }
    } catch (error) {
      if (!(error instanceof NotEmulated)) throw error;
      this.skipped++;
      return;
    }
    if ((entry.unwind & 3) === 0) this.full++;
    else this.packed++;
    this.#check(entry.begin + rule.prologOps * 4, machine, before, 'body');
    // The body may change what it saved, which is what saving is for.
    for (const [register, value] of this.#saved(machine, before)) machine.registers[register] = value;
    for (const [at, word] of words.entries())
      if (isReturn(word)) this.#epilogue(entry, words, at, machine, before, rule.prologOps);
  }

  /** Callee-saved registers whose value is found on the stack, with other values. */
  #saved(machine: Arm64Machine, before: Arm64Machine): (readonly [number, bigint])[] {
    const view = viewOf(machine.stack);
    const found: (readonly [number, bigint])[] = [];
    for (let register = 19; register < 29; register++) {
      for (let at = STACK_SIZE - 0x400; at < STACK_SIZE - 0x200; at += 8) {
        if (view.getBigUint64(at, true) === before.registers[register]) {
          found.push([register, 0xbad0_0000n + BigInt(register)]);
          break;
        }
      }
    }
    return found;
  }

  /** Runs from each possible first instruction of the epilogue before the return at `end`; the longest that restores all counts. */
  #epilogue(
    entry: PeFunctionEntry,
    words: readonly number[],
    end: number,
    body: Arm64Machine,
    before: Arm64Machine,
    from: number,
  ): void {
    for (let start = Math.max(from, end - MOST_EPILOGUE); start <= end; start++) {
      const machine = body.clone();
      const states: Arm64Machine[] = [];
      // Not past another return, and with no call but the one that takes the stack cookie away.
      const part = words.slice(start, end + 1);
      if (part.slice(0, -1).some(isReturn) || part.filter(isCall).length > 1) continue;
      try {
        for (let at = start; at <= end; at++) {
          states.push(machine.clone());
          machine.run(words[at]!);
        }
      } catch (error) {
        if (!(error instanceof NotEmulated)) throw error;
        continue;
      }
      const restored =
        machine.registers[31] === before.registers[31] &&
        machine.registers[30] === RETURN &&
        machine.registers.slice(19, 30).every((value, index) => value === before.registers[19 + index]);
      if (!restored) continue;
      for (const [index, state] of states.entries()) {
        this.#check(entry.begin + (start + index) * 4, state, before, 'epilogue');
        this.epilogueChecks++;
      }
      return;
    }
  }

  #check(rva: number, machine: Arm64Machine, before: Arm64Machine, where: string): void {
    const registers = new Map<string, bigint>();
    for (let index = 0; index < 29; index++) registers.set(`x${index}`, machine.registers[index]!);
    registers.set('fp', machine.registers[29]!);
    registers.set('lr', machine.registers[30]!);
    registers.set('sp', machine.registers[31]!);
    registers.set('pc', BigInt(BASE + rva));
    for (const [index, value] of machine.vectors.entries()) registers.set(`v${index}`, value);
    const file = RegisterFile.from(contextOf('arm64', registers))!;
    const source = new BytesSource(machine.stack);
    const memory = new SegmentsSpace([{ start: Number(STACK), size: STACK_SIZE, source, offset: 0 }]);
    const unwinder = createArm64Unwinder(
      environmentOf({
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
      }),
    );
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
      if (found.get(name) !== expected) wrong.push(name);
    };
    compare('pc', RETURN);
    compare('sp', before.registers[31]!);
    compare('fp', before.registers[29]!);
    for (let register = 19; register < 29; register++) compare(`x${register}`, before.registers[register]!);
    for (let vector = 8; vector < 16; vector++) {
      if (found.get(`d${vector}`) !== before.vectors[vector]) wrong.push(`d${vector}`);
    }
    if (wrong.length > 0) this.failures.push(`${at}: ${wrong.join(' ')}`);
  }
}

const open = (path: string): PeImage => openPe(new BytesSource(readFileSync(path)), 'file', new Problems());

describe.each(IMAGES.map((path) => [basename(path), path]))('%s', (_name, path) => {
  test.skipIf(!existsSync(path))(
    'from every instruction of a prologue and an epilogue the caller comes out (needs node-pty)',
    () => {
      const simulation = new Simulation(open(path)).run(300);
      const { failures, packed, full, prologueChecks, epilogueChecks } = simulation;
      expect(failures.slice(0, 20)).toEqual([]);
      expect(simulation.skipped).toBeLessThan(packed + full);
      expect(packed).toBeGreaterThan(20);
      expect(full).toBeGreaterThan(20);
      expect(prologueChecks).toBeGreaterThan(200);
      expect(epilogueChecks).toBeGreaterThan(200);
    },
    60_000,
  );
});

const CLANG = '/usr/bin/clang';
const LINK = '/usr/bin/lld-link';
/** Functions whose frames differ: signed return addresses, large and odd allocations, saved vectors, homed arguments. */
const SOURCE = `
int sink(int, ...); double dsink(double, double); int __chkstk(void) { return 0; }
int sink(int a, ...) { return a; } double dsink(double a, double b) { return a + b; } int _fltused;
__attribute__((noinline)) int leaf(int a) { return a * 3; }
__attribute__((noinline)) int small(int a) { volatile int b = a; return leaf(b) + sink(b, b); }
__attribute__((noinline)) int large(int a) { volatile char b[300]; b[a] = 1; return sink(b[0], b) + leaf(a); }
__attribute__((noinline)) int larger(int a) { volatile char b[9000]; b[a] = 1; return sink(b[0], b) + leaf(a); }
__attribute__((noinline)) int many(int a, int b, int c, int d, int e, int f) {
  int s = sink(a) * sink(b) + sink(c) * sink(d) - sink(e) * sink(f); return s + sink(a + b) * c + sink(d) * e + f; }
__attribute__((noinline)) double vectors(double a, double b, double c, double d) {
  double s = dsink(a, b) * dsink(c, d); s += dsink(a, c) * b; s -= dsink(b, d) * a; return s + dsink(s, d) * c; }
__attribute__((noinline)) int variadic(int a, ...) { __builtin_va_list l; __builtin_va_start(l, a);
  int s = sink(__builtin_va_arg(l, int)); __builtin_va_end(l); return s + sink(a); }
int signedreturn(void); int nextpair(void);
__asm__(".globl signedreturn\\n.seh_proc signedreturn\\nsignedreturn:\\n pacibsp\\n.seh_nop\\n"
  " stp x29, x30, [sp, #-48]!\\n.seh_save_fplr_x 48\\n stp x19, x20, [sp, #16]\\n.seh_save_regp x19, 16\\n"
  " stp d8, d9, [sp, #32]\\n.seh_save_fregp d8, 32\\n mov x29, sp\\n.seh_set_fp\\n.seh_endprologue\\n bl leaf\\n"
  ".seh_startepilogue\\n ldp d8, d9, [sp, #32]\\n.seh_save_fregp d8, 32\\n ldp x19, x20, [sp, #16]\\n"
  ".seh_save_regp x19, 16\\n ldp x29, x30, [sp], #48\\n.seh_save_fplr_x 48\\n autibsp\\n.seh_nop\\n"
  ".seh_endepilogue\\n ret\\n.seh_endproc\\n");
__asm__(".globl nextpair\\n.seh_proc nextpair\\nnextpair:\\n stp x19, x20, [sp, #-64]!\\n.seh_save_r19r20_x 64\\n"
  " stp x21, x22, [sp, #16]\\n.seh_save_next\\n stp x23, x24, [sp, #32]\\n.seh_save_next\\n"
  " stp x25, x30, [sp, #48]\\n.seh_save_lrpair x25, 48\\n.seh_endprologue\\n bl leaf\\n.seh_startepilogue\\n"
  " ldp x25, x30, [sp, #48]\\n.seh_save_lrpair x25, 48\\n ldp x23, x24, [sp, #32]\\n.seh_save_next\\n"
  " ldp x21, x22, [sp, #16]\\n.seh_save_next\\n ldp x19, x20, [sp], #64\\n.seh_save_r19r20_x 64\\n.seh_endepilogue\\n"
  " ret\\n.seh_endproc\\n");
int entry(int a) { return small(a) + large(a) + larger(a) + many(a, 1, 2, 3, 4, 5) + (int)vectors(a, 1, 2, 3) + signedreturn() + nextpair() + variadic(a, 7); }
`;

describe.each([
  ['optimization, with signed return addresses in assembly', ['-O2']],
  ['frame pointers', ['-O1', '-fno-omit-frame-pointer']],
  ['small code', ['-Oz']],
  ['no optimization', ['-O0']],
])('compiled with %s', (_name, options) => {
  test.skipIf(!existsSync(CLANG) || !existsSync(LINK))(
    'from every instruction of a prologue and an epilogue the caller comes out (needs clang and lld-link)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'arm64-'));
      try {
        const [source, object, image] = ['a.c', 'a.obj', 'a.dll'].map((name) => join(folder, name)) as [
          string,
          string,
          string,
        ];
        writeFileSync(source, SOURCE);
        const target = '--target=aarch64-pc-windows-msvc';
        const compiled = spawnSync(CLANG, [target, '-c', ...options, source, '-o', object], { encoding: 'utf8' });
        expect(compiled.stderr).toBe('');
        const linked = spawnSync(LINK, ['/dll', '/nodefaultlib', '/noentry', '/export:entry', `/out:${image}`, object]);
        expect(linked.status).toBe(0);
        const simulation = new Simulation(open(image)).run(1000);
        expect(simulation.failures).toEqual([]);
        expect(simulation.skipped).toBe(0);
        expect(simulation.prologueChecks).toBeGreaterThan(10);
        expect(simulation.epilogueChecks).toBeGreaterThan(10);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
