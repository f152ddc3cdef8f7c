import { type Address, type Hole, isHole, type MemorySpace } from './space.ts';

/** The first layer that has bytes at an address answers; where none has, the first layer's hole is the answer. */
export class OverlaySpace implements MemorySpace {
  readonly #layers: readonly MemorySpace[];
  constructor(layers: readonly MemorySpace[]) {
    this.#layers = layers;
  }
  read(address: Address, length: number): Uint8Array | Hole {
    let first: Hole | null = null;
    let most = length;
    for (const layer of this.#layers) {
      const answer = layer.read(address, most);
      if (!isHole(answer)) return answer;
      first = first ?? answer;
      most = Math.min(most, answer.length);
    }
    return first ? { ...first, length: most } : { reason: 'not-mapped', length };
  }
}
