import { toUnsigned } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { unicodeStringAt } from './kernel-object.ts';

/** The bug check as the kernel itself keeps it, beside the dump's header. */
export interface BugCheckData {
  readonly code: number;
  readonly parameters: readonly [bigint, bigint, bigint, bigint];
  /** The driver that the kernel blamed (KiBugCheckDriver); null when it blamed none, or its name is not in the dump. */
  readonly driver: string | null;
}

/** Reads KiBugCheckData and KiBugCheckDriver; null where symbols or memory do not have them, or no bug check began. */
export function readBugCheckData(kernel: Kernel): BugCheckData | null {
  const at = kernel.address('KiBugCheckData');
  if (at === null) return null;
  const words = [0, 1, 2, 3, 4].map((index) => kernel.wordAt(at + index * kernel.pointerSize));
  const [code, first, second, third, fourth] = words;
  if (!code || first == null || second == null || third == null || fourth == null) return null;
  return {
    code: Number(BigInt.asUintN(32, code)),
    parameters: [first, second, third, fourth],
    driver: bugCheckDriver(kernel),
  };
}

/** KiBugCheckDriver points to a UNICODE_STRING, mostly the name of a KLDR_DATA_TABLE_ENTRY. */
function bugCheckDriver(kernel: Kernel): string | null {
  const name = kernel.pointer('KiBugCheckDriver');
  if (name === null || name === 0 || toUnsigned(name) < 0x10000n) return null;
  return unicodeStringAt(kernel, name) || null;
}
