import { viewOf } from '../bytes/source.ts';
import type { Context } from '../machine/context.ts';
import { readContext } from '../machine/context-reader.ts';
import { type Address, toUnsigned } from '../memory/space.ts';

/** An exception whose record and registers lie on a stack. Addresses are unsigned. */
export interface ExceptionResidue {
  readonly code: number;
  readonly address: bigint;
  /** Where the EXCEPTION_RECORD and the CONTEXT lie. */
  readonly recordAt: bigint;
  readonly contextAt: bigint;
  readonly context: Context;
}

const CONTEXT_SIZE = { x86: 716, x64: 0x4d0 } as const;
/** Bytes of an EXCEPTION_RECORD up to its parameters, and how many it may have (winnt.h). */
const RECORD_HEAD = { x86: 20, x64: 32 } as const;
const MOST_PARAMETERS = 15;
/** The kernel puts the record of x64 behind the CONTEXT, past the extended-state header; that of x86 before it. */
const RECORD_BEHIND = 0x200;
const RECORD_BEFORE = 0x80;

/**
 * The exceptions whose record and CONTEXT the kernel, or the code that raised them, put on a stack: `bytes` of it from
 * `start` on. Believed only where the record's address is the instruction pointer of the CONTEXT beside it, and its
 * stack pointer lies in the same stack.
 */
export function findExceptions(
  bytes: Uint8Array,
  start: Address,
  architecture: 'x86' | 'x64',
  stack: { readonly base: Address; readonly limit: Address },
): readonly ExceptionResidue[] {
  const view = viewOf(bytes);
  const found: ExceptionResidue[] = [];
  const step = architecture === 'x64' ? 16 : 4;
  const size = CONTEXT_SIZE[architecture];
  const first = architecture === 'x64' ? (16 - (((start % 16) + 16) % 16)) % 16 : 0;
  for (let at = first; at + size <= bytes.length; at += step) {
    if (!(architecture === 'x64' ? isWideContext(view, at) : isNarrowContext(view, at))) continue;
    const context = readContext(architecture, bytes.subarray(at, at + size));
    if (!context || context.ip === null || context.sp === null) continue;
    if (context.sp < stack.limit || context.sp > stack.base) continue;
    const record = recordBeside(view, at, architecture, toUnsigned(context.ip));
    if (record === null) continue;
    found.push({
      code: view.getUint32(record, true),
      address: toUnsigned(context.ip),
      recordAt: toUnsigned(start + record),
      contextAt: toUnsigned(start + at),
      context,
    });
    at += size - step;
  }
  return found;
}

/** ContextFlags with control and integer parts, equal copies of MxCsr, and the code selector of user mode. */
function isWideContext(view: DataView, at: number): boolean {
  const flags = view.getUint32(at + 0x30, true);
  if ((flags & 0x100003) !== 0x100003 || (flags & 0xffefff00) !== 0) return false;
  const mxcsr = view.getUint32(at + 0x34, true);
  return mxcsr !== 0 && mxcsr === view.getUint32(at + 0x118, true) && view.getUint16(at + 0x38, true) === 0x33;
}

/** ContextFlags of x86 with control, integer and segment parts, and the selectors of user mode. */
function isNarrowContext(view: DataView, at: number): boolean {
  const flags = view.getUint32(at, true);
  if ((flags & 0x10007) !== 0x10007 || (flags & 0xfffeff80) !== 0) return false;
  const code = view.getUint16(at + 0xbc, true);
  const stack = view.getUint16(at + 0xc8, true);
  return (code === 0x1b && stack === 0x23) || (code === 0x23 && stack === 0x2b);
}

/** The offset of an EXCEPTION_RECORD for `ip` near the CONTEXT at `at`; null when there is none. */
function recordBeside(view: DataView, at: number, architecture: 'x86' | 'x64', ip: bigint): number | null {
  const wide = architecture === 'x64';
  const from = wide ? at + CONTEXT_SIZE.x64 : Math.max(0, at - RECORD_BEFORE);
  const to = wide ? from + RECORD_BEHIND : at - RECORD_HEAD.x86;
  for (let offset = from; offset <= to; offset += wide ? 8 : 4) {
    if (offset + RECORD_HEAD[architecture] > view.byteLength) return null;
    const address = wide ? view.getBigUint64(offset + 16, true) : BigInt(view.getUint32(offset + 12, true));
    if (address !== ip) continue;
    const code = view.getUint32(offset, true);
    // Flags of a record that is being dispatched: noncontinuable, unwinding and the like, all in the low byte.
    const isPlausible =
      code >>> 30 >= 2 &&
      view.getUint32(offset + 4, true) <= 0xff &&
      view.getUint32(offset + (wide ? 24 : 16), true) <= MOST_PARAMETERS;
    if (isPlausible) return offset;
  }
  return null;
}
