import type { RegisterLayout } from '../register-layout.ts';

/** ContextFlags bits: winnt.h's CONTEXT_ARM, and Breakpad's MD_CONTEXT_ARM (minidump_cpu_arm.h). */
export const CONTEXT_ARM = 0x200000;
export const CONTEXT_ARM_BREAKPAD = 0x40000000;
const CONTROL = 1;
const INTEGER = 2;
const FLOATING_POINT = 4;

const CORE = (control: number): RegisterLayout => [
  ...Array.from({ length: 13 }, (_, index) => [`r${index}`, 4 + index * 4, 4, INTEGER] as const),
  ['sp', 0x38, 4, control],
  ['lr', 0x3c, 4, control],
  ['pc', 0x40, 4, control],
  ['cpsr', 0x44, 4, control],
];

/** Windows' ARM CONTEXT: 416 bytes. */
export const ARM_LAYOUT: RegisterLayout = [
  ...CORE(CONTROL),
  ['fpscr', 0x48, 4, FLOATING_POINT],
  ...Array.from({ length: 32 }, (_, index) => [`d${index}`, 0x50 + index * 8, 8, FLOATING_POINT] as const),
];

/** MDRawContextARM: 368 bytes; it has no control flag, the integer set covers all core registers. */
export const ARM_BREAKPAD_LAYOUT: RegisterLayout = [
  ...CORE(INTEGER),
  ['fpscr', 0x48, 8, FLOATING_POINT],
  ...Array.from({ length: 32 }, (_, index) => [`d${index}`, 0x50 + index * 8, 8, FLOATING_POINT] as const),
];
