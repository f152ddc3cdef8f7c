import type { Source } from '../../src/bytes/source.ts';
import type { MinidumpTarget } from '../../src/target/minidump-target.ts';
import type { Target } from '../../src/target/target.ts';

/** A source that counts what is asked of it: the measure of work for hostile input, where time would be a bad one. */
export class CountingSource implements Source {
  readonly #source: Source;
  reads = 0;
  bytes = 0;
  constructor(source: Source) {
    this.#source = source;
  }
  get size(): number {
    return this.#source.size;
  }
  read(offset: number, length: number): Uint8Array {
    const read = this.#source.read(offset, length);
    this.reads++;
    this.bytes += read.length;
    return read;
  }
}

/** Asks a target for everything it can say and returns how many things that were. */
export function exhaustTarget(target: Target): number {
  let things = 0;
  const count = (list: Iterable<unknown> | null) => {
    for (const _ of list ?? []) things++;
  };
  count([target.kind, target.architecture, target.pointerSize, target.system, target.process, target.currentThread]);
  count(target.modules);
  count(target.unloadedModules);
  count(target.memoryRegions);
  count(target.handles);
  count(target.comments);
  count(target.annotations);
  count(target.parts);
  for (const thread of target.threads) {
    count(thread.context?.registers.keys() ?? null);
    count(thread.wow64Context?.registers.keys() ?? null);
    if (thread.stack) count([target.memory.read(thread.stack.limit, 64)]);
  }
  count(target.exception?.context?.registers.keys() ?? null);
  for (const { base } of target.modules) count([target.memory.read(base, 16)]);
  count(target.problems);
  return things + target.memoryBytes;
}

/** The same for a minidump, with the streams that have no place in Target. */
export function exhaustMinidump(target: MinidumpTarget): number {
  const { minidump } = target;
  const streams = [
    minidump.functionTables,
    minidump.tokens,
    minidump.handleOperations,
    minidump.memory,
    minidump.memory64,
    minidump.threadsEx,
    minidump.dsoDebug(target.pointerSize),
    minidump.auxiliaryVector(target.pointerSize),
  ];
  void minidump.processVmCounters;
  void minidump.systemMemoryInfo;
  return streams.reduce((sum, list) => sum + (list?.length ?? 0), exhaustTarget(target));
}
