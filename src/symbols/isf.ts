import { FormatError } from '../bytes/errors.ts';
import { poll } from '../bytes/interruption.ts';
import type { Problems } from '../bytes/problem.ts';
import { isIsfCache, openIsfCache } from '../formats/isf/cache.ts';
import { asObject, asText, type IsfFile, readIsf } from '../formats/isf/isf.ts';
import { decompressXz, isXz } from '../formats/xz/xz.ts';
import { dumpType } from './dump-type.ts';
import { IsfTypeTable } from './isf-types.ts';
import type { SymbolInfo, SymbolTable } from './symbol-table.ts';
import { undecorate } from './undecorate.ts';

/**
 * An ISF file from the bytes of `.json`, `.json.xz` or our cached form; the largest public tables grow 60-fold, and
 * nothing is inflated past 100-fold. Throws FormatError.
 */
export async function loadIsf(bytes: Uint8Array, problems: Problems): Promise<IsfFile> {
  if (isIsfCache(bytes)) return openIsfCache(bytes);
  if (isXz(bytes))
    return readIsf(await decompressXz(bytes, Math.min(bytes.length * 100 + (1 << 20), 1 << 30)), problems);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new FormatError('ISF', 0, 'a zip archive: unpack the symbol tables first');
  return readIsf(bytes, problems);
}

/** Symbols kept for repeated lookups. */
const MOST_DESCRIBED = 4096;

export interface IsfOptions {
  /** Path, for messages and answers. */
  readonly origin: string;
  readonly mismatched?: boolean;
}

/** The names of one module from an ISF file. Addresses are RVAs in Windows tables; sizes are never known. */
export class IsfSymbolTable implements SymbolTable {
  readonly finder = 'isf';
  readonly origin: string;
  readonly mismatched: boolean;
  readonly file: IsfFile;
  readonly types: IsfTypeTable;
  #lowerCase: Map<string, number> | null = null;
  readonly #described = new Map<number, SymbolInfo>();
  constructor(file: IsfFile, options: IsfOptions) {
    this.file = file;
    this.origin = options.origin;
    this.mismatched = options.mismatched ?? false;
    this.types = new IsfTypeTable(file);
  }

  at(rva: number): SymbolInfo | null {
    const [first, end] = this.#group(rva);
    let best: SymbolInfo | null = null;
    for (let place = first; place < end; place++) {
      const symbol = this.#symbol(this.file.byAddress[place] ?? 0);
      if (!best || rank(symbol) < rank(best)) best = symbol;
    }
    return best;
  }

  aliases(rva: number): readonly SymbolInfo[] {
    const [first, end] = this.#group(rva);
    const symbols: SymbolInfo[] = [];
    for (let place = first; place < end; place++) symbols.push(this.#symbol(this.file.byAddress[place] ?? 0));
    return symbols.sort((left, right) => rank(left) - rank(right));
  }

  find(name: string): SymbolInfo | null {
    const exact = this.file.symbols.find(name);
    if (exact >= 0) return this.#known(exact);
    this.#lowerCase ??= this.#byLowerCase();
    const index = this.#lowerCase.get(name.toLowerCase());
    return index === undefined ? null : this.#known(index);
  }

  /** Kept only when it is whole: whoever interrupts the making of it leaves none. */
  #byLowerCase(): Map<string, number> {
    const indexes = new Map<string, number>();
    for (let index = 0; index < this.file.symbols.count; index++) {
      poll();
      // Nobody asks for a string literal by its name, and a third of a kernel's names are that.
      if (this.file.symbols.startsWith(index, '??_C@')) continue;
      const symbol = this.#symbol(index);
      for (const key of [symbol.name, symbol.decorated]) {
        const lower = key?.toLowerCase();
        if (lower && !indexes.has(lower)) indexes.set(lower, index);
      }
    }
    return indexes;
  }
  /** A symbol that has an address or is a constant: others say nothing. */
  #known(index: number): SymbolInfo | null {
    const symbol = this.#symbol(index);
    return Number.isNaN(this.file.addresses[index]) && symbol.kind !== 'constant' ? null : symbol;
  }

  *symbols(): Iterable<SymbolInfo> {
    for (const index of this.file.byAddress) yield this.#describe(index);
  }

  *names(): Iterable<string> {
    for (const index of this.file.byAddress) yield shownName(this.file.symbols.name(index));
  }

  lineAt(): null {
    return null;
  }
  inlinesAt(): readonly [] {
    return [];
  }
  frameRecordAt(): null {
    return null;
  }

  /** Places in `byAddress` of the symbols at the nearest address at or before `rva`. */
  #group(rva: number): [first: number, end: number] {
    const end = this.#after(rva);
    if (end === 0) return [0, 0];
    const address = this.#address(end - 1);
    let first = end - 1;
    while (first > 0 && this.#address(first - 1) === address) first--;
    return [first, end];
  }

  /** The first place in `byAddress` whose address is past `rva`. */
  #after(rva: number): number {
    let low = 0;
    let high = this.file.byAddress.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#address(middle) <= rva) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #address(place: number): number {
    return this.file.addresses[this.file.byAddress[place] ?? 0] ?? Number.NaN;
  }

  #symbol(index: number): SymbolInfo {
    let symbol = this.#described.get(index);
    if (!symbol) {
      symbol = this.#describe(index);
      if (this.#described.size >= MOST_DESCRIBED) this.#described.clear();
      this.#described.set(index, symbol);
    }
    return symbol;
  }

  #describe(index: number): SymbolInfo {
    const raw = this.file.symbols.name(index);
    const text = this.file.symbols.text(index);
    const more = text === '' ? {} : symbolJson(text);
    const name = shownName(raw);
    const linkage = asText(more['linkage_name']);
    const type = asObject(more['type'])['kind'];
    const address = this.file.addresses[index] ?? Number.NaN;
    const decorated = linkage !== '' && linkage !== name ? linkage : raw !== name ? raw : null;
    return {
      name,
      decorated,
      rva: Number.isNaN(address) ? 0 : address,
      size: 0,
      kind: 'constant_data' in more ? 'constant' : type === 'function' ? 'function' : type ? 'data' : 'public',
    };
  }
}

/** A third of a kernel's names are string literals, which all undecorate to one name. */
function shownName(raw: string): string {
  if (raw.startsWith('??_C@')) return "`string'";
  return raw.startsWith('?') ? undecorate(raw, 'name-only') : raw;
}

function symbolJson(text: string): Readonly<Record<string, unknown>> {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Of several names at one address the one that people expect: not a string literal, not a label, Nt before Zw. */
function rank(symbol: SymbolInfo): number {
  if (symbol.name === "`string'" || symbol.name.startsWith('?')) return 4;
  if (symbol.name.startsWith('$')) return 3;
  if (symbol.name.startsWith('_')) return 2;
  return symbol.name.startsWith('Zw') ? 1 : 0;
}

/** What an ISF file holds, one plain record each, for `symbols dump`. */
export function* dumpIsf(table: IsfSymbolTable): Iterable<object> {
  const { metadata } = table.file;
  yield { kind: 'metadata', ...metadata };
  for (const { kind, name, decorated, rva, size } of table.symbols()) yield { kind, name, decorated, rva, size };
  for (const name of table.types.typeNames()) {
    const type = table.types.type(name);
    if (type) yield dumpType(name, type);
  }
}
