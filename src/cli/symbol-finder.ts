import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MemoreticsError } from '../bytes/errors.ts';
import { pdbKey } from '../bytes/guid.ts';
import { Problems } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import { baseName, printable } from '../bytes/text.ts';
import type { Case } from '../evidence/case.ts';
import { readDebugDirectory } from '../formats/pe/debug-directory.ts';
import { readExports } from '../formats/pe/exports.ts';
import { openPe, type PeImage } from '../formats/pe/image.ts';
import { MemorySource } from '../memory/memory-source.ts';
import { toUnsigned } from '../memory/space.ts';
import { localStoreFolder } from '../platform/node/cache-folder.ts';
import { type OpenFile, openFile } from '../platform/node/file-source.ts';
import { readIsfCache, writeIsfCache } from '../platform/node/isf-cache.ts';
import { type Located, type LocatorOptions, SymbolLocator } from '../platform/node/symbol-locator.ts';
import type { Progress } from '../platform/node/symbol-server.ts';
import { openBreakpad } from '../symbols/breakpad.ts';
import { ExportSymbolTable } from '../symbols/exports.ts';
import { confirmKernelSymbols } from '../symbols/identify.ts';
import { IsfSymbolTable, loadIsf } from '../symbols/isf.ts';
import { openPdbTable } from '../symbols/pdb.ts';
import { parseSearchPath, redactSearchPath, type SearchElement } from '../symbols/search-path.ts';
import type { SymbolFile } from '../symbols/store-key.ts';
import type { SymbolTable } from '../symbols/symbol-table.ts';
import type { Module, PdbIdentity } from '../target/target.ts';

export interface SymbolOptions {
  readonly symbols?: readonly string[] | null | undefined;
  readonly images?: readonly string[] | null | undefined;
  readonly forceSymbols?: boolean | undefined;
}

/** What was found for a module, and everything that was tried. */
export interface FoundSymbols {
  readonly table: SymbolTable | null;
  readonly image: Source | null;
  /** One line for people. */
  readonly note: string;
  readonly pdb: PdbIdentity | null;
  readonly located: readonly Located[];
}

const MOST_ISF = 64 << 20;
/** Without an identity each candidate has to be opened and compared; there are not many kernels in one folder. */
const MOST_CANDIDATES = 16;

/** Finds names and images for the modules of one dump along the search paths. Keeps files open until `close`. */
export class SymbolFinder {
  #elements: readonly SearchElement[] = [];
  #locator!: SymbolLocator;
  #imageLocator!: SymbolLocator;
  readonly #own: readonly SearchElement[];
  readonly #locatorOptions: LocatorOptions;
  #symbols: string;
  #images: string;
  readonly #open = new Map<string, OpenFile>();
  readonly #tables = new Map<string, Promise<SymbolTable>>();
  readonly #force: boolean;
  constructor(dumpPath: string, options: SymbolOptions, given: LocatorOptions = {}) {
    this.#locatorOptions = { onProgress: showDownload, ...given };
    this.#own = dumpPath === '-' ? [] : [{ kind: 'directory', path: dirname(dumpPath) }];
    this.#symbols = options.symbols?.join(';') ?? process.env['_NT_SYMBOL_PATH'] ?? '';
    this.#images = [...(options.images ?? []), process.env['_NT_EXECUTABLE_IMAGE_PATH'] ?? ''].join(';');
    this.#force = options.forceSymbols ?? false;
    this.#look();
  }

  get elements(): readonly SearchElement[] {
    return this.#elements;
  }
  /** The folders of images, without credentials. */
  get imagePath(): string {
    return redactSearchPath(this.#imageElements());
  }
  /** Looks elsewhere from now on: in `text`, or with `append` in it after what was there. */
  changePath(kind: 'symbols' | 'images', text: string, append: boolean): void {
    const joined = (before: string) => (append && before !== '' ? `${before};${text}` : text);
    if (kind === 'symbols') this.#symbols = joined(this.#symbols);
    else this.#images = joined(this.#images);
    this.#look();
  }
  #look(): void {
    const fromUser = parseSearchPath(this.#symbols, (name) => process.env[name]).elements;
    const store: SearchElement[] = this.#symbols === '' ? [{ kind: 'cache', path: localStoreFolder() }] : [];
    this.#elements = [...fromUser, ...this.#own, ...store];
    this.#locator = new SymbolLocator(this.#elements, { ...this.#locatorOptions, force: this.#force });
    this.#imageLocator = new SymbolLocator([...this.#imageElements(), ...this.#elements], this.#locatorOptions);
  }
  #imageElements(): SearchElement[] {
    const paths = this.#images.split(';').filter((path) => path !== '');
    return paths.map((path) => ({ kind: 'directory', path }));
  }

  close(): void {
    for (const file of this.#open.values()) file.close();
    this.#open.clear();
    this.#tables.clear();
  }

  /** Opened once: in a dump of the system, hundreds of processes have the same files loaded. */
  #take(path: string): OpenFile {
    let file = this.#open.get(path);
    if (!file) {
      file = openFile(path);
      this.#open.set(path, file);
    }
    return file;
  }

  /** Never throws for a missing, damaged or hostile file: it costs the module its names and gets one line. */
  async find(module: Module, theCase: Case): Promise<FoundSymbols> {
    const located: Located[] = [];
    const notes: string[] = [];
    const image = await this.#image(module, located);
    const mapped = theCase.target
      ? tryPe(new MemorySource(theCase.target.memory, module.base, module.size), 'mapped')
      : null;
    const file = image ? tryPe(image, 'file') : null;
    const pdb = module.pdb ?? pdbOf(mapped) ?? pdbOf(file);
    let table: SymbolTable | null = null;
    if (pdb) table = await this.#byIdentity(module, pdb, located, notes);
    else if (module.name === 'nt') table = await this.#kernelByPointers(module, theCase, notes);
    else notes.push('neither the dump nor an image tells which PDB belongs to it');
    if (!table && file?.sections.some(({ name }) => name === '.debug_info' || /^\/\d+$/.test(name))) {
      notes.push('the image carries DWARF debug information (MinGW), which is recognised but not read');
    }
    if (!table) {
      for (const pe of [mapped, file]) {
        const exports = pe && readExports(pe);
        if (!exports) continue;
        table = new ExportSymbolTable(exports.entries, pe === mapped ? 'dump' : 'image');
        notes.push(
          `export symbols of ${pe === mapped ? 'the image in the dump' : 'the image on disk'}: many functions have no name`,
        );
        break;
      }
    }
    if (!table) notes.push(...reasons(located.filter(({ file: wanted }) => wanted.kind !== 'image' || !pdb)));
    return { table, image, note: notes.join('; '), pdb, located };
  }

  async #image(module: Module, located: Located[]): Promise<OpenFile | null> {
    if (module.timestamp === null || module.size === 0) return null;
    const name = baseName(module.imageName);
    const found = await this.#imageLocator.locate(
      { kind: 'image', name, timestamp: module.timestamp, size: module.size },
      name,
    );
    located.push(found);
    try {
      return found.path === null ? null : this.#take(found.path);
    } catch (error) {
      if (!(error instanceof MemoreticsError)) throw error;
      return null;
    }
  }

  async #byIdentity(
    module: Module,
    pdb: PdbIdentity,
    located: Located[],
    notes: string[],
  ): Promise<SymbolTable | null> {
    const name = baseName(pdb.name);
    for (const kind of ['pdb', 'breakpad', 'isf'] as const) {
      const wanted: SymbolFile = { kind, name, guid: pdb.guid, age: pdb.age };
      const found = await this.#locator.locate(wanted, baseName(module.imageName));
      located.push(found);
      if (found.path === null) continue;
      try {
        const table = await this.#openTable(kind, found.path, found.mismatched);
        // The name of a packed table is all that was checked so far.
        const inside = table instanceof IsfSymbolTable ? table.file.metadata.pdb : null;
        if (inside && inside.guid.toLowerCase() !== pdb.guid.replaceAll('-', '').toLowerCase()) {
          notes.push(`${found.path}: it was made from another PDB than its name says`);
          continue;
        }
        notes.push(`${found.mismatched ? 'MISMATCHED ' : ''}${kind} ${found.path}`);
        return table;
      } catch (error) {
        if (!(error instanceof MemoreticsError)) throw error;
        notes.push(`${found.path}: ${error.message}`);
      }
    }
    return null;
  }

  /** Names do not depend on where a module lies, so that modules of one file share them. */
  #openTable(kind: 'pdb' | 'breakpad' | 'isf', path: string, mismatched: boolean): Promise<SymbolTable> {
    const key = `${kind} ${mismatched} ${path}`;
    let table = this.#tables.get(key);
    if (!table) {
      table = this.#readTable(kind, path, mismatched);
      this.#tables.set(key, table);
      // What the user interrupted is read when it is wanted again; a damaged file stays damaged.
      table.catch((error) => {
        if (!(error instanceof MemoreticsError)) this.#tables.delete(key);
      });
    }
    return table;
  }

  async #readTable(kind: 'pdb' | 'breakpad' | 'isf', path: string, mismatched: boolean): Promise<SymbolTable> {
    const file = this.#take(path);
    if (kind === 'pdb') return openPdbTable(file, path, { mismatched });
    if (kind === 'breakpad') return openBreakpad(file, new Problems(), path, mismatched);
    const cached = readIsfCache(path);
    const isf = cached ?? (await loadIsf(file.read(0, MOST_ISF), new Problems()));
    if (!cached) writeIsfCache(path, isf);
    return new IsfSymbolTable(isf, { origin: path, mismatched });
  }

  /** nt of a triage dump names no PDB: candidates in the folders are compared with the debugger data block. */
  async #kernelByPointers(module: Module, theCase: Case, notes: string[]): Promise<SymbolTable | null> {
    const pointers = theCase.target?.kernelPointers;
    if (!pointers) {
      notes.push('nt names no PDB and the dump has no debugger data block to compare candidates with');
      return null;
    }
    let refused = 0;
    for (const path of this.#kernelCandidates()) {
      try {
        const table = await this.#openTable(/\.json(\.xz)?$/i.test(path) ? 'isf' : 'pdb', path, false);
        const confirmed = confirmKernelSymbols(table, toUnsigned(module.base), pointers);
        if (confirmed.verdict === 'exact') {
          notes.push(`${table.finder} ${path}, identified by the debugger data block: ${confirmed.reason}`);
          return table;
        }
        refused++;
      } catch (error) {
        if (!(error instanceof MemoreticsError)) throw error;
      }
    }
    notes.push(
      refused > 0
        ? `nt names no PDB; ${refused} ${refused === 1 ? 'candidate was' : 'candidates were'} refused by the debugger data block`
        : 'nt names no PDB, and no candidate is in the folders of the search path',
    );
    return null;
  }

  #kernelCandidates(): string[] {
    const found: string[] = [];
    for (const element of this.elements) {
      if (element.kind !== 'directory' && element.kind !== 'cache') continue;
      const folder = element.path ?? localStoreFolder();
      for (const name of names(folder)) {
        if (/^nt(oskrnl|kr\w+)\.pdb$/i.test(name)) {
          const ids = names(join(folder, name));
          if (ids.length === 0) found.push(join(folder, name));
          for (const id of ids)
            for (const file of names(join(folder, name, id))) found.push(join(folder, name, id, file));
        } else if (/[0-9A-F]{32}-[0-9A-F]+\.json(\.xz)?$/i.test(name)) found.push(join(folder, name));
      }
    }
    return found.slice(0, MOST_CANDIDATES);
  }
}

/** A line on a terminal's standard error that tells what is being fetched; it is wiped when the next one comes. */
function showDownload({ file, url, received, total }: Progress): void {
  if (!process.stderr.isTTY) return;
  const done =
    total === null ? `${Math.round(received / 1024)} KB` : `${Math.floor((received / Math.max(1, total)) * 100)} %`;
  const line = `${done.padStart(9)}  ${printable(file)} from ${printable(url)}`.slice(
    0,
    (process.stderr.columns ?? 80) - 1,
  );
  process.stderr.write(received === total ? '\r\u001b[K' : `\r\u001b[K${line}`);
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function tryPe(source: Source, layout: 'file' | 'mapped'): PeImage | null {
  const quiet = new Problems();
  try {
    return openPe(source, layout, quiet);
  } catch (error) {
    quiet.catch(error, 'IMAGE_NT_HEADERS', null);
    return null;
  }
}

function pdbOf(image: PeImage | null): PdbIdentity | null {
  const record = image ? readDebugDirectory(image).codeView : null;
  return record ? { name: record.path, guid: record.guid, age: record.age } : null;
}

/** The most telling reasons why nothing was found, at most two. */
function reasons(located: readonly Located[]): string[] {
  const tried = located.flatMap((item) =>
    item.tried.filter(({ outcome }) => outcome === 'mismatched' || outcome === 'failed' || outcome === 'refused'),
  );
  return tried.length > 0
    ? tried.slice(0, 2).map(({ place, reason }) => `${place}: ${reason}`)
    : ['not found on the search path'];
}

/** `ntdll.pdb/GUIDAGE`, for people. */
export function pdbLabel(pdb: PdbIdentity): string {
  return `${baseName(pdb.name)}/${pdbKey(pdb.guid, pdb.age)}`;
}
