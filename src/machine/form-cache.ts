import { type Iced, KEY_WORDS } from './iced.ts';

/** A power of two; real code repeats few thousand encodings, and one that lost its place is described again. */
const SLOTS = 1 << 14;

/** What was worked out for encodings met before, one per slot: bounded, and without garbage on a hit. */
export class FormCache<T> {
  readonly #keys = new Int32Array(SLOTS * KEY_WORDS);
  readonly #values: (T | undefined)[] = new Array(SLOTS).fill(undefined);
  readonly #key = new Int32Array(KEY_WORDS);
  #slot = 0;

  /** What is kept for the instruction that `iced` has decoded. */
  find(iced: Iced): T | undefined {
    const key = this.#key;
    const slot = iced.key(key) & (SLOTS - 1);
    this.#slot = slot;
    const keys = this.#keys;
    const at = slot * KEY_WORDS;
    for (let index = 0; index < KEY_WORDS; index++) if (keys[at + index] !== key[index]) return undefined;
    return this.#values[slot];
  }

  /** Keeps a value for what `find` was asked last. */
  keep(value: T): void {
    this.#keys.set(this.#key, this.#slot * KEY_WORDS);
    this.#values[this.#slot] = value;
  }
}
