import { toAddress, tryPointer } from '../memory/space.ts';
import type { Target } from '../target/target.ts';
import type { Frame, ThreadStack } from '../windows/stack.ts';
import { fact, known } from './case.ts';
import { logFact } from './log.ts';

/** Words between the frames of one call, beyond which no return address is looked for. */
const MOST_WORDS = 256;

/**
 * An argument of a call on a 32-bit stack, counted from 0: the words behind its return address, which is the address of
 * the frame outside it. Null on other processors, where arguments travel in registers, and when the stack does not hold
 * that return address where it must be. Of a __fastcall function the first arguments are not there either.
 */
export function stackArgument(
  target: Target,
  frames: readonly Frame[],
  index: number,
  argument: number,
): bigint | null {
  const frame = frames[index];
  const outer = frames[index + 1];
  if (target.architecture !== 'x86' || !frame || !outer || outer.address === null) return null;
  const low = frame.stackPointer === null ? null : toAddress(frame.stackPointer);
  const high = outer.stackPointer === null ? null : toAddress(outer.stackPointer);
  if (low === null || high === null || high - low > MOST_WORDS * 4) return null;
  for (let at = high - 4; at >= low; at -= 4) {
    if (tryPointer(target.memory, at, 4) !== Number(outer.address)) continue;
    const value = tryPointer(target.memory, at + 4 + argument * 4, 4);
    return value === null ? null : BigInt(value);
  }
  return null;
}

/** Words that a call may have been given; a debugger prints as many. */
const SHOWN = 3;

/**
 * The first arguments of any frame on a 32-bit stack: as a log prints them, or as they stand in memory. Empty where
 * they are not known, as on 64-bit systems, where what debuggers print in their place are no arguments.
 */
export const frameArgumentsFact = fact<(stack: ThreadStack, frame: number) => readonly bigint[]>(
  'frameArguments',
  (theCase) => {
    const { target } = theCase;
    if (target)
      return known((stack, frame) => {
        const values = Array.from({ length: SHOWN }, (_, index) => stackArgument(target, stack.frames, frame, index));
        const end = values.indexOf(null);
        return values.slice(0, end < 0 ? SHOWN : end) as bigint[];
      }, 'memory');
    const log = logFact(theCase);
    if (!log.known) return log;
    const printed = new Map(log.value.stacks.map(({ text }) => [text.stack, text.arguments]));
    return known((stack, frame) => {
      const place = stack.frames[frame]?.framePointer ?? null;
      return place === null || place > 0xffff_ffffn ? [] : (printed.get(stack)?.[frame] ?? []);
    }, 'log');
  },
);
