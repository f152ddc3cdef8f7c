import type { Address } from '../../src/memory/space.ts';
import type { Type } from '../../src/symbols/type.ts';
import { Kernel } from '../../src/windows/kernel.ts';

/** A dump's kernel with structures of our own over its memory, made by naming members at their offsets in its symbols. */
export class KernelOverlay {
  readonly #bytes = new Map<Address, number>();
  readonly kernel: Kernel;
  constructor(whole: Kernel) {
    const memory = {
      read: (address: Address, length: number) => {
        const own = this.#bytes.get(address);
        if (own === undefined) {
          const below = whole.memory.read(address, 1);
          return below instanceof Uint8Array ? below.slice() : below;
        }
        void length;
        return Uint8Array.of(own);
      },
    };
    const target = Object.create(whole.target, { memory: { value: memory, enumerable: true } });
    this.kernel = new Kernel(target, whole.module, whole.symbols);
  }
  blank(at: Address, length: number): Address {
    for (let index = 0; index < length; index++) this.#bytes.set(at + index, 0);
    return at;
  }
  bits(at: Address, value: bigint, size: number): void {
    for (let index = 0; index < size; index++)
      this.#bytes.set(at + index, (this.#bytes.get(at + index) ?? 0) | Number((value >> BigInt(index * 8)) & 0xffn));
  }
  set(structure: string, at: Address, path: string, value: bigint | number): void {
    const member = this.kernel.member(structure, path);
    if (!member) throw new Error(`${structure} has no ${path}`);
    const type: Type = member.type;
    const plain = BigInt.asUintN(64, BigInt(value));
    if (type.kind === 'bitfield') this.bits(at + member.offset, plain << BigInt(type.position), type.base().size);
    else this.bits(at + member.offset, plain, type.size);
  }
  text(at: Address, buffer: Address, value: string): void {
    const size = this.kernel.pointerSize;
    this.blank(at, 2 * size);
    this.bits(at, BigInt(value.length * 2), 2);
    this.bits(at + size, BigInt.asUintN(64, BigInt(buffer)), size);
    for (const [index, char] of [...value].entries()) {
      this.blank(buffer + index * 2, 2);
      this.bits(buffer + index * 2, BigInt(char.charCodeAt(0)), 2);
    }
  }
  has(structure: string, path: string): boolean {
    return this.kernel.member(structure, path) !== null;
  }
}
