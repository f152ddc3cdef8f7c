import type { Problems } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import { type BreakpadFile, readBreakpad } from '../formats/breakpad-sym/breakpad-sym.ts';
import {
  type BreakpadCfi,
  type BreakpadFunction,
  type BreakpadInline,
  type BreakpadLine,
  numberedName,
  readCfi,
  readFrame,
  readFunction,
  readSymbol,
} from '../formats/breakpad-sym/records.ts';
import type { FrameRecord, InlineSite, SourceLine, SymbolInfo, SymbolTable } from './symbol-table.ts';
import { undecorate } from './undecorate.ts';

/** A Breakpad symbol file as a symbol table. Throws FormatError when it is none. */
export function openBreakpad(
  source: Source,
  problems: Problems,
  origin: string,
  mismatched = false,
): BreakpadSymbolTable {
  return new BreakpadSymbolTable(readBreakpad(source, problems), origin, mismatched);
}

/** A name without its parameter list: `a::b(int)` → `a::b`, `a<b()>::operator()(int)` → `a<b()>::operator()`. */
function withoutParameters(name: string): string {
  const end = name.replace(/ const$/, '');
  if (!end.endsWith(')')) return name;
  let depth = 0;
  for (let at = end.length - 1; at > 0; at--) {
    if (end[at] === ')') depth++;
    else if (end[at] === '(' && --depth === 0) return end.slice(0, at).endsWith('operator') ? name : end.slice(0, at);
  }
  return name;
}

export class BreakpadSymbolTable implements SymbolTable {
  readonly finder = 'breakpad';
  readonly origin: string;
  readonly mismatched: boolean;
  readonly file: BreakpadFile;
  readonly types = null;
  readonly #bodies = new Map<number, BreakpadFunction>();
  #names: Map<string, readonly [isFunction: boolean, place: number]> | null = null;
  constructor(file: BreakpadFile, origin: string, mismatched = false) {
    this.file = file;
    this.origin = origin;
    this.mismatched = mismatched;
  }

  at(rva: number): SymbolInfo | null {
    const { functions, publics } = this.file;
    const inside = functions.containing(rva);
    if (inside >= 0) return this.#function(inside);
    // A public before a function that ended is not what stands here: the nearest name wins or none.
    const before = functions.nearest(rva);
    const nearest = publics.nearest(rva);
    if (nearest < 0 || (before >= 0 && publics.start(nearest) <= functions.start(before))) return null;
    return this.#public(nearest);
  }

  aliases(rva: number): readonly SymbolInfo[] {
    const best = this.at(rva);
    if (!best) return [];
    const symbols: SymbolInfo[] = [];
    const { functions, publics } = this.file;
    for (let place = functions.nearest(best.rva); place >= 0 && functions.start(place) === best.rva; place--) {
      symbols.push(this.#function(place));
    }
    for (let place = publics.nearest(best.rva); place >= 0 && publics.start(place) === best.rva; place--) {
      symbols.push(this.#public(place));
    }
    return symbols;
  }

  find(name: string): SymbolInfo | null {
    this.#names ??= this.#indexNames();
    const found = this.#names.get(name) ?? this.#names.get(name.toLowerCase());
    if (!found) return null;
    return found[0] ? this.#function(found[1]) : this.#public(found[1]);
  }

  *symbols(): Iterable<SymbolInfo> {
    for (let place = 0; place < this.file.functions.count; place++) yield this.#function(place);
    for (let place = 0; place < this.file.publics.count; place++) yield this.#public(place);
  }

  /** The line in the function itself: for inlined code, where the outermost inlined function is called. */
  lineAt(rva: number): SourceLine | null {
    const place = this.file.functions.containing(rva);
    if (place < 0) return null;
    const body = this.#body(place);
    const outermost = inlinesOver(body, rva)[0];
    return outermost ? this.#line(outermost.callFile, outermost.callLine) : this.#lineRecord(body, rva);
  }

  inlinesAt(rva: number): readonly InlineSite[] {
    const place = this.file.functions.containing(rva);
    if (place < 0) return [];
    const body = this.#body(place);
    const over = inlinesOver(body, rva);
    return over
      .map((inline, index) => {
        const next = over[index + 1];
        const name = numberedName(this.file, this.file.origins.get(inline.origin)) ?? '<name omitted>';
        return { name, line: next ? this.#line(next.callFile, next.callLine) : this.#lineRecord(body, rva) };
      })
      .reverse();
  }

  frameRecordAt(rva: number): FrameRecord | null {
    for (const index of [this.file.frameData, this.file.fpo]) {
      const place = index.containing(rva);
      if (place < 0) continue;
      const frame = readFrame(this.file, index.text(place)[0]);
      if (!frame) continue;
      return {
        kind: frame.type,
        rva: frame.address,
        codeSize: frame.size,
        prologSize: frame.prologSize,
        localsSize: frame.localsSize,
        parametersSize: frame.parametersSize,
        savedRegistersSize: frame.savedRegistersSize,
        usesBasePointer: frame.usesBasePointer,
        hasSeh: false,
        hasEh: false,
        isFunctionStart: this.file.functions.start(this.file.functions.nearest(rva)) === frame.address,
        frameType: frame.type === 'fpo' ? 0 : null,
        program: frame.program,
        maxStackSize: frame.maxStackSize,
      };
    }
    return null;
  }

  /** The STACK CFI rules in force at `rva` (x64, ARM64, x86 of Linux and MinGW), or null. */
  cfiAt(rva: number): BreakpadCfi | null {
    const place = this.file.cfi.containing(rva);
    return place < 0 ? null : readCfi(this.file, place, rva);
  }

  #indexNames(): Map<string, readonly [boolean, number]> {
    const names = new Map<string, readonly [boolean, number]>();
    const add = (name: string, where: readonly [boolean, number]) => {
      if (!names.has(name)) names.set(name, where);
    };
    const all: [string, readonly [boolean, number]][] = [];
    for (const isFunction of [true, false]) {
      const index = isFunction ? this.file.functions : this.file.publics;
      for (let place = 0; place < index.count; place++) {
        const symbol = isFunction ? this.#function(place) : this.#public(place);
        all.push([symbol.name, [isFunction, place]]);
        if (symbol.decorated) all.push([symbol.decorated, [isFunction, place]]);
      }
    }
    for (const [name, where] of all) add(name, where);
    for (const [name, where] of all) add(withoutParameters(name), where);
    for (const [name, where] of all) add(name.toLowerCase(), where);
    return names;
  }

  #body(place: number): BreakpadFunction {
    let body = this.#bodies.get(place);
    if (!body) {
      body = readFunction(this.file, place);
      if (this.#bodies.size >= 64) this.#bodies.clear();
      this.#bodies.set(place, body);
    }
    return body;
  }

  #lineRecord(body: BreakpadFunction, rva: number): SourceLine | null {
    let low = 0;
    let high = body.lines.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((body.lines[middle] as BreakpadLine).address <= rva) low = middle + 1;
      else high = middle;
    }
    // Lines without code stand before those with it, or behind.
    while (low > 1 && body.lines[low - 1]?.size === 0) low--;
    const record = body.lines[low - 1];
    return record && rva < record.address + record.size ? this.#line(record.file, record.line) : null;
  }

  #line(number: number, line: number): SourceLine | null {
    const file = numberedName(this.file, this.file.files.get(number));
    return file === null ? null : { file, line };
  }

  #function(place: number): SymbolInfo {
    const { functions } = this.file;
    return this.#symbol(functions.text(place)[0], functions.start(place), functions.size(place), 'function');
  }

  #public(place: number): SymbolInfo {
    return this.#symbol(this.file.publics.text(place)[0], this.file.publics.start(place), 0, 'public');
  }

  #symbol(offset: number, rva: number, size: number, kind: SymbolInfo['kind']): SymbolInfo {
    const raw = readSymbol(this.file, offset).name;
    const name = raw.startsWith('?') ? undecorate(raw, 'name-only') : raw;
    return { name, decorated: name === raw ? null : raw, rva, size, kind };
  }
}

/** The INLINE records over an address, outermost first. */
function inlinesOver(body: BreakpadFunction, rva: number): BreakpadInline[] {
  return body.inlines
    .filter(({ ranges }) =>
      ranges.some((start, index) => index % 2 === 0 && rva >= start && rva < start + (ranges[index + 1] ?? 0)),
    )
    .sort((left, right) => left.depth - right.depth);
}

/** What a Breakpad file holds, one plain record each, for `symbols dump`. */
export function* dumpBreakpad(table: BreakpadSymbolTable): Iterable<object> {
  const { file } = table;
  yield { kind: 'module', ...file.module };
  for (let place = 0; place < file.functions.count; place++) {
    const [offset] = file.functions.text(place);
    const { name, parametersSize, isFolded } = readSymbol(file, offset);
    const rva = file.functions.start(place);
    yield { kind: 'procedure', name, rva, size: file.functions.size(place), parametersSize, isFolded };
    const body = readFunction(file, place);
    for (const { depth, callLine, callFile, origin, ranges } of body.inlines) {
      const inlined = numberedName(file, file.origins.get(origin));
      yield {
        kind: 'inline',
        name: inlined,
        rva: ranges[0] ?? null,
        size: ranges[1] ?? null,
        depth,
        callLine,
        callFile: numberedName(file, file.files.get(callFile)),
      };
    }
    for (const { address, size, line, file: number } of body.lines) {
      yield { kind: 'line', name: numberedName(file, file.files.get(number)), rva: address, size, line };
    }
  }
  for (let place = 0; place < file.publics.count; place++) {
    const { name, parametersSize, isFolded } = readSymbol(file, file.publics.text(place)[0]);
    yield { kind: 'public', name, rva: file.publics.start(place), size: 0, parametersSize, isFolded };
  }
  for (const index of [file.frameData, file.fpo]) {
    for (let place = 0; place < index.count; place++) {
      const frame = readFrame(file, index.text(place)[0]);
      if (!frame) continue;
      const { type, address, ...more } = frame;
      yield { kind: type, name: null, rva: address, ...more };
    }
  }
  for (let place = 0; place < file.cfi.count; place++) {
    const { address, size, rules } = readCfi(file, place, Number.MAX_SAFE_INTEGER);
    yield { kind: 'cfi', name: null, rva: address, size, rules: Object.fromEntries(rules) };
  }
}
