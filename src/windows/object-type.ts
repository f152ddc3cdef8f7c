import { type Address, toUnsigned, tryU8 } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { unicodeStringAt } from './kernel-object.ts';

/** An OBJECT_TYPE. Counts are those that it keeps itself. */
export interface ObjectType {
  readonly address: bigint;
  readonly name: string;
  readonly index: number | null;
  readonly objects: number | null;
  readonly handles: number | null;
  readonly mostObjects: number | null;
  readonly mostHandles: number | null;
}

/** OBJECT_HEADER.TypeIndex is one byte. */
const MOST_TYPES = 256;
const TYPE_NAME = /^[\x20-\x7e]{1,64}$/;

const known = new WeakMap<Kernel, Map<Address, string | null>>();

/** The name of an OBJECT_TYPE; null when there is none at that address, or it is not in the dump. */
export function objectTypeName(kernel: Kernel, type: Address): string | null {
  let names = known.get(kernel);
  if (!names) {
    names = new Map();
    known.set(kernel, names);
  }
  let name = names.get(type);
  if (name === undefined) {
    const at = kernel.object('_OBJECT_TYPE', type).place('Name');
    const text = at === null ? null : unicodeStringAt(kernel, at);
    name = text !== null && TYPE_NAME.test(text) ? text : null;
    names.set(type, name);
  }
  return name;
}

/**
 * The OBJECT_TYPE of an object by its header: a pointer up to Windows Vista, an index into ObTypeIndexTable since
 * Windows 7, which Windows 10 stores exclusive-or'ed with ObHeaderCookie and the second byte of the header's address.
 */
export function objectTypeOf(kernel: Kernel, header: Address): Address | null {
  const fields = kernel.object('_OBJECT_HEADER', header);
  if (!fields.has('TypeIndex')) return fields.pointer('Type') || null;
  const stored = fields.u8('TypeIndex');
  const table = kernel.address('ObTypeIndexTable');
  if (stored === null || table === null) return null;
  const cookieAt = kernel.address('ObHeaderCookie');
  const cookie = cookieAt === null ? null : tryU8(kernel.memory, cookieAt);
  if (cookieAt !== null && cookie === null) return null;
  const address = Number((toUnsigned(header) >> 8n) & 0xffn);
  const index = cookie === null ? stored : stored ^ cookie ^ address;
  return kernel.pointerAt(table + index * kernel.pointerSize) || null;
}

/** All object types: by the index table, or the older array of types. Empty when neither is in the dump. */
export function objectTypes(kernel: Kernel): readonly ObjectType[] {
  const table = kernel.address('ObTypeIndexTable') ?? kernel.address('ObpObjectTypes');
  if (table === null) return [];
  const found: ObjectType[] = [];
  const seen = new Set<Address>();
  for (let index = 0; index < MOST_TYPES; index++) {
    const type = kernel.pointerAt(table + index * kernel.pointerSize);
    if (type === null || type === 0 || seen.has(type)) continue;
    const name = objectTypeName(kernel, type);
    if (name === null) continue;
    seen.add(type);
    const fields = kernel.object('_OBJECT_TYPE', type);
    found.push({
      address: toUnsigned(type),
      name,
      index: fields.number('Index'),
      objects: fields.u32('TotalNumberOfObjects'),
      handles: fields.u32('TotalNumberOfHandles'),
      mostObjects: fields.u32('HighWaterNumberOfObjects'),
      mostHandles: fields.u32('HighWaterNumberOfHandles'),
    });
  }
  return found;
}
