import { viewOf } from '../../bytes/source.ts';
import { DIRECTORY } from './headers.ts';
import type { PeImage } from './image.ts';

export interface PeLoadConfig {
  /** The VA of the security cookie, 0n when the image has none. */
  readonly securityCookie: bigint;
  /** GuardFlags: control flow guard and friends; null in images older than the field. */
  readonly guardFlags: number | null;
  /** The VA of CHPE metadata: the image is hybrid (ARM64EC, ARM64X or CHPE) when this is not 0n. Null when unknown. */
  readonly chpeMetadata: bigint | null;
}

/** The few fields of IMAGE_LOAD_CONFIG_DIRECTORY (PE format, Load Configuration Directory) that matter here. */
export function readLoadConfig(image: PeImage): PeLoadConfig | null {
  const directory = image.directory(DIRECTORY.loadConfig);
  if (!directory) return null;
  const bytes = image.read(directory.rva, 256);
  if (bytes.length < 4) return null;
  const view = viewOf(bytes);
  const size = Math.min(bytes.length, Math.max(view.getUint32(0, true), directory.size));
  const pointer = (at: number): bigint | null => {
    const width = image.is64 ? 8 : 4;
    if (at + width > size) return null;
    return image.is64 ? view.getBigUint64(at, true) : BigInt(view.getUint32(at, true));
  };
  const flagsAt = image.is64 ? 0x90 : 0x58;
  return {
    securityCookie: pointer(image.is64 ? 0x58 : 0x3c) ?? 0n,
    guardFlags: flagsAt + 4 <= size ? view.getUint32(flagsAt, true) : null,
    chpeMetadata: pointer(image.is64 ? 0xc8 : 0x84),
  };
}
