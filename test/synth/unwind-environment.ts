import type { UnwindEnvironment } from '../../src/machine/unwind.ts';
import { isHole, type MemorySpace } from '../../src/memory/space.ts';

/** An environment in which nothing is known but what is given. */
export function environmentOf(known: Partial<UnwindEnvironment> & { memory: MemorySpace }): UnwindEnvironment {
  return {
    code(address, length) {
      const bytes = known.memory.read(address, length);
      return isHole(bytes) ? new Uint8Array(0) : bytes;
    },
    unwindData: () => 'unknown',
    frameRecord: () => null,
    module: () => null,
    isCode: () => null,
    functionStart: () => null,
    functionName: () => null,
    poppedBytes: () => null,
    usesFramePointers: false,
    ...known,
  };
}
