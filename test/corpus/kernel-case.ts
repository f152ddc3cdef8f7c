import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { SymbolFinder } from '../../src/cli/symbol-finder.ts';
import type { Case } from '../../src/evidence/case.ts';
import { loadSymbols } from '../../src/evidence/load-symbols.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { nodeDisassembler } from '../../src/platform/node/disassembler.ts';
import { openFile } from '../../src/platform/node/file-source.ts';

export const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
export const X86 = `${CORPUS}/forged/x86`;
export const X64 = `${CORPUS}/forged/x64`;
export const hasForged = existsSync(`${X86}/xp-spin.dmp`) && existsSync(`${CORPUS}/isf`);

/** The forged kernel dumps by folder. */
export const X86_DUMPS = [
  'w2003-locks',
  'w2003-suspended',
  'w2003-pte',
  'xp-spin',
  'xp-spin-kernel',
  'xp-syscall',
  'vista-priority',
];
export const X64_DUMPS = [
  'w10-locks',
  'w10-memory',
  'w10-bsod',
  'w10-series-1',
  'w10-series-2',
  'w10-series-3',
  'w7-locks',
];

/** A forged dump with the symbols that its analysis loads. */
export async function openForged(path: string): Promise<{ theCase: Case; finder: SymbolFinder }> {
  const symbols = [`${X86}/symbols`, `${CORPUS}/isf`, `${X64}/binaries`];
  const finder = new SymbolFinder('-', { symbols, images: [`${X64}/binaries`] });
  const opened = openCase(openFile(path), path, [], nodeDisassembler);
  const theCase = await loadSymbols(opened, (module, of) => finder.find(module, of), 'failing');
  return { theCase, finder };
}
