import { ScriptStopped } from '../../debugger/script/budget.ts';
import type { Address, Hole, MemorySpace } from '../../memory/space.ts';
import type { Target } from '../../target/target.ts';

/** Memory that stops being read when the user asks: what works long reads much, so any command ends soon. */
class InterruptibleSpace implements MemorySpace {
  readonly #inner: MemorySpace;
  readonly #interrupted: () => boolean;
  constructor(inner: MemorySpace, interrupted: () => boolean) {
    this.#inner = inner;
    this.#interrupted = interrupted;
  }
  read(address: Address, length: number): Uint8Array | Hole {
    if (this.#interrupted()) throw new ScriptStopped('interrupted');
    return this.#inner.read(address, length);
  }
}

/** The target with memory whose reading ends when the user asks. Targets keep private state, hence a proxy before the real one. */
export function interruptible(target: Target, interrupted: () => boolean): Target {
  const memory = new InterruptibleSpace(target.memory, interrupted);
  const physicalMemory = target.physicalMemory && new InterruptibleSpace(target.physicalMemory, interrupted);
  return new Proxy(target, {
    get(real, name) {
      if (name === 'memory') return memory;
      if (name === 'physicalMemory') return physicalMemory;
      return Reflect.get(real, name, real);
    },
  });
}
