import { viewOf } from '../../bytes/source.ts';
import { decodeUtf8 } from '../../bytes/text.ts';

/** One memory device (type 17) that is fitted. */
export interface SmbiosMemoryDevice {
  readonly sizeInMegabytes: number;
  /** MT/s as configured for the slot, null when unknown. */
  readonly speed: number | null;
  readonly slot: string | null;
  readonly manufacturer: string | null;
}

/** What SMBIOS says about the machine. Serial numbers, asset tags and the system's UUID are never read. */
export interface Smbios {
  readonly version: string;
  readonly biosVendor: string | null;
  readonly biosVersion: string | null;
  readonly biosDate: string | null;
  readonly manufacturer: string | null;
  readonly product: string | null;
  readonly productVersion: string | null;
  readonly family: string | null;
  readonly boardManufacturer: string | null;
  readonly boardProduct: string | null;
  readonly processors: readonly string[];
  readonly memory: readonly SmbiosMemoryDevice[];
}

/**
 * Decodes RawSMBIOSData (GetSystemFirmwareTable, https://learn.microsoft.com/windows/win32/api/sysinfoapi) by the
 * DMTF's DSP0134; null when the bytes are no SMBIOS table.
 */
export function readSmbios(raw: Uint8Array): Smbios | null {
  if (raw.length < 12) return null;
  const major = raw[1]!;
  const minor = raw[2]!;
  const length = viewOf(raw).getUint32(4, true);
  if (major < 2 || major > 9 || length === 0) return null;
  const table = raw.subarray(8, Math.min(raw.length, 8 + length));
  const found: Record<string, string | null> = {};
  const processors: string[] = [];
  const memory: SmbiosMemoryDevice[] = [];
  let at = 0;
  while (at + 4 <= table.length) {
    const type = table[at]!;
    const size = table[at + 1]!;
    if (size < 4 || at + size > table.length) break;
    const record = viewOf(table.subarray(at, at + size));
    const strings: string[] = [];
    let text = at + size;
    if (table[text] === 0 && table[text + 1] === 0) text += 2;
    else {
      while (text < table.length && table[text] !== 0) {
        const end = table.indexOf(0, text);
        const stop = end < 0 ? table.length : end;
        strings.push(decodeUtf8(table.subarray(text, stop)).trim());
        text = stop + 1;
      }
      text += 1;
    }
    const string = (offset: number): string | null => {
      const index = offset < size ? record.getUint8(offset) : 0;
      const value = index > 0 ? (strings[index - 1] ?? '') : '';
      return value === '' ? null : value;
    };
    const first = (name: string, value: string | null) => {
      found[name] ??= value;
    };
    if (type === 0) {
      first('biosVendor', string(4));
      first('biosVersion', string(5));
      first('biosDate', string(8));
    } else if (type === 1) {
      first('manufacturer', string(4));
      first('product', string(5));
      first('productVersion', string(6));
      first('family', string(0x1a));
    } else if (type === 2) {
      first('boardManufacturer', string(4));
      first('boardProduct', string(5));
    } else if (type === 4) {
      const name = string(0x10);
      if (name !== null) processors.push(name);
    } else if (type === 17 && size >= 0x17) {
      const code = record.getUint16(0x0c, true);
      const extended = code === 0x7fff && size >= 0x20 ? record.getUint32(0x1c, true) & 0x7fffffff : 0;
      const megabytes = extended || (code & 0x8000 ? (code & 0x7fff) / 1024 : code === 0xffff ? 0 : code);
      const speed = record.getUint16(0x15, true);
      if (megabytes > 0) {
        memory.push({
          sizeInMegabytes: megabytes,
          speed: speed === 0 || speed === 0xffff ? null : speed,
          slot: string(0x10),
          manufacturer: string(0x17),
        });
      }
    } else if (type === 127) break;
    at = text;
  }
  const get = (name: string): string | null => found[name] ?? null;
  return {
    version: `${major}.${minor}`,
    biosVendor: get('biosVendor'),
    biosVersion: get('biosVersion'),
    biosDate: get('biosDate'),
    manufacturer: get('manufacturer'),
    product: get('product'),
    productVersion: get('productVersion'),
    family: get('family'),
    boardManufacturer: get('boardManufacturer'),
    boardProduct: get('boardProduct'),
    processors,
    memory,
  };
}
