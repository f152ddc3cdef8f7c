import { readDebugDirectory } from '../formats/pe/debug-directory.ts';
import { openFunctionTable } from '../formats/pe/exception-directory.ts';
import { readExports } from '../formats/pe/exports.ts';
import type { PeImage } from '../formats/pe/image.ts';
import { readImports } from '../formats/pe/imports.ts';
import { readVersion } from '../formats/pe/version-resource.ts';
import { dumpExports, ExportSymbolTable } from './exports.ts';

/** What an image on disk holds, one plain record each, for `symbols dump`. RVAs and sizes in bytes. */
export function* dumpImage(image: PeImage, origin: string): Iterable<object> {
  const debug = readDebugDirectory(image);
  const { codeView } = debug;
  const version = readVersion(image);
  yield {
    kind: 'image',
    machine: image.machine,
    timestamp: image.timestamp,
    size: image.sizeOfImage,
    checksum: image.checksum,
    imageBase: image.imageBase,
    entryPoint: image.entryPoint,
    pdb: codeView ? { name: codeView.path, guid: codeView.guid, age: codeView.age } : null,
    reproducible: debug.reproducible,
    fileVersion: version?.fileVersion ?? null,
    company: version?.strings.get('CompanyName') ?? null,
  };
  for (const { name, rva, size, characteristics } of image.sections)
    yield { kind: 'section', name, rva, size, characteristics };
  const exports = readExports(image);
  if (exports) yield* dumpExports(new ExportSymbolTable(exports.entries, origin));
  for (const { moduleName, functions } of readImports(image)) {
    for (const { name, slot } of functions) yield { kind: 'import', name, rva: slot, module: moduleName };
  }
  const table = openFunctionTable(image);
  for (let index = 0; index < (table?.count ?? 0); index++) {
    const entry = table?.entry(index);
    // ARM64 tables leave the end to the unwind data, which is not repeated here.
    if (entry)
      yield {
        kind: 'function',
        name: null,
        rva: entry.begin,
        size: entry.end > entry.begin ? entry.end - entry.begin : null,
        unwind: entry.unwind,
      };
  }
}
