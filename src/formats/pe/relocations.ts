import { viewOf } from '../../bytes/source.ts';
import type { PeImage } from './image.ts';

/** Index of the base relocation directory. */
const BASERELOC = 5;
/** IMAGE_REL_BASED_*: padding, and the two kinds that x86, x64 and ARM64 images use. */
const HIGHLOW = 3;
const DIR64 = 10;
const BLOCK_HEADER = 8;
const PAGE = 0x1000;
/** No image at hand has a tenth of this; a larger directory is read so far. */
const MOST_BYTES = 1 << 24;

/** Where the fixups of each 4 KB page begin in the directory, and how many there are. */
type Blocks = ReadonlyMap<number, readonly { readonly at: number; readonly count: number }[]>;

/**
 * The image as the loader would have placed it at `base`: `read` answers with the base relocations applied (PE format,
 * ".reloc section"). The image itself when it lies at its preferred base or cannot be relocated.
 */
export function relocated(image: PeImage, base: bigint): PeImage {
  const bits = image.is64 ? 64 : 32;
  const delta = BigInt.asUintN(bits, base - image.imageBase);
  const directory = image.directory(BASERELOC);
  if (delta === 0n || image.layout === 'mapped' || !directory) return image;
  let table: { readonly bytes: Uint8Array; readonly blocks: Blocks } | null = null;
  const tableOf = () => {
    if (!table) {
      const bytes = image.read(directory.rva, Math.min(directory.size, MOST_BYTES));
      table = { bytes, blocks: readBlocks(bytes) };
    }
    return table;
  };
  return {
    ...image,
    imageBase: base,
    read(rva, length) {
      const original = image.read(rva, length);
      if (original.length === 0) return original;
      const { bytes, blocks } = tableOf();
      const view = viewOf(bytes);
      const out = original.slice();
      // A value that begins up to seven bytes before may reach into what was asked for.
      for (let page = (rva - 7) & -PAGE; page < rva + out.length; page += PAGE) {
        for (const { at, count } of blocks.get(page) ?? []) {
          for (let index = 0; index < count; index++) {
            const entry = view.getUint16(at + index * 2, true);
            apply(image, out, rva, page + (entry & 0xfff), entry >> 12, delta);
          }
        }
      }
      return out;
    },
  };
}

function readBlocks(bytes: Uint8Array): Blocks {
  const view = viewOf(bytes);
  const blocks = new Map<number, { at: number; count: number }[]>();
  for (let at = 0; at + BLOCK_HEADER <= bytes.length; ) {
    const page = view.getUint32(at, true);
    const size = view.getUint32(at + 4, true);
    if (size < BLOCK_HEADER) break;
    const end = Math.min(at + size, bytes.length);
    const list = blocks.get(page) ?? [];
    list.push({ at: at + BLOCK_HEADER, count: (end - at - BLOCK_HEADER) >> 1 });
    blocks.set(page, list);
    at += size;
  }
  return blocks;
}

/** Relocates one value, of which `out` (the bytes from `rva` on) may hold only a part. */
function apply(image: PeImage, out: Uint8Array, rva: number, at: number, type: number, delta: bigint): void {
  const size = type === HIGHLOW ? 4 : type === DIR64 ? 8 : 0;
  if (size === 0 || at + size <= rva || at >= rva + out.length) return;
  const value = image.read(at, size);
  if (value.length < size) return;
  const view = viewOf(value);
  const before = size === 4 ? BigInt(view.getUint32(0, true)) : view.getBigUint64(0, true);
  const after = BigInt.asUintN(size * 8, before + delta);
  for (let index = 0; index < size; index++) {
    const place = at + index - rva;
    if (place >= 0 && place < out.length) out[place] = Number((after >> BigInt(index * 8)) & 0xffn);
  }
}
