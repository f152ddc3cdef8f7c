import { MemoreticsError } from './errors.ts';

/** Something wrong with the input that did not stop the reading: plain data, as `memoretics.analysis/1` prints it. */
export interface Problem {
  /** Kebab-case literal, e.g. `truncated`, `out-of-bounds`, `bad-count`, `unreadable`. */
  readonly code: string;
  readonly message: string;
  /** The structure met, by Microsoft's name where there is one. */
  readonly structure: string;
  /** File offset in bytes, or null when there is no single place. */
  readonly offset: number | null;
}

/** Far more than anybody reads; kinds can bear numbers of a file, hence be as many as a hostile file likes. */
const MOST = 1000;

/**
 * Collects problems in the order met; repeats of one code and structure are counted, not kept, past `perKind`, and so
 * is everything past a thousand.
 */
export class Problems {
  readonly #list: Problem[] = [];
  readonly #counts = new Map<string, number>();
  readonly #perKind: number;
  #dropped = 0;
  constructor(perKind = 16) {
    this.#perKind = perKind;
  }
  add(code: string, structure: string, offset: number | null, message: string): void {
    const key = `${code}\0${structure}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    if (count <= this.#perKind && this.#list.length >= MOST) {
      this.#dropped++;
      return;
    }
    this.#counts.set(key, count);
    if (count <= this.#perKind) this.#list.push({ code, message, structure, offset });
  }
  /** Adds what a reader threw; rethrows anything that is not one of our own typed errors. */
  catch(error: unknown, structure: string, offset: number | null): void {
    if (!(error instanceof MemoreticsError)) throw error;
    this.add(error.code, structure, offset, error.message);
  }
  get list(): readonly Problem[] {
    const more: Problem[] = [];
    for (const [key, count] of this.#counts) {
      if (count <= this.#perKind) continue;
      const [code = '', structure = ''] = key.split('\0');
      more.push({ code, structure, offset: null, message: `${count - this.#perKind} more problems of this kind` });
    }
    if (this.#dropped > 0) {
      more.push({
        code: 'many',
        structure: 'file',
        offset: null,
        message: `${this.#dropped} more problems of many kinds`,
      });
    }
    return [...this.#list, ...more];
  }
}
