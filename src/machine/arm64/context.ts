import type { RegisterLayout } from '../register-layout.ts';

/** ContextFlags bits of ARM64 (winnt.h, ARM64_NT_CONTEXT). */
export const CONTEXT_ARM64 = 0x400000;
/** Breakpad's first ARM64 record had a 64-bit flags field with this bit (minidump_cpu_arm64.h, MDRawContextARM64_Old). */
export const CONTEXT_ARM64_OLD = 0x80000000;
const CONTROL = 1;
const INTEGER = 2;
const FLOATING_POINT = 4;
const DEBUG_REGISTERS = 8;

/** ARM64_NT_CONTEXT: 912 bytes. Breakpad and Crashpad write the same record for Linux, macOS and Android. */
export const ARM64_LAYOUT: RegisterLayout = [
  ...Array.from({ length: 29 }, (_, index) => [`x${index}`, 8 + index * 8, 8, INTEGER] as const),
  ['fp', 0xf0, 8, CONTROL],
  ['lr', 0xf8, 8, CONTROL],
  ['sp', 0x100, 8, CONTROL],
  ['pc', 0x108, 8, CONTROL],
  ['cpsr', 0x04, 4, CONTROL],
  ['fpcr', 0x310, 4, FLOATING_POINT],
  ['fpsr', 0x314, 4, FLOATING_POINT],
  ...Array.from({ length: 32 }, (_, index) => [`v${index}`, 0x110 + index * 16, 16, FLOATING_POINT] as const),
  ...Array.from({ length: 8 }, (_, index) => [`bcr${index}`, 0x318 + index * 4, 4, DEBUG_REGISTERS] as const),
  ...Array.from({ length: 8 }, (_, index) => [`bvr${index}`, 0x338 + index * 8, 8, DEBUG_REGISTERS] as const),
  ...Array.from({ length: 2 }, (_, index) => [`wcr${index}`, 0x378 + index * 4, 4, DEBUG_REGISTERS] as const),
  ...Array.from({ length: 2 }, (_, index) => [`wvr${index}`, 0x380 + index * 8, 8, DEBUG_REGISTERS] as const),
];

/** MDRawContextARM64_Old: 796 bytes, packed to four; x0..x30, sp, pc belong to the integer set. */
export const ARM64_OLD_LAYOUT: RegisterLayout = [
  ...Array.from({ length: 29 }, (_, index) => [`x${index}`, 8 + index * 8, 8, INTEGER] as const),
  ['fp', 8 + 29 * 8, 8, INTEGER],
  ['lr', 8 + 30 * 8, 8, INTEGER],
  ['sp', 8 + 31 * 8, 8, INTEGER],
  ['pc', 0x108, 8, INTEGER],
  ['cpsr', 0x110, 4, INTEGER],
  ['fpsr', 0x114, 4, FLOATING_POINT],
  ['fpcr', 0x118, 4, FLOATING_POINT],
  ...Array.from({ length: 32 }, (_, index) => [`v${index}`, 0x11c + index * 16, 16, FLOATING_POINT] as const),
];
