import { type Address, tryU8 } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import type { KernelObject } from './kernel-object.ts';
import { objectTypeName, objectTypeOf } from './object-type.ts';

/** Deeper than any object directory. */
const DEEPEST = 32;
/** OBJECT_HEADER.InfoMask: optional headers lie before the header, the lowest bit's nearest to it. */
const CREATOR_INFO = 1;
const NAME_INFO = 2;

/** The OBJECT_HEADER in front of an object's body; null without symbols. */
export function objectHeader(kernel: Kernel, body: Address): Address | null {
  const offset = kernel.offset('_OBJECT_HEADER', 'Body');
  return offset === null ? null : body - offset;
}

/** The body behind an OBJECT_HEADER. */
export function objectBody(kernel: Kernel, header: Address): Address | null {
  const offset = kernel.offset('_OBJECT_HEADER', 'Body');
  return offset === null ? null : header + offset;
}

/** The type of the object whose body is at an address: `Event`. Null when no object header lies there. */
export function typeOfObject(kernel: Kernel, body: Address): string | null {
  const header = objectHeader(kernel, body);
  const type = header === null ? null : objectTypeOf(kernel, header);
  return type === null ? null : objectTypeName(kernel, type);
}

/** An object's own name, without its directory; null when it has none or the name is not in the dump. */
export function objectName(kernel: Kernel, body: Address): string | null {
  const header = objectHeader(kernel, body);
  const info = header === null ? null : nameInfo(kernel, header);
  return info?.unicodeString('Name') || null;
}

/** The full name: `\BaseNamedObjects\Ready`, `\` for the root. Null for an object without a name, or when cut. */
export function objectPath(kernel: Kernel, body: Address): string | null {
  if (typeOfObject(kernel, body) === null) return null;
  const root = kernel.pointer('ObpRootDirectoryObject');
  const parts: string[] = [];
  const seen = new Set<Address>();
  let at = body;
  while (seen.size < DEEPEST) {
    if (at === root && root !== null) return `\\${parts.reverse().join('\\')}`;
    seen.add(at);
    const header = objectHeader(kernel, at);
    const info = header === null ? null : nameInfo(kernel, header);
    const name = info?.unicodeString('Name') || null;
    if (!info || name === null) return null;
    const directory = info.pointer('Directory');
    // The root directory bears the name "\" itself, and a name outside of every directory stands alone.
    if (directory === null || directory === 0 || seen.has(directory)) {
      if (name === '\\') return `\\${parts.reverse().join('\\')}`;
      return parts.length === 0 ? name : null;
    }
    parts.push(name);
    at = directory;
  }
  return null;
}

/** The OBJECT_HEADER_NAME_INFO of an object that has one. */
export function nameInfo(kernel: Kernel, header: Address): KernelObject | null {
  const offset = nameInfoOffset(kernel, kernel.object('_OBJECT_HEADER', header));
  return offset === null || offset === 0 ? null : kernel.object('_OBJECT_HEADER_NAME_INFO', header - offset);
}

/** Bytes from the name information to the header: stored up to Windows Vista, since then by the mask of what precedes. */
function nameInfoOffset(kernel: Kernel, header: KernelObject): number | null {
  if (header.has('NameInfoOffset')) return header.u8('NameInfoOffset');
  const mask = header.u8('InfoMask');
  const size = kernel.sizeOf('_OBJECT_HEADER_NAME_INFO');
  if (mask === null || size === null) return null;
  if ((mask & NAME_INFO) === 0) return 0;
  // ObpInfoMaskToOffset holds the sums of sizes by mask; where it is not in the dump, they are summed here.
  const table = kernel.address('ObpInfoMaskToOffset');
  const stored = table === null ? null : tryU8(kernel.memory, table + (mask & (CREATOR_INFO | NAME_INFO)));
  if (stored) return stored;
  return size + ((mask & CREATOR_INFO) !== 0 ? (kernel.sizeOf('_OBJECT_HEADER_CREATOR_INFO') ?? 0) : 0);
}
