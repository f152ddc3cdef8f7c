import { type Address, toUnsigned } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import type { ExecutiveObject } from './object.ts';
import { contentName } from './object-content.ts';
import { nameInfo, objectHeader, objectPath } from './object-name.ts';
import { objectTypeName, objectTypeOf } from './object-type.ts';

/** An object by its body; null when no object header lies before it. */
export function readObject(kernel: Kernel, body: Address): ExecutiveObject | null {
  const header = objectHeader(kernel, body);
  const type = header === null ? null : objectTypeOf(kernel, header);
  const typeName = type === null ? null : objectTypeName(kernel, type);
  if (header === null || type === null || typeName === null) return null;
  const fields = kernel.object('_OBJECT_HEADER', header);
  const info = nameInfo(kernel, header);
  const directory = info?.pointer('Directory') ?? null;
  return {
    address: toUnsigned(body),
    header: toUnsigned(header),
    type: typeName,
    typeAddress: toUnsigned(type),
    handleCount: fields.value('HandleCount'),
    pointerCount: fields.value('PointerCount'),
    name: info?.unicodeString('Name') || contentName(kernel, body, typeName),
    directory: directory ? toUnsigned(directory) : null,
    path: objectPath(kernel, body),
  };
}
