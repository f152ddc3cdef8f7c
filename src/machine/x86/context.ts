import type { RegisterLayout } from '../register-layout.ts';

/** ContextFlags bits of x86 (winnt.h, CONTEXT and WOW64_CONTEXT). */
export const CONTEXT_i386 = 0x10000;
const CONTROL = 1;
const INTEGER = 2;
const SEGMENTS = 4;
const FLOATING_POINT = 8;
const DEBUG_REGISTERS = 0x10;
const EXTENDED_REGISTERS = 0x20;

/** Offset of ContextFlags in the record. */
export const X86_FLAGS_OFFSET = 0;

/** CONTEXT of x86 as winnt.h declares it: 716 bytes, the last 512 of them an FXSAVE area at 0xcc. */
export const X86_LAYOUT: RegisterLayout = [
  ['eax', 0xb0, 4, INTEGER],
  ['ebx', 0xa4, 4, INTEGER],
  ['ecx', 0xac, 4, INTEGER],
  ['edx', 0xa8, 4, INTEGER],
  ['esi', 0xa0, 4, INTEGER],
  ['edi', 0x9c, 4, INTEGER],
  ['eip', 0xb8, 4, CONTROL],
  ['esp', 0xc4, 4, CONTROL],
  ['ebp', 0xb4, 4, CONTROL],
  ['efl', 0xc0, 4, CONTROL],
  ['cs', 0xbc, 2, CONTROL],
  ['ss', 0xc8, 2, CONTROL],
  ['ds', 0x98, 2, SEGMENTS],
  ['es', 0x94, 2, SEGMENTS],
  ['fs', 0x90, 2, SEGMENTS],
  ['gs', 0x8c, 2, SEGMENTS],
  ['dr0', 0x04, 4, DEBUG_REGISTERS],
  ['dr1', 0x08, 4, DEBUG_REGISTERS],
  ['dr2', 0x0c, 4, DEBUG_REGISTERS],
  ['dr3', 0x10, 4, DEBUG_REGISTERS],
  ['dr6', 0x14, 4, DEBUG_REGISTERS],
  ['dr7', 0x18, 4, DEBUG_REGISTERS],
  ['fpcw', 0x1c, 2, FLOATING_POINT],
  ['fpsw', 0x20, 2, FLOATING_POINT],
  ['fptw', 0x24, 2, FLOATING_POINT],
  ...Array.from({ length: 8 }, (_, index) => [`st${index}`, 0x38 + index * 10, 10, FLOATING_POINT] as const),
  ['mxcsr', 0xcc + 24, 4, EXTENDED_REGISTERS],
  ...Array.from({ length: 8 }, (_, index) => [`xmm${index}`, 0xcc + 160 + index * 16, 16, EXTENDED_REGISTERS] as const),
];
