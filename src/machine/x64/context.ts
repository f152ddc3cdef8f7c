import { type RegisterLayout, readValue } from '../register-layout.ts';

/** ContextFlags bits of x64 (winnt.h, CONTEXT). */
export const CONTEXT_AMD64 = 0x100000;
const CONTROL = 1;
const INTEGER = 2;
const SEGMENTS = 4;
const FLOATING_POINT = 8;
const DEBUG_REGISTERS = 0x10;
const XSTATE = 0x40;

/** Offset of ContextFlags in the record. */
export const X64_FLAGS_OFFSET = 0x30;

/** CONTEXT of x64 as winnt.h declares it: 1,232 bytes with an FXSAVE area at 0x100. */
export const X64_LAYOUT: RegisterLayout = [
  ['rax', 0x78, 8, INTEGER],
  ['rbx', 0x90, 8, INTEGER],
  ['rcx', 0x80, 8, INTEGER],
  ['rdx', 0x88, 8, INTEGER],
  ['rsi', 0xa8, 8, INTEGER],
  ['rdi', 0xb0, 8, INTEGER],
  ['rip', 0xf8, 8, CONTROL],
  ['rsp', 0x98, 8, CONTROL],
  ['rbp', 0xa0, 8, INTEGER],
  ...Array.from({ length: 8 }, (_, index) => [`r${index + 8}`, 0xb8 + index * 8, 8, INTEGER] as const),
  ['efl', 0x44, 4, CONTROL],
  ['cs', 0x38, 2, CONTROL],
  ['ss', 0x42, 2, CONTROL],
  ['ds', 0x3a, 2, SEGMENTS],
  ['es', 0x3c, 2, SEGMENTS],
  ['fs', 0x3e, 2, SEGMENTS],
  ['gs', 0x40, 2, SEGMENTS],
  ['dr0', 0x48, 8, DEBUG_REGISTERS],
  ['dr1', 0x50, 8, DEBUG_REGISTERS],
  ['dr2', 0x58, 8, DEBUG_REGISTERS],
  ['dr3', 0x60, 8, DEBUG_REGISTERS],
  ['dr6', 0x68, 8, DEBUG_REGISTERS],
  ['dr7', 0x70, 8, DEBUG_REGISTERS],
  ['mxcsr', 0x34, 4, FLOATING_POINT],
  ['fpcw', 0x100, 2, FLOATING_POINT],
  ['fpsw', 0x102, 2, FLOATING_POINT],
  ['fptw', 0x104, 1, FLOATING_POINT],
  ...Array.from({ length: 8 }, (_, index) => [`st${index}`, 0x120 + index * 16, 10, FLOATING_POINT] as const),
  ...Array.from({ length: 16 }, (_, index) => [`xmm${index}`, 0x1a0 + index * 16, 16, FLOATING_POINT] as const),
];

/** CONTEXT_EX follows the legacy record: All, Legacy and XState chunks, each {LONG Offset; DWORD Length} (winnt.h). */
const CONTEXT_EX = 0x4d0;
/** Sizes of the user XSAVE components in a compacted area (Intel SDM vol. 1, 13.4), by feature number from 2 on. */
const COMPONENT_SIZES: readonly number[] = [256, 64, 64, 64, 512, 1024, 128, 8, 8, 16];
const AVX = 2;
const CET_U = 11;

/**
 * Adds what lies behind CONTEXT_EX: the upper halves of `ymm0`..`ymm15` and the shadow stack pointer `ssp`. The
 * offsets are relative to CONTEXT_EX and hostile: anything outside the record is left out.
 */
export function readExtendedRegisters(view: DataView, flags: number, registers: Map<string, bigint>): void {
  if ((flags & XSTATE) === 0 || view.byteLength < CONTEXT_EX + 24) return;
  const area = CONTEXT_EX + view.getInt32(CONTEXT_EX + 16, true);
  const length = view.getUint32(CONTEXT_EX + 20, true);
  const end = Math.min(view.byteLength, area + length);
  if (area < CONTEXT_EX + 24 || area + 64 > end) return;
  const mask = view.getBigUint64(area, true);
  const compaction = view.getBigUint64(area + 8, true);
  const compacted = (compaction & (1n << 63n)) !== 0n;
  const has = (feature: number) => (mask & (1n << BigInt(feature))) !== 0n;
  if (has(AVX)) {
    // AVX comes first in both forms. The record's legacy area holds the lower halves.
    for (let index = 0; index < 16; index++) {
      const at = area + 64 + index * 16;
      const low = registers.get(`xmm${index}`);
      if (low !== undefined && at + 16 <= end) registers.set(`ymm${index}`, (readValue(view, at, 16) << 128n) | low);
    }
  }
  if (has(CET_U) && compacted) {
    let at = area + 64;
    for (let feature = 2; feature < CET_U; feature++) {
      if ((compaction & (1n << BigInt(feature))) !== 0n) at += COMPONENT_SIZES[feature - 2] ?? 0;
    }
    // CET_U is {Ia32CetUMsr, Ia32Pl3SspMsr}.
    if (at + 16 <= end) registers.set('ssp', view.getBigUint64(at + 8, true));
  }
}
