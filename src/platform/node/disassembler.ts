import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
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

/** Beside the bundle when installed, in node_modules while developing. */
function wasmPath(beside: string, inPackage: string): string {
  const path = fileURLToPath(new URL(beside, import.meta.url));
  return existsSync(path) ? path : createRequire(import.meta.url).resolve(inPackage);
}
