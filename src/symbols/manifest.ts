import { hexPadded } from '../bytes/hex.ts';
import { baseName, printable } from '../bytes/text.ts';
import { imageKey, isfId, type StoreKey, type SymbolFile, storeKey, storePath } from './store-key.ts';

/** What a manifest needs to know of a module; a Target's modules are such. */
export interface IdentifiedModule {
  readonly name: string;
  readonly imageName: string;
  readonly timestamp: number | null;
  readonly size: number;
  readonly pdb: { readonly name: string; readonly guid: string; readonly age: number } | null;
  readonly buildId: string | null;
}

/** A file that a module of a dump wants. `file` is null when the dump holds no identity to ask by. */
export interface NeededFile {
  readonly module: string;
  readonly file: SymbolFile | null;
  /** Below the root of a store or server, with `/`; null when there is no safe one. */
  readonly path: string | null;
  readonly note: string | null;
}

/**
 * The symbol file and the image of every module, each once. A kernel triage dump holds no CodeView record: its modules
 * ask for their images, from which the PDB's identity follows.
 */
export function neededSymbols(modules: Iterable<IdentifiedModule>): NeededFile[] {
  const found = new Map<string, NeededFile>();
  const add = (module: string, file: SymbolFile | null, note: string | null) => {
    const key = file && storeKey(file);
    const path = key && storePath(key).join('/');
    found.set(path ?? `${module}\0${note}\0${file?.kind}`, {
      module,
      file,
      path,
      note: file && !key ? 'its recorded name is not a safe file name' : note,
    });
  };
  for (const module of modules) {
    const { name, imageName, timestamp, size, pdb, buildId } = module;
    if (pdb) add(name, { kind: 'pdb', ...pdb }, null);
    if (buildId !== null) {
      add(name, { kind: 'elf', name: imageName, buildId, debug: true }, null);
      add(name, { kind: 'elf', name: imageName, buildId, debug: false }, null);
    } else if (timestamp !== null && timestamp !== 0 && size > 0) {
      add(
        name,
        { kind: 'image', name: imageName, timestamp, size },
        pdb ? null : 'the dump does not name its PDB; the image does',
      );
    } else if (!pdb) add(name, null, 'the dump holds neither the identity of its PDB nor that of its image');
  }
  return [...found.values()];
}

/** One line a file: module, kind, what identifies it. */
export function renderNeeded(files: readonly NeededFile[]): string {
  const rows = files.map(({ module, file, note }) => [
    module,
    file?.kind ?? '-',
    file ? identity(file) : '',
    note ?? '',
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => printable(row[column]!).length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => printable(cell).padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function identity(file: SymbolFile): string {
  const name = baseName(file.name);
  switch (file.kind) {
    case 'image':
      return `${name} timestamp ${hexPadded(file.timestamp, 8)} size ${file.size.toString(16)}`;
    case 'elf':
      return `${name} build id ${file.buildId}${file.debug ? ' (debug)' : ''}`;
    case 'mach':
      return `${name} UUID ${file.uuid}${file.debug ? ' (dSYM)' : ''}`;
    case 'isf':
      return `${name} ${isfId(file.guid, file.age)}`;
    default:
      return `${name} ${file.guid} age ${file.age.toString(16)}`;
  }
}

/** `memoretics symbols needed --json`: plain data; numbers that identify are lower-case hexadecimal with 0x. */
export function neededJson(files: readonly NeededFile[]): Record<string, unknown>[] {
  return files.map(({ module, file, path, note }) => ({
    module,
    kind: file?.kind ?? null,
    name: file ? baseName(file.name) : null,
    guid: file && 'guid' in file ? file.guid : null,
    age: file && 'age' in file ? file.age : null,
    timestamp: file?.kind === 'image' ? `0x${file.timestamp.toString(16)}` : null,
    size: file?.kind === 'image' ? `0x${file.size.toString(16)}` : null,
    buildId: file?.kind === 'elf' ? file.buildId : null,
    path,
    note,
  }));
}

/** Files that SymChk and curl know how to ask for, with their keys. */
function* keyed(files: readonly NeededFile[]): Generator<{ file: SymbolFile; key: StoreKey }> {
  for (const { file } of files) {
    const key = file && storeKey(file);
    if (file && key) yield { file, key };
  }
}

/**
 * A SymChk manifest, as `symchk /om` writes and `symchk /im` reads it: `name,id,1`, where the id of a PDB is its GUID
 * and age and that of an image its timestamp and size.
 */
export function symchkManifest(files: readonly NeededFile[]): string {
  const lines: string[] = [];
  for (const { file, key } of keyed(files)) {
    if (/[,\r\n]/.test(key.file)) continue;
    if (file.kind === 'pdb') lines.push(`${key.file},${key.id},1`);
    else if (file.kind === 'image') lines.push(`${key.file},${imageKey(file.timestamp, file.size)},1`);
  }
  return lines.map((line) => `${line}\r\n`).join('');
}

/**
 * A configuration for `curl --config FILE`, which fetches everything from the server at `base` into the layout of a
 * store: copy the result to the other machine and `memoretics symbols import` it. Names are quoted for curl.
 */
export function curlConfig(files: readonly NeededFile[], base: string): string {
  const lines = ['location', 'fail', 'create-dirs', 'retry = 2', 'proto-redir = "=https,http"'];
  const [, root = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(base) ?? [];
  for (const { key } of keyed(files)) {
    const parts = storePath(key);
    lines.push(
      `url = ${quote(`${root.replace(/\/+$/, '')}/${parts.map(encodeURIComponent).join('/')}${query}`)}`,
      `output = ${quote(parts.join('/'))}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
