import type { Address } from '../../memory/space.ts';
import { chainStep } from '../frame-pointer.ts';
import type { MemoryWindow } from '../memory-window.ts';
import type { RegisterFile } from '../register-file.ts';
import type { ProcessorUnwinder, Step, Stop, UnwindData, UnwindEnvironment, UnwindFrame } from '../unwind.ts';
import { wildCallStep } from '../wild-call.ts';
import { dispatcherStep, isDispatcherName } from './dispatcher.ts';
import { decodeEpilogue, type EpilogueStep } from './epilogue.ts';
import { findMachineFrame, KTRAP_FRAME_Rip, KTRAP_FRAME_volatile, machineFrameStep } from './machine-frame.ts';
import { readUnwindRule, type UnwindOp, type UnwindPart, type UnwindRule } from './unwind-info.ts';

const RSP = 4;
const RIP = 16;

/** The part of a rule that applies at one address: which operations have happened, and whether the frame register is set. */
interface PlanPart {
  readonly frameRegister: number | null;
  readonly frameOffset: number;
  readonly ops: readonly UnwindOp[];
}

/** What undoes a frame at one address. Computed once, executed for each frame. */
type Plan =
  | { readonly kind: 'ops'; readonly parts: readonly PlanPart[] }
  | { readonly kind: 'epilogue'; readonly steps: readonly EpilogueStep[] }
  | { readonly kind: 'leaf' }
  | { readonly kind: 'unknown' };

/** Unwinds x64 by UNWIND_INFO. */
export function createX64Unwinder(environment: UnwindEnvironment): ProcessorUnwinder {
  const rules = new Map<Address, UnwindRule | null>();
  const returnPlans = new Map<Address, Plan>();
  const exactPlans = new Map<Address, Plan>();

  const ruleOf = (data: UnwindData): UnwindRule | null => {
    const key = data.imageBase + data.begin;
    let rule = rules.get(key);
    if (rule === undefined) {
      rule = readUnwindRule(data);
      rules.set(key, rule);
    }
    return rule;
  };

  const makePlan = (ip: Address, isReturn: boolean): Plan => {
    // A call at the very end of a function leaves a return address that belongs to the next one.
    const data = environment.unwindData(isReturn ? ip - 1 : ip);
    if (data === 'unknown') return { kind: 'unknown' };
    if (data === null) return isReturn || environment.module(ip) === null ? { kind: 'unknown' } : { kind: 'leaf' };
    const rule = ruleOf(data);
    if (!rule) return { kind: 'unknown' };
    const first = rule.parts[0]!;
    const offset = ip - data.imageBase - first.begin;
    // Microsoft's compiler returns early from within what the unwind data counts as prologue, so that is no exception. A
    // return address cannot be in an epilogue, whatever its bytes look like.
    if (!isReturn) {
      const epilogue = epilogueAt(ip, offset, rule, data);
      if (epilogue) return { kind: 'epilogue', steps: epilogue };
    }
    return { kind: 'ops', parts: rule.parts.map((part, index) => planPart(part, index === 0 ? offset : null)) };
  };

  const epilogueAt = (
    ip: Address,
    offset: number,
    rule: UnwindRule,
    data: UnwindData,
  ): readonly EpilogueStep[] | null => {
    const code = environment.code(ip, 64);
    if (code.length === 0) return epilogueByCodes(rule.parts[0]!, offset);
    const found = decodeEpilogue(code);
    if (!found) return null;
    if (found.jump !== null) {
      const first = rule.parts[0]!;
      const target = ip - data.imageBase + found.jump;
      if (target > first.begin && target < first.end) return null;
      const other = target === first.begin ? null : data.entryAt(target);
      if (other) {
        // A jump into another part of the same function (a chained or separated part) leaves the frame in place.
        const otherRule = ruleOf({ ...data, ...other });
        if (otherRule && otherRule.root === rule.root && target !== otherRule.root) return null;
        if (otherRule && target !== other.begin) return null;
      }
    }
    return found.steps;
  };

  const plan = (frame: UnwindFrame): Plan => {
    const plans = frame.isReturnAddress ? returnPlans : exactPlans;
    let found = plans.get(frame.ip);
    if (!found) {
      found = makePlan(frame.ip, frame.isReturnAddress);
      plans.set(frame.ip, found);
    }
    return found;
  };

  const dispatchers = new Map<Address, boolean>();
  const isDispatcher = (ip: Address): boolean => {
    let found = dispatchers.get(ip);
    if (found === undefined) {
      found = isDispatcherName(environment.functionName(ip - 1));
      dispatchers.set(ip, found);
    }
    return found;
  };

  const step = (frame: UnwindFrame, window: MemoryWindow): Step | Stop | null => {
    if (frame.ip < 0 || !frame.isReturnAddress || !isDispatcher(frame.ip)) return ruleStep(frame, window);
    const step = dispatcherStep(frame, window, environment) ?? ruleStep(frame, window);
    // Whatever its unwind data says, the kernel interrupted what lies below: Wine describes it as a plain call.
    return step && 'registers' in step ? { ...step, trust: 'trap-frame', interrupted: true } : step;
  };

  const ruleStep = (frame: UnwindFrame, window: MemoryWindow): Step | Stop | null => {
    const rule = plan(frame);
    if (rule.kind === 'unknown')
      return frame.isReturnAddress
        ? dispatcherStep(frame, window, environment)
        : wildCallStep(frame, window, environment);
    const registers = frame.registers.caller();
    let sp = frame.sp;
    if (rule.kind === 'ops') {
      for (const part of rule.parts) {
        let base = sp;
        if (part.frameRegister !== null) {
          const frameRegister = registers.address(part.frameRegister);
          if (frameRegister === null) {
            return {
              end: 'unreadable',
              reason: `the frame register of the function at 0x${hexOf(frame.ip)} is not known`,
            };
          }
          base = frameRegister - part.frameOffset;
        }
        for (const op of part.ops) {
          switch (op.kind) {
            case 'push':
              if (!load(registers, op.register, window, sp)) return missing(sp);
              sp += 8;
              break;
            case 'alloc':
              sp += op.size;
              break;
            case 'frame':
              sp = base;
              break;
            case 'save':
              if (!load(registers, op.register, window, base + op.offset)) return missing(base + op.offset);
              break;
            case 'save-xmm': {
              const view = window.at(base + op.offset, 16);
              if (!view) break;
              const at = window.offset(base + op.offset);
              registers.setVector(op.register, (view.getBigUint64(at + 8, true) << 64n) | view.getBigUint64(at, true));
              break;
            }
            case 'machine':
              return machineStep(frame, registers, window, sp + (op.errorCode ? 8 : 0), op.errorCode);
          }
        }
      }
    } else if (rule.kind === 'epilogue') {
      for (const action of rule.steps) {
        if (action.kind === 'add') sp += action.amount;
        else if (action.kind === 'lea') {
          const base = registers.address(action.register);
          if (base === null) return missing(sp);
          sp = base + action.displacement;
        } else {
          if (!load(registers, action.register, window, sp)) return missing(sp);
          sp += 8;
        }
      }
    }
    if (!load(registers, RIP, window, sp)) return missing(sp);
    registers.setAddress(RSP, sp + 8);
    return {
      registers,
      trust: 'unwind-info',
      interrupted: false,
      trapFrame: null,
      note: rule.kind === 'leaf' ? 'leaf function' : null,
      calleeParameters: 0,
    };
  };

  const machineStep = (
    frame: UnwindFrame,
    registers: RegisterFile,
    window: MemoryWindow,
    at: Address,
    errorCode: boolean,
  ): Step | Stop => {
    if (!load(registers, RIP, window, at) || !load(registers, RSP, window, at + 24)) return missing(at);
    // Only the kernel builds a KTRAP_FRAME around a machine frame; a system call leaves its volatile part unset.
    const trapFrame = frame.ip < 0 ? at - KTRAP_FRAME_Rip : null;
    if (trapFrame !== null && (errorCode || isInterrupt(environment.functionName(frame.ip)))) {
      for (const [register, offset] of KTRAP_FRAME_volatile) load(registers, register, window, trapFrame + offset);
    }
    return { registers, trust: 'trap-frame', interrupted: true, trapFrame, note: null, calleeParameters: 0 };
  };

  // Windows' x64 code keeps no chain of frame pointers: rbp may be anything, or be a caller's. Other systems' code and
  // generated code do.
  const framePointerStep = (frame: UnwindFrame, window: MemoryWindow): Step | null =>
    environment.usesFramePointers || environment.module(frame.ip) === null
      ? chainStep(frame, window, environment)
      : null;

  const landmark = (frame: UnwindFrame, window: MemoryWindow, base: Address): { step: Step; at: Address } | null => {
    if (frame.sp >= 0) return null;
    const at = findMachineFrame(window, frame.sp, base);
    const found = at === null ? null : machineFrameStep(frame, window, at);
    return at !== null && found ? { step: found, at: at - KTRAP_FRAME_Rip } : null;
  };

  return { step, framePointerStep, landmark };
}

function planPart(part: UnwindPart, offset: number | null): PlanPart {
  const ops = offset === null || offset >= part.prologSize ? part.ops : part.ops.filter((op) => op.at <= offset);
  // A chained part names the frame register that its parent set up, without an operation of its own.
  const setsFrame = part.ops.some((op) => op.kind === 'frame');
  const active = part.frameRegister !== null && (!setsFrame || ops.some((op) => op.kind === 'frame'));
  return { frameRegister: active ? part.frameRegister : null, frameOffset: part.frameOffset, ops };
}

/** Version 2 says where epilogues are: from their first pop on, the pops mirror the pushes. */
function epilogueByCodes(part: UnwindPart, offset: number): readonly EpilogueStep[] | null {
  const start = part.epilogs?.starts.find((at) => offset >= at && offset < at + (part.epilogs?.size ?? 0));
  if (start === undefined) return null;
  const steps: EpilogueStep[] = [];
  let at = start;
  for (const op of part.ops) {
    if (op.kind !== 'push') continue;
    if (at >= offset) steps.push({ kind: 'pop', register: op.register });
    at += op.register >= 8 ? 2 : 1;
  }
  return steps;
}

function load(registers: RegisterFile, register: number, window: MemoryWindow, address: Address): boolean {
  const view = window.at(address, 8);
  if (!view) return false;
  const at = window.offset(address);
  registers.setHalves(register, view.getInt32(at, true), view.getInt32(at + 4, true));
  return true;
}

function missing(address: Address): Stop {
  return { end: 'unreadable', reason: `stack memory at 0x${hexOf(address)} is not in the dump` };
}

function isInterrupt(name: string | null): boolean {
  return name !== null && /^Ki.*(Interrupt|Fault|Trap|Abort|Ipi)/.test(name) && !/SystemCall|SystemService/.test(name);
}

function hexOf(address: Address): string {
  return BigInt.asUintN(64, BigInt(address)).toString(16);
}
