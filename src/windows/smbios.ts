import { viewOf } from '../bytes/source.ts';
import { decodeUtf8 } from '../bytes/text.ts';
import { readAvailable } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { variableWord } from './kernel-variable.ts';

/** A structure of the SMBIOS table (DMTF DSP0134): its formatted area, header included, and its strings from number 1. */
export interface SmbiosStructure {
  readonly type: number;
  readonly handle: number;
  readonly data: Uint8Array;
  readonly strings: readonly string[];
}

/** A table claims its own size; no machine's is larger. */
const MOST_BYTES = 0x40000;
const MOST_STRUCTURES = 4096;
const HEADER = 4;

/** The SMBIOS table where the kernel knows it to be in physical memory; null where it is not in the dump. */
export function readSmbios(kernel: Kernel): readonly SmbiosStructure[] | null {
  const physical = kernel.target.physicalMemory;
  const at = kernel.u64('WmipSMBiosTablePhysicalAddress');
  const length = variableWord(kernel, 'WmipSMBiosTableLength');
  if (!physical || !at || !length || at > 2n ** 52n) return null;
  const bytes = readAvailable(physical, Number(at), Number(length > MOST_BYTES ? MOST_BYTES : length));
  return bytes.length < HEADER ? null : parseSmbios(bytes);
}

/** The structures of a table until it ends or contradicts itself. */
export function parseSmbios(table: Uint8Array): SmbiosStructure[] {
  const view = viewOf(table);
  const structures: SmbiosStructure[] = [];
  for (let at = 0; at + HEADER <= table.length && structures.length < MOST_STRUCTURES; ) {
    const type = table[at]!;
    const length = table[at + 1]!;
    if (length < HEADER || at + length > table.length) break;
    const strings: string[] = [];
    let end = at + length;
    // Strings end with a NUL each, the set of them with another; a structure without strings has two.
    while (end < table.length && table[end] !== 0) {
      const nul = table.indexOf(0, end);
      const stop = nul < 0 ? table.length : nul;
      strings.push(decodeUtf8(table.subarray(end, stop)));
      end = stop + 1;
    }
    structures.push({ type, handle: view.getUint16(at + 2, true), data: table.subarray(at, at + length), strings });
    at = end + (strings.length === 0 ? 2 : 1);
    if (type === 127) break;
  }
  return structures;
}

/** A string by the number at an offset of a structure's formatted area; null for none. */
export function smbiosString({ data, strings }: SmbiosStructure, offset: number): string | null {
  const number = data[offset] ?? 0;
  return number === 0 ? null : (strings[number - 1] ?? null);
}
