import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Interruption, interruptWhen } from '../../src/bytes/interruption.ts';
import { SymbolFinder } from '../../src/cli/symbol-finder.ts';
import { kernelModule } from '../../src/evidence/kernel.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { nodeDisassembler } from '../../src/platform/node/disassembler.ts';
import { openFile } from '../../src/platform/node/file-source.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const needs = existsSync(`${CORPUS}/forged/x64`) ? '' : ' (needs ../shared/corpus/forged/x64)';
const before = process.env['MEMORETICS_SYMBOL_STORE'];

afterEach(() => {
  interruptWhen(null);
  if (before === undefined) delete process.env['MEMORETICS_SYMBOL_STORE'];
  else process.env['MEMORETICS_SYMBOL_STORE'] = before;
});

test.skipIf(needs !== '')(`symbols whose loading was interrupted are loaded when wanted again${needs}`, async () => {
  const store = mkdtempSync(join(tmpdir(), 'memoretics-store-'));
  process.env['MEMORETICS_SYMBOL_STORE'] = store;
  const path = `${CORPUS}/forged/x64/w10-memory.dmp`;
  const file = openFile(path);
  const finder = new SymbolFinder(path, { symbols: [`${CORPUS}/isf`], images: [] });
  try {
    const theCase = openCase(file, path, [], nodeDisassembler);
    const nt = kernelModule(theCase.target!)!;
    let polls = 0;
    interruptWhen(() => ++polls > 40);
    await expect(finder.find(nt, theCase)).rejects.toBeInstanceOf(Interruption);
    interruptWhen(null);
    const { table } = await finder.find(nt, theCase);
    expect(table?.find('KeBugCheckEx')).toMatchObject({ name: 'KeBugCheckEx' });
  } finally {
    finder.close();
    file.close();
    rmSync(store, { recursive: true, force: true });
  }
});
