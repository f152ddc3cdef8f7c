import { viewOf } from '../../bytes/source.ts';
import { DIRECTORY, IMAGE_IMPORT_DESCRIPTOR } from './headers.ts';
import { type PeImage, readText } from './image.ts';

export interface PeImport {
  readonly moduleName: string;
  /** Names, or `#17` for imports by ordinal, each with the RVA of its slot in the import address table. */
  readonly functions: readonly { readonly name: string; readonly slot: number }[];
}

const MOST_MODULES = 4096;

/** The modules and functions that the image imports, as far as the tables are there. */
export function readImports(image: PeImage): PeImport[] {
  const directory = image.directory(DIRECTORY.import);
  if (!directory) return [];
  const size = IMAGE_IMPORT_DESCRIPTOR.size;
  const imports: PeImport[] = [];
  for (let index = 0; index < MOST_MODULES; index++) {
    const bytes = image.read(directory.rva + index * size, size);
    if (bytes.length < size) break;
    const entry = IMAGE_IMPORT_DESCRIPTOR.view(viewOf(bytes));
    if (entry.Name === 0) break;
    const moduleName = readText(image, entry.Name, 512);
    if (moduleName === null) continue;
    const names = entry.OriginalFirstThunk || entry.FirstThunk;
    imports.push({ moduleName, functions: readThunks(image, names, entry.FirstThunk) });
  }
  return imports;
}

function readThunks(image: PeImage, names: number, slots: number): PeImport['functions'] {
  const width = image.is64 ? 8 : 4;
  const functions: { name: string; slot: number }[] = [];
  // A table of thunks ends with a zero or with the bytes that are there; it can hold no more than 65,536 imports.
  const bytes = image.read(names, width * 0x10000);
  const view = viewOf(bytes);
  for (let at = 0; at + width <= view.byteLength; at += width) {
    const low = view.getUint32(at, true);
    const high = image.is64 ? view.getUint32(at + 4, true) : low;
    if (low === 0 && high === 0) break;
    const name = high >>> 31 ? `#${low & 0xffff}` : readText(image, low + 2, 1024);
    functions.push({ name: name ?? `thunk 0x${low.toString(16)}`, slot: slots + at });
  }
  return functions;
}
