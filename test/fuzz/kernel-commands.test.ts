import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { BytesSource } from '../../src/bytes/source.ts';
import { SymbolFinder } from '../../src/cli/symbol-finder.ts';
import { COMMANDS } from '../../src/commands/index.generated.ts';
import { Commands } from '../../src/debugger/dispatch.ts';
import { ScriptEngine } from '../../src/debugger/script/engine.ts';
import { Session } from '../../src/debugger/session.ts';
import type { ModuleSymbols } from '../../src/evidence/case.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { nodeDisassembler } from '../../src/platform/node/disassembler.ts';
import { openFile } from '../../src/platform/node/file-source.ts';
import { random } from '../synth/mutate.ts';

/**
 * Damage inside the pages of kernel dumps, with the true symbols of nt: every command that walks the kernel's
 * structures ends, with a result or a typed error, in little time.
 */
const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const here = existsSync(`${CORPUS}/forged`) && existsSync(`${CORPUS}/isf`);
const FOLDERS = [`${CORPUS}/isf`, `${CORPUS}/forged/x86/symbols`, `${CORPUS}/forged/x64/binaries`];
const LINES = [
  '!process 0 7',
  '!process 0 0',
  '!thread',
  '!stacks 2',
  '!running -it',
  '!ready 2',
  '!pcr',
  '!prcb',
  '!apc',
  '!apc thre',
  '!zombies',
  '!session',
  '!locks -v',
  '!locks -d',
  '!handle 0 3 0',
  '!object \\',
  '!mutex -a',
  '!alpc /lpp 0',
  '!qlocks',
  '!dpcs',
  '!timer',
  '!exqueue',
  '!cidtable',
  '!token',
  '!lpc',
  '!deadlock',
  '!objtypes',
  '!vm 25',
  '!address',
  '!poolused 3',
  '!irpfind',
  '!vad',
];
/** Names of nt and of other modules by name, read once from whole files: the damage is not in them. */
const known = new Map<string, ModuleSymbols>();

/** Flips, copies and zeroes words, most of them in pages that hold kernel structures already. */
function damaged(whole: Uint8Array, next: () => number): Uint8Array {
  const bytes = whole.slice();
  const header = 0x4000;
  const words = Math.floor((bytes.length - header) / 8);
  const place = () => {
    let at = header;
    for (let tries = 0; tries < 32; tries++) {
      at = header + Math.floor(next() * words) * 8;
      if (bytes[at + 1] !== 0 || bytes[at + 5] !== 0) break;
    }
    return at;
  };
  const steps = 1 + Math.floor(next() ** 2 * 3000);
  for (let step = 0; step < steps; step++) {
    const at = place();
    const way = next();
    if (way < 0.3) bytes[at + Math.floor(next() * 8)] = Math.floor(next() * 256);
    else if (way < 0.8) bytes.set(bytes.slice(place()).subarray(0, 8), at);
    else if (way < 0.9) bytes.fill(0, at, at + 8);
    else bytes.fill(0xff, at, at + 8);
  }
  return bytes;
}

async function runAll(bytes: Uint8Array, finder: SymbolFinder): Promise<{ errors: number; text: number }> {
  const theCase = openCase(new BytesSource(bytes), 'damaged.dmp', [], nodeDisassembler);
  const session = new Session(theCase, async (module, of) => {
    const before = known.get(module.name);
    if (before) return before;
    return module.name === 'nt' ? finder.find(module, of) : { table: null, image: null, note: 'not asked for' };
  });
  const engine = new ScriptEngine(session, new Commands(COMMANDS));
  const result = { errors: 0, text: 0 };
  for (const line of LINES) {
    await engine.run(line, (outcome) => {
      result.text += outcome.text.length;
      if (outcome.error) result.errors++;
    });
  }
  return result;
}

/** More with KERNEL_FUZZ=120, which takes minutes. */
const CASES = Number(process.env['KERNEL_FUZZ'] ?? 3);

test.skipIf(!here).each(['x64/w10-locks', 'x86/w2003-suspended', 'x64/w7-locks'])(
  'damaged pages of %s (needs ../shared/corpus/forged and isf)',
  async (name) => {
    const path = `${CORPUS}/forged/${name}.dmp`;
    const finder = new SymbolFinder('-', { symbols: FOLDERS, images: [] });
    known.clear();
    const whole = openCase(openFile(path), path);
    for (const module of whole.target!.modules) known.set(module.name, await finder.find(module, whole));
    const original = new Uint8Array(readFileSync(path));
    const good = await runAll(original, finder);
    expect(good.text).toBeGreaterThan(10_000);
    for (let seed = 1; seed <= CASES; seed++) {
      const before = process.cpuUsage();
      const { text } = await runAll(damaged(original, random(seed)), finder);
      const { user, system } = process.cpuUsage(before);
      const seconds = (user + system) / 1e6;
      expect(seconds, `seed ${seed}`).toBeLessThan(20);
      expect(text, `seed ${seed}`).toBeLessThan(good.text * 40 + 1_000_000);
    }
    finder.close();
  },
  60_000 + CASES * 20_000,
);
