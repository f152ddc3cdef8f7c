import type { Address } from '../../memory/space.ts';
import { followsCall } from '../call-site.ts';
import { chainStep } from '../frame-pointer.ts';
import type { MemoryWindow } from '../memory-window.ts';
import { RegisterFile } from '../register-file.ts';
import type {
  ProcessorUnwinder,
  Step,
  Stop,
  UnwindEnvironment,
  UnwindFrame,
  UnwindFrameRecord,
  UnwindTrust,
} from '../unwind.ts';
import { wildCallStep } from '../wild-call.ts';
import { createCallTargets } from './call-target.ts';
import { createDispatcherStep } from './dispatcher.ts';
import { runFrameProgram } from './frame-program.ts';
import { decodePrologue, decodeX86Epilogue } from './prologue.ts';
import { readX86TrapFrame } from './trap-frame.ts';

const ESP = 4;
const EBP = 5;
const EIP = 8;
const PROGRAM_REGISTERS: readonly (readonly [name: string, register: number])[] = [
  ['$ebx', 3],
  ['$esp', ESP],
  ['$ebp', EBP],
  ['$esi', 6],
  ['$edi', 7],
  ['$eip', EIP],
];
/** Alignment of a frame can move the return address up by at most this many words. */
const SEARCH_WORDS = 4;
/** FPO_DATA.cbFrame (winnt.h): FRAME_TRAP, FRAME_NONFPO. */
const FRAME_TRAP = 1;
const FRAME_NONFPO = 3;
const MOST_PROLOGUE = 64;

/** Unwinds x86 by frame data and FPO records, by prologues and epilogues, and by the EBP chain. */
export function createX86Unwinder(environment: UnwindEnvironment): ProcessorUnwinder {
  const { callTarget, keepsFramePointer, isCalledWithFrame, byCall } = createCallTargets(environment);
  const dispatcherStep = createDispatcherStep(environment);
  const isReturnAddress = (value: number | null | undefined): boolean =>
    value !== null &&
    value !== undefined &&
    environment.module(value) !== null &&
    environment.isCode(value - 1) !== false &&
    followsCall('x86', value, environment.code) !== false;

  /**
   * The slot of the return address, looked for a few words up from where the record places it. Of several, one behind a
   * direct call of the function that `begin`s there is the one: the others are left over from earlier calls.
   */
  const searchReturn = (start: Address, window: MemoryWindow, begin: Address | null): Address => {
    let found: Address | null = null;
    for (let word = 0; word < SEARCH_WORDS; word++) {
      const value = window.pointer(start + word * 4, 4);
      if (!isReturnAddress(value)) continue;
      if (begin === null || callTarget(value!) === begin) return start + word * 4;
      found ??= start + word * 4;
    }
    return found ?? start;
  };

  const chain = (
    frame: UnwindFrame,
    window: MemoryWindow,
    record: UnwindFrameRecord | null,
    parameters: number,
  ): Step | null => {
    const chained = chainStep(frame, window, environment);
    if (!chained) return null;
    const start = environment.nearestStart?.(frame.isReturnAddress ? frame.ip - 1 : frame.ip) ?? null;
    const isProved =
      record?.frameType === FRAME_NONFPO ||
      (start !== null && keepsFramePointer(start)) ||
      isCalledWithFrame(frame.ip, chained.registers.ip!);
    const step = { ...chained, calleeParameters: parameters };
    // A page of the stack that was paged out: ebp may lead past it, to a frame further up.
    if (window.at(frame.sp, 1) === null)
      return { ...step, mayOmit: true, note: 'esp points to memory not in the dump' };
    return isProved ? step : { ...step, mayOmit: true };
  };

  const beginOf = (frame: UnwindFrame): Address | null =>
    environment.functionStart(frame.isReturnAddress ? frame.ip - 1 : frame.ip);

  const finish = (
    registers: RegisterFile,
    slot: Address,
    window: MemoryWindow,
    trust: UnwindTrust,
    parameters: number,
    note: string | null = null,
  ): Step | Stop => {
    const ra = window.u32(slot);
    if (ra === null) {
      return { end: 'unreadable', reason: `the return address at 0x${slot.toString(16)} is not in the dump` };
    }
    registers.setAddress(EIP, ra);
    registers.setAddress(ESP, slot + 4);
    return { registers, trust, interrupted: false, trapFrame: null, note, calleeParameters: parameters };
  };

  const byProgram = (
    frame: UnwindFrame,
    record: UnwindFrameRecord,
    program: string,
    window: MemoryWindow,
  ): Step | null => {
    const start = frame.sp + frame.calleeParameters + record.localsSize + record.savedRegistersSize;
    const search = program.includes('.raSearch') ? searchReturn(start, window, beginOf(frame)) : start;
    const variables = new Map<string, number>([
      ['.cbCalleeParams', frame.calleeParameters],
      ['.cbSavedRegs', record.savedRegistersSize],
      ['.cbLocals', record.localsSize],
      ['.cbParams', record.parametersSize],
      ['.raSearch', search],
      ['.raSearchStart', search],
    ]);
    for (const [name, register] of PROGRAM_REGISTERS) {
      const value = frame.registers.address(register);
      if (value !== null) variables.set(name, value);
    }
    const before = new Map(variables);
    const wrong = runFrameProgram(program, { variables, load: (address) => window.u32(address) });
    if (wrong !== null || variables.get('$eip') === undefined || variables.get('$esp') === undefined) return null;
    // A program that leaves the instruction pointer alone did not describe a frame.
    if (variables.get('$eip') === before.get('$eip') && variables.get('$esp') === before.get('$esp')) return null;
    const registers = frame.registers.caller();
    for (const [name, register] of PROGRAM_REGISTERS) {
      const value = variables.get(name);
      if (value !== undefined) registers.setAddress(register, value);
    }
    return {
      registers,
      trust: 'frame-data',
      interrupted: false,
      trapFrame: null,
      note: null,
      calleeParameters: record.parametersSize,
    };
  };

  const byFpo = (frame: UnwindFrame, record: UnwindFrameRecord, window: MemoryWindow): Step | Stop | null => {
    const parameters = record.parametersSize;
    if (record.frameType === FRAME_NONFPO) return null;
    const start = frame.sp + frame.calleeParameters + record.localsSize + record.savedRegistersSize;
    const slot = searchReturn(start, window, beginOf(frame));
    if (!isReturnAddress(window.pointer(slot, 4))) return null;
    const registers = frame.registers.caller();
    if (record.usesBasePointer) {
      // ebp serves as a general register and is saved among the others: by compilers as the second, by hand-written code
      // (KiSwapContext) anywhere. The slot that continues the chain of frames is taken, else the compilers' one.
      const lowest = frame.sp + frame.calleeParameters;
      const usual = lowest + record.savedRegistersSize - 8;
      const slots = [usual];
      for (let at = lowest; at < slot; at += 4) if (at !== usual && slots.length < 8) slots.push(at);
      const continues = (at: Address): boolean => {
        const value = window.u32(at);
        return value !== null && value > slot && isReturnAddress(window.pointer(value + 4, 4));
      };
      const saved = window.u32(slots.find(continues) ?? usual);
      if (saved !== null) registers.setAddress(EBP, saved);
    }
    return finish(registers, slot, window, 'frame-data', parameters);
  };

  const byTrapFrame = (frame: UnwindFrame): Step | null => {
    const at = frame.registers.address(EBP);
    if (at === null) return null;
    const context = readX86TrapFrame(environment.memory, at);
    const registers = context && RegisterFile.from(context);
    if (!registers || registers.ip === null || registers.sp === null) return null;
    return { registers, trust: 'trap-frame', interrupted: true, trapFrame: at, note: null, calleeParameters: 0 };
  };

  /** By the instructions from the function's start to ip, where both are known. */
  const byPrologue = (
    frame: UnwindFrame,
    start: Address,
    window: MemoryWindow,
    parameters: number,
    isNearest = false,
  ): Step | Stop | null => {
    const offset = frame.ip - start;
    const code = environment.code(start, MOST_PROLOGUE);
    if (offset < 0 || (code.length === 0 && offset > 0)) return null;
    const prologue = decodePrologue(code, Math.min(offset, MOST_PROLOGUE));
    const inside = prologue.end >= offset && !frame.isReturnAddress;
    const registers = frame.registers.caller();
    let slot: Address;
    if (prologue.frameDepth !== null) {
      const ebp = frame.registers.address(EBP);
      if (ebp === null) return null;
      slot = ebp + prologue.frameDepth;
    } else if (inside) slot = frame.sp + prologue.depth;
    else {
      if (prologue.depth === 0) return null;
      // Past the prologue esp may have moved by arguments; only a proven return address is taken.
      slot = frame.sp + frame.calleeParameters + prologue.depth;
      if (followsCall('x86', window.pointer(slot, 4) ?? 0, environment.code) !== true) return null;
    }
    if (isNearest && callTarget(window.pointer(slot, 4) ?? 0) !== start) return null;
    if (!inside && !isReturnAddress(window.pointer(slot, 4))) return null;
    for (const saved of prologue.saved) {
      const value = window.u32(slot - saved.depth);
      if (value !== null) registers.setAddress(saved.register, value);
    }
    const trust = prologue.frameDepth !== null ? 'frame-pointer' : 'unwind-info';
    return finish(registers, slot, window, trust, parameters, 'by the instructions of its prologue');
  };

  const byEpilogue = (frame: UnwindFrame, window: MemoryWindow, parameters: number): Step | Stop | null => {
    const steps = decodeX86Epilogue(environment.code(frame.ip, 32));
    if (!steps) return null;
    const registers = frame.registers.caller();
    let sp = frame.sp;
    for (const step of steps) {
      if (step.kind === 'add') sp += step.amount;
      else if (step.kind === 'pop' || step.kind === 'leave') {
        if (step.kind === 'leave') {
          const ebp = registers.address(EBP);
          if (ebp === null) return null;
          sp = ebp;
        }
        const value = window.u32(sp);
        if (value === null) return null;
        registers.setAddress(step.kind === 'leave' ? EBP : step.register, value);
        sp += 4;
      } else {
        const ebp = registers.address(EBP);
        if (ebp === null) return null;
        sp = ebp;
      }
    }
    for (const volatile of [0, 1, 2]) registers.forget(volatile);
    if (!isReturnAddress(window.pointer(sp, 4))) return null;
    return finish(registers, sp, window, 'unwind-info', parameters, 'by the instructions of its epilogue');
  };

  const step = (frame: UnwindFrame, window: MemoryWindow): Step | Stop | null => {
    const exact = !frame.isReturnAddress;
    const wild = wildCallStep(frame, window, environment);
    if (wild) return wild;
    const dispatched = dispatcherStep(frame, window);
    if (dispatched) return dispatched;
    const lookup = exact ? frame.ip : frame.ip - 1;
    const found = environment.frameRecord(lookup);
    const parameters = found?.record.parametersSize ?? environment.poppedBytes(lookup) ?? 0;
    if (found?.record.frameType === FRAME_TRAP) return byTrapFrame(frame);
    if (exact) {
      const epilogue = byEpilogue(frame, window, parameters);
      if (epilogue) return epilogue;
    }
    if (found) {
      const { record, base } = found;
      if (record.program !== null) {
        const answer = byProgram(frame, record, record.program, window);
        if (answer) return answer;
      } else {
        const start = base + record.rva;
        if (exact && frame.ip - start < record.prologSize) {
          const answer = byPrologue(frame, start, window, parameters);
          if (answer) return answer;
        }
        const answer = byFpo(frame, record, window);
        if (answer) return answer;
      }
    }
    const start = environment.functionStart(lookup);
    const answer = start === null ? null : byPrologue(frame, start, window, parameters);
    if (answer) return answer;
    // A nearest name is believed when the return address that its prologue leads to follows a call of that very name.
    const nearest = exact && start === null ? (environment.nearestStart?.(lookup) ?? null) : null;
    const guessed = nearest === null ? null : byPrologue(frame, nearest, window, parameters, true);
    if (guessed) return guessed;
    if (!found && start === null) {
      const called = byCall(frame, window);
      if (called) return called;
    }
    // The walk would try the chain as well, but does not know the callee's parameters.
    return chain(frame, window, found?.record ?? null, parameters);
  };

  return { step, framePointerStep: (frame, window) => chain(frame, window, null, 0) };
}
