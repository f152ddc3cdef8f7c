import type { Pdb } from '../formats/pdb/pdb.ts';
import type { PublicSymbol } from '../formats/pdb/symbol.ts';
import type { SymbolRecord } from '../formats/pdb/symbol-record.ts';
import type { SymbolInfo } from './symbol-table.ts';
import { undecorate } from './undecorate.ts';

export const MACHINE_I386 = 0x14c;

/**
 * How debuggers show a public: C++ names undecorated to their qualified name; on x86 C names without what their
 * calling convention added (`_KeWait@20` is KeWait, `@Fast@8` is Fast).
 */
export function publicName(decorated: string, machine: number): string {
  if (decorated.startsWith('?') || decorated.startsWith('__imp_') || machine === MACHINE_I386) {
    return undecorate(decorated, 'name-only');
  }
  return decorated;
}

/** Symbols by name: through the hashes of globals and publics, and where these cannot know a name, through all publics. */
export class PdbNameSearch {
  readonly #pdb: Pdb;
  readonly #machine: number;
  readonly #resolve: (record: SymbolRecord) => SymbolInfo | null;
  readonly #info: (symbol: PublicSymbol) => SymbolInfo | null;
  readonly #misses = new Set<string>();

  /** `resolve` follows a hashed record to its symbol, `info` turns a public into one. */
  constructor(
    pdb: Pdb,
    machine: number,
    resolve: (record: SymbolRecord) => SymbolInfo | null,
    info: (symbol: PublicSymbol) => SymbolInfo | null,
  ) {
    this.#pdb = pdb;
    this.#machine = machine;
    this.#resolve = resolve;
    this.#info = info;
  }

  /** The symbol of this name, exact before in any case, or null; misses are remembered, since they cost the most. */
  find(name: string): SymbolInfo | null {
    if (name === '' || this.#misses.has(name)) return null;
    const info = this.#find(name);
    if (info === null) {
      if (this.#misses.size >= 4096) this.#misses.clear();
      this.#misses.add(name);
    }
    return info;
  }

  #findHashed(name: string, same: (a: string) => boolean): SymbolInfo | null {
    for (const hash of [this.#pdb.globals, this.#pdb.publics?.hash]) {
      for (const record of hash?.candidates(name) ?? []) {
        const parsed = record.parse();
        if (!('name' in parsed) || parsed.name === null || !same(parsed.name)) continue;
        const info = this.#resolve(record);
        if (info !== null) return info;
      }
    }
    return null;
  }

  #find(name: string): SymbolInfo | null {
    const forms = [name];
    // x86 decoration says how many bytes of arguments there are, which the asker need not know.
    if (this.#machine === MACHINE_I386) {
      forms.push(`_${name}`);
      for (let bytes = 0; bytes <= 128; bytes += 4) forms.push(`_${name}@${bytes}`);
      for (let bytes = 0; bytes <= 64; bytes += 4) forms.push(`@${name}@${bytes}`);
    }
    for (const form of forms) {
      const info = this.#findHashed(form, (found) => found === form);
      if (info !== null) return info;
    }
    const { exact, loose } = this.#scan(name);
    if (exact !== null) return exact;
    // The hash does not tell upper from lower case, so the same buckets serve.
    for (const form of forms) {
      const wanted = form.toLowerCase();
      const info = this.#findHashed(form, (found) => found.toLowerCase() === wanted);
      if (info !== null) return info;
    }
    return loose;
  }

  /**
   * Undecorated C++ names are not hashed, and lld hashes C names of exactly eight bytes with whatever stands behind
   * them in the object file's symbol table (which does not terminate those): reads all publics once, and undecorates
   * those that can be meant.
   */
  #scan(name: string): { readonly exact: SymbolInfo | null; readonly loose: SymbolInfo | null } {
    const lower = name.toLowerCase();
    // Operators, template arguments and names in quotes are spelled otherwise in decorated names.
    const plain = lower.replace(/\boperator\b.*|`[^']*'/g, ' ').replace(/<.*>/, ' ');
    const word = /[\w$]+(?!.*[\w$])/.exec(plain)?.[0] ?? '';
    const start = /\boperator\b/.test(lower) ? '??' : '';
    let exact: SymbolInfo | null = null;
    let loose: SymbolInfo | null = null;
    this.#pdb.publics?.visit((decorated, section, offset, flags) => {
      if (exact !== null || !decorated.startsWith(start) || !decorated.toLowerCase().includes(word)) return;
      const shown = publicName(decorated, this.#machine);
      if (shown === name || decorated === name) {
        exact = this.#info({ is: 'public', name: decorated, section, offset, flags });
      } else if (loose === null && (shown.toLowerCase() === lower || decorated.toLowerCase() === lower)) {
        loose = this.#info({ is: 'public', name: decorated, section, offset, flags });
      }
    });
    return { exact, loose };
  }
}
