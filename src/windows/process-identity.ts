import { decodeAscii } from '../bytes/text.ts';
import { readAvailable, toUnsigned } from '../memory/space.ts';
import type { KernelObject } from './kernel-object.ts';

/** EPROCESS.ImageFileName holds at most 15 characters of the image's name. */
const IMAGE_NAME = 15;

/** The short image name of an EPROCESS, cut at 15 characters as Windows does; null when not in the dump. */
export function imageNameOf(process: KernelObject): string | null {
  const at = process.place('ImageFileName');
  if (at === null) return null;
  const bytes = readAvailable(process.kernel.memory, at, IMAGE_NAME);
  return bytes.length < IMAGE_NAME ? null : decodeAscii(bytes) || null;
}

/** EPROCESS.DeviceMap, which some versions store with a reference count in its low bits. */
export function deviceMapOf(process: KernelObject): bigint | null {
  const { kernel, structure } = process;
  const counted = kernel.member(structure, 'DeviceMap')?.type.kind === 'struct';
  const map = counted ? process.fastReference('DeviceMap') : process.pointer('DeviceMap');
  return map === null ? null : toUnsigned(map);
}
