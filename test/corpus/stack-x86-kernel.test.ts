import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SymbolFinder } from '../../src/cli/symbol-finder.ts';
import type { Case } from '../../src/evidence/case.ts';
import type { Context } from '../../src/machine/context.ts';
import { contextOf } from '../../src/machine/register-layout.ts';
import { x86PageTables } from '../../src/machine/x86/paging.ts';
import { PagedSpace } from '../../src/memory/paged.ts';
import { tryU32 } from '../../src/memory/space.ts';
import { openFile } from '../../src/platform/node/file-source.ts';
import type { SymbolTable } from '../../src/symbols/symbol-table.ts';
import { openKernelTarget } from '../../src/target/kernel-target.ts';
import { nameOfAddress, type StackOptions, walkThread } from '../../src/target/stack.ts';
import type { Module, Target } from '../../src/target/target.ts';
import { frameName } from '../../src/windows/stack.ts';

const FORGED = resolve(import.meta.dirname, '../../../shared/corpus/forged/x86');
const here = existsSync(`${FORGED}/xp-spin.dmp`);

interface Truth {
  readonly pae: boolean;
  readonly processes: readonly {
    readonly dirbase: string;
    readonly modules: readonly {
      readonly name: string;
      readonly path: string;
      readonly base: string;
      readonly size: string;
    }[];
    readonly threads: readonly { readonly addr: string; readonly current: string }[];
  }[];
}

/** The dump as the process of a thread sees it, with the user modules that the truth file lists. */
function targetOf(dump: string, thread: string): { target: Target; kernelStack: number } {
  const target = openKernelTarget(openFile(`${FORGED}/${dump}.dmp`));
  const truth = JSON.parse(readFileSync(`${FORGED}/expected/${dump}.json`, 'utf8')) as Truth;
  const process = truth.processes.find(({ threads }) => threads.some(({ addr }) => addr === thread))!;
  const physical = target.physicalMemory!;
  const tables = x86PageTables(physical, Number.parseInt(process.dirbase, 16), truth.pae);
  const modules: Module[] = process.modules.map((module) => ({
    ...target.modules[0]!,
    name: module.name,
    imageName: module.path.split('\\').at(-1)!,
    path: module.path,
    base: Number.parseInt(module.base, 16),
    size: Number.parseInt(module.size, 16),
    timestamp: null,
    pdb: null,
    space: 'user',
  }));
  return {
    target: { ...target, memory: new PagedSpace(physical, tables), modules: [...target.modules, ...modules] },
    kernelStack: Number.parseInt(process.threads.find(({ addr }) => addr === thread)!.current, 16),
  };
}

/** The registers of a waiting thread: KSWITCHFRAME {ExceptionList, ApcBypassDisable, RetAddr}, then what KiSwapContext pushed. */
function switched(target: Target, stack: number): Context {
  const word = (offset: number) => BigInt(tryU32(target.memory, stack + offset)!);
  return contextOf(
    'x86',
    new Map([
      ['eip', word(8)],
      ['esp', BigInt(stack + 12)],
      ['ebp', word(12)],
    ]),
  );
}

async function symbolsOf(target: Target, store = 'symbols'): Promise<StackOptions> {
  const finder = new SymbolFinder('-', { symbols: [`${FORGED}/${store}`, `${FORGED}/symbols`] });
  const tables = new Map<Module, SymbolTable | null>();
  for (const module of target.modules) {
    tables.set(module, (await finder.find(module, { target } as Case)).table);
  }
  return { symbols: (module) => tables.get(module) ?? null };
}

/** `return address, symbol` of each line of a printed stack. */
function printed(text: string): { child: bigint; ret: bigint; symbol: string }[] {
  return [...text.matchAll(/^([0-9a-f]{8}) ([0-9a-f]{8}) (?:[0-9a-f]{8} ){0,3}(\S+![^\s(]+)/gm)].map((match) => ({
    child: BigInt(`0x${match[1]}`),
    ret: BigInt(`0x${match[2]}`),
    symbol: match[3]!,
  }));
}

const WAITING = [
  ['xp-syscall', '82ffc020', 'thread_82ffc020_kL'],
  ['w2003-suspended', '88951bc8', 'thread_88951bc8'],
  ['w2003-suspended', '888b8668', 'thread_888b8668'],
  ['vista-priority', '8362a390', 'thread_8362a390'],
  ['vista-priority', '838edd78', 'thread_838edd78'],
] as const;

describe.each(WAITING)('%s, the waiting thread %s', (dump, thread, file) => {
  test.skipIf(!here)(
    'every line that WinDbg printed, from the kernel into user mode (needs ../shared/corpus/forged/x86)',
    async () => {
      const { target, kernelStack } = targetOf(dump, thread);
      const lines = printed(readFileSync(`${FORGED}/expected/${dump}.${file}.txt`, 'utf8'));
      const stack = walkThread(target, switched(target, kernelStack), await symbolsOf(target));
      expect(lines.length).toBeGreaterThan(8);
      expect(stack.frames.map(frameName)).toEqual(lines.map(({ symbol }) => symbol.replace(/\+0x0$/, '')));
      expect(stack.frames.slice(1).map((frame) => frame.address)).toEqual(lines.slice(0, -1).map(({ ret }) => ret));
      expect(stack.end).toBe('complete');
    },
  );
});

/** The frames up to the last that WinDbg shows, of a thread that was running. */
function running(dump: string, thread: string): { target: Target; thread: Target['threads'][number] } {
  const target = openKernelTarget(openFile(`${FORGED}/${dump}.dmp`));
  return { target, thread: target.threads.find(({ address }) => address === Number.parseInt(thread, 16))! };
}

test.skipIf(!here)(
  'w2003-locks: the running thread of a driver, down to its system call (needs ../shared/corpus/forged/x86)',
  async () => {
    const { target, thread } = running('w2003-locks', '889fa230');
    const stack = walkThread(target, thread, await symbolsOf(target));
    const lines = printed(readFileSync(`${FORGED}/expected/w2003-locks.thread_889fa230.txt`, 'utf8'));
    expect(stack.frames.slice(0, lines.length).map(frameName)).toEqual(lines.map(({ symbol }) => symbol));
    expect(stack.frames.slice(1).map((frame) => frame.address)).toEqual(lines.map(({ ret }) => ret));
    expect(stack.frames[lines.length]!.trapFrame).toBe(0x8ca5fd64n);
  },
);

test.skipIf(!here)(
  'xp-spin: a frame that links to itself ends the walk (needs ../shared/corpus/forged/x86)',
  async () => {
    const { target, thread } = running('xp-spin', '830c07c0');
    const stack = walkThread(target, thread, await symbolsOf(target));
    const lines = printed(readFileSync(`${FORGED}/expected/xp-spin.thread.txt`, 'utf8'));
    expect(stack.frames.map(frameName)).toEqual(lines.map(({ symbol }) => symbol));
    expect(stack.frames.slice(1).map((frame) => frame.address)).toEqual(lines.slice(0, -1).map(({ ret }) => ret));
    expect(stack.frames[4]!.trapFrame).toBe(0xa07be180n);
    expect(stack.frames.slice(4).map((frame) => frame.framePointer)).toEqual([0xa07be220n, 0xa07be220n]);
    expect(stack.end).toBe('no-progress');
    expect(stack.endReason).toContain('a07be220');
  },
);

test.skipIf(!here)(
  'xp-spin: the idle thread ends where its return address is zero (needs ../shared/corpus/forged/x86)',
  async () => {
    const target = openKernelTarget(openFile(`${FORGED}/xp-spin.dmp`));
    const options = await symbolsOf(target);
    const names = target.threads.map((thread) => walkThread(target, thread, options).frames.map(frameName));
    expect(names).toContainEqual(['nt!KiIdleLoop+0x14']);
  },
);

test.skipIf(!here)(
  'offsets are those before OMAP scattered the code (needs ../shared/corpus/forged/x86/symbols-omap)',
  async () => {
    const { target } = targetOf('xp-syscall', '82ffc020');
    const options = await symbolsOf(target, 'symbols-omap');
    const module = target.modules.find(({ name }) => name === 'RPCRT4')!;
    const symbol = options.symbols!(module)!.at(0x77e56703 - module.base)!;
    expect(symbol.displacement).toBe(0xf4);
    expect(0x77e56703 - module.base - symbol.rva).not.toBe(0xf4);
    const name = nameOfAddress(target, 0x77e56703, options);
    expect(`${name!.module}!${name!.function}+0x${name!.offset.toString(16)}`).toBe(
      'RPCRT4!LRPC_ADDRESS::ReceiveLotsaCalls+0xf4',
    );
  },
);
