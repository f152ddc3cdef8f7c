import { decodeAscii, decodeUtf16 } from '../bytes/text.ts';
import { type Address, readAvailable } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { objectName } from './object-name.ts';

/** Deeper than any registry key. */
const DEEPEST = 512;
const LONGEST_KEY = 512;

/**
 * What objects are called that keep their names in themselves: the path of a file with its device
 * (`\Windows\notepad.exe {HarddiskVolume3}`), of a registry key. Null for other types.
 */
export function contentName(kernel: Kernel, body: Address, type: string): string | null {
  if (type === 'File') return fileName(kernel, body);
  return type === 'Key' ? keyName(kernel, body) : null;
}

function fileName(kernel: Kernel, body: Address): string | null {
  const file = kernel.object('_FILE_OBJECT', body);
  const path = file.unicodeString('FileName');
  const device = file.pointer('DeviceObject');
  const volume = device ? objectName(kernel, device) : null;
  return [path, volume === null ? null : `{${volume}}`].filter(Boolean).join(' ') || null;
}

/** The path of a key by the names of its control blocks, which lead to the root of the registry. */
function keyName(kernel: Kernel, body: Address): string | null {
  const parts: string[] = [];
  let block = kernel.object('_CM_KEY_BODY', body).target('_CM_KEY_CONTROL_BLOCK', 'KeyControlBlock');
  while (block) {
    const name = keyPart(kernel, block.pointer('NameBlock'));
    if (name === null || parts.length >= DEEPEST)
      return parts.length === 0 ? null : `...\\${parts.reverse().join('\\')}`;
    parts.push(name);
    block = block.target('_CM_KEY_CONTROL_BLOCK', 'ParentKcb');
  }
  return parts.length === 0 ? null : `\\${parts.reverse().join('\\')}`;
}

/** The last part of a key's name, which is stored with one byte for a character where that suffices. */
function keyPart(kernel: Kernel, at: Address | null): string | null {
  if (!at) return null;
  const block = kernel.object('_CM_NAME_CONTROL_BLOCK', at);
  const length = block.number('NameLength');
  const text = block.place('Name');
  if (length === null || text === null || length > LONGEST_KEY) return null;
  const bytes = readAvailable(kernel.memory, text, length);
  if (bytes.length < length) return null;
  return block.number('Compressed') === 1 ? decodeAscii(bytes) : decodeUtf16(bytes);
}
