import { viewOf } from '../bytes/source.ts';
import { ARM_BREAKPAD_LAYOUT, ARM_LAYOUT, CONTEXT_ARM, CONTEXT_ARM_BREAKPAD } from './arm/context.ts';
import { ARM64_LAYOUT, ARM64_OLD_LAYOUT, CONTEXT_ARM64, CONTEXT_ARM64_OLD } from './arm64/context.ts';
import type { Architecture, Context } from './context.ts';
import { contextOf, type RegisterLayout, readRegisters } from './register-layout.ts';
import { CONTEXT_AMD64, readExtendedRegisters, X64_FLAGS_OFFSET, X64_LAYOUT } from './x64/context.ts';
import { CONTEXT_i386, X86_FLAGS_OFFSET, X86_LAYOUT } from './x86/context.ts';

/** Flags offset, then the layouts by the architecture bit that ContextFlags must have. */
const RECORDS: Partial<
  Record<Architecture, readonly [flagsAt: number, layouts: readonly (readonly [bit: number, layout: RegisterLayout])[]]>
> = {
  x86: [X86_FLAGS_OFFSET, [[CONTEXT_i386, X86_LAYOUT]]],
  x64: [X64_FLAGS_OFFSET, [[CONTEXT_AMD64, X64_LAYOUT]]],
  arm64: [
    0,
    [
      [CONTEXT_ARM64, ARM64_LAYOUT],
      [CONTEXT_ARM64_OLD, ARM64_OLD_LAYOUT],
    ],
  ],
  arm: [
    0,
    [
      [CONTEXT_ARM, ARM_LAYOUT],
      [CONTEXT_ARM_BREAKPAD, ARM_BREAKPAD_LAYOUT],
    ],
  ],
};

/**
 * The registers of a raw CONTEXT record of `architecture`: CONTEXT, WOW64_CONTEXT, ARM64_NT_CONTEXT, or Breakpad's and
 * Crashpad's equals. Registers that ContextFlags does not claim, or that lie past the end of `bytes`, are absent; null
 * when the record names another architecture or no register can be read.
 */
export function readContext(architecture: Architecture, bytes: Uint8Array): Context | null {
  const record = RECORDS[architecture];
  if (!record) return null;
  const [flagsAt, layouts] = record;
  if (bytes.length < flagsAt + 4) return null;
  const view = viewOf(bytes);
  const flags = view.getUint32(flagsAt, true);
  for (const [bit, layout] of layouts) {
    if ((flags & bit) === 0) continue;
    const registers = readRegisters(view, flags, layout);
    if (architecture === 'x64') readExtendedRegisters(view, flags, registers);
    return registers.size > 0 ? contextOf(architecture, registers) : null;
  }
  return null;
}
