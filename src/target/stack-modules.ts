import { Problems } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import { openFunctionTable, type PeFunctionTable } from '../formats/pe/exception-directory.ts';
import { type PeExport, readExports } from '../formats/pe/exports.ts';
import { isExecutable, openPe, type PeImage } from '../formats/pe/image.ts';
import { relocated } from '../formats/pe/relocations.ts';
import { MemorySource } from '../memory/memory-source.ts';
import { type Address, type MemorySpace, toUnsigned, tryU16 } from '../memory/space.ts';
import type { SymbolTable } from '../symbols/symbol-table.ts';
import { type ModuleIndex, moduleIndexOf } from './module-index.ts';
import type { Module, Target, UnloadedModule } from './target.ts';

/** What is known of one module's code: its images, its function table, its names. Made when first asked for. */
export class ModuleCode {
  readonly module: Module;
  readonly table: SymbolTable | null;
  /** The image on disk, where the caller has one. */
  readonly source: Source | null;
  readonly start: Address;
  readonly #memory: MemorySpace;
  #images: { readonly mapped: PeImage | null; readonly file: PeImage | null } | null = null;
  #functions: PeFunctionTable | null | undefined;
  #exports: readonly PeExport[] | null | undefined;

  constructor(module: Module, memory: MemorySpace, table: SymbolTable | null, source: Source | null) {
    this.module = module;
    this.start = module.base;
    this.table = table;
    this.source = source;
    this.#memory = memory;
  }

  get #opened(): { readonly mapped: PeImage | null; readonly file: PeImage | null } {
    if (!this.#images) {
      const { module } = this;
      const mapped = tryOpen(new MemorySource(this.#memory, module.base, module.size), 'mapped');
      const onDisk = this.source ? tryOpen(this.source, 'file') : null;
      const file = onDisk && relocated(onDisk, toUnsigned(module.base));
      this.#images = { mapped, file };
    }
    return this.#images;
  }

  /** The image to ask for structure: the one in the dump when its headers are there, else the file. */
  get image(): PeImage | null {
    return this.#opened.mapped ?? this.#opened.file;
  }

  /** Bytes of the image at an RVA: from the dump, else from the file. */
  read(rva: number, length: number): Uint8Array {
    const { mapped, file } = this.#opened;
    const own = mapped?.read(rva, length) ?? this.#raw(rva, length);
    if (own.length >= length || !file) return own;
    const other = file.read(rva, length);
    return other.length > own.length ? other : own;
  }

  #raw(rva: number, length: number): Uint8Array {
    return new MemorySource(this.#memory, this.module.base, this.module.size).read(rva, length);
  }

  /** The function table that has its first entry at hand: of the dump, else of the file. Null when there is none. */
  get functions(): PeFunctionTable | null {
    if (this.#functions === undefined) {
      const { mapped, file } = this.#opened;
      const inDump = mapped && openFunctionTable(mapped);
      this.#functions = inDump?.entry(0) ? inDump : ((file && openFunctionTable(file)) ?? null);
    }
    return this.#functions;
  }

  /** True when a function table exists and can be asked; an image without one has no unwind data at all. */
  get hasFunctions(): boolean {
    return this.functions !== null;
  }

  /** Exports by RVA, forwarders left out; null when the table is not at hand. */
  get exports(): readonly PeExport[] | null {
    if (this.#exports === undefined) {
      const { mapped, file } = this.#opened;
      const found = (mapped && readExports(mapped)) ?? (file && readExports(file)) ?? null;
      this.#exports = found?.entries.filter((entry) => entry.forwarder === null && entry.name !== null) ?? null;
    }
    return this.#exports;
  }

  /** The export at or nearest before `rva` in the same section, or null. */
  exportAt(rva: number): PeExport | null {
    const { exports } = this;
    if (!exports) return null;
    let low = 0;
    let high = exports.length - 1;
    let found: PeExport | null = null;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const entry = exports[middle]!;
      if (entry.rva <= rva) {
        if (!found || entry.rva > found.rva) found = entry;
        low = middle + 1;
      } else high = middle - 1;
    }
    if (!found) return null;
    // Of several names for one address the first by ordinal is taken, as the table lists them.
    const image = this.image;
    if (image && image.sectionAt(found.rva) !== image.sectionAt(rva)) return null;
    return found;
  }

  /** Whether an RVA is in an executable section; null when the sections are not known. */
  isCode(rva: number): boolean | null {
    const { image } = this;
    return image && image.sections.length > 0 ? isExecutable(image, rva) : null;
  }
}

function tryOpen(source: Source, layout: 'file' | 'mapped'): PeImage | null {
  // A page that is not in the dump is the normal case: no problem is recorded, the image just is not known.
  const quiet = new Problems();
  try {
    return openPe(source, layout, quiet);
  } catch (error) {
    quiet.catch(error, 'IMAGE_NT_HEADERS', null);
    return null;
  }
}

/** A target's modules and unloaded modules by address, with what is loaded for them. */
export class StackModules {
  readonly #modules: ModuleIndex<Module>;
  readonly #unloaded: ModuleIndex<UnloadedModule>;
  readonly #code = new Map<Module, ModuleCode>();
  /** The latest code of each module: that of the kernel serves the views of all processes. */
  readonly #pool = new Map<Module, ModuleCode>();
  readonly #memory: MemorySpace;
  /** Those of the dump as it was opened, of which a process's view is; null for that one itself. */
  readonly #origin: StackModules | null;

  constructor(target: Target, origin: StackModules | null = null) {
    this.#memory = target.memory;
    this.#origin = origin;
    this.#modules = moduleIndexOf(target.modules);
    this.#unloaded = moduleIndexOf(target.unloadedModules);
  }

  moduleAt(address: Address): Module | null {
    return this.#modules.at(address);
  }

  unloadedAt(address: Address): UnloadedModule | null {
    return this.#unloaded.at(address);
  }

  /** The code of a module with the names and the image that are loaded now. */
  codeOf(module: Module, table: SymbolTable | null, source: Source | null): ModuleCode {
    const before = this.#code.get(module);
    if (before && before.table === table && before.source === source) return before;
    const pool = this.#poolOf(module);
    const pooled = pool.get(module);
    const code =
      pooled?.table === table && pooled.source === source
        ? pooled
        : new ModuleCode(module, this.#memory, table, source);
    pool.set(module, code);
    this.#code.set(module, code);
    return code;
  }
  /** Kernel code is the same in all processes, and its tables are large; not so what lies in one session's space. */
  #poolOf(module: Module): Map<Module, ModuleCode> {
    const origin = this.#origin;
    if (!origin || module.space !== 'kernel') return this.#pool;
    const everywhere = tryU16(origin.#memory, module.base) !== null || tryU16(this.#memory, module.base) === null;
    return everywhere ? origin.#pool : this.#pool;
  }

  /** Modules whose code was asked for, to tell whether what is loaded has changed. */
  get known(): Iterable<ModuleCode> {
    return this.#code.values();
  }
}
