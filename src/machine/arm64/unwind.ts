import { type Address, readAvailable } from '../../memory/space.ts';
import { readContext } from '../context-reader.ts';
import { chainStep } from '../frame-pointer.ts';
import type { MemoryWindow } from '../memory-window.ts';
import { stripHigh } from '../pointer-authentication.ts';
import { RegisterFile } from '../register-file.ts';
import type { ProcessorUnwinder, Step, Stop, UnwindEnvironment, UnwindFrame } from '../unwind.ts';
import { ARM64_TRAP_FRAME, readArm64TrapFrame } from './trap-frame.ts';
import { type Arm64Op, type Arm64Rule, readArm64Rule } from './unwind-codes.ts';

const FP = 29;
const LR = 30;
const SP = 31;
const PC = 32;

const CONTEXT_SIZE = 912;

/** Unwinds ARM64 by packed and full unwind data. */
export function createArm64Unwinder(environment: UnwindEnvironment): ProcessorUnwinder {
  const rules = new Map<Address, Arm64Rule | null>();
  const plans = new Map<Address, readonly Arm64Op[] | 'leaf' | null>();

  const makePlan = (control: Address): readonly Arm64Op[] | 'leaf' | null => {
    const data = environment.unwindData(control);
    if (data === 'unknown') return null;
    if (data === null) return environment.module(control) === null ? null : 'leaf';
    const key = data.imageBase + data.begin;
    let rule = rules.get(key);
    if (rule === undefined) {
      rule = readArm64Rule(data);
      rules.set(key, rule);
    }
    if (!rule) return null;
    const offset = control - key;
    return offset >= rule.length ? 'leaf' : opsAt(rule, offset);
  };

  const step = (frame: UnwindFrame, window: MemoryWindow): Step | Stop | null => {
    const control = frame.isReturnAddress ? frame.ip - 4 : frame.ip;
    let plan = plans.get(control);
    if (plan === undefined) {
      plan = makePlan(control);
      plans.set(control, plan);
    }
    if (plan === null) return wildStep(frame);
    const registers = frame.registers.caller();
    if (plan === 'leaf') {
      // A function without unwind data cannot have made a call.
      return frame.isReturnAddress ? null : returnTo(registers, 'leaf function');
    }
    let sp = frame.sp;
    let interrupted = false;
    for (const op of plan) {
      switch (op.kind) {
        case 'load':
          for (const [register, offset] of op.loads) {
            if (!load(registers, register, window, sp + offset)) return missing(sp + offset);
          }
          for (const [register, offset] of op.vectors) {
            const view = window.at(sp + offset, 8);
            if (view) registers.setVector(register, view.getBigUint64(window.offset(sp + offset), true));
          }
          sp += op.add;
          break;
        case 'alloc':
          sp += op.size;
          break;
        case 'frame': {
          const fp = registers.address(FP);
          if (fp === null) return { end: 'unreadable', reason: 'the frame pointer is not known' };
          sp = fp - op.offset;
          break;
        }
        case 'machine-frame':
          if (!load(registers, SP, window, sp) || !load(registers, PC, window, sp + 8)) return missing(sp);
          return interruptedStep(registers, sp);
        case 'context':
          return contextStep(sp) ?? missing(sp);
        case 'trap-frame':
          return trapStep(sp) ?? missing(sp);
        case 'clear-call':
          interrupted = true;
          break;
      }
    }
    registers.setAddress(SP, sp);
    const answer = returnTo(registers, null);
    return interrupted && 'registers' in answer ? { ...answer, interrupted } : answer;
  };

  const returnTo = (registers: RegisterFile, note: string | null): Step | Stop => {
    if (!registers.has(LR)) return { end: 'unreadable', reason: 'the link register is not known' };
    strip(registers, LR);
    registers.copy(LR, PC);
    return { registers, trust: 'unwind-info', interrupted: false, trapFrame: null, note, calleeParameters: 0 };
  };

  const interruptedStep = (registers: RegisterFile, trapFrame: Address): Step => ({
    registers,
    trust: 'trap-frame',
    interrupted: true,
    trapFrame,
    note: null,
    calleeParameters: 0,
  });

  const contextStep = (at: Address): Step | null => {
    const context = readContext('arm64', readAvailable(environment.memory, at, CONTEXT_SIZE));
    const registers = context && RegisterFile.from(context);
    return registers?.has(PC) && registers.has(SP) ? interruptedStep(registers, at) : null;
  };

  const trapStep = (at: Address): Step | null => {
    // Believed only when its Pc is code in a module and its Sp is aligned, and then labelled.
    const context = readArm64TrapFrame(environment.memory, at, ARM64_TRAP_FRAME);
    const file = context && RegisterFile.from(context);
    if (!file || file.ip === null || environment.module(file.ip) === null) return null;
    if (environment.isCode(file.ip) === false || file.sp === null || file.sp % 16 !== 0) return null;
    return { ...interruptedStep(file, at), note: 'by a trap frame whose layout no symbol file confirms' };
  };

  /** The pc is no code: a call through a bad pointer left its return address in lr. */
  const wildStep = (frame: UnwindFrame): Step | Stop | null => {
    if (frame.isReturnAddress || environment.module(frame.ip) !== null || !frame.registers.has(LR)) return null;
    const registers = frame.registers.caller();
    strip(registers, LR);
    const lr = registers.address(LR);
    if (lr === null || environment.module(lr) === null || environment.isCode(lr - 4) === false) return null;
    registers.copy(LR, PC);
    return {
      registers,
      trust: 'scan',
      interrupted: false,
      trapFrame: null,
      note: 'called through a bad pointer: the return address in lr',
      calleeParameters: 0,
    };
  };

  return { step, framePointerStep: (frame, window) => chainStep(frame, window, environment) };
}

/** The ops that undo the frame at a byte offset in its function: less in the prologue, the epilogue's rest in one. */
export function opsAt(rule: Arm64Rule, offset: number): readonly Arm64Op[] {
  const instruction = offset >> 2;
  if (instruction < rule.prologOps) return rule.ops.slice(rule.prologOps - instruction);
  for (const epilogue of rule.epilogues) {
    const within = (offset - epilogue.start) >> 2;
    // One more instruction than ops: the return.
    if (within >= 0 && within <= epilogue.ops.length) return epilogue.ops.slice(within);
  }
  return rule.ops;
}

function strip(registers: RegisterFile, register: number): void {
  const value = registers.address(register);
  if (value === null || value < 0 || value >= 0x1000000000000) {
    registers.setHigh(register, stripHigh(registers.high(register)));
  }
}

function load(registers: RegisterFile, register: number, window: MemoryWindow, address: Address): boolean {
  if (register > PC) return true;
  const view = window.at(address, 8);
  if (!view) return false;
  const at = window.offset(address);
  registers.setHalves(register, view.getInt32(at, true), view.getInt32(at + 4, true));
  return true;
}

function missing(address: Address): Stop {
  return {
    end: 'unreadable',
    reason: `stack memory at 0x${BigInt.asUintN(64, BigInt(address)).toString(16)} is not in the dump`,
  };
}
