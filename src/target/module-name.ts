import { hexPadded } from '../bytes/hex.ts';
import { stem } from '../bytes/text.ts';
import { type Address, toUnsigned } from '../memory/space.ts';

/**
 * The name by which a debugger calls an image: the file name without its extension, with characters that an expression
 * cannot hold turned into underscores (`my-app.exe` → `my_app`, `libstdc++.so.6` → `libstdc___so`). Images without a
 * file name are called by their base: `image00400000`.
 */
export function debuggerName(fileName: string, base: Address): string {
  const name = stem(fileName).replace(/[^\p{L}\p{N}_$]/gu, '_');
  const unsigned = toUnsigned(base);
  return name || `image${hexPadded(unsigned, unsigned > 0xffffffffn ? 16 : 8)}`;
}

/** Makes names unique as WinDbg does: the first image keeps its name, later ones get `_` and their base. */
export class ModuleNames {
  readonly #taken = new Set<string>();
  #serial = 1;
  claim(fileName: string, base: Address): string {
    const plain = debuggerName(fileName, base);
    let name = plain;
    if (this.#taken.has(name.toLowerCase())) name = `${plain}_${toUnsigned(base).toString(16)}`;
    // Two images of one name at one base: only damaged or hostile lists have them.
    while (this.#taken.has(name.toLowerCase())) name = `${plain}_${toUnsigned(base).toString(16)}_${++this.#serial}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}
