import { toAddress, tryPointer } from '../memory/space.ts';
import type { Target } from '../target/target.ts';
import type { Frame } from '../windows/stack.ts';

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
