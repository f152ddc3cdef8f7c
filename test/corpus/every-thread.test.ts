import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { analyze, toJson } from '../../src/analysis/report.ts';
import { SymbolFinder } from '../../src/cli/symbol-finder.ts';
import { loadSymbols } from '../../src/evidence/load-symbols.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { nodeDisassembler } from '../../src/platform/node/disassembler.ts';
import { openFile } from '../../src/platform/node/file-source.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const needs = existsSync(`${CORPUS}/forged/x64`) ? '' : ' (needs ../shared/corpus/forged/x64)';

interface TruthThread {
  readonly address: string;
  readonly stack: readonly { readonly ip: string }[];
}

test.skipIf(needs !== '')(`threads of every process are in the JSON, with their stacks${needs}`, async () => {
  const path = `${CORPUS}/forged/x64/w10-locks.dmp`;
  const truth = JSON.parse(readFileSync(`${CORPUS}/forged/x64/expected/w10-locks.json`, 'utf8')) as {
    readonly processes: readonly { readonly pid: number; readonly threads: readonly TruthThread[] }[];
  };
  // The idle process is on no list: of its threads only those that run are known.
  const wanted = truth.processes.filter(({ pid }) => pid !== 0).flatMap(({ threads }) => threads);
  const file = openFile(path);
  const finder = new SymbolFinder(path, { symbols: [`${CORPUS}/isf`, `${CORPUS}/forged/x64/binaries`], images: [] });
  try {
    const opened = openCase(file, path, [], nodeDisassembler);
    const theCase = await loadSymbols(opened, (module, current) => finder.find(module, current), 'all');
    const json = toJson(analyze(theCase, []), { stacks: true }) as {
      readonly threads: readonly {
        readonly address: string;
        readonly frames: readonly { readonly address: string }[];
      }[];
    };
    const found = new Map(json.threads.map((thread) => [thread.address, thread]));
    expect(wanted.filter(({ address }) => !found.has(address)).map(({ address }) => address)).toEqual([]);
    const shorter = wanted.filter(({ address, stack }) => found.get(address)!.frames.length < stack.length);
    expect(shorter.map(({ address }) => address)).toEqual([]);
  } finally {
    finder.close();
    file.close();
  }
});
