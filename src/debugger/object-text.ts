import { hexPadded } from '../bytes/hex.ts';
import type { ExecutiveObject } from '../windows/object.ts';
import type { Text } from './text.ts';
import { plainAddress } from './thread-text.ts';

/** What debuggers say of the header's layout: Windows 7 made the type an index. */
export type HeaderVersion = 'old version' | 'new version';

/** An object as `!object` and `!handle` show it; `indent` is that of its counts. */
export function writeObject(
  text: Text,
  object: ExecutiveObject,
  layout: { readonly pointerSize: 4 | 8; readonly version: HeaderVersion; readonly indent: number },
): void {
  const at = (value: bigint | null) => plainAddress(value, layout.pointerSize);
  const indent = ' '.repeat(layout.indent);
  text.write('Object: ').link(at(object.address), `!object ${at(object.address)}`);
  text.line(`  Type: (${at(object.typeAddress)}) ${object.type ?? '?'}`);
  text.line(`    ObjectHeader: ${at(object.header)} (${layout.version})`);
  text.line(`${indent}HandleCount: ${object.handleCount ?? '?'}  PointerCount: ${object.pointerCount ?? '?'}`);
  if (object.name === null) return;
  const directory = object.directory === null ? '00000000' : hexPadded(object.directory, 8);
  text.line(`${indent}Directory Object: ${directory}  Name: ${object.name}`);
}
