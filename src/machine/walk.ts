import { type Address, toAddress } from '../memory/space.ts';
import { createArm64Unwinder } from './arm64/unwind.ts';
import { followsCall } from './call-site.ts';
import type { Architecture, Context } from './context.ts';
import { MemoryWindow } from './memory-window.ts';
import { RegisterFile } from './register-file.ts';
import { ShadowStack } from './shadow-stack.ts';
import { scanStep } from './stack-scan.ts';
import {
  isStop,
  type ProcessorUnwinder,
  type RawFrame,
  type Step,
  type Stop,
  type UnwindEnvironment,
  type UnwindFrame,
  type Walk,
  type WalkLimits,
} from './unwind.ts';
import { createX64Unwinder } from './x64/unwind.ts';
import { createX86Unwinder } from './x86/unwind.ts';

const DEFAULT_FRAMES = 1024;
const MOST_DESCENTS = 4;
/** A kernel stack of x64 is at most this large; its true base is often not in the dump. */
const KERNEL_STACK = 0x6000;

/** Functions in which a thread begins: nothing called them. */
const THREAD_STARTS = new Set([
  'RtlUserThreadStart',
  '_RtlUserThreadStart',
  'BaseThreadStart',
  'BaseProcessStart',
  'KiStartSystemThread',
  'KxStartSystemThread',
  'KiStartUserThread',
  'KxStartUserThread',
  'KiThreadStartup',
  'KiIdleLoop',
  'start_thread',
  'clone',
  '__clone',
  '_start',
  'thread_start',
]);

/** Walks stacks of one architecture in one environment; its rules stay cached for as long as it lives. */
export class StackUnwinder {
  readonly #environment: UnwindEnvironment;
  readonly #unwinder: ProcessorUnwinder | null;
  readonly #architecture: Architecture;
  /** Addresses known to be code in a module: recursion and worker threads meet the same ones again and again. */
  readonly #accepted = new Set<Address>();

  constructor(architecture: Architecture, environment: UnwindEnvironment) {
    this.#environment = environment;
    this.#architecture = architecture;
    this.#unwinder =
      architecture === 'x64'
        ? createX64Unwinder(environment)
        : architecture === 'x86'
          ? createX86Unwinder(environment)
          : architecture === 'arm64'
            ? createArm64Unwinder(environment)
            : null;
  }

  /** The stack from `context` outward. It never throws and never loops; a corrupt stack ends earlier, with the reason. */
  walk(context: Context, limits: WalkLimits = {}): Walk {
    const registers = RegisterFile.from(context);
    const ip = registers?.ip ?? context.ip;
    const sp = registers?.sp ?? context.sp;
    if (!registers || ip === null || sp === null || !this.#unwinder) {
      return { frames: [], end: 'no-stack', endReason: 'the context has no usable instruction and stack pointers' };
    }
    const frames: RawFrame[] = [
      { ip, sp, fp: registers.fp, trust: 'context', isReturnAddress: false, trapFrame: null, registers, note: null },
    ];
    const window = new MemoryWindow(this.#environment.memory);
    const most = limits.frames ?? DEFAULT_FRAMES;
    let stack = limits.stack ?? null;
    // A context whose sp lies outside of its thread's bounds (another stack, a pivot) is walked without them.
    if (stack && (sp < stack.limit || sp >= stack.base)) stack = null;
    let frame: UnwindFrame = {
      registers,
      ip,
      sp,
      isReturnAddress: false,
      trust: 'context',
      index: 0,
      calleeParameters: 0,
    };
    const ssp = toAddress(context.registers.get('ssp') ?? 0n);
    const shadow = ssp !== null && ssp > 0 ? new ShadowStack(window, ssp) : null;
    let scans = 0;
    let descents = 0;
    for (;;) {
      if (frames.length >= most) {
        return { frames, end: 'limit', endReason: `the limit of ${most} frames was reached` };
      }
      const own = this.#next(frame, window, stack, scans);
      const step = shadow ? shadow.judge(frame, own, stack) : own;
      if (isStop(step)) return { frames, end: step.end, endReason: step.reason };
      const nextIp = step.registers.ip!;
      const nextSp = step.registers.sp!;
      if (step.interrupted) {
        // An interrupt may have switched to a lower stack, which a real walk does once or twice and a forged one for ever.
        if (nextSp <= frame.sp && ++descents > MOST_DESCENTS) {
          return { frames, end: 'no-progress', endReason: 'trap frames lead to each other' };
        }
        // The interrupted code may run on another stack, and certainly does so in user mode.
        if (stack && (nextSp < stack.limit || nextSp >= stack.base)) stack = null;
      } else if (nextSp < frame.sp || (stack && nextSp > stack.base)) {
        if (++descents > MOST_DESCENTS) return { frames, end: 'no-progress', endReason: 'stacks lead to each other' };
        stack = null;
      }
      scans = step.trust === 'scan' ? scans + 1 : 0;
      frames.push({
        ip: nextIp,
        sp: nextSp,
        fp: step.registers.fp,
        trust: step.trust,
        isReturnAddress: !step.interrupted,
        trapFrame: step.trapFrame,
        registers: step.registers,
        note: step.note,
        ...(step.mayOmit ? { mayOmit: true } : {}),
      });
      frame = {
        registers: step.registers,
        ip: nextIp,
        sp: nextSp,
        isReturnAddress: !step.interrupted,
        trust: step.trust,
        index: frame.index + 1,
        calleeParameters: step.calleeParameters,
      };
    }
  }

  #next(
    frame: UnwindFrame,
    window: MemoryWindow,
    stack: { readonly base: Address; readonly limit: Address } | null,
    scans: number,
  ): Step | Stop {
    const environment = this.#environment;
    let stop: Stop | null = null;
    const sure = this.#unwinder!.step(frame, window);
    if (sure !== null) {
      if (isStop(sure)) stop = sure;
      else {
        const wrong = this.#reject(frame, sure, stack);
        if (wrong === null) return sure;
        stop = wrong;
        if (wrong.end === 'complete') return wrong;
      }
    }
    if (this.#isStart(frame)) {
      return { end: 'complete', reason: 'the function in which the thread begins was reached' };
    }
    const missing = window.at(frame.sp, 1) === null;
    if (missing) {
      if (stack && frame.sp >= stack.base) return { end: 'complete', reason: "the stack's base was reached" };
      const beyond = this.#architecture === 'x86' ? this.#unwinder!.framePointerStep(frame, window) : null;
      if (beyond && this.#reject(frame, beyond, stack) === null) return beyond;
      const end = frame.index === 0 ? 'no-stack' : 'unreadable';
      return stop ?? { end, reason: `stack memory at 0x${hexOf(frame.sp)} is not in the dump` };
    }
    if (stop?.end === 'unreadable' && frame.trust !== 'context') return stop;
    const chained = this.#unwinder!.framePointerStep(frame, window);
    if (chained) {
      const wrong = this.#reject(frame, chained, stack);
      if (wrong === null) return chained;
      if (wrong.end === 'complete') return wrong;
      stop ??= wrong;
    }
    const landmark = this.#unwinder!.landmark?.(frame, window, stack?.base ?? frame.sp + KERNEL_STACK) ?? null;
    const base = landmark ? Math.max(frame.sp, landmark.at) : (stack?.base ?? null);
    const scanned = scanStep(frame, window, environment, { base });
    if (!scanned && landmark) {
      const wrong = this.#reject(frame, landmark.step, stack);
      if (wrong === null) return landmark.step;
      stop ??= wrong;
    }
    if (scanned) {
      const own = frame.registers.fp;
      // A saved frame pointer that points to itself ends a chain of frames; a scan would only find the same call again.
      if (frame.trust === 'scan' && scanned.registers.ip === frame.ip && own !== null && window.u32(own) === own) {
        return { end: 'no-progress', reason: `the frame-pointer chain at 0x${hexOf(own)} leads back to itself` };
      }
      const wrong = this.#reject(frame, scanned, stack);
      // What the rule led to tells of an overwritten stack, so it is not lost with the rule.
      if (wrong === null) return stop?.end === 'no-candidate' ? withReason(scanned, stop.reason) : scanned;
      stop ??= wrong;
    }
    const { fp } = frame.registers;
    if (frame.trust === 'frame-pointer' && fp !== null && fp !== 0 && fp < frame.sp) {
      stop ??= { end: 'no-progress', reason: `the frame-pointer chain at 0x${hexOf(fp)} leads back to itself` };
    }
    return (
      stop ?? {
        end: 'no-candidate',
        reason: `no return address was found above 0x${hexOf(frame.sp)}${scans > 0 ? ' after a scan' : ''}`,
      }
    );
  }

  #isStart(frame: UnwindFrame): boolean {
    const name = this.#environment.functionName(frame.isReturnAddress ? frame.ip - 1 : frame.ip);
    return name !== null && THREAD_STARTS.has(name);
  }

  /** Why a step must not be taken: no progress, out of the stack, no code. Null when it may. */
  #reject(
    frame: UnwindFrame,
    step: Step,
    stack: { readonly base: Address; readonly limit: Address } | null,
  ): Stop | null {
    const environment = this.#environment;
    const { ip, sp } = step.registers;
    if (ip === 0 || ip === null) {
      if (ip === 0 && step.trust !== 'scan') return { end: 'complete', reason: 'the return address is zero' };
      const raw = step.registers.unsigned(step.registers.set.ip);
      const value = raw === null ? '' : `, 0x${raw.toString(16)},`;
      const reason = `the return address${value} of the frame at 0x${hexOf(frame.sp)} is no address`;
      return { end: 'no-candidate', reason };
    }
    if (sp === null) {
      return { end: 'no-candidate', reason: `the stack pointer above 0x${hexOf(frame.sp)} is no address` };
    }
    const crossing = step.trapFrame !== null || step.interrupted;
    if (!crossing) {
      const leaf = frame.index === 0 && this.#architecture === 'arm64' && sp === frame.sp && ip !== frame.ip;
      const leavesStack = sp !== frame.sp && this.#leavesStack(frame, step);
      if (sp <= frame.sp && !leaf && !leavesStack) {
        return { end: 'no-progress', reason: `the stack pointer does not grow past 0x${hexOf(frame.sp)}` };
      }
      if (stack && sp > stack.base && !leavesStack) {
        return { end: 'no-progress', reason: `the next frame lies above the stack's base 0x${hexOf(stack.base)}` };
      }
    } else if (sp < 0 === frame.sp < 0 && sp <= frame.sp && (sp === frame.sp || step.trapFrame === null)) {
      return { end: 'no-progress', reason: `the interrupted stack pointer does not grow past 0x${hexOf(frame.sp)}` };
    }
    if (this.#accepted.has(ip)) return null;
    if (environment.module(ip) !== null) {
      // Sections say whether it is code; a return address in data means that the rule or the stack is wrong.
      if (environment.isCode(ip - (step.interrupted ? 0 : 1)) !== false) {
        this.#accepted.add(ip);
        return null;
      }
      if (crossing) return null;
      return { end: 'no-candidate', reason: `the return address 0x${hexOf(ip)} is not in executable memory` };
    }
    if (crossing) return null;
    const isCode = environment.isCode(ip);
    if (isCode === true) return null;
    if (step.trust === 'scan') return { end: 'no-candidate', reason: 'the candidate is in no module' };
    if (isCode === false || (ip >= 0 && ip < 0x10000)) {
      return { end: 'no-candidate', reason: `the return address 0x${hexOf(ip)} is not in executable memory` };
    }
    // Nothing is known about the address: generated code, or damage. Bytes that can be read as a call decide.
    if (followsCall(this.#architecture, ip, environment.code) === true) return null;
    return { end: 'no-candidate', reason: `the return address 0x${hexOf(ip)} is in no module` };
  }

  /**
   * Whether a step may lead to another stack: the kernel runs DPCs, and callouts that need more room, on stacks of their
   * own (KeExpandKernelStackAndCallout), whose functions unwind to wherever the first one was. Only by unwind data, and
   * to a place that surely follows a call.
   */
  #leavesStack(frame: UnwindFrame, step: Step): boolean {
    const { ip, sp } = step.registers;
    return (
      step.trust === 'unwind-info' &&
      frame.sp < 0 &&
      sp !== null &&
      sp < 0 &&
      ip !== null &&
      followsCall(this.#architecture, ip, this.#environment.code) === true
    );
  }
}

function withReason(step: Step, reason: string): Step {
  return { ...step, note: step.note === null ? reason : `${reason}; ${step.note}` };
}

function hexOf(address: Address): string {
  return BigInt.asUintN(64, BigInt(address)).toString(16);
}
