import { decodeAscii } from '../bytes/text.ts';
import { readAvailable, toAddress, tryPointer, tryU32 } from '../memory/space.ts';
import { undecorate } from '../symbols/undecorate.ts';
import type { Target } from '../target/target.ts';

/** What a Microsoft C++ exception carries. */
export interface ThrownObject {
  /** Address of the thrown object; null for `throw;` without one. */
  readonly object: bigint | null;
  /** Types it can be caught as, the most derived first; empty when the type information is not in the dump. */
  readonly types: readonly string[];
  /** The text of a std::exception, when the object is one and its text is in the dump. */
  readonly message: string | null;
}

const MOST_TYPES = 64;
const LONGEST_TEXT = 1024;

/**
 * Decodes ThrowInfo, CatchableTypeArray, CatchableType and TypeDescriptor (ehdata.h of the Microsoft C runtime; in
 * 64-bit images the pointers are offsets from the image base in parameter 3). `parameters` are magic, object, throw
 * information, image base.
 */
export function readCppException(target: Target, parameters: readonly bigint[]): ThrownObject {
  const [, object = 0n, info = 0n, base = 0n] = parameters;
  const { memory, pointerSize } = target;
  const wide = pointerSize === 8;
  const imageBase = wide ? toAddress(base) : 0;
  const resolve = (at: number | null): number | null => {
    if (at === null || imageBase === null) return null;
    const value = tryU32(memory, at);
    return value === null || value === 0 ? null : imageBase + value;
  };
  const types: string[] = [];
  const throwInfo = toAddress(info);
  const list = throwInfo === null || throwInfo === 0 ? null : resolve(throwInfo + 12);
  const count = list === null ? null : tryU32(memory, list);
  for (let index = 0; list !== null && index < Math.min(count ?? 0, MOST_TYPES); index++) {
    const catchable = resolve(list + 4 + index * 4);
    const descriptor = catchable === null ? null : resolve(catchable + 4);
    if (descriptor === null) break;
    const name = decodeAscii(readAvailable(memory, descriptor + pointerSize * 2, LONGEST_TEXT));
    if (!name.startsWith('.')) break;
    types.push(typeName(name));
  }
  const at = toAddress(object);
  let message: string | null = null;
  if (at !== null && at !== 0 && types.some((type) => type === 'std::exception' || type === 'exception')) {
    // std::exception of the Microsoft runtime: virtual table, then `char const *` what.
    const text = tryPointer(memory, at + pointerSize, pointerSize);
    const bytes = text ? readAvailable(memory, text, LONGEST_TEXT) : new Uint8Array(0);
    if (bytes.length > 0) message = decodeAscii(bytes) || null;
  }
  return { object: object === 0n ? null : object, types, message };
}

/** `.?AVruntime_error@std@@` → `std::runtime_error`. */
function typeName(raw: string): string {
  const full = undecorate(`?x@@3${raw.slice(2)}A`, 'full');
  const plain = /^(?:class |struct |union |enum )?(.*?) x$/.exec(full);
  if (plain?.[1]) return plain[1];
  const simple = /^\.\?A[VUTW]4?((?:[A-Za-z_][\w]*@)+)@$/.exec(raw);
  return simple?.[1] ? simple[1].split('@').filter(Boolean).reverse().join('::') : raw;
}
