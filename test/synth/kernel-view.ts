import { BytesSource } from '../../src/bytes/source.ts';
import { SegmentsSpace } from '../../src/memory/segments.ts';
import type { SymbolInfo, SymbolTable } from '../../src/symbols/symbol-table.ts';
import type { Module, Target } from '../../src/target/target.ts';
import { Kernel } from '../../src/windows/kernel.ts';
import type { Page } from './heap-scene.ts';
import { type SynthTypes, synthTypes } from './type-table.ts';

/** A 64-bit kernel whose memory is one block at `base`, with variables by their offsets in it and declared types. */
export function synthKernelView(scene: {
  readonly base: number;
  readonly memory: Page;
  readonly variables: Readonly<Record<string, number>>;
  readonly types: SynthTypes;
}): Kernel {
  const { base, memory, variables, types } = scene;
  const find = (name: string): SymbolInfo | null => {
    const rva = variables[name];
    return rva === undefined ? null : { name, decorated: null, rva, size: 0, kind: 'data' };
  };
  const table: SymbolTable = {
    finder: 'isf',
    origin: 'test',
    mismatched: false,
    at: () => null,
    aliases: () => [],
    find,
    symbols: () => [],
    lineAt: () => null,
    inlinesAt: () => [],
    frameRecordAt: () => null,
    types: synthTypes(types),
  };
  const module = { name: 'nt', base, size: memory.bytes.length } as Module;
  const source = new BytesSource(memory.bytes);
  const target = {
    kind: 'kernel-dump',
    pointerSize: 8,
    memory: new SegmentsSpace([{ start: base, size: memory.bytes.length, source, offset: 0 }]),
    modules: [module],
    system: {},
  } as unknown as Target;
  return new Kernel(target, module, table);
}
