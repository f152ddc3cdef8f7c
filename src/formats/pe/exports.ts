import { countWithin } from '../../bytes/limits.ts';
import { viewOf } from '../../bytes/source.ts';
import { DIRECTORY, IMAGE_EXPORT_DIRECTORY } from './headers.ts';
import { type PeImage, readText } from './image.ts';

export interface PeExport {
  /** Null for functions exported by ordinal only. */
  readonly name: string | null;
  readonly ordinal: number;
  readonly rva: number;
  /** `NTDLL.RtlAllocateHeap` when the entry forwards to another module. */
  readonly forwarder: string | null;
}

export interface PeExports {
  /** The DLL name in the export directory, or null when it cannot be read. */
  readonly moduleName: string | null;
  /** Sorted by RVA. */
  readonly entries: readonly PeExport[];
  /** False when a part of the tables lies in pages that are missing: names may then be absent. */
  readonly complete: boolean;
}

const MOST_TEXT = 1 << 20;
const MEAN_NAME = 128;

/** The image's export table, as far as its pages are there; null when it has none or its directory is missing. */
export function readExports(image: PeImage): PeExports | null {
  const directory = image.directory(DIRECTORY.export);
  if (!directory) return null;
  const header = image.read(directory.rva, IMAGE_EXPORT_DIRECTORY.size);
  if (header.length < IMAGE_EXPORT_DIRECTORY.size) return null;
  const table = IMAGE_EXPORT_DIRECTORY.view(viewOf(header));
  const functions = column(image, table.AddressOfFunctions, table.NumberOfFunctions, 4);
  const names = column(image, table.AddressOfNames, table.NumberOfNames, 4);
  const ordinals = column(image, table.AddressOfNameOrdinals, table.NumberOfNames, 2);
  let complete =
    functions.count === table.NumberOfFunctions && Math.min(names.count, ordinals.count) === table.NumberOfNames;
  const entries: PeExport[] = [];
  // Names can overlap in a hostile file, so that their sum is no multiple of its size: real ones are short on average.
  let budget = MOST_TEXT + functions.count * MEAN_NAME;
  const text = (rva: number, limit?: number): string | null => {
    const found = budget > 0 ? readText(image, rva, limit) : null;
    budget -= found?.length ?? 0;
    return found;
  };
  const named = new Set<number>();
  const add = (index: number, name: string | null): void => {
    const rva = functions.view.getUint32(index * 4, true);
    if (rva === 0) return;
    const forwards = rva >= directory.rva && rva < directory.rva + directory.size;
    entries.push({ name, ordinal: table.Base + index, rva, forwarder: forwards ? text(rva, 512) : null });
  };
  for (let index = 0; index < Math.min(names.count, ordinals.count); index++) {
    const target = ordinals.view.getUint16(index * 2, true);
    if (target >= functions.count) continue;
    const name = text(names.view.getUint32(index * 4, true));
    if (name === null) complete = false;
    named.add(target);
    add(target, name);
  }
  for (let index = 0; index < functions.count; index++) if (!named.has(index)) add(index, null);
  entries.sort((a, b) => a.rva - b.rva || a.ordinal - b.ordinal);
  return { moduleName: readText(image, table.Name, 256), entries, complete };
}

function column(image: PeImage, rva: number, claimed: number, size: number): { view: DataView; count: number } {
  // Ordinals are 16 bits wide, so no table has more entries than that, whatever the directory claims.
  const bytes = image.read(rva, Math.min(claimed, 0x10000) * size);
  const count = countWithin(claimed, size, bytes.length, image.problems, 'IMAGE_EXPORT_DIRECTORY', null);
  return { view: viewOf(bytes), count };
}
