import { formatGuid } from '../bytes/guid.ts';
import { Problems } from '../bytes/problem.ts';
import { type Source, viewOf } from '../bytes/source.ts';
import { decodeUtf8 } from '../bytes/text.ts';
import { pdbFlavour } from '../formats/pdb/msf.ts';
import { Pdb } from '../formats/pdb/pdb.ts';
import { readDebugDirectory } from '../formats/pe/debug-directory.ts';
import { openPe } from '../formats/pe/image.ts';
import { isfId, type SymbolFile } from './store-key.ts';

const latin1 = new TextDecoder('latin1');

/** What a file on disk says about itself, whatever it is called. `age` is the one that images and servers know. */
export type FileIdentity =
  | { readonly kind: 'pdb'; readonly guid: string; readonly age: number; readonly signature: string }
  | {
      readonly kind: 'image';
      readonly timestamp: number;
      readonly size: number;
      /** The PDB it names. */
      readonly pdb: { readonly name: string; readonly guid: string; readonly age: number } | null;
    }
  | { readonly kind: 'breakpad'; readonly name: string; readonly guid: string; readonly age: number }
  | { readonly kind: 'isf'; readonly name: string; readonly guid: string; readonly age: number }
  | { readonly kind: 'elf'; readonly buildId: string };

/**
 * Reads a symbol file's or image's own identity, by content. Null when it is none of those kinds; throws FormatError
 * when it is one but too damaged to tell.
 */
export function identifyFile(source: Source): FileIdentity | null {
  const head = source.read(0, 64);
  if (head.length < 4) return null;
  if (pdbFlavour(source) === 'msf-7.00') return identifyPdb(source);
  if (head[0] === 0x4d && head[1] === 0x5a) return identifyImage(source);
  if (viewOf(head).getUint32(0) === 0x7f454c46) return identifyElf(source);
  if (decodeUtf8(head.subarray(0, 7)) === 'MODULE ') return identifyBreakpad(source);
  if (/^\s*\{/.test(decodeUtf8(head))) return identifyIsf(source);
  return null;
}

function identifyPdb(source: Source): FileIdentity {
  const { guid, age, signature } = new Pdb(source, new Problems()).identity;
  return { kind: 'pdb', guid, age, signature: signature.toString(16).padStart(8, '0') };
}

function identifyImage(source: Source): FileIdentity {
  const image = openPe(source, 'file', new Problems());
  const { codeView } = readDebugDirectory(image);
  const pdb = codeView && { name: codeView.path, guid: codeView.guid, age: codeView.age };
  return { kind: 'image', timestamp: image.timestamp, size: image.sizeOfImage, pdb };
}

/** `MODULE os architecture id name`, where id is 32 GUID digits and the age in hexadecimal (breakpad, symbol_files.md). */
function identifyBreakpad(source: Source): FileIdentity | null {
  const line = decodeUtf8(source.read(0, 4096)).split(/\r?\n/, 1)[0] ?? '';
  const match = /^MODULE \S+ \S+ ([0-9A-Fa-f]{32})([0-9A-Fa-f]{1,8}) (.+)$/.exec(line);
  if (!match) return null;
  const [, guid = '', age = '', name = ''] = match;
  return { kind: 'breakpad', name, guid: dashed(guid), age: Number.parseInt(age, 16) };
}

/** The `metadata.windows.pdb` object of an ISF file; keys are sorted, so it stands somewhere in its megabytes. */
function identifyIsf(source: Source): FileIdentity | null {
  const step = 1 << 20;
  const overlap = 2048;
  for (let at = 0; at < source.size; at += step - overlap) {
    const text = latin1.decode(source.read(at, step));
    for (const [, pdb = ''] of text.matchAll(/"pdb"\s*:\s*\{([^{}]{1,1000})\}/g)) {
      const guid = /"GUID"\s*:\s*"([0-9A-Fa-f]{32})"/i.exec(pdb)?.[1];
      const age = /"age"\s*:\s*(\d{1,9})/.exec(pdb)?.[1];
      const name = /"database"\s*:\s*"([^"\\]{1,255})"/.exec(pdb)?.[1];
      if (guid && age && name) return { kind: 'isf', name, guid: dashed(guid), age: Number(age) };
    }
  }
  return null;
}

/** The GNU build id note (NT_GNU_BUILD_ID) by the program headers; ELF specification, little-endian files only. */
function identifyElf(source: Source): FileIdentity | null {
  const head = source.read(0, 64);
  if (head.length < 64 || head[5] !== 1) return null;
  const view = viewOf(head);
  const is64 = head[4] === 2;
  const tableAt = is64 ? Number(view.getBigUint64(32, true)) : view.getUint32(28, true);
  const entrySize = view.getUint16(is64 ? 54 : 42, true);
  const count = view.getUint16(is64 ? 56 : 44, true);
  if (entrySize < (is64 ? 56 : 32)) return null;
  const table = source.read(tableAt, entrySize * count);
  const headers = viewOf(table);
  for (let at = 0; at + entrySize <= table.length; at += entrySize) {
    if (headers.getUint32(at, true) !== 4) continue;
    const offset = is64 ? Number(headers.getBigUint64(at + 8, true)) : headers.getUint32(at + 4, true);
    const size = is64 ? Number(headers.getBigUint64(at + 32, true)) : headers.getUint32(at + 16, true);
    const notes = source.read(offset, Math.min(size, 1 << 16));
    const note = viewOf(notes);
    for (let from = 0; from + 12 <= notes.length; ) {
      const nameSize = note.getUint32(from, true);
      const valueSize = note.getUint32(from + 4, true);
      const valueAt = from + 12 + Math.ceil(nameSize / 4) * 4;
      if (note.getUint32(from + 8, true) === 3 && decodeUtf8(notes.subarray(from + 12, from + 15)) === 'GNU') {
        const value = notes.subarray(valueAt, valueAt + Math.min(valueSize, 64));
        return { kind: 'elf', buildId: [...value].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
      }
      from = valueAt + Math.ceil(valueSize / 4) * 4;
    }
  }
  return null;
}

function dashed(guid: string): string {
  return formatGuid(
    Uint8Array.from([3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15], (index) =>
      Number.parseInt(guid.slice(index * 2, index * 2 + 2), 16),
    ),
  );
}

/** Null when a file with this identity is what was asked for; else why not, for people. */
export function mismatch(wanted: SymbolFile, found: FileIdentity | null): string | null {
  if (found === null) return 'it is no symbol file or image of a known kind';
  switch (wanted.kind) {
    case 'pdb': {
      if (found.kind !== 'pdb') return `it is ${KINDS[found.kind]}, not a PDB`;
      // NB10 images know a 32-bit signature instead of a GUID.
      const short = wanted.guid.length === 8;
      const id = short ? found.signature : found.guid;
      if (id !== wanted.guid.toLowerCase()) return `it has another ${short ? 'signature' : 'GUID'}: ${id}`;
      return found.age === wanted.age ? null : `it has the right GUID but age ${found.age} instead of ${wanted.age}`;
    }
    case 'image': {
      if (found.kind !== 'image') return `it is ${KINDS[found.kind]}, not a Windows image`;
      if (found.timestamp === wanted.timestamp && found.size === wanted.size) return null;
      return `it has timestamp ${found.timestamp.toString(16)} and size ${found.size.toString(16)}, not ${wanted.timestamp.toString(16)} and ${wanted.size.toString(16)}`;
    }
    case 'breakpad':
    case 'isf': {
      if (found.kind !== wanted.kind) return `it is ${KINDS[found.kind]}, not ${KINDS[wanted.kind]}`;
      const id = isfId(found.guid, found.age);
      return id === isfId(wanted.guid, wanted.age) ? null : `it was made from another PDB: ${id}`;
    }
    case 'elf': {
      if (found.kind !== 'elf') return `it is ${KINDS[found.kind]}, not an ELF file`;
      return found.buildId === wanted.buildId ? null : `it has another build id: ${found.buildId}`;
    }
    case 'mach':
      return null;
  }
}

const KINDS: Readonly<Record<FileIdentity['kind'], string>> = {
  pdb: 'a PDB',
  image: 'a Windows image',
  breakpad: 'a Breakpad symbol file',
  isf: 'a volatility3 symbol table',
  elf: 'an ELF file',
};
