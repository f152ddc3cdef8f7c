import { pdbKey } from '../bytes/guid.ts';
import { hexPadded } from '../bytes/hex.ts';
import { baseName } from '../bytes/text.ts';

/** A file that one module wants, by what identifies it. */
export type SymbolFile =
  /** `guid` lower-case with dashes (RSDS) or the 8-digit signature (NB10). */
  | { readonly kind: 'pdb'; readonly name: string; readonly guid: string; readonly age: number }
  /** PE TimeDateStamp and SizeOfImage. */
  | { readonly kind: 'image'; readonly name: string; readonly timestamp: number; readonly size: number }
  /** Breakpad's text form of the PDB of that name and identity. */
  | { readonly kind: 'breakpad'; readonly name: string; readonly guid: string; readonly age: number }
  /** volatility3's table made from the PDB of that name and identity. */
  | { readonly kind: 'isf'; readonly name: string; readonly guid: string; readonly age: number }
  /** An ELF file by its build id, in lower-case hexadecimal; `debug` is the separate file with its symbols. */
  | { readonly kind: 'elf'; readonly name: string; readonly buildId: string; readonly debug: boolean }
  /** A Mach-O file by its UUID, 32 lower-case digits; `debug` is its dSYM. */
  | { readonly kind: 'mach'; readonly name: string; readonly uuid: string; readonly debug: boolean };

/** Where a store or server keeps a file: `folder/id/file` below its root. Every part is a safe file name. */
export interface StoreKey {
  readonly folder: string;
  readonly id: string;
  readonly file: string;
}

const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
/** Room below the usual limit of 255 bytes for the suffixes of temporary files. */
const LONGEST = 200;
const utf8 = new TextEncoder();

/**
 * The last component of a recorded path as a file name that is safe on every system, or null: no separators, no
 * climbing, no drive or stream, no control characters, no device, no trailing dot or blank, not overlong.
 */
export function safeFileName(recorded: string): string | null {
  const name = baseName(recorded);
  if (name === '' || name === '.' || name === '..') return null;
  if (/[\u0000-\u001f\u007f/\\:*?"<>|]/.test(name) || /[. ]$/.test(name) || RESERVED.test(name)) return null;
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(name)) return null;
  return utf8.encode(name).length > LONGEST ? null : name;
}

/** Why `safeFileName` refuses a name; for people. */
export const UNSAFE_NAME = 'its recorded name is not a safe file name';

const ID = /^[0-9A-Za-z_-]{1,128}$/;

/**
 * The SymSrv key of a file (Microsoft's layout), or the SSQP key where there is only that (dotnet/symstore,
 * "SSQP Key Conventions"). Null when its name or identity cannot be a safe path.
 */
export function storeKey(file: SymbolFile): StoreKey | null {
  const name = safeFileName(file.name);
  if (name === null) return null;
  const key = (id: string, folder = name, leaf = name): StoreKey | null =>
    ID.test(id) ? { folder, id, file: leaf } : null;
  switch (file.kind) {
    case 'pdb':
      return key(pdbKey(file.guid, file.age));
    case 'image':
      return key(imageKey(file.timestamp, file.size));
    case 'breakpad':
      return key(pdbKey(file.guid, file.age), name, `${name.replace(/\.pdb$/i, '')}.sym`);
    case 'isf':
      return key(pdbKey(file.guid, file.age), name, `${isfId(file.guid, file.age)}.json.xz`);
    case 'elf':
      return file.debug
        ? key(`elf-buildid-sym-${file.buildId}`, '_.debug', '_.debug')
        : key(`elf-buildid-${file.buildId}`);
    case 'mach':
      return file.debug ? key(`mach-uuid-sym-${file.uuid}`, '_.dwarf', '_.dwarf') : key(`mach-uuid-${file.uuid}`);
  }
}

/** The id of an image: eight upper-case digits of TimeDateStamp, then SizeOfImage in lower case without padding. */
export function imageKey(timestamp: number, size: number): string {
  return hexPadded(timestamp, 8).toUpperCase() + size.toString(16);
}

/** volatility3's name of a table: `GUID-age` in upper-case digits and decimal. */
export function isfId(guid: string, age: number): string {
  return `${guid.replaceAll('-', '').toUpperCase()}-${age}`;
}

/** The parts of a key below a store's root; in a two-tier store (`index2.txt`) after the first two letters. */
export function storePath(key: StoreKey, twoTier = false): string[] {
  const path = [key.folder, key.id, key.file];
  return twoTier ? [key.folder.slice(0, 2), ...path] : path;
}

/** debuginfod's path for an ELF build id (elfutils, debuginfod(8)), or null for other files. */
export function debuginfodPath(file: SymbolFile): string[] | null {
  if (file.kind !== 'elf' || !/^[0-9a-f]{4,128}$/.test(file.buildId)) return null;
  return ['buildid', file.buildId, file.debug ? 'debuginfo' : 'executable'];
}

/** The name under which stores keep a compressed file: the last letter becomes an underscore (`ntkrnlmp.pd_`). */
export function compressedName(name: string): string {
  return `${name.slice(0, -1)}_`;
}

/** A file and its identity in a line for people. */
export function describeFile(file: SymbolFile): string {
  switch (file.kind) {
    case 'pdb':
    case 'breakpad':
    case 'isf':
      return `${baseName(file.name)} ${file.guid} age ${file.age}`;
    case 'image':
      return `${baseName(file.name)} timestamp ${hexPadded(file.timestamp, 8)} size ${file.size.toString(16)}`;
    case 'elf':
      return `${baseName(file.name)} build id ${file.buildId}`;
    case 'mach':
      return `${baseName(file.name)} UUID ${file.uuid}`;
  }
}
