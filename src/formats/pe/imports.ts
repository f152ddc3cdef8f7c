import { viewOf } from '../../bytes/source.ts';
import { DIRECTORY, IMAGE_IMPORT_DESCRIPTOR } from './headers.ts';
import { type PeImage, readText } from './image.ts';

export interface PeImport {
  readonly moduleName: string;
  /** Names, or `#17` for imports by ordinal, each with the RVA of its slot in the import address table. */
  readonly functions: readonly { readonly name: string; readonly slot: number }[];
}

const MOST_MODULES = 4096;
/** Tables can overlap in a hostile file; no real image imports as much. */
const MOST_FUNCTIONS = 0x20000;
const MOST_TEXT = 8 << 20;
/** Thunks are read so many at a time: most modules give a few dozen. */
const CHUNK = 128;

/** What may still be read of an image, functions and bytes of their names. */
interface Budget {
  functions: number;
  text: number;
}

/** The modules and functions that the image imports, as far as the tables are there. */
export function readImports(image: PeImage): PeImport[] {
  const directory = image.directory(DIRECTORY.import);
  if (!directory) return [];
  const size = IMAGE_IMPORT_DESCRIPTOR.size;
  const imports: PeImport[] = [];
  const budget: Budget = { functions: MOST_FUNCTIONS, text: MOST_TEXT };
  for (let index = 0; index < MOST_MODULES; index++) {
    const bytes = image.read(directory.rva + index * size, size);
    if (bytes.length < size) break;
    const entry = IMAGE_IMPORT_DESCRIPTOR.view(viewOf(bytes));
    if (entry.Name === 0) break;
    const moduleName = readText(image, entry.Name, 512);
    if (moduleName === null) continue;
    const names = entry.OriginalFirstThunk || entry.FirstThunk;
    imports.push({ moduleName, functions: readThunks(image, names, entry.FirstThunk, budget) });
    if (budget.functions <= 0 || budget.text <= 0) break;
  }
  return imports;
}

function readThunks(image: PeImage, names: number, slots: number, budget: Budget): PeImport['functions'] {
  const width = image.is64 ? 8 : 4;
  const functions: { name: string; slot: number }[] = [];
  for (let from = names; ; from += CHUNK * width) {
    const bytes = image.read(from, width * CHUNK);
    const view = viewOf(bytes);
    for (let at = 0; at + width <= view.byteLength; at += width) {
      const low = view.getUint32(at, true);
      const high = image.is64 ? view.getUint32(at + 4, true) : low;
      // A table of thunks ends with a zero, or with the bytes that are there.
      if ((low === 0 && high === 0) || budget.functions <= 0 || budget.text <= 0) return functions;
      const name = high >>> 31 ? `#${low & 0xffff}` : readText(image, low + 2, 1024);
      budget.functions--;
      budget.text -= name?.length ?? 0;
      functions.push({ name: name ?? `thunk 0x${low.toString(16)}`, slot: slots + (from - names) + at });
    }
    if (bytes.length < width * CHUNK) return functions;
  }
}
