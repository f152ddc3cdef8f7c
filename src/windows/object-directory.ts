import { type Address, toAddress, toUnsigned } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { objectName, typeOfObject } from './object-name.ts';

/** One entry of an object directory. */
export interface DirectoryEntry {
  readonly bucket: number;
  readonly object: bigint;
  readonly type: string | null;
  readonly name: string | null;
}

export interface ObjectDirectory {
  readonly entries: readonly DirectoryEntry[];
  /** Why entries may be missing, for people. */
  readonly lost: string | null;
}

/** Far more than the names of any directory. */
const MOST_ENTRIES = 100_000;

/** The objects of an OBJECT_DIRECTORY by its hash buckets; null when that is not in the dump. */
export function readDirectory(kernel: Kernel, directory: Address): ObjectDirectory | null {
  const member = kernel.member('_OBJECT_DIRECTORY', 'HashBuckets');
  if (member?.type.kind !== 'array') return null;
  const entries: DirectoryEntry[] = [];
  const seen = new Set<Address>();
  let readable = 0;
  let broken = 0;
  for (let bucket = 0; bucket < member.type.count; bucket++) {
    let at = kernel.pointerAt(directory + member.offset + bucket * kernel.pointerSize);
    if (at !== null) readable++;
    while (at !== null && at !== 0) {
      if (seen.has(at) || seen.size >= MOST_ENTRIES) {
        broken++;
        break;
      }
      seen.add(at);
      const entry = kernel.object('_OBJECT_DIRECTORY_ENTRY', at);
      const object = entry.pointer('Object');
      if (object) {
        const [type, name] = [typeOfObject(kernel, object), objectName(kernel, object)];
        entries.push({ bucket, object: toUnsigned(object), type, name });
      }
      const next = entry.pointer('ChainLink');
      if (next === null || object === null) broken++;
      at = next;
    }
  }
  if (readable === 0) return null;
  const partial = readable < member.type.count || broken > 0;
  return { entries, lost: partial ? 'some of its buckets or entries are not in the dump, or lead in circles' : null };
}

/** The object with a full name (`\BaseNamedObjects\Ready`), letters of either case; null when a part is not found. */
export function findByPath(kernel: Kernel, path: string): Address | null {
  let at = kernel.pointer('ObpRootDirectoryObject');
  for (const part of path.split('\\').filter(Boolean)) {
    if (at === null || at === 0 || typeOfObject(kernel, at) !== 'Directory') return null;
    const wanted = part.toLowerCase();
    const found = readDirectory(kernel, at)?.entries.find(({ name }) => name?.toLowerCase() === wanted);
    at = found ? toAddress(found.object) : null;
  }
  return at || null;
}
