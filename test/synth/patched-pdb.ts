import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FIXTURES = resolve(import.meta.dirname, '../fixtures/pdb');
const PAGE = 4096;

/** A copy of a fixture PDB to patch, with the places of streams worked out from the published layouts alone. */
export class PatchedPdb {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly directory: number;
  readonly #sizes: number[] = [];
  readonly #pages: number[][] = [];
  constructor(name: string) {
    this.bytes = new Uint8Array(readFileSync(join(FIXTURES, name)));
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);
    this.view = view;
    this.directory = view.getUint32(view.getUint32(52, true) * PAGE, true) * PAGE;
    const count = view.getUint32(this.directory, true);
    let at = this.directory + 4 + count * 4;
    for (let index = 0; index < count; index++) {
      const size = view.getUint32(this.directory + 4 + index * 4, true);
      this.#sizes.push(size);
      const pages: number[] = [];
      for (let page = 0; page < Math.ceil(size / PAGE); page++, at += 4) pages.push(at);
      this.#pages.push(pages);
    }
  }
  /** File offset of the directory's size of a stream. */
  sizeAt(stream: number): number {
    return this.directory + 4 + stream * 4;
  }
  /** File offsets of the page numbers of a stream. */
  pagesAt(stream: number): number[] {
    return this.#pages[stream]!;
  }
  size(stream: number): number {
    return this.#sizes[stream]!;
  }
  /** File offset of a byte of a stream. */
  at(stream: number, offset: number): number {
    return this.view.getUint32(this.#pages[stream]![Math.floor(offset / PAGE)]!, true) * PAGE + (offset % PAGE);
  }
  set32(stream: number, offset: number, value: number): void {
    this.view.setUint32(this.at(stream, offset), value, true);
  }
  get32(stream: number, offset: number): number {
    return this.view.getUint32(this.at(stream, offset), true);
  }
  get16(stream: number, offset: number): number {
    return this.view.getUint16(this.at(stream, offset), true);
  }
  /** Stream numbers of globals, publics and symbol records. */
  get symbols(): { readonly globals: number; readonly publics: number; readonly records: number } {
    return { globals: this.get16(3, 12), publics: this.get16(3, 16), records: this.get16(3, 20) };
  }
  /** Offsets in TPI of the records with this leaf (of their length). */
  types(leaf: number): { readonly index: number; readonly at: number; readonly length: number }[] {
    const found: { index: number; at: number; length: number }[] = [];
    let index = this.get32(2, 8);
    for (let at = this.get32(2, 4); at < this.size(2); index++) {
      const length = this.get16(2, at);
      if (this.get16(2, at + 2) === leaf) found.push({ index, at, length });
      at += length + 2;
    }
    return found;
  }
}
