import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { arm64Disassembler } from '../../machine/arm64/disassemble.ts';
import type { Architecture } from '../../machine/context.ts';
import { Iced } from '../../machine/iced.ts';
import type { Disassembler } from '../../machine/instruction.ts';
import { x86Disassembler } from '../../machine/x86-text.ts';

const made = new Map<Architecture, Disassembler | null>();
let iced: Iced | null = null;

/** The disassembler of a processor, made when it is first asked for; null for processors that there is none for. */
export function nodeDisassembler(architecture: Architecture): Disassembler | null {
  let found = made.get(architecture);
  if (found === undefined) {
    found = make(architecture);
    made.set(architecture, found);
  }
  return found;
}

function make(architecture: Architecture): Disassembler | null {
  if (architecture !== 'x86' && architecture !== 'x64') return null;
  iced ??= new Iced(new WebAssembly.Module(readFileSync(wasmPath('iced_x86_bg.wasm', 'iced-x86/iced_x86_bg.wasm'))));
  return x86Disassembler(iced, architecture === 'x64' ? 64 : 32);
}

/**
 * Loads what a processor's disassembler needs, once. Only ARM64 needs it: Capstone's WebAssembly comes asynchronously.
 * Afterwards `nodeDisassembler` answers; before, it says that there is none.
 */
export async function prepareDisassembler(architecture: Architecture): Promise<void> {
  if (architecture !== 'arm64' || made.get('arm64')) return;
  const { Const, Capstone, loadCapstone } = await import('capstone-wasm');
  await loadCapstone({ locateFile: () => capstonePath() });
  made.set('arm64', arm64Disassembler(new Capstone(Const.CS_ARCH_ARM64, Const.CS_MODE_LITTLE_ENDIAN)));
}

/** Beside the bundle or its parts when installed; the package exports its entry alone, beside which it lies else. */
function capstonePath(): string {
  for (const place of ['capstone.wasm', '../capstone.wasm']) {
    const path = fileURLToPath(new URL(place, import.meta.url));
    if (existsSync(path)) return path;
  }
  return join(dirname(createRequire(import.meta.url).resolve('capstone-wasm')), 'capstone.wasm');
}

/** Beside the bundle or its parts when installed, in node_modules while developing. */
function wasmPath(beside: string, inPackage: string): string {
  for (const place of [beside, `../${beside}`]) {
    const path = fileURLToPath(new URL(place, import.meta.url));
    if (existsSync(path)) return path;
  }
  return createRequire(import.meta.url).resolve(inPackage);
}
